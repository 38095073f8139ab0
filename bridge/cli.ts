import { Command, CommanderError } from "commander"
import { productVersion } from "../shared/protocol/version"
import { isDeckCard } from "./commands/deck-card"
import { describeCards } from "./commands/describe-card"
import { doctor } from "./commands/doctor"
import { install, uninstall } from "./commands/install"
import { listClients, pair, revoke } from "./commands/paired-clients"
import { listReaders, read } from "./commands/read"
import { serve } from "./commands/serve"
import { refuse, say, speaking } from "./commands/speech"
import { type DeckCardId, deckCardIds } from "./training/cards/deck"

/** The card that training starts with: three holders show the most. */
const firstCard: DeckCardId = "family"

/** The words that commander puts in the help, in the user's language. */
const titles: Record<string, string> = {
  "Usage:": say.help.usage,
  "Commands:": say.help.commands,
  "Options:": say.help.options,
  "Arguments:": say.help.arguments,
}

const cli = new Command("dmp-bridge")
  .description(say.about)
  .version(productVersion, "-V, --version", say.help.version)
  .helpOption("-h, --help", say.help.help)
  .helpCommand(false)
  .configureHelp({ styleTitle: (title) => titles[title] ?? title })
  // commander's own errors are English only: one sentence of ours stands for all of them.
  .configureOutput({ outputError: () => undefined })
  .exitOverride()

cli
  .command("serve")
  .description(say.serve.about)
  .option("--simulate", say.serve.simulate)
  .option("--card <id>", say.serve.card(deckCardIds))
  .option("--no-card", say.serve.noCard)
  .option("--tray", say.serve.tray)
  .option("--port <n>", say.serve.port)
  .option("--verbose", say.serve.verbose)
  .action(startServing)

cli.command("pair").description(say.pair.about).action(speaking(pair))
cli.command("clients").description(say.clients.about).action(speaking(listClients))
cli.command("revoke <name>").description(say.revoke.about).action(speaking(revoke))

cli.command("install").description(say.install.about).action(speaking(install))
cli.command("uninstall").description(say.uninstall.about).action(speaking(uninstall))

type ReadFlags = { json?: true; simulate?: true }
const readerSide = ({ simulate }: ReadFlags) =>
  simulate ? ({ simulate, card: firstCard } as const) : ({ simulate: false } as const)

cli
  .command("read")
  .description(say.read.about)
  .option("--json", say.read.json)
  .option("--simulate", say.read.simulate)
  .action(speaking((flags: ReadFlags) => read({ ...readerSide(flags), json: flags.json === true })))

cli
  .command("readers")
  .description(say.readers.about)
  .option("--simulate", say.read.simulate)
  .action(speaking((flags: ReadFlags) => listReaders(readerSide(flags))))

cli
  .command("doctor")
  .description(say.doctor.about)
  .option("--json", say.doctor.json)
  .action(speaking(({ json }: { json?: true }) => doctor({ json: json === true })))

cli
  .command("describe-card")
  .description(say.describeCard.about)
  .option("--json", say.describeCard.json)
  .option("--simulate", say.describeCard.simulate)
  .action(speaking((flags: ReadFlags) => describeCards({ ...readerSide(flags), json: flags.json === true })))

cli.parseAsync().catch((thrown: unknown) => {
  // Help and version arrive here too, with the exit code 0.
  if (!(thrown instanceof CommanderError)) throw thrown
  if (thrown.exitCode !== 0) refuse(say.notUnderstood)
})

type ServeFlags = { simulate?: true; card?: string | false; tray?: true; port?: string; verbose?: true }

async function startServing(flags: ServeFlags, command: Command): Promise<void> {
  const { simulate = false, tray = false, verbose = false } = flags
  const card = typeof flags.card === "string" ? flags.card : firstCard
  const port = flags.port === undefined ? null : Number(flags.port)
  const wantsCards = tray || command.getOptionValueSource("card") === "cli"
  if (wantsCards && !simulate) return refuse(say.serve.onlySimulated)
  if (!isDeckCard(card)) return refuse(say.serve.badCard(deckCardIds))
  if (port !== null && !(Number.isInteger(port) && port >= 0 && port <= 65_535))
    return refuse(say.serve.badPort)
  const start = speaking(serve)
  await start({ simulate, card: flags.card === false ? null : card, tray, port, verbose })
}
