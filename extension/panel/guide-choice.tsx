import { guideIds } from "../guides/define-guide"
import { guides } from "../guides/guides"
import { useSurroundings } from "./context"
import { useGuideActs } from "./guide-acts"

/** No guide is followed: both are offered, in a card for those who need it, in one line for those who closed it. */
export function GuideChoice({ off }: { off: boolean }) {
  const { text } = useSurroundings()
  const act = useGuideActs()
  if (off) {
    return (
      <p class="links ways">
        <span>{text("guide_off")}</span>
        {guideIds.map((guide) => (
          <button
            key={guide}
            type="button"
            class="link"
            data-guide={guide}
            onClick={act({ act: "follow", guide })}
          >
            {text(`guide_${guide}`)}
          </button>
        ))}
      </p>
    )
  }
  return (
    <section class="card" aria-labelledby="guides">
      <h2 id="guides" class="kicker">
        {text("guide_title")}
      </h2>
      <p class="why">{text("guide_intro")}</p>
      <div class="holders">
        {guideIds.map((guide) => (
          <button
            key={guide}
            type="button"
            class="holder"
            data-guide={guide}
            onClick={act({ act: "follow", guide })}
          >
            <span>{text(`guide_${guide}`)}</span>
            <small>{text("guide_steps_count", { count: guides[guide].steps.length })}</small>
          </button>
        ))}
      </div>
    </section>
  )
}
