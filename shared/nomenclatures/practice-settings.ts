import type { CodedLabel } from "./coded-label"

/**
 * The practice setting: what the portal calls « cadre d'exercice ». Value set of the DMP, ANS,
 * JDV_J62-PracticeSettingCode-DMP, version of 2023-09-22, without the codes deprecated since. That the portal lists
 * these very labels is not known.
 */
export const practiceSettings: readonly CodedLabel[] = [
  ["AMBULATOIRE", "Ambulatoire"],
  ["AMO", "Organisme d'assurance maladie obligatoire"],
  ["DEPISTAGE", "Dépistage"],
  ["ETABLISSEMENT", "Etablissement de santé"],
  ["HAD", "Hospitalisation à domicile"],
  ["MAD", "Maintien à domicile"],
  ["PALLIATIF", "Soins palliatifs"],
  ["SAD", "Soins à domicile"],
  ["SAMU_SMUR", "SAMU/SMUR"],
]
