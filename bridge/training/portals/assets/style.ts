/** A sober look of our own. The State's design system, typefaces and logos are not imitated, on purpose. */
export const style = `
:root {
  --accent: #17605a; --accent-dark: #0e433f; --tint: #e9f3f1;
  --ink: #1d2529; --soft: #56636a; --line: #c9d2d6; --wrong: #a3201b; --wrong-tint: #fdf0ef;
}
.portal-webps { --accent: #3a4a8c; --accent-dark: #283566; --tint: #eef0f8; }
.portal-dmp { --accent: #7a4a1e; --accent-dark: #583414; --tint: #f7f0e8; }
* { box-sizing: border-box; }
html { scroll-padding-top: 6rem; }
body { margin: 0; background: #f6f7f7; color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", Roboto, sans-serif; }
a { color: var(--accent-dark); }
a:focus-visible, button:focus-visible, input:focus-visible, select:focus-visible, textarea:focus-visible, [tabindex]:focus-visible {
  outline: 3px solid var(--ink); outline-offset: 2px;
}
.mark {
  position: sticky; top: 0; z-index: 10; margin: 0; padding: .45rem 1rem; text-align: center;
  background: #ffd54a; color: #2b2100; border-bottom: 4px solid #2b2100; font-size: .9rem;
}
.mark strong { letter-spacing: .02em; }
.mark span, .mark a { margin-left: .6rem; }
.mark a { color: inherit; }
.mark .switches { margin: .2rem 0 0; font-size: .85rem; }
.banner { background: #fff; border-bottom: 3px solid var(--accent); padding: .8rem max(1rem, calc(50% - 23rem)); }
.banner .home { font-weight: 700; font-size: 1.2rem; color: var(--accent-dark); text-decoration: none; margin-right: .6rem; }
.banner .about { color: var(--soft); }
nav ul { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; list-style: none; margin: .5rem 0 0; padding: 0; }
main { max-width: 48rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .8rem; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 1.4rem 0 .6rem; }
h3 { font-size: 1.1rem; margin: 1rem 0 .6rem; }
p { margin: .5rem 0; }
.hero { background: #fff; border-left: 6px solid var(--accent); padding: 1.6rem; }
.hero .over { color: var(--soft); margin: 0; }
.hero h1 { font-size: 2rem; }
.zone, form { background: #fff; }
.zone { border: 1px solid var(--line); border-radius: 8px; padding: .3rem 1.2rem 1.1rem; margin: 1rem 0; }
.zone > h2, .zone > h3 { margin-top: .8rem; color: var(--accent-dark); }
main > form { border: 1px solid var(--line); border-radius: 8px; padding: 1.2rem; }
.field { margin: 1rem 0; }
.field:first-child { margin-top: 0; }
.field > label, legend { font-weight: 600; display: block; padding: 0; }
fieldset { border: 0; margin: 0 0 1.2rem; padding: 0; min-width: 0; }
.hint, .counter { color: var(--soft); font-size: .92rem; }
.hint { margin: 0; }
.entry { display: flex; align-items: center; gap: .7rem; margin-top: .3rem; }
input[type=text], input[type=password], input[type=file], select, textarea {
  flex: 1; min-width: 0; max-width: 22rem; padding: .6rem .7rem; font: inherit; color: inherit; background: #fff;
  border: 1px solid #69777e; border-radius: 5px;
}
select, textarea, input[type=file] { display: block; width: 100%; max-width: 100%; margin-top: .3rem; }
textarea { resize: vertical; }
.field > .counter { margin: .2rem 0 0; text-align: right; }
.when-text, form:has(#modeDocument-text:checked) .when-file { display: none; }
form:has(#modeDocument-text:checked) .when-text { display: block; }
.document > h2 { font-size: 1.15rem; color: var(--accent-dark); }
.document > h2:first-of-type { margin-top: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.counter { white-space: nowrap; font-variant-numeric: tabular-nums; }
.choice { display: flex; align-items: flex-start; gap: .6rem; margin: .5rem 0; }
.choice input { width: 1.25rem; height: 1.25rem; margin: .15rem 0 0; flex: none; accent-color: var(--accent); }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 0 1.2rem; align-items: end; }
.columns .field { margin: .5rem 0; }
.actions { display: flex; flex-wrap: wrap; gap: .7rem; margin: 1.2rem 0 0; }
button, .button {
  display: inline-block; font: inherit; font-weight: 600; line-height: 1.3; text-align: center; text-decoration: none;
  padding: .65rem 1.2rem; border-radius: 5px; border: 2px solid var(--accent); background: var(--accent); color: #fff; cursor: pointer;
}
button:hover, .button:hover { background: var(--accent-dark); border-color: var(--accent-dark); color: #fff; }
.secondary { background: #fff; color: var(--accent-dark); }
.notice { background: var(--tint); border-left: 5px solid var(--accent); padding: .7rem 1rem; margin: 1rem 0; }
.summary { background: var(--wrong-tint); border-left: 5px solid var(--wrong); padding: .7rem 1rem; margin: 1rem 0; }
.summary ul { margin: .3rem 0; padding-left: 1.2rem; }
.summary a, .error { color: var(--wrong); }
.error { font-weight: 600; margin: .2rem 0; }
.wrong { border-left: 4px solid var(--wrong); padding-left: .8rem; }
.wrong input:not([type=radio], [type=checkbox]), .wrong select, .wrong textarea { border: 2px solid var(--wrong); }
.explanation { display: none; background: var(--tint); border-radius: 5px; padding: .5rem 1rem; }
.explanation:target { display: block; }
.stepper { display: flex; flex-wrap: wrap; gap: .4rem; list-style: none; margin: .8rem 0 1.4rem; padding: 0; }
.stepper li { flex: 1 1 8rem; border-top: 4px solid var(--line); padding-top: .4rem; color: var(--soft); }
.stepper li.past { border-color: var(--accent); }
.stepper [aria-current] { border-color: var(--accent); color: var(--ink); font-weight: 700; }
.stepper .number {
  display: inline-block; min-width: 1.6em; text-align: center; border-radius: 1em; background: var(--accent); color: #fff;
}
.plain { margin: .5rem 0 1rem; padding-left: 1.2rem; }
.traits { margin: .8rem 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: .6rem 1.2rem; }
.traits dt { color: var(--soft); font-size: .92rem; }
.traits dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
#TitreDocument { max-width: 100%; }
.actions + .hint { margin-top: .8rem; }
.document-traits { grid-template-columns: 1fr; }
.document-traits > div { display: grid; grid-template-columns: minmax(0, 9rem) minmax(0, 1fr); gap: 0 1rem; }
.document-traits dd { white-space: pre-line; }
.choice .hint { display: block; font-weight: 400; }
.patient { background: var(--tint); border-radius: 8px; padding: .3rem 1.2rem .6rem; }
.status { margin: .8rem 0; }
.status strong { border-radius: 1em; padding: .15rem .8rem; background: #e3e7e9; }
.status .open { background: #d7efd9; color: #14501d; }
.status .closed { background: #fbe0de; color: #7d1612; }
table { width: 100%; border-collapse: collapse; background: #fff; border: 1px solid var(--line); }
th, td { text-align: left; padding: .6rem .8rem; border-bottom: 1px solid var(--line); }
@media (max-width: 30rem) {
  .mark span { display: none; }
  .banner .about { display: block; font-size: .92rem; }
  .traits { grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); }
  .document-traits, .document-traits > div { grid-template-columns: 1fr; }
  .hero { padding: 1.1rem; }
  .hero h1 { font-size: 1.6rem; }
  h1 { font-size: 1.4rem; }
  .zone { padding: .2rem .8rem .9rem; }
  .stepper li { flex: 1 1 100%; border-top: 0; border-left: 4px solid var(--line); padding: .1rem .7rem; }
  .actions > * { flex: 1 1 auto; }
  th, td { padding: .5rem .4rem; }
}
`
