/**
 * The types that a profession files most, by its code in TRE_G15, most usual first: short, so that a glance is enough.
 *
 * No official table of professions and types was found (identity.md §5, « Short-lists per profession »): these are
 * suggestions, made of what the labels say and of the documents that must be filed (arrêté of 26 April 2022: biology,
 * imaging, prescriptions, operations, certificates, letters). Professions that are missing here have none.
 */
export const usualTypes: Readonly<Record<string, readonly string[]>> = {
  /** Doctors: what a general practitioner writes, then what comes to the practice by post. */
  "10": [
    "11488-4",
    "57833-6",
    "96349-6",
    "PRESC-BIO",
    "55115-0",
    "60591-5",
    "89601-9",
    "18748-4",
    "11502-2",
    "11490-0",
    "PROT_ALD",
    "PRESC-AAT",
  ],
  /** Pharmacists: dispensing, medication reviews, rapid tests, interventions. */
  "21": ["60593-1", "56445-0", "78601-2", "93024-8", "96173-0", "61357-0", "75468-9", "DISP_AUT"],
  /** Dental surgeons. */
  "40": ["28617-9", "83836-7", "57833-6", "96349-6", "11488-4", "18748-4", "59284-0", "101881-1"],
  /** Midwives: pregnancy, birth, and the prescriptions that they make. */
  "50": ["89233-1", "11488-4", "15508-5", "PRESC-BIO", "57833-6", "55115-0", "89235-6", "59283-2"],
  /** Nurses: care given, medicines given, measures, autonomy. */
  "60": ["11506-3", "80565-5", "29274-8", "BIL_AUTO", "34120-6", "75482-0", "85208-7"],
  "69": ["11506-3", "80565-5", "29274-8", "34120-6"],
  /** Physiotherapists: the initial and final assessments. */
  "70": ["34120-6", "11506-3", "47420-5"],
  "80": ["34120-6", "11506-3", "PRESC-PEDI"],
  /** Laboratory technicians. */
  "86": ["11502-2", "60568-3"],
  "91": ["34120-6", "11506-3", "47420-5"],
  "92": ["34120-6", "11506-3", "78513-9", "47420-5"],
  "93": ["83901-9", "34120-6"],
  "94": ["34120-6", "BIL_AUTO", "11506-3"],
  "95": ["34120-6", "11506-3"],
  "96": ["34120-6", "11506-3"],
  "98": ["18748-4", "52040-3"],
}
