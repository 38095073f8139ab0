import type { OwnCode } from "../doctor/finding"

/** What the doctor says of one link: how it stands, and what to do where something is to be done. */
export type Diagnosis = { sentence: string; remedy: string | null }

const findings: Record<OwnCode, Diagnosis> = {
  "node-recent": { sentence: "La version convient", remedy: null },
  "node-too-old": {
    sentence: "Cette version de Node est trop ancienne",
    remedy: "Installez Node 20.19 ou une version plus récente.",
  },
  "library-loads": { sentence: "Le module PC/SC est installé et se charge", remedy: null },
  "library-absent": {
    sentence: "Le module PC/SC n'est pas installé",
    remedy:
      "Installez un compilateur (Debian, Ubuntu : sudo apt install libpcsclite-dev g++ make python3 ; macOS : xcode-select --install ; Windows : Visual Studio Build Tools), puis relancez « npm install ».",
  },
  "library-not-compiled": {
    sentence: "Le module PC/SC est là, mais il n'a pas été compilé",
    remedy:
      "Installez un compilateur (Debian, Ubuntu : sudo apt install libpcsclite-dev g++ make python3 ; macOS : xcode-select --install ; Windows : Visual Studio Build Tools), puis lancez « npm rebuild pcsclite ».",
  },
  "library-system-part-missing": {
    sentence: "La bibliothèque libpcsclite du système n'est pas installée",
    remedy: "Installez-la (Debian, Ubuntu : sudo apt install libpcsclite1), puis recommencez.",
  },
  "library-does-not-load": {
    sentence: "Le module PC/SC est compilé, mais il ne se charge pas",
    remedy: "Il a peut-être été compilé pour une autre version de Node : lancez « npm rebuild pcsclite ».",
  },
  "service-answers": { sentence: "Le service de cartes répond", remedy: null },
  "service-not-installed": {
    sentence: "Le service de cartes (pcscd) n'est pas installé",
    remedy: "Installez-le (Debian, Ubuntu : sudo apt install pcscd), puis recommencez.",
  },
  "service-not-started": {
    sentence: "Le service de cartes (pcscd) est installé, mais il n'est pas démarré",
    remedy: "Démarrez-le : sudo systemctl enable --now pcscd.socket",
  },
  "service-stopped": {
    sentence: "Le service de cartes (pcscd) s'est arrêté",
    remedy: "Redémarrez-le : sudo systemctl restart pcscd.socket pcscd",
  },
  "service-access-denied": {
    sentence: "Ce compte n'a pas le droit de parler au service de cartes",
    remedy:
      "Demandez à la personne qui gère ce poste d'autoriser ce compte à ouvrir la prise de pcscd (/run/pcscd/pcscd.comm).",
  },
  "service-refuses": {
    sentence: "Le service de cartes refuse ce compte (règle polkit)",
    remedy:
      "Ouvrez une session sur ce poste même, ou demandez à la personne qui le gère d'autoriser l'action org.debian.pcsc-lite.access_pcsc.",
  },
  "service-silent": {
    sentence: "Le service de cartes est démarré, mais il ne répond pas",
    remedy: "Redémarrez-le : sudo systemctl restart pcscd ; au besoin, rebranchez le lecteur.",
  },
  "service-not-seen": {
    sentence: "Le service de cartes n'a pas pu être interrogé",
    remedy: "Réparez d'abord le maillon précédent, puis recommencez.",
  },
  "readers-found": { sentence: "Lecteur trouvé", remedy: null },
  "two-slot-reader": {
    sentence: "Lecteur à deux fentes trouvé : la CPS et la Vitale y tiennent ensemble",
    remedy: null,
  },
  "readers-not-seen": {
    sentence: "Les lecteurs n'ont pas pu être vus",
    remedy: "Réparez d'abord le maillon précédent, puis recommencez.",
  },
  "vitale-read": { sentence: "Carte Vitale reconnue et lue", remedy: null },
  "cps-read": { sentence: "CPS reconnue et lue", remedy: null },
  "cards-not-seen": {
    sentence: "Les cartes n'ont pas pu être vues",
    remedy: "Réparez d'abord le maillon précédent, puis recommencez.",
  },
  "bridge-serves": {
    sentence: "Le programme de lecture est en marche sur ce compte",
    remedy: null,
  },
  "bridge-other-version": {
    sentence: "Un programme de lecture d'une autre version est en marche",
    remedy: "Arrêtez-le, puis lancez celui-ci : dmp-bridge serve",
  },
  "bridge-owner-unknown": {
    sentence: "Un programme de lecture est en marche, peut-être celui d'un autre compte",
    remedy: "Si le panneau ne se connecte pas, lancez le vôtre : dmp-bridge serve",
  },
  paired: { sentence: "Un navigateur au moins est appairé", remedy: null },
  "no-browser-paired": {
    sentence: "Aucun navigateur n'est appairé",
    remedy: "Lancez « dmp-bridge pair » et collez le code dans les réglages de l'extension.",
  },
  "pairing-file-damaged": {
    sentence: "Un fichier d'appairage est abîmé",
    remedy: "Appairez de nouveau ce navigateur (« dmp-bridge pair »), puis effacez le fichier.",
  },
  "pairing-folder-open": {
    sentence: "D'autres comptes de cet ordinateur peuvent lire les clés d'appairage",
    remedy: "Retirez-leur ce droit (chmod -R go= sur le dossier), puis appairez de nouveau les navigateurs.",
  },
  "pairing-folder-denied": {
    sentence: "Le dossier des appairages ne peut pas être lu par ce compte",
    remedy:
      "Rendez-le à ce compte (chown -R) : dmp-bridge a peut-être été lancé une fois par l'administrateur.",
  },
  "no-other-program": { sentence: "Aucun programme connu pour tenir le lecteur", remedy: null },
  "polite-programs": {
    sentence: "D'autres programmes connus utilisent aussi les cartes, d'ordinaire un court instant",
    remedy: null,
  },
  "other-programs": {
    sentence: "Des programmes connus pour garder la carte pour eux sont en marche",
    remedy: "Si une lecture échoue, attendez qu'ils aient fini, ou fermez-les.",
  },
  "programs-not-listed": {
    sentence: "La liste des programmes en marche n'a pas pu être lue",
    remedy: "Si la carte est tenue, fermez les autres logiciels qui la lisent.",
  },
}

export const doctorFr = {
  about: "suit la chaîne de la carte au navigateur, dit quel maillon est rompu et que faire",
  json: "en JSON, sur la sortie standard",
  links: {
    node: "Node",
    library: "Module PC/SC",
    service: "Service de cartes",
    readers: "Lecteurs",
    cards: "Cartes",
    bridge: "Programme de lecture",
    pairing: "Appairage",
    "other-programs": "Autres programmes",
  },
  states: { holds: "tient", doubtful: "à vérifier", broken: "ROMPU" },
  line: (link: string, state: string, sentence: string) => `${link} : ${state}. ${sentence}`,
  beside: "Ce diagnostic a lu les cartes à côté du programme de lecture, sans le déranger.",
  allHold: "Toute la chaîne tient.",
  noneBroken: "Aucun maillon n'est rompu ; voyez ce qui est à vérifier.",
  firstBroken: (link: string) => `Premier maillon rompu : ${link}.`,
  findings,
}

export const describeCardFr = {
  about: "décrit la structure d'une carte, sans aucune valeur, pour l'envoyer à qui entretient ce programme",
  json: "en JSON, sur la sortie standard",
  simulate: "décrit la carte fictive",
  wait: "Description en cours : laissez la carte, fermez les autres logiciels qui la lisent (moins d'une demi-minute).",
  explain:
    "Ce texte dit comment la carte est rangée : son ATR, les applications et les fichiers qui répondent, les balises. Il ne contient ni nom, ni numéro, ni date. Les longueurs sont arrondies ; sur une carte Vitale, le nombre de personnes se devine. Relisez-le avant de l'envoyer.",
  words: {
    card: "Carte :",
    bytes: "octets",
    blank: "que des zéros",
    opaque: "contenu qui n'est pas montré",
    absent: "absents :",
    stopped: "Description incomplète :",
    certificate: "certificat",
    signature: "signature :",
    key: "clé :",
    issuer: "émetteur :",
    subject: "sujet :",
    validity: "dates :",
    keyUsage: "usage de la clé :",
    extension: "extension :",
  },
}
