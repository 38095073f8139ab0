import browser, { type Runtime } from "webextension-polyfill"
import { isCommand, isOurPage } from "../messages/commands"
import { isPageNews, type PageNews } from "../messages/page-messages"
import { panelPortName } from "../messages/panel-port"
import { openPanel } from "../messages/side-panel"
import { staysIn } from "./cards-in-readers"
import { CommandDesk } from "./command-desk"
import { DrawerTime } from "./drawer-time"
import { FilingDesk } from "./filing-desk"
import { Filling } from "./filling"
import { GuideDesk } from "./guide-desk"
import { GuideProgress } from "./guide-progress"
import { IdleWatch } from "./idle"
import { Keyboard } from "./keyboard"
import { Link } from "./link"
import { OpenPanels } from "./open-panels"
import { afterCards } from "./patient-lock"
import { PortalPacks } from "./portal-packs"
import { PortalTab } from "./portal-tab"
import { PracticeKeeper } from "./practice"
import { SettingsKeeper, settingsKey } from "./settings"
import { State } from "./state"

export { openPanelOnClick } from "./open-panel"

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
  const progress = new GuideProgress(state)
  const settings = new SettingsKeeper(state)
  const practices = new PracticeKeeper(state)
  const restored: Promise<unknown> = Promise.all([state.restore(), settings.restore(), packs.restore()]).then(
    () => Promise.all([progress.restore(), practices.restore(), filing.restore()]),
  )
  const guide = new GuideDesk(state)
  const idle = new IdleWatch(state)
  const drawers = new DrawerTime(state)
  const tabs = new PortalTab(
    state,
    packs,
    (tab) =>
      restored.then(() => {
        state.tabClosed(tab)
        filing.tabClosed(tab)
      }),
    (tab, page) => filing.seen(tab, page),
  )
  const link = new Link(
    state,
    {
      mode: (mode) => {
        const { patient } = state.get()
        if (patient && patient.mode !== mode)
          state.set({ patient: null, lockEnd: "mode-changed", fill: null })
      },
      readers: (readers) => {
        const { patient: locked, readers: before, settings: its } = state.get()
        const { patient, end } = afterCards(locked, state.seen, readers, its.lockAtRemoval ? before : null)
        state.setSeen(staysIn(readers))
        state.set(end ? { readers, patient, lockEnd: end, fill: null } : { readers, patient })
      },
    },
    { watched: () => panels.any },
  )
  const filling = new Filling(state, tabs)
  const filing = new FilingDesk(state, filling)
  const panels = new OpenPanels(state, () => guide.panelsGone())
  const desk = new CommandDesk(
    state,
    link,
    tabs,
    filling,
    idle,
    packs,
    guide,
    progress,
    settings,
    practices,
    filing,
  )
  const keyboard = new Keyboard({
    restored,
    panelOpen: () => panels.any,
    openPanel,
    state: () => state.get(),
    carryOut: (command) => desk.carryOut(command),
  })
  const connect = () => void restored.then(() => link.connect())

  function hear(tab: number, message: PageNews, url: string | undefined): void {
    if (message.news === "page") tabs.news(tab, message.description, url)
    else if (message.news === "not-kept") filling.notKept(tab, message.document, message.fields)
    else if (message.news === "pointing-lost") guide.lost(tab, message.document, message.target)
    else idle.touch()
  }

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
        hear(tab, message, sender.url)
        return { packs: packs.inForce() }
      })
    }
    return undefined
  })
  browser.runtime.onConnect.addListener((port) => {
    if (port.name !== panelPortName || !port.sender || !isOurPage(port.sender)) return port.disconnect()
    connect()
    void restored.then(() => {
      panels.open(port)
      void tabs.look()
    })
  })
  browser.storage.onChanged.addListener((changes, area) => {
    if (area === "managed") void restored.then(() => packs.restore()).then(() => tabs.look())
    if (area === "managed" || (area === "local" && settingsKey in changes))
      void restored
        .then(() => settings.restore())
        .then(() => {
          idle.limitChanged()
          return drawers.forgetOver()
        })
  })
  browser.idle.onStateChanged.addListener((now) => {
    if (now === "locked") void restored.then(() => idle.screenLocked())
    // Somebody is back, perhaps after a sleep.
    if (now === "active") connect()
  })
  // Firefox then updates us at its next start only, and not in the middle of a morning: an update ends the session's
  // memory, and with it the patient and the prepared documents.
  browser.runtime.onUpdateAvailable.addListener(() => undefined)
  browser.commands.onCommand.addListener((name, tab) => void keyboard.press(name, tab?.windowId))
  browser.runtime.onStartup.addListener(connect)
  browser.tabs.onActivated.addListener(connect)
  browser.alarms.onAlarm.addListener(() => {
    void restored.then(() => {
      idle.check()
      return drawers.forgetOver()
    })
    connect()
  })
  browser.alarms.create(retryAlarm.name, { periodInMinutes: retryAlarm.periodInMinutes })
  void restored.then(() => {
    idle.check()
    void drawers.forgetOver()
    void tabs.look()
  })
  connect()
}
