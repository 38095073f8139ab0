import { type Page, redirect, type Visit } from "./page"
import { forgetProgress } from "./session"

/** « Session expired », switched on: whatever form is sent, the portal has forgotten the visitor. */
export const expiring = (pages: readonly Page[], expiredAddress: string): readonly Page[] =>
  pages.map((guarded) => {
    const { post } = guarded
    if (!post) return guarded
    return {
      ...guarded,
      post: (visit) => {
        if (!visit.switches.has("session-expired")) return post(visit)
        forgetProgress(visit.session)
        return redirect(expiredAddress)
      },
    }
  })

/** Pages that nobody reaches before something else is done: they lead to where it is done. */
export const onlyAfter = (
  missingStep: (visit: Visit) => string | null,
  pages: readonly Page[],
): readonly Page[] =>
  pages.map(({ path, takesFile, get, post }) => {
    const guarded = (act: NonNullable<Page["get"]>) => (visit: Visit) => {
      const address = missingStep(visit)
      return address === null ? act(visit) : redirect(address)
    }
    return {
      path,
      ...(takesFile && { takesFile }),
      ...(get && { get: guarded(get) }),
      ...(post && { post: guarded(post) }),
    }
  })
