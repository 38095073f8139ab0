import type { ErrorCode } from "./errors"

/** What a person reads: what happened, why, and what to do about it. */
export type ErrorText = { sentence: string; cause: string; remedy: string }
export type Language = "fr" | "en"

const fr: Record<ErrorCode, ErrorText> = {
  "no-reader-service": {
    sentence: "Le service de cartes de l'ordinateur ne répond pas",
    cause: "Le service PC/SC (pcscd sous Linux, « Carte à puce » sous Windows) est arrêté ou absent.",
    remedy: "Démarrez-le : le panneau se met à jour automatiquement.",
  },
  "no-reader-library": {
    sentence: "La lecture des cartes n'est pas installée",
    cause: "Le module PC/SC n'a pas pu être compilé sur ce poste.",
    remedy: "Installez le compilateur et les en-têtes PC/SC, puis relancez « npm install ».",
  },
  "no-reader": {
    sentence: "Aucun lecteur de carte",
    cause: "Le programme de lecture fonctionne, mais aucun lecteur n'est branché.",
    remedy: "Branchez le lecteur : le panneau se met à jour automatiquement.",
  },
  "no-card": {
    sentence: "Aucune carte dans le lecteur",
    cause: "Le lecteur est prêt et vide.",
    remedy: "Insérez la carte Vitale du patient.",
  },
  "card-mute": {
    sentence: "La carte ne répond pas",
    cause: "Elle est à l'envers, sale ou endommagée.",
    remedy: "Retirez-la, vérifiez le sens (puce vers le lecteur) et remettez-la.",
  },
  "card-unknown": {
    sentence: "Cette carte n'est pas reconnue",
    cause: "Ce n'est ni une carte Vitale ni une carte connue de ce programme.",
    remedy: "Insérez la carte Vitale du patient.",
  },
  "card-old-generation": {
    sentence: "Cette carte Vitale est trop ancienne pour être lue ici",
    cause: "Les cartes de la première génération ne permettent pas la lecture libre de leurs données.",
    remedy: "Saisissez l'identité à la main sur le portail, et proposez au patient de renouveler sa carte.",
  },
  "card-not-health": {
    sentence: "Cette carte n'est pas une carte de santé",
    cause: "C'est une carte d'un autre usage : bancaire, d'identité, professionnelle.",
    remedy: "Retirez-la et insérez la carte Vitale du patient.",
  },
  "cps-old-generation": {
    sentence: "Cette CPS est d'une génération qui ne peut pas être lue ici",
    cause: "C'est une CPS2ter : l'emplacement de ses données libres n'est pas publié.",
    remedy: "Rien à faire : la carte Vitale du patient se lit dans l'autre lecteur.",
  },
  "cps-contactless": {
    sentence: "Cette CPS, lue sans contact, ne dit pas à qui elle est",
    cause: "Sans contact, une CPS ne donne que son certificat technique.",
    remedy: "Pour voir le nom du professionnel, insérez-la dans un lecteur à contact.",
  },
  "card-held": {
    sentence: "La carte est utilisée par un autre programme",
    cause:
      "Un autre logiciel tient la carte en ce moment : le plus souvent le logiciel de facturation (FSV), l'extension « Lecture carte Vitale » de l'Assurance Maladie ou le gestionnaire de la carte CPS.",
    remedy:
      "Attendez la fin de sa lecture, puis cliquez sur « Relire la carte ». Si cela dure, « dmp-bridge doctor » dit lesquels de ces programmes tournent.",
  },
  "card-removed": {
    sentence: "La carte a été retirée pendant la lecture",
    cause: "La lecture n'était pas terminée ; rien n'a été retenu.",
    remedy: "Remettez la carte et attendez la fin de la lecture.",
  },
  "card-unreadable": {
    sentence: "Les données de la carte n'ont pas pu être comprises",
    cause: "La carte a répondu autrement que ce qui est prévu ; rien n'a été retenu.",
    remedy:
      "Retirez la carte et remettez-la. Si cela se répète, saisissez l'identité à la main sur le portail.",
  },
  "card-timeout": {
    sentence: "La carte met trop de temps à répondre",
    cause: "Le lecteur ou la carte ne répond plus.",
    remedy: "Retirez la carte et remettez-la ; au besoin, rebranchez le lecteur.",
  },
  "bridge-absent": {
    sentence: "Le programme de lecture n'est pas démarré",
    cause: "Aucun dmp-bridge ne répond sur cet ordinateur.",
    remedy: "Démarrez dmp-bridge : le panneau se connecte automatiquement.",
  },
  "bridge-too-old": {
    sentence: "Le programme de lecture est trop ancien",
    cause: "Il ne parle pas la même version que cette extension.",
    remedy: "Mettez à jour le programme de lecture (dmp-bridge).",
  },
  "extension-too-old": {
    sentence: "Cette extension est trop ancienne",
    cause: "Elle ne parle pas la même version que le programme de lecture.",
    remedy: "Mettez à jour l'extension.",
  },
  "not-paired": {
    sentence: "Cette extension n'est pas appairée",
    cause: "Le programme de lecture n'accepte que les navigateurs que vous lui avez présentés.",
    remedy: "Lancez « dmp-bridge pair » et collez le code dans les réglages de l'extension.",
  },
  "pairing-refused": {
    sentence: "L'appairage a été refusé",
    cause:
      "Le code est faux, déjà utilisé ou périmé : il vaut cinq minutes et s'annule après trois erreurs. Ou trop d'essais ont été faits en une minute.",
    remedy: "Vérifiez le code, ou attendez une minute et demandez-en un nouveau avec « dmp-bridge pair ».",
  },
  "pairing-code-malformed": {
    sentence: "Ce code d'appairage n'est pas complet",
    cause: "Un code compte 16 caractères, en quatre groupes de quatre.",
    remedy: "Copiez le code entier tel qu'il est affiché par « dmp-bridge pair ».",
  },
  "port-taken": {
    sentence: "Le programme de lecture ne trouve pas de port libre",
    cause: "Les dix ports qui lui sont réservés sont déjà pris sur cet ordinateur.",
    remedy: "Fermez un dmp-bridge déjà lancé, ou le programme qui occupe ces ports.",
  },
  "bad-message": {
    sentence: "Un message n'a pas été compris",
    cause:
      "L'extension et le programme de lecture ne s'entendent pas sur ce message ; la liaison est refaite.",
    remedy: "Si cela se répète, mettez à jour les deux.",
  },
  "ins-unreadable": {
    sentence: "Ce code n'est pas un datamatrix INS valable",
    cause: "Son contenu n'a pas la forme prévue, ou il a été mal lu.",
    remedy: "Scannez-le de nouveau, ou saisissez l'identité.",
  },
  "ins-fictitious": {
    sentence: "Ce document porte une identité d'essai ou de démonstration",
    cause: "Son matricule n'appartient à personne : il ne sert qu'en formation.",
    remedy: "Scannez le document du patient, ou lancez le mode formation.",
  },
  "ins-real-in-training": {
    sentence: "Ce document porte l'identité d'une vraie personne",
    cause:
      "Le mode formation n'accepte que des personnes fictives : l'écran est peut-être montré à une salle.",
    remedy: "Prenez un document de formation, ou quittez le mode formation.",
  },
  "identity-incomplete": {
    sentence: "L'identité saisie n'est pas complète",
    cause: "Un champ manque ou n'a pas la forme attendue.",
    remedy: "Corrigez les champs signalés.",
  },
  "page-silent": {
    sentence: "La page n'a pas répondu",
    cause: "Elle est occupée, elle a été fermée, ou l'extension n'y fait rien.",
    remedy: "Rechargez-la, puis recommencez.",
  },
  "pack-refused": {
    sentence: "Ce fichier de corrections n'est pas accepté",
    cause: "Son contenu n'a pas la forme prévue.",
    remedy: "Demandez-en un autre à la personne qui l'a écrit. Rien n'a changé.",
  },
  "setting-locked": {
    sentence: "Ce réglage est imposé par votre organisation",
    cause: "Il est fixé par la stratégie du navigateur.",
    remedy: "Demandez à la personne qui gère ce poste. Rien n'a changé.",
  },
  "nothing-to-copy": {
    sentence: "Rien n'a été copié",
    cause: "Le patient, la page ou la carte a changé entre-temps.",
    remedy: "Vérifiez la page, puis recommencez.",
  },
  internal: {
    sentence: "Une erreur inattendue est survenue",
    cause: "C'est un défaut de ce programme, pas de la carte.",
    remedy:
      "Relancez dmp-bridge ; si cela se répète, signalez-le avec le journal, qui ne contient aucune donnée de patient.",
  },
}

const en: Record<ErrorCode, ErrorText> = {
  "no-reader-service": {
    sentence: "The computer's card service does not answer",
    cause: "The PC/SC service (pcscd on Linux, “Smart Card” on Windows) is stopped or missing.",
    remedy: "Start it: the panel updates by itself.",
  },
  "no-reader-library": {
    sentence: "Card reading is not installed",
    cause: "The PC/SC module could not be compiled on this computer.",
    remedy: "Install a compiler and the PC/SC headers, then run “npm install” again.",
  },
  "no-reader": {
    sentence: "No card reader",
    cause: "The reading program runs, but no reader is plugged in.",
    remedy: "Plug the reader in: the panel updates by itself.",
  },
  "no-card": {
    sentence: "No card in the reader",
    cause: "The reader is ready and empty.",
    remedy: "Insert the patient's Vitale card.",
  },
  "card-mute": {
    sentence: "The card does not answer",
    cause: "It is upside down, dirty or damaged.",
    remedy: "Take it out, check which way round it goes, and insert it again.",
  },
  "card-unknown": {
    sentence: "This card is not recognised",
    cause: "It is neither a Vitale card nor a card that this program knows.",
    remedy: "Insert the patient's Vitale card.",
  },
  "card-old-generation": {
    sentence: "This Vitale card is too old to be read here",
    cause: "Cards of the first generation do not give their data freely.",
    remedy: "Type the identity by hand on the portal, and suggest that the patient renew the card.",
  },
  "card-not-health": {
    sentence: "This card is not a health card",
    cause: "It is a card for another use: bank, identity, work.",
    remedy: "Take it out and insert the patient's Vitale card.",
  },
  "cps-old-generation": {
    sentence: "This CPS card is of a generation that can't be read here",
    cause: "It is a CPS2ter: where its free data stand has not been published.",
    remedy: "Nothing to do: the patient's Vitale card is read in the other reader.",
  },
  "cps-contactless": {
    sentence: "Read without contact, this CPS card does not say whose it is",
    cause: "Without contact, a CPS card gives its technical certificate only.",
    remedy: "To see the professional's name, insert it in a contact reader.",
  },
  "card-held": {
    sentence: "Another program is using the card",
    cause:
      "Other software holds the card at the moment: most often the billing software (FSV), the “Lecture carte Vitale” extension of the health insurance, or the manager of the CPS card.",
    remedy:
      "Wait until it has finished, then click “Read the card again”. If it lasts, “dmp-bridge doctor” says which of these programs run.",
  },
  "card-removed": {
    sentence: "The card was taken out while it was being read",
    cause: "Reading had not finished; nothing was kept.",
    remedy: "Insert the card again and wait until it has been read.",
  },
  "card-unreadable": {
    sentence: "The card's data could not be understood",
    cause: "The card answered otherwise than expected; nothing was kept.",
    remedy:
      "Take the card out and insert it again. If it happens again, type the identity by hand on the portal.",
  },
  "card-timeout": {
    sentence: "The card takes too long to answer",
    cause: "The reader or the card has stopped answering.",
    remedy: "Take the card out and insert it again; if needed, plug the reader in again.",
  },
  "bridge-absent": {
    sentence: "The reading program is not running",
    cause: "No dmp-bridge answers on this computer.",
    remedy: "Start dmp-bridge: the panel connects by itself.",
  },
  "bridge-too-old": {
    sentence: "The reading program is too old",
    cause: "It does not speak the same version as this extension.",
    remedy: "Update dmp-bridge.",
  },
  "extension-too-old": {
    sentence: "This extension is too old",
    cause: "It does not speak the same version as the reading program.",
    remedy: "Update the extension.",
  },
  "not-paired": {
    sentence: "This extension is not paired",
    cause: "The reading program only accepts browsers that you introduced to it.",
    remedy: "Run “dmp-bridge pair” and paste the code in the extension's settings.",
  },
  "pairing-refused": {
    sentence: "Pairing was refused",
    cause:
      "The code is wrong, used or expired: it lasts five minutes and is cancelled after three mistakes. Or too many tries were made in a minute.",
    remedy: "Check the code, or wait a minute and ask for a new one with “dmp-bridge pair”.",
  },
  "pairing-code-malformed": {
    sentence: "This pairing code is not complete",
    cause: "A code has 16 characters, in four groups of four.",
    remedy: "Copy the whole code as “dmp-bridge pair” shows it.",
  },
  "port-taken": {
    sentence: "The reading program finds no free port",
    cause: "The ten ports reserved for it are already taken on this computer.",
    remedy: "Close a dmp-bridge that is already running, or the program that uses these ports.",
  },
  "bad-message": {
    sentence: "A message was not understood",
    cause: "The extension and the reading program disagree about this message; the link is made again.",
    remedy: "If it happens again, update both.",
  },
  "ins-unreadable": {
    sentence: "This code is not a valid INS datamatrix",
    cause: "Its content has not the expected shape, or it was misread.",
    remedy: "Scan it again, or type the identity.",
  },
  "ins-fictitious": {
    sentence: "This document bears a test or demonstration identity",
    cause: "Its matricule belongs to nobody: it is for training only.",
    remedy: "Scan the patient's document, or start the training mode.",
  },
  "ins-real-in-training": {
    sentence: "This document bears the identity of a real person",
    cause: "The training mode takes fictitious people only: the screen may be shown to a room.",
    remedy: "Take a training document, or leave the training mode.",
  },
  "identity-incomplete": {
    sentence: "The identity typed is not complete",
    cause: "A field is missing or has not the expected shape.",
    remedy: "Correct the fields that are marked.",
  },
  "page-silent": {
    sentence: "The page did not answer",
    cause: "It is busy, it was closed, or the extension does nothing there.",
    remedy: "Load it again, then try again.",
  },
  "pack-refused": {
    sentence: "This file of corrections is not accepted",
    cause: "Its content has not the expected shape.",
    remedy: "Ask whoever wrote it for another. Nothing has changed.",
  },
  "setting-locked": {
    sentence: "This setting is imposed by your organisation",
    cause: "It is fixed by the browser's policy.",
    remedy: "Ask whoever manages this computer. Nothing has changed.",
  },
  "nothing-to-copy": {
    sentence: "Nothing was copied",
    cause: "The patient, the page or the card changed meanwhile.",
    remedy: "Check the page, then try again.",
  },
  internal: {
    sentence: "An unexpected error happened",
    cause: "It is a fault of this program, not of the card.",
    remedy:
      "Start dmp-bridge again; if it happens again, report it with the log, which holds no patient data.",
  },
}

export const errorTexts: Record<Language, Record<ErrorCode, ErrorText>> = { fr, en }
