import { useState } from "preact/hooks"
import { productVersion } from "../../shared/protocol/version"
import type { PageReport as Report } from "../portals/vocabulary"
import { useSurroundings } from "./context"

/**
 * The report of a page for whoever maintains the extension: shown whole before it is copied or saved, so that the
 * person sees what it says and what it does not.
 */
export function PageReport({ tab }: { tab: number }) {
  const { text, send } = useSurroundings()
  const [report, setReport] = useState<Report | null>(null)
  const [copied, setCopied] = useState(false)
  const ask = async () => {
    const reply = await send({ command: "report-page", tab })
    setCopied(false)
    if (reply.ok && reply.report) setReport(reply.report)
  }
  if (!report) {
    return (
      <p class="links">
        <button type="button" class="link" data-action="report" onClick={ask}>
          {text("report_make")}
        </button>
      </p>
    )
  }
  const written = JSON.stringify(
    { report: text("report_title"), product: productVersion, browser: browserVersion(), ...report },
    null,
    1,
  )
  const copy = async () => {
    await navigator.clipboard.writeText(written)
    setCopied(true)
  }
  return (
    <div>
      <h3 id="report" class="kicker">
        {text("report_title")}
      </h3>
      <p class="sub">{text("report_detail")}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be reached by keyboard. */}
      <section class="page-report" tabIndex={0} aria-label={text("report_title")}>
        <pre>{written}</pre>
      </section>
      <div class="actions">
        <button type="button" data-action="copy-report" onClick={copy}>
          {text(copied ? "report_copied" : "report_copy")}
        </button>
        <button type="button" class="second" data-action="save-report" onClick={() => save(written)}>
          {text("report_save")}
        </button>
        <button type="button" class="second" onClick={() => setReport(null)}>
          {text("close")}
        </button>
      </div>
    </div>
  )
}

const browserVersion = () => /(?:Firefox|Edg|Chrome)\/\d+/.exec(navigator.userAgent)?.[0] ?? ""

function save(written: string): void {
  const address = URL.createObjectURL(new Blob([written], { type: "application/json" }))
  const link = document.createElement("a")
  link.href = address
  link.download = "rapport-de-page.json"
  link.click()
  URL.revokeObjectURL(address)
}
