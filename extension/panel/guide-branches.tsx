import { stepOf } from "../guides/guides"
import type { BranchView, GuideView } from "../guides/view"
import { useSurroundings } from "./context"
import { useGuideActs } from "./guide-acts"
import { Note } from "./note"
import type { TextKey } from "./text"

type Running = Extract<GuideView, { state: "running" }>

/** What happened on the way and where it leads: the cause, what to do, and the one click that leads there. */
export function GuideBranches({ guide }: { guide: Running }) {
  const { text } = useSurroundings()
  return (
    <>
      {guide.branches.map((branch) => (
        <div key={branch.id} data-branch={branch.id}>
          <Note tone={branch.tone} title={text(`branch_${branch.id}` as TextKey)}>
            <p>{text(`branch_${branch.id}_detail` as TextKey)}</p>
            {branch.leads.to === "stop" && !guide.detour && <p>{text("branch_stop")}</p>}
            <Lead guide={guide} leads={branch.leads} />
          </Note>
        </div>
      ))}
    </>
  )
}

function Lead({ guide, leads }: { guide: Running; leads: BranchView["leads"] }) {
  const { text, send } = useSurroundings()
  const act = useGuideActs()
  if (leads.to === "guide") {
    return (
      <div class="actions">
        <button
          type="button"
          class="second"
          data-leads={leads.guide}
          onClick={act({ act: "follow", guide: leads.guide })}
        >
          {text("guide_follow", { guide: text(`guide_${leads.guide}`) })}
        </button>
      </div>
    )
  }
  if (leads.to === "step") {
    const portal = stepOf(guide.guide, leads.step).opens
    return (
      <div class="actions">
        <button
          type="button"
          class="second"
          data-leads="start"
          onClick={() => send({ command: "go-to-portal", portal })}
        >
          {text("branch_start_again", { portal: text(`portal_${portal}`) })}
        </button>
      </div>
    )
  }
  if (leads.to === "stop" && guide.detour) return <ComeBack detour={guide.detour} />
  return null
}

/** Back to the guide from which this one was a detour. */
export function ComeBack({ detour }: { detour: NonNullable<Running["detour"]> }) {
  const { text } = useSurroundings()
  const act = useGuideActs()
  return (
    <div class="actions">
      <button type="button" class="second" data-guide-act="come-back" onClick={act({ act: "come-back" })}>
        {text("guide_come_back", { guide: text(`guide_${detour.guide}`), step: detour.step })}
      </button>
    </div>
  )
}
