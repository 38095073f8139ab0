// A client of PC/SC with nothing around it: sends the APDUs of the list (hex, in the environment) to each card that is
// put in the reader, and prints a line when the last answer has come. What `npm run bench -- read` compares us with.
process.env.PCSCLITE_NO_BLOCKING = "1"
const pcsclite = require("pcsclite")
const commands = process.env.BENCH_APDUS.split(" ").map((hex) => Buffer.from(hex, "hex"))
const shared = 2
const t0OrT1 = 3
const leave = 0
const present = 0x20

pcsclite().on("reader", (reader) => {
  let busy = false
  reader.on("error", () => undefined)
  reader.on("status", ({ state }) => {
    const hasCard = (state & present) !== 0
    const isNew = hasCard && !busy
    busy = hasCard
    if (!isNew) return
    reader.connect({ share_mode: shared, protocol: t0OrT1 }, (error, protocol) => {
      if (error) throw error
      const next = (at) => {
        if (at === commands.length) {
          process.stdout.write("done\n")
          return reader.disconnect(leave, () => undefined)
        }
        reader.transmit(commands[at], 258, protocol, (failed) => {
          if (failed) throw failed
          next(at + 1)
        })
      }
      next(0)
    })
  })
})
process.stdout.write("ready\n")
