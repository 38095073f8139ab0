// The package ships no types; this is the part that we use.
declare module "write-file-atomic" {
  export default function writeFileAtomic(
    path: string,
    content: string | Uint8Array,
    options: { mode: number },
  ): Promise<void>
}
