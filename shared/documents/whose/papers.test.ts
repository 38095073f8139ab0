import { describe, expect, it } from "vitest"
import type { Traits } from "../../identity/traits"
import { whoseDocument } from "../other-patient"

// Made up after the forms that such papers have in France.
const today = { year: 2026, month: 11, day: 25 }
const zoe: Traits = {
  source: "vitale",
  familyName: "ADRUN",
  givenName: "ZOE",
  birthDate: "19751231",
  matricule: "275126322074974",
}
const read = (text: string) => whoseDocument({ text, datamatrices: [] }, zoe, today)

describe("papers of the patient", () => {
  it.each([
    [
      "results of a laboratory",
      "LABORATOIRE DE BIOLOGIE MEDICALE DU CENTRE\nBiologistes : Dr C. MARTIN - Dr P. DUPONT - Mme L. BERNARD\nMadame ADRUN Zoé\n12 RUE DES LILAS\n75002 PARIS\nNée le : 31/12/1975   Sexe : F\nDossier n° 261112-0034 du 12/11/2026\nPrescripteur : Dr DURAND Luc\nPrélevé le 12/11/2026 à 08h15 par Mme PETIT Claire\nEdité le 12/11/2026",
    ],
    [
      "the same without its lines",
      "LABORATOIRE DE BIOLOGIE MEDICALE DU CENTRE Biologistes : Dr C. MARTIN - Dr P. DUPONT - Mme L. BERNARD Madame ADRUN Zoé 12 RUE DES LILAS 75002 PARIS Née le : 31/12/1975 Sexe : F Dossier n° 261112-0034 du 12/11/2026 Prescripteur : Dr DURAND Luc Prélevé le 12/11/2026 à 08h15 par Mme PETIT Claire Edité le 12/11/2026",
    ],
    [
      "a letter that speaks of relatives",
      "Docteur Luc DURAND\nMédecin généraliste\n10 rue X 75001 Paris\nRPPS 10001234561\nParis, le 12 mars 2026\nMadame le Docteur Anne BERNARD\nService de cardiologie\nCher confrère,\nJe vous adresse Mme Zoé ADRUN, 50 ans, née le 31/12/1975, pour bilan. Son père, M. ADRUN Paul, est mort d'un infarctus. Sa soeur, Mme ADRUN Jeanne, née le 12/04/1980, est suivie par le Dr PETIT.\nBien confraternellement",
    ],
    [
      "a hospital report",
      "CENTRE HOSPITALIER FICTIF\nService de Chirurgie - Chef de service : Pr Jean MOREAU\nPatient : Mme ADRUN Zoé (nom de naissance : ADRUN)\nDate de naissance : 31/12/1975 (50 ans) IPP : 8001234567\nAdresse : 12 rue des Lilas\nMédecin traitant : Dr DURAND Luc\nHospitalisation du 01/03/2026 au 05/03/2026\nCOMPTE RENDU D'HOSPITALISATION\nPersonne de confiance : M. MARTIN Pierre, conjoint\nOpérateur : Dr MOREAU   Aide opératoire : Mme LEROY  Anesthésiste : Dr PETIT",
    ],
    [
      "a prescription",
      "Dr Luc DURAND\n10001234561\nOrdonnance\nNom : ADRUN\nPrénom : ZOE\nNé(e) le : 31/12/1975\nDoliprane 1 g 3400935955838\nSignature : Dr DURAND",
    ],
    ["a table without marks", "Nom Prénom Date de naissance Sexe\nADRUN ZOE 31/12/1975 F"],
    ["used and birth name in one", "Madame MARTIN Zoé née ADRUN le 31/12/1975"],
    ["used name, birth name in brackets", "Mme Zoé MARTIN (née ADRUN), née le 31/12/1975"],
    [
      "every name under its label",
      "Nom d'usage : MARTIN  Nom de naissance : ADRUN  Prénoms : ZOE MARIE  Sexe : Féminin  Né(e) le : 31/12/1975 à PARIS",
    ],
    [
      "a sick leave",
      "cerfa n° 10170*07 avis d'arrêt de travail\nl'assuré(e)\nnuméro d'immatriculation : 2 75 12 63 220 749 74\nnom et prénom : ADRUN Zoé\nnom, prénom et n° d'immatriculation de l'employeur : SOCIETE FICTIVE",
    ],
    [
      "a form in two languages",
      "Attestation de vaccination\nNom(s) et prénom(s) / Surname(s) and forename(s): ADRUN ZOE\nDate de naissance / Date of birth (YYYY-MM-DD): 1975-12-31",
    ],
    [
      "a heading of imaging",
      "Examen du 12/03/2026\nRef : Dr DURAND\nMme ADRUN ZOE - 31/12/1975\nIRM DU GENOU DROIT\nDr Sophie LAMBERT - Radiologue\nCompte rendu validé par Dr Sophie LAMBERT le 12/03/2026",
    ],
    [
      "a birth, with the newborn",
      "COMPTE RENDU D'ACCOUCHEMENT\nPatiente : ADRUN Zoé née le 31/12/1975\nNouveau-né : ADRUN Léo, né le 12/03/2026 à 14h10, sexe masculin\nSage-femme : Mme LEROY Anne",
    ],
    [
      "the consent of a representative",
      "Je soussigné(e) Nom : MARTIN Prénom : Pierre agissant en qualité de représentant légal de ADRUN Zoé née le 31/12/1975",
    ],
    [
      "a certificate",
      "Je soussigné, Docteur Luc DURAND, certifie avoir examiné ce jour ADRUN Zoé, née le 31/12/1975",
    ],
    ["a place before the day of birth", "ADRUN Zoé, née à Paris le 31/12/1975"],
  ])("%s, names the patient and has no mark", (_, text) => {
    expect(read(text)).toEqual({ marks: [], namesPatient: true })
  })
})

describe("papers of somebody else", () => {
  it.each([
    [
      "a letter",
      "Docteur Luc DURAND\nParis, le 12 mars 2026\nCher confrère,\nJe vous adresse M. Paul LEFEBVRE, 60 ans, né le 01/02/1966, pour bilan.",
      ["name", "birth-date"],
    ],
    [
      "results of a laboratory",
      "LABORATOIRE DE BIOLOGIE MEDICALE\nMonsieur LEFEBVRE Paul\n12 RUE DES LILAS\nNé le : 01/02/1966   Sexe : M\nPrescripteur : Dr DURAND Luc",
      ["name", "birth-date"],
    ],
    ["a line in capitals", "PATIENT: LEFEBVRE PAUL DDN: 01/02/1966", ["name", "birth-date"]],
    ["somebody born on the same day", "Patient : LEFEBVRE Pauline née le 31/12/1975", ["name"]],
    [
      "a table without marks",
      "Nom Prénom Date de naissance Sexe\nLEFEBVRE PAUL 01/02/1966 M",
      ["birth-date"],
    ],
    [
      "a heading of imaging",
      "Examen du 12/03/2026\nM LEFEBVRE PAUL - 01/02/1966\nIRM DU GENOU DROIT",
      ["name"],
    ],
    [
      "a certificate",
      "Je soussigné, Docteur Luc DURAND, certifie avoir examiné ce jour Monsieur Paul LEFEBVRE, né le 01/02/1966",
      ["name", "birth-date"],
    ],
    ["a twin", "Patient : ADRUN Paule née le 31/12/1975", ["name"]],
    [
      "a protocol with the number of another insured person",
      "PROTOCOLE DE SOINS\nPersonne recevant les soins : nom et prénom : ADRUN Zoé date de naissance : 31/12/1975\nAssuré(e) : nom et prénom : MARTIN Pierre numéro 1 53 12 45 007 231 60",
      ["nir"],
    ],
  ])("%s, is marked", (_, text, marks) => expect(read(text).marks).toEqual(marks))
})

describe("papers that say too little", () => {
  it.each([
    ["a name alone", "Madame la Directrice,\nMonsieur le Maire\nObjet : Mme ADRUN Zoé"],
    ["a patient who is only described", "Patient : vu en consultation"],
    ["an illness behind « Patient »", "Patient : Diabétique type 2"],
    ["an age behind « Patient »", "Patient : Homme de 50 ans"],
    ["titles", "Madame la Directrice, Madame La Directrice"],
    ["names of those who sign", "Biologistes : Mme L. BERNARD"],
    ["two family names without a day", "Mme ADRUN Zoé née DURAND"],
    ["letters drawn apart", "N é e  l e  3 1 / 1 2 / 1 9 7 5"],
  ])("%s, has no mark and names nobody", (_, text) => {
    expect(read(text)).toEqual({ marks: [], namesPatient: false })
  })
})
