import { statusWord } from "../../iso7816/status-word"
import { writeTlv } from "../../iso7816/tlv-writer"
import { type Command, parseCommand } from "./command"
import type { CardImage, ElementaryFile, LogicalChannel } from "./file-system"
import { controlInformation, find, type Selection } from "./selection"

const nothing = new Uint8Array()

/**
 * A card that answers APDUs from its image: SELECT by name, identifier and path; READ BINARY by offset and SFI;
 * GET RESPONSE. Anything else gets the status word that a real card gives. Total: any bytes get an answer.
 * One object is one stay in a reader; `reset` is what the reader does on power-up.
 */
export class ApduCard {
  readonly atr: Uint8Array
  readonly #image: CardImage
  /** What is selected on each logical channel; null before the first SELECT of the second. */
  #current: [Selection, Selection | null]
  /** What a 61xx announced; forgotten at the next command, as T=0 cards do. */
  #waiting: Uint8Array = nothing

  constructor(image: CardImage) {
    this.atr = image.atr
    this.#image = image
    this.#current = [{ directory: image.fileSystem.master, file: null }, null]
  }

  reset(): void {
    this.#current = [{ directory: this.#image.fileSystem.master, file: null }, null]
    this.#waiting = nothing
  }

  /** The answer to one command: data, then SW1 SW2. */
  answer(bytes: Uint8Array): Uint8Array {
    const waiting = this.#waiting
    this.#waiting = nothing
    const command = parseCommand(bytes)
    if (!command) return says(statusWord.wrongLength)
    const channel = command.cla === 0 ? 0 : command.cla === 1 && this.#image.habits.secondChannel ? 1 : null
    if (channel === null) return says(statusWord.classNotSupported)
    if (command.ins === 0xa4) return this.#select(channel, command)
    if (command.ins === 0xb0) return this.#read(channel, command)
    if (command.ins === 0xc0) return this.#getResponse(command, waiting)
    return says(statusWord.instructionNotSupported)
  }

  #select(channel: LogicalChannel, command: Command): Uint8Array {
    const { habits } = this.#image
    const wantsInformation = command.p2 === 0x04 || (command.p2 === 0x00 && !habits.refusesP2Zero)
    if (!wantsInformation && command.p2 !== 0x0c) return says(statusWord.wrongParameters)
    const found = find(this.#image, this.#current[channel], command)
    if (typeof found === "number") return says(found)
    this.#current[channel] = found
    if (!wantsInformation) return says(statusWord.ok)
    const information = writeTlv(command.p2 === 0x04 ? 0x62 : 0x6f, controlInformation(found))
    if (habits.transport === "T=1")
      return says(statusWord.ok, command.le === null ? nothing : information.subarray(0, command.le))
    this.#waiting = information
    return says(0x6100 | (information.length & 0xff))
  }

  #getResponse({ p1, p2, le }: Command, waiting: Uint8Array): Uint8Array {
    if (p1 !== 0 || p2 !== 0) return says(statusWord.wrongParameters)
    if (waiting.length === 0) return says(statusWord.conditionsNotSatisfied)
    if (le === null || le > waiting.length) {
      this.#waiting = waiting
      return says(0x6c00 | (waiting.length & 0xff))
    }
    return says(statusWord.ok, waiting.subarray(0, le))
  }

  #read(channel: LogicalChannel, { p1, p2, data, le }: Command): Uint8Array {
    const current = this.#current[channel]
    if (!current) return says(statusWord.channelNotSupported)
    const { maxReadBytes = 256 } = this.#image.habits
    if (data.length > 0 || le === null || le > maxReadBytes) return says(statusWord.wrongLength)
    if ((p1 & 0x80) === 0) return this.#content(current.file, p1 * 256 + p2, le)
    if ((p1 & 0x60) !== 0) return says(statusWord.wrongParameters)
    const file = current.directory.files.find(({ sfi }) => sfi === (p1 & 0x1f))
    if (!file) return says(statusWord.fileNotFound)
    this.#current[channel] = { ...current, file }
    return this.#content(file, p2, le)
  }

  #content(file: ElementaryFile | null, offset: number, le: number): Uint8Array {
    if (!file) return says(statusWord.noCurrentFile)
    if (file.protected) return says(statusWord.securityNotSatisfied)
    const left = file.content.length - offset
    if (left <= 0) return says(statusWord.offsetPastEnd)
    const { transport, shortRead } = this.#image.habits
    if (le > left && transport === "T=0") return says(0x6c00 | (left & 0xff))
    return says(le > left ? shortRead : statusWord.ok, file.content.subarray(offset, offset + le))
  }
}

function says(word: number, data: Uint8Array = nothing): Uint8Array {
  const answer = new Uint8Array(data.length + 2)
  answer.set(data)
  answer.set([word >> 8, word & 0xff], data.length)
  return answer
}
