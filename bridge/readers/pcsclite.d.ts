/** The optional package, for the machines where it is not installed. */
declare module "pcsclite" {
  const openService: import("./pcsc-native").OpenService
  export default openService
}
