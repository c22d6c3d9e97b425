/** How the page of a report looks, and the script that changes how pictures are shown. */

export const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#d8dce2, #34383f); --soft: light-dark(#57606a, #9aa3ad); --band: light-dark(#f5f6f8, #191b1f); --ground: light-dark(#fff, #111217); --link: light-dark(#1f5fd6, #7ba7ff); --danger: light-dark(#b3261e, #ff8a80); --gone: light-dark(#ffdad6, #5a1d1b); --come: light-dark(#cdf2d3, #14472a); }
* { box-sizing: border-box; }
html { scroll-padding-top: 96px; }
body { margin: 0 auto; max-width: 1480px; padding: 0 24px 64px; font: 15px/1.55 system-ui, sans-serif; background: var(--ground); color: light-dark(#1f2328, #d5d9de); display: grid; grid-template-columns: 240px minmax(0, 1fr); gap: 0 40px; }
header { grid-column: 1 / -1; position: sticky; top: 0; z-index: 2; background: var(--ground); border-bottom: 1px solid var(--line); padding: 16px 0 10px; display: flex; flex-wrap: wrap; gap: 0 24px; align-items: baseline; justify-content: space-between; }
h1 { font-size: 21px; line-height: 1.3; margin: 0; }
header p { margin: 0; color: var(--soft); }
nav { position: sticky; top: 72px; align-self: start; max-height: calc(100vh - 88px); overflow-y: auto; padding: 22px 0; font-size: 14px; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav ul ul { padding-left: 14px; margin-bottom: 8px; }
nav a { display: block; padding: 3px 0; text-decoration: none; color: inherit; overflow-wrap: anywhere; }
nav ul ul a { color: var(--soft); }
nav a:hover, nav a:focus-visible { color: var(--link); text-decoration: underline; }
h2 { font-size: 18px; margin: 32px 0 4px; padding-bottom: 6px; border-bottom: 1px solid var(--line); }
main { min-width: 0; }
h2 span, nav span { color: var(--soft); font-weight: 400; }
.danger > h2, nav a.danger { color: var(--danger); font-weight: 600; }
h3 { font-size: 16px; margin: 24px 0 4px; }
h3 code { font-weight: 400; color: var(--soft); }
code { font: 13px/1.6 ui-monospace, monospace; overflow-wrap: anywhere; }
ul.items { list-style: none; margin: 0; padding: 0; }
ul.items > li { padding: 10px 0; border-bottom: 1px solid var(--line); }
ul.items > li:last-child { border-bottom: 0; }
ul.items ul.items { padding-left: 18px; }
section.danger ul.items > li { border-left: 4px solid var(--danger); padding-left: 14px; margin: 8px 0; border-bottom: 0; }
section.danger li > p:first-child { font-weight: 600; }
li p { margin: 0; max-width: 100ch; overflow-wrap: anywhere; }
.why, .touches, .remarks, .note, figcaption { color: var(--soft); font-size: 14px; }
.remarks { font-size: 13px; }
.remarks > * + * { margin-left: 12px; }
.change { margin: 8px 0; border: 1px solid var(--line); border-radius: 6px; overflow: hidden; }
.change > div { display: grid; grid-template-columns: 60px 1fr; padding: 6px 12px; background: var(--band); }
.change > div + div { border-top: 1px solid var(--line); }
.change span { color: var(--soft); font-size: 13px; }
.change code { white-space: pre-wrap; }
del, ins { border-radius: 3px; padding: 1px 0; }
del { background: var(--gone); text-decoration-thickness: 1px; }
ins { background: var(--come); text-decoration-thickness: 1px; text-underline-offset: 3px; }
summary { cursor: pointer; padding: 4px 0; }
details ul:not(.items) { margin: 0; padding-left: 20px; }
fieldset { display: none; border: 0; padding: 0; margin: 0 0 8px; flex-wrap: wrap; gap: 4px 18px; font-size: 14px; }
.scripted fieldset { display: flex; }
legend { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
figure { margin: 12px 0; }
.stage { display: grid; grid-template-columns: repeat(2, minmax(0, max-content)); gap: 16px; }
.side { min-width: 0; }
.side span { display: block; color: var(--soft); font-size: 13px; }
.side img { display: block; max-width: 100%; height: auto; border-radius: 6px; }
[data-shape=wide] .stage { grid-template-columns: minmax(0, 1fr); }
.pictures .contrast { display: none; }
.pictures.contrast .contrast { display: block; }
.pictures.contrast .whole { display: none; }
.line { display: none; width: 100%; max-width: 620px; margin: 8px 0 0;  }
.swipe .stage, .flicker .stage { grid-template-columns: fit-content(100%); }
.swipe .side, .flicker .side { grid-area: 1 / 1; }
.swipe .side span { visibility: hidden; }
.swipe .after { clip-path: inset(0 0 0 var(--at, 50%)); }
.swipe .before { clip-path: inset(0 calc(100% - var(--at, 50%)) 0 0); }
.swipe .line { display: block; }
.flicker .side { animation: turn 2s steps(1) infinite; }
.flicker .after { animation-delay: -1s; }
@keyframes turn { 0% { visibility: visible; } 50%, 100% { visibility: hidden; } }
@media (max-width: 1000px) { body { grid-template-columns: minmax(0, 1fr); } nav { position: static; max-height: none; padding: 12px 0 0; } nav ul ul { display: none; } nav > ul { display: flex; flex-wrap: wrap; gap: 4px 18px; } }
@media (max-width: 640px) { body { padding: 0 14px 40px; } h1 { font-size: 18px; } header { padding: 10px 0 8px; } .stage { grid-template-columns: minmax(0, 1fr); } .change > div { grid-template-columns: 1fr; } }
@media print { body { display: block; } header, nav { position: static; } fieldset { display: none; } }
`;

/** Only the pictures need it: which way they are shown, and where the line between them is. */
export const SCRIPT = `
document.documentElement.classList.add('scripted');
document.addEventListener('input', ({ target }) => {
  const figure = target.closest('.pictures');
  if (figure === null) return;
  if (target.type === 'radio') figure.className = 'pictures ' + target.value;
  else figure.style.setProperty('--at', target.value + '%');
});
`;
