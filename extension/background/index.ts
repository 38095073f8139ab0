import browser, { type Runtime } from "webextension-polyfill"
import { isCommand, isOurPage } from "../messages/commands"
import { isPageNews } from "../messages/page-messages"
import { panelPortName } from "../messages/panel-port"
import { staysIn } from "./cards-in-readers"
import { CommandDesk } from "./command-desk"
import { Filling } from "./filling"
import { IdleWatch } from "./idle"
import { restoreLanguage } from "./language"
import { Link } from "./link"
import { afterCards } from "./patient-lock"
import { PortalPacks } from "./portal-packs"
import { PortalTab } from "./portal-tab"
import { State } from "./state"

/** The safety net of reconnection: a timer dies with the worker, an alarm wakes it. Minutes. */
const retryAlarm = { name: "reconnect", periodInMinutes: 0.5 }

/**
 * Starts the background. Every listener is registered in this very turn, because a browser that wakes a
 * sleeping background delivers the event only to listeners that are there at once; what they do waits for
 * the state.
 */
export function startBackground(): void {
  const state = new State()
  const packs = new PortalPacks(state)
  const restored = Promise.all([state.restore(), restoreLanguage(state), packs.restore()])
  const idle = new IdleWatch(state)
  const tabs = new PortalTab(state, packs)
  const link = new Link(state, {
    mode: (mode) => {
      const { patient } = state.get()
      if (patient && patient.mode !== mode) state.set({ patient: null, lockEnd: "mode-changed", fill: null })
    },
    readers: (readers) => {
      const { patient, end } = afterCards(state.get().patient, state.seen, readers)
      state.setSeen(staysIn(readers))
      state.set(end ? { readers, patient, lockEnd: end, fill: null } : { readers, patient })
    },
  })
  const filling = new Filling(state, tabs)
  const desk = new CommandDesk(state, link, tabs, filling, idle, packs)
  const connect = () => void restored.then(() => link.connect())

  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    if (isCommand(message) && isOurPage(sender)) return restored.then(() => desk.carryOut(message))
    const tab = sender.tab?.id
    if (
      isPageNews(message) &&
      sender.id === browser.runtime.id &&
      tab !== undefined &&
      sender.frameId === 0
    ) {
      return restored.then(() => {
        if (message.news === "page") tabs.news(tab, message.description, sender.url)
        else filling.notKept(tab, message.document, message.fields)
        return { packs: packs.inForce() }
      })
    }
    return undefined
  })
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== panelPortName || !port.sender || !isOurPage(port.sender)) return port.disconnect()
    connect()
    void restored.then(() => {
      const stop = state.follow((current) => port.postMessage(current))
      port.onDisconnect.addListener(stop)
      void tabs.look()
    })
  })
  browser.storage.onChanged.addListener((_changes, area) => {
    if (area === "managed") void packs.restore().then(() => tabs.look())
  })
  browser.runtime.onStartup.addListener(connect)
  browser.tabs.onActivated.addListener(connect)
  browser.alarms.onAlarm.addListener(() => {
    void restored.then(() => idle.check())
    connect()
  })
  browser.alarms.create(retryAlarm.name, { periodInMinutes: retryAlarm.periodInMinutes })
  void restored.then(() => {
    idle.check()
    void tabs.look()
  })
  connect()
}
