import { documentTypeGroups } from "../../../../shared/documents/document-types"

/** The list « Type du document », in groups. The value of an option is its French label. */
export type TypeGroup = { group: string; labels: readonly string[] }

export const documentTypes: readonly TypeGroup[] = documentTypeGroups.map(({ group, types }) => ({
  group,
  labels: types.map(([, label]) => label),
}))

export const isDocumentType = (label: string) => documentTypes.some(({ labels }) => labels.includes(label))

/** The group that « Dernier document de synthèse » looks in; ours. */
export const isSynthesis = (label: string) => documentTypes[0]?.labels.includes(label) ?? false
