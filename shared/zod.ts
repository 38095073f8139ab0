/**
 * The one door to zod, and the whole list of what we use of it.
 *
 * Why: Plasmo's bundler keeps all of `zod/mini` (484 kB) in each script that imports it. The extension's
 * build therefore bundles this very file first (15 kB) and puts the result in the place of `zod/mini`.
 * A schema that needs one more function adds its name here; nothing else imports zod.
 */
export {
  array,
  boolean,
  discriminatedUnion,
  enum as enums,
  type infer,
  int,
  literal,
  maximum,
  maxLength,
  minimum,
  minLength,
  nullable,
  object,
  optional,
  record,
  regex,
  strictObject,
  string,
} from "zod/mini"
