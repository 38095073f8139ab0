import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { axeFindings } from "../drive/axe"
import { browserNames } from "../drive/browser"
import { Journey } from "../drive/journey"
import { submit } from "../drive/portal-page"

/** The professional's card in the second slot, beside the portal that it opened: simulator and imitation portals. */
describe.each(browserNames)("professional in %s", (name) => {
  let on: Journey

  beforeAll(async () => {
    on = await Journey.begin(name)
  })
  afterAll(() => on?.end())

  const firstConnection = async () => {
    await on.incidents("webps", "first-connection")
    await on.go("webps", "/rechercherpatient")
    await on.panel.sees("webps.first-connection")
  }
  const choose = async (situation: string, setting: string) => {
    await on.page.select("#situation", situation)
    await on.page.select("#cadre-exercice", setting)
  }

  /** The light « CPS » of the header: `on`, `off` or `warn`. */
  const light = () =>
    on.panel.page.$$eval("header .chip", (chips) => {
      const cps = chips.find((it) => it.textContent?.startsWith("CPS"))
      return cps?.classList.item(1) ?? null
    })
  /** How far anything sticks out at the side, in pixels. */
  const overflow = () =>
    on.panel.page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement
      return scrollWidth - clientWidth
    })

  it("no CPS, its light is out", async () => {
    await on.panel.says("Insérez la carte Vitale du patient")
    expect(await light()).toBe("off")
  })

  it("CPS in the reader, is named with profession and number, quietly", async () => {
    on.bridge.tray("insert cps-doctor 2")
    await on.panel.says("CPS : FICTIVE-MARTIN Camille, Médecin, carte de test")
    await on.panel.says("RPPS")
    expect(await on.panel.page.$('[data-cps="test"]')).toBeNull()
    expect(await light()).toBe("on")
    expect(await axeFindings(on.panel.page)).toEqual([])
  })

  it("expired CPS, is red with the remedy", async () => {
    on.bridge.tray("insert cps-expired 2")
    await on.panel.shows('[data-cps="expired"]')
    await on.panel.says("Agence du numérique en santé")
    expect(await light()).toBe("warn")
    expect(await axeFindings(on.panel.page)).toEqual([])
  })

  it("two CPS cards, nobody is taken for the one who is signed in", async () => {
    on.bridge.tray("insert cps-doctor 2")
    on.bridge.tray("insert cps-nurse 1")
    await on.panel.says("Deux cartes CPS à la fois")
    on.bridge.tray("remove 1")
    await on.panel.saysNoMore("Deux cartes CPS à la fois")
  })

  it("first connection, nothing is remembered; what was chosen is shown the next time and chosen by nobody", async () => {
    await firstConnection()
    await on.panel.shows('[data-practice="new"]')
    expect(await axeFindings(on.panel.page)).toEqual([])
    await choose("SA07", "AMBULATOIRE")
    await submit(on.page, "Valider")
    await on.panel.sees("webps.my-patients")
    await firstConnection()
    await on.panel.shows('[data-practice="remembered"] [lang="fr"][data-practice-code="SA07"]')
    await on.panel.says("Cabinet individuel")
    expect(await on.page.$eval("#situation", (list) => (list as HTMLSelectElement).value)).toBe("")
    await choose("SA05", "AMBULATOIRE")
    await on.panel.says("un autre choix que la dernière fois")
    await choose("SA07", "AMBULATOIRE")
    await on.panel.says("La page porte le même choix")
    expect(await axeFindings(on.panel.page)).toEqual([])
  })

  it("list of situations, is found by typing", async () => {
    await on.panel.press(".nomenclature summary")
    await on.panel.page.type(".nomenclature input", "maison de sante")
    await on.panel.says("Maison de santé ou Pôle de santé")
    await on.panel.says("1 dans la liste")
    expect(await overflow()).toBe(0)
  })

  it("another professional, has nothing remembered; their name and number stand in no storage", async () => {
    on.bridge.tray("insert cps-nurse 2")
    await on.panel.shows('[data-practice="new"]')
    const kept = await on.panel.page.evaluate(() => {
      type Storage = { storage: { local: { get(key: string): Promise<unknown> } } }
      const { browser, chrome } = window as unknown as { browser?: Storage; chrome: Storage }
      return (browser ?? chrome).storage.local.get("practices").then((it) => JSON.stringify(it))
    })
    expect(kept).toMatch(/"[0-9a-f]{64}"/)
    expect(kept).not.toMatch(/FICTI|MARTIN|\d{11}/)
    on.bridge.tray("insert cps-doctor 2")
    await on.panel.shows('[data-practice="remembered"]')
  })

  const openDmp = async () => {
    await on.go("webps", "/rechercherpatient")
    await on.search()
    await on.panel.guideAt("feed", 5)
    await on.page.click("#autorisation")
    await submit(on.page, "Accéder au DMP")
    await on.panel.sees("webps.dashboard")
  }

  it("CPS out while a DMP is open, is said until it is back or the DMP is left", async () => {
    await on.incidents("webps")
    await on.choosePatient("family", 1)
    await openDmp()
    on.bridge.tray("remove 2")
    await on.panel.shows('[data-cps="left"]')
    await on.panel.says("La CPS de FICTIVE-MARTIN a quitté le lecteur alors qu'un DMP est ouvert")
    expect(await light()).toBe("warn")
    expect(await overflow()).toBe(0)
    expect(await axeFindings(on.panel.page)).toEqual([])
    on.bridge.tray("insert cps-doctor 2")
    await on.panel.gone('[data-cps="left"]')
    expect(await light()).toBe("on")
    on.bridge.tray("insert cps-nurse 2")
    await on.panel.shows('[data-cps="other"]')
    await submit(on.page, "Mes patients")
    await on.panel.gone('[data-cps="other"]')
  })

  it("CPS out after a look at another tab or a lost link, is said all the same; a closed tab ends it", async () => {
    on.bridge.tray("insert cps-doctor 2")
    await on.panel.says("FICTIVE-MARTIN Camille")
    const tab = await on.browser.open(on.url("webps", "/mespatients/raz"))
    await tab.bringToFront()
    await on.panel.sees("webps.my-patients")
    await openDmp()
    await on.options.bringToFront()
    await tab.goto("about:blank")
    await tab.bringToFront()
    on.bridge.tray("remove 2")
    await on.panel.shows('[data-cps="left"]')
    await on.page.bringToFront()
    await on.panel.sees("webps.dashboard")
    await on.panel.shows('[data-cps="left"]')
    // The bridge ends: nothing is known of the card, and nothing is said of it.
    await on.bridge.kill("SIGKILL")
    await on.panel.gone('[data-cps="left"]')
    await on.bridge.restart()
    await on.panel.shows('[data-cps="left"]')
    await on.page.close()
    await on.panel.gone('[data-cps="left"]')
    await on.useTab(tab)
  })

  it("forgotten in the settings, nothing is remembered any more", async () => {
    await on.options.bringToFront()
    await on.options.waitForSelector('[data-action="forget-practices"][data-kept="1"]')
    await on.options.click('[data-action="forget-practices"]')
    await on.options.waitForFunction(() => document.body.innerText.includes("C'est oublié"))
    await on.options.waitForSelector('[data-action="forget-practices"][data-kept="0"]')
    expect(await axeFindings(on.options)).toEqual([])
    on.bridge.tray("insert cps-doctor 2")
    await firstConnection()
    await on.panel.shows('[data-practice="new"]')
  })
})
