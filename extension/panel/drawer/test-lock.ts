import type { TypedIdentity } from "../../../shared/identity/typed-identity"
import type { LockedPatient } from "../../messages/patient"

/** A patient locked by an identity that was typed. */
export function lockOf(typed: Pick<TypedIdentity, "familyName" | "givenName" | "birthDate">): LockedPatient {
  return {
    lock: `lock of ${typed.familyName}`,
    mode: "training",
    sources: [{ kind: "typed", typed: { sex: null, nir: null, ...typed } }],
    saidSame: false,
    typedSerial: "",
    photo: null,
    givenName: null,
    expiresAt: 0,
  }
}
