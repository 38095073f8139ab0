import { describeCardFr, doctorFr } from "./doctor-fr"

/** Every sentence of the command line, French first; `en.ts` has the same, complete. */
export const fr = {
  about: "Lit la carte Vitale et la transmet à l'extension Compagnon DMP, sur cet ordinateur seulement.",
  remedy: "À faire :",
  notUnderstood: "Cette commande n'est pas comprise. Voyez : dmp-bridge --help",
  help: {
    usage: "Usage :",
    commands: "Commandes :",
    options: "Options :",
    arguments: "Arguments :",
    help: "affiche cette aide",
    version: "affiche la version",
  },

  serve: {
    about: "démarre le programme de lecture et attend l'extension",
    simulate: "mode formation : cartes fictives et portails imités, sans lecteur",
    card: (cards: readonly string[]) =>
      `carte fictive insérée au démarrage, avec --simulate : ${cards.join(", ")}`,
    noCard: "démarre sans carte, avec --simulate",
    tray: "avec --simulate : lit sur l'entrée standard « insert <carte> [lecteur] » et « remove [lecteur] », une commande par ligne",
    port: "n'écoute que sur ce port",
    verbose: "journal plus détaillé (jamais de donnée de carte ni de patient)",
    onlySimulated: "--card, --no-card et --tray ne valent qu'avec --simulate.",
    badPort: "Un port est un nombre de 0 à 65535.",
    badCard: (cards: readonly string[]) =>
      `Cette carte fictive n'existe pas. Les cartes : ${cards.join(", ")}.`,
    badTrayLine: (cards: readonly string[]) =>
      `Commande inconnue. Écrivez « remove », ou « insert » suivi de : ${cards.join(", ")}.`,
    listening: (port: number) => `dmp-bridge écoute sur 127.0.0.1:${port}.`,
    training: "Mode FORMATION : toutes les cartes et tous les patients sont fictifs.",
    portals: (urls: readonly string[]) => `Portails imités : ${urls.join("  ")}`,
    howToPair: "Aucun navigateur n'est appairé. Dans une autre fenêtre : dmp-bridge pair",
    stopped: "dmp-bridge est arrêté.",
    alreadyRuns: (port: number | null) =>
      `Un dmp-bridge tourne déjà pour vous${port ? ` (port ${port})` : ""} : un seul suffit à tous vos navigateurs. Pour en démarrer un autre, arrêtez d'abord celui-là (Ctrl+C dans sa fenêtre, ou « dmp-bridge uninstall » s'il démarre avec la session).`,
  },

  pair: {
    about: "affiche un code pour appairer un navigateur",
    explain:
      "Collez ce code dans les réglages de l'extension. Il vaut cinq minutes et ne sert qu'une fois ; trois erreurs l'annulent.",
  },

  clients: {
    about: "montre les navigateurs appairés",
    none: "Aucun navigateur n'est appairé.",
    damaged: (count: number, folder: string) =>
      `${count === 1 ? "Un appairage était illisible" : `${count} appairages étaient illisibles`} : mis de côté dans ${folder}. Appairez de nouveau ce navigateur.`,
    line: (name: string, since: string) => `${name} — depuis le ${since}`,
  },

  revoke: {
    about: "retire un navigateur appairé ; sa liaison est coupée aussitôt",
    done: (name: string) => `« ${name} » est retiré.`,
    unknown: (name: string) =>
      `Aucun navigateur appairé ne s'appelle « ${name} ». Voyez : dmp-bridge clients`,
  },

  install: {
    about: "fait démarrer dmp-bridge avec votre session, et le redémarre s'il s'arrête par accident",
    written: (path: string) => `Écrit : ${path}`,
    done: "dmp-bridge tourne, et démarrera avec chaque session. Pour l'enlever : dmp-bridge uninstall",
    notStarted: (command: string) =>
      `Le système n'a pas accepté « ${command} ». Le fichier reste en place : relancez « dmp-bridge install » dans une session ouverte sur cet ordinateur, ou démarrez à la main avec « dmp-bridge serve ».`,
    passing:
      "Ce dmp-bridge se trouve dans un dossier provisoire de npx. Installez-le d'abord dans un dossier qui reste, puis relancez « dmp-bridge install ».",
    unknownSystem:
      "Le démarrage automatique n'est connu que pour Linux, macOS et Windows. Démarrez à la main : dmp-bridge serve",
  },

  uninstall: {
    about: "ne démarre plus dmp-bridge avec votre session (les navigateurs restent appairés)",
    done: "dmp-bridge ne démarrera plus avec votre session.",
  },

  read: {
    about:
      "lit les cartes insérées : titulaires de la carte Vitale, professionnel de la CPS (attend cinq secondes)",
    json: "en JSON, sur la sortie standard",
    simulate: "lit la carte fictive",
    holder: (holder: { rank: number; name: string; born: string; nir: string | null }) =>
      `${holder.rank}. ${holder.name} (nom sur la carte), date de naissance ${holder.born}${holder.nir ? `, NIR ${holder.nir}` : ""}`,
    serial: (serial: string) => `Numéro de série, à comparer avec celui qui est imprimé : ${serial}`,
    validFrom: (date: string) => `Carte valable depuis le ${date}`,
    cps: (parts: readonly string[]) => `CPS : ${parts.join(", ")}`,
    cpsValidTo: (date: string) => `valable jusqu'au ${date}`,
    cpsExpired: (date: string) => `périmée depuis le ${date}`,
    cpsTest: "carte de test",
    cpsSilent: (sentence: string) => `CPS non lue : ${sentence}`,
  },

  readers: {
    about: "montre les lecteurs et ce qu'ils contiennent",
    line: (reader: string, content: string) => `${reader} : ${content}`,
    empty: "vide",
    reading: "lecture en cours",
    vitale: "carte Vitale",
  },

  doctor: doctorFr,
  describeCard: describeCardFr,
}

export type Sentences = typeof fr
