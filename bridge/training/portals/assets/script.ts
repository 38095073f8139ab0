/**
 * What the pages do in the browser. Everything works without it: the server counts, clears and checks
 * too. Plain ES2020, no library, no inline code.
 */
export const script = `"use strict"

// Counters « typed / limit »: spaces do not count, save where each character does (« typed/limit »). The
// limit may follow a choice (Vitale with photo: 11).
for (const counter of document.querySelectorAll("[data-counts]")) {
  const field = document.getElementById(counter.dataset.counts)
  const show = () => {
    const exact = counter.dataset.exact !== undefined
    const typed = exact ? field.value : field.value.replace(/\\s/g, "")
    counter.textContent = typed.length + (exact ? "/" : " / ") + counter.dataset.limit
  }
  const choices = counter.dataset.follows ? document.getElementsByName(counter.dataset.follows) : []
  const follow = () => {
    const chosen = [...choices].find((choice) => choice.checked)
    if (chosen) counter.dataset.limit = chosen.dataset.counterLimit
    show()
  }
  field.addEventListener("input", show)
  for (const choice of choices) choice.addEventListener("change", follow)
  // A browser that comes back to the page restores the fields without any event.
  window.addEventListener("pageshow", follow)
  follow()
}

// « Effacer les critères » empties its own form without leaving the page.
for (const button of document.querySelectorAll("[data-clears]")) {
  button.addEventListener("click", (event) => {
    event.preventDefault()
    for (const field of button.form.querySelectorAll("input[type=text]")) {
      if (field.value === "") continue
      field.value = ""
      field.dispatchEvent(new Event("input", { bubbles: true }))
    }
    button.form.querySelector("input[type=text]").focus()
  })
}

// A file chosen by hand gives its name to an empty title; one put there by a script does not (as recorded).
for (const file of document.querySelectorAll("[data-fills]")) {
  file.addEventListener("change", (event) => {
    const title = document.getElementById(file.dataset.fills)
    const name = file.files.length > 0 ? file.files[0].name : ""
    if (event.isTrusted && title.value === "") title.value = name.replace(/\\.[^.]*$/, "")
  })
}

// The pages between two pages post their form themselves, once: coming back to one does not post it again.
for (const form of document.querySelectorAll("[data-posts-itself]")) {
  const [navigation] = performance.getEntriesByType("navigation")
  if (!navigation || navigation.type !== "back_forward") form.submit()
}
`
