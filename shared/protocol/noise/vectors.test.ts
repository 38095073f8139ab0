import { expect, test } from "vitest"
import { keyOf, play } from "../../../test/protocol/play-vector"
import { prologueOf } from "../opening"
import { protocolName } from "./nnpsk0"
import file from "./vectors.json"

for (const vector of file.vectors) {
  test(`noise, vector "${vector.name}", both roles say and hear it byte by byte`, async () => {
    const played = await play(vector)
    expect(played.messages).toEqual(vector.messages.map(({ ciphertext }) => ciphertext))
    expect(played.initiatorHash).toBe(vector.handshakeHash)
    expect(played.responderHash).toBe(vector.handshakeHash)
    expect(played.payloads).toEqual(vector.messages.map(({ payload }) => payload))
  })
}

test("noise, vectors, are of the protocol that we speak", () => {
  expect(file.protocol).toBe(protocolName)
  const [paired] = file.vectors
  const prologue = prologueOf({ key: "client", client: "0123456789abcdef" })
  expect(paired?.prologue).toBe(Buffer.from(prologue).toString("hex"))
})

test.each(file.pairingKeys)(
  "noise, vector of a pairing code, gives the key that the file names",
  async ({ code, key }) => {
    expect(await keyOf(code)).toBe(key)
  },
)
