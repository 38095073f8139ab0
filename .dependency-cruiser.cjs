// The arrows of the house: bridge -> shared <- extension, and inside the extension
// panel -> messages <- background, contents -> page -> portals. See docs/architecture.md.
const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to })
const tests = "\\.test\\.tsx?$"

module.exports = {
  forbidden: [
    rule("no-circular", "A cycle means two rooms are one.", {}, { circular: true }),
    rule(
      "shared-is-a-leaf",
      "shared/ is what both programs agree on: neither of them, no browser API, no Node.",
      { path: "^shared/", pathNot: tests },
      { pathNot: ["^shared/", "^node_modules/zod"] },
    ),
    rule(
      "bridge-knows-no-extension",
      "bridge -> shared only.",
      { path: "^bridge/" },
      { path: "^extension/" },
    ),
    rule(
      "extension-knows-no-bridge",
      "extension -> shared only; it talks to the bridge through the link.",
      { path: "^extension/", pathNot: tests },
      { path: ["^bridge/", "^test/"] },
    ),
    rule(
      "product-knows-no-test",
      "What ships never imports what tests it.",
      { path: "^(bridge|extension|shared)/", pathNot: tests },
      { path: ["^test/", tests] },
    ),
    rule(
      "test-tools-stay-in-tests",
      "A file beside the code that only tests need (fake-…, test-…) is imported by tests and benches only.",
      { pathNot: [tests, "^test/", "^scripts/bench/", "/(fake|test)-[a-z-]+\\.ts$"] },
      { path: "^(bridge|extension|shared)/.*/(fake|test)-[a-z-]+\\.ts$" },
    ),
    rule(
      "pcsc-has-one-file",
      "Only bridge/readers/pcsc.ts imports the PC/SC package (and the bare client that the bench compares it with).",
      { pathNot: ["^bridge/readers/pcsc\\.ts$", "^scripts/bench/raw-pcsc-client\\.cjs$"] },
      { path: "pcsclite" },
    ),
    rule(
      "ws-stays-in-the-link",
      "Only bridge/link/ imports ws (tests may, to attack it).",
      { pathNot: ["^bridge/link/", "^test/", tests] },
      { path: "^node_modules/(@types/)?ws/" },
    ),
    rule(
      "asn1-has-one-door",
      "Only bridge/cps/asn1.ts imports asn1js, and loads it when a CPS is read (tests may, to compare).",
      { pathNot: ["^bridge/cps/asn1\\.ts$", tests] },
      { path: "^node_modules/asn1js/" },
    ),
    rule(
      "polyfill-stays-at-the-border",
      "webextension-polyfill lives in background, messages and the entries.",
      {
        path: "^extension/",
        pathNot: ["^extension/(background|messages)/", "^extension/[^/]+\\.tsx?$", "^extension/contents/"],
      },
      { path: "webextension-polyfill" },
    ),
    rule(
      "portals-are-data",
      "What we know of a page is data: portals/ imports shared/ and itself.",
      { path: "^extension/portals/", pathNot: tests },
      { pathNot: ["^extension/portals/", "^shared/"] },
    ),
    rule(
      "guides-are-data",
      "The guides and their reducer are pure: guides/ imports portals/, shared/ and itself.",
      { path: "^extension/guides/", pathNot: tests },
      { pathNot: ["^extension/(guides|portals)/", "^shared/"] },
    ),
    rule(
      "page-knows-portals-only",
      "page/ is DOM in, DOM out.",
      { path: "^extension/page/", pathNot: tests },
      { pathNot: ["^extension/(page|portals)/", "^shared/", "^node_modules/dom-accessibility-api"] },
    ),
    rule(
      "panel-goes-through-messages",
      "panel -> messages <- background.",
      { path: "^extension/panel/" },
      { path: ["^extension/(background|page|contents)/"] },
    ),
    rule(
      "decoder-has-one-door",
      "The decoder's libraries run in workers, its own and the converter's: what the panel imports of it must stay small.",
      { pathNot: ["^extension/(decoder|converter)/", "^test/", tests] },
      { path: ["^extension/decoder/(worker|read-|pdf-|open-pdf|file-kind)", "zxing-wasm", "pdfjs-dist"] },
    ),
    rule(
      "converter-has-one-door",
      "The converter's libraries run in its worker: what the panel imports of it must stay small.",
      { pathNot: ["^extension/converter/", "^test/", tests] },
      {
        path: "^extension/converter/",
        pathNot: "^extension/converter/(converter|conversion|running-worker|legible|limits)\\.ts$",
      },
    ),
    rule(
      "converter-door-is-light",
      "What the panel loads of the converter draws nothing and opens nothing.",
      { path: "^extension/converter/(converter|conversion|running-worker|legible|limits)\\.ts$" },
      {
        pathNot: [
          "^extension/converter/(converter|conversion|running-worker|legible|limits)\\.ts$",
          "^extension/decoder/start-worker\\.ts$",
          "^shared/",
        ],
      },
    ),
    rule(
      "pdf-lib-stays-in-the-converter",
      "Only the converter writes PDF, in its worker (tests may, to make files).",
      { pathNot: ["^extension/converter/", "^(test|scripts)/", tests] },
      { path: "^node_modules/@cantoo/pdf-lib" },
    ),
    rule(
      "batch-has-one-door",
      "Batches are written and opened in a worker: what the panel imports of it must stay small.",
      { pathNot: ["^extension/drawer/(batch-|fake-batch)", tests] },
      {
        path: ["^extension/drawer/batch-(worker|file|container|header)\\.ts$", "age-encryption"],
        dependencyTypesNot: ["type-only"],
      },
    ),
    rule(
      "background-goes-through-messages",
      "The background draws nothing and touches no page.",
      { path: "^extension/background/", pathNot: tests },
      { path: ["^extension/(panel|page|contents)/"] },
    ),
    rule(
      "zod-has-one-door",
      "The extension build bundles zod once, through shared/zod.ts.",
      { pathNot: "^shared/zod\\.ts$" },
      { path: "^node_modules/zod" },
    ),
    rule(
      "not-to-dev-dep",
      "What ships depends on dependencies only.",
      { path: "^(bridge|extension|shared)/", pathNot: tests },
      { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    ),
    rule(
      "resolvable",
      "Every import must resolve.",
      {},
      { couldNotResolve: true, pathNot: "^(data-base64|pcsclite)" },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|build|out|\\.plasmo)/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
}
