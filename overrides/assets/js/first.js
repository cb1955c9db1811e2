/* First: what a page needs before its reader touches it. All else comes at the first touch, or at
   once where something is kept already. */

const HERE = document.currentScript;
const LATER = new URL("answers.js", HERE.src);
/* The theme's own script, where the build has put it off. */
const THEME = HERE.dataset.theme && new URL(HERE.dataset.theme, location);
const TOUCHES = [
  ...["pointermove", "pointerdown", "touchstart", "wheel", "scroll"],
  ...["keydown", "focusin"],
];

/* What is of use with a script alone is hidden in the page, and what belongs to an answer is not. */
const WITH_SCRIPT = "[data-part$=tools], [data-block=finish], [data-block=story]";
const WITH_ANSWER = [
  "[data-block]:has(fieldset[data-right]) :is([data-answers], [data-part=course-mark])",
  "[data-block]:has(fieldset[data-right]) [data-do=tryAgain]",
  "[data-block]:has(input[data-right]) :is([data-part=finding], [data-part=range])",
  ".reminder, [data-part=reminder], [data-block=profile] > [data-part=lines]",
];
/* What the page that is open has between its header and its foot. */
let prepared = null;

/* The page as it is while nothing is kept. */
function prepare() {
  const main = find("main");
  if (main === prepared) return;
  prepared = main;
  makeButtons();
  makeDecks();
  for (const part of all(WITH_SCRIPT)) part.hidden = false;
  for (const part of all(WITH_ANSWER.join())) part.hidden = true;
}

/* The scripts keep their order: the one of the answers holds back what the theme would ask for. */
const loadScript = (src) =>
  new Promise((loaded) => {
    const done = { onload: () => loaded(true), onerror: () => loaded(false) };
    document.body.append(make("script", { src, async: false, ...done }));
  });

/* What was written and chosen before the scripts came: a field, and what it had. */
const WRITTEN = ["input", "change"];
const early = new Map();
const noteEarly = ({ target }) =>
  early.set(target, { value: target.value, checked: target.checked });

function tellAgain(selector, ...types) {
  for (const [field, state] of early) {
    if (!field.matches(selector)) continue;
    if (field.type !== "file") Object.assign(field, state);
    for (const type of types) field.dispatchEvent(new Event(type, { bubbles: true }));
    early.delete(field);
  }
}

let pressed = null;
const notePressed = ({ target }) => pressed = target.closest("button[data-do]") ?? pressed;

let coming = null;
const loadAnswers = () =>
  coming ??= loadScript(LATER).then((isHere) => {
    document.removeEventListener("click", notePressed);
    tellAgain("[data-keeps] *, [data-do]", "input", "change");
    if (isHere) pressed?.click();
    else for (const part of all("[data-answers]")) part.hidden = false;
  });

async function loadTheme() {
  document.addEventListener("click", stayOpen, true);
  if (await loadScript(THEME)) startTheme();
  tellAgain("[name=__palette]", "change");
  /* It shuts them an eighth of a second after its start. */
  setTimeout(() => document.removeEventListener("click", stayOpen, true), 250);
}

/* The theme shuts the menu and the search when it starts; a reader may have opened them to begin. */
function stayOpen(event) {
  const { isTrusted, target } = event;
  if (!isTrusted && target.matches("[data-md-toggle]") && !target.checked) event.preventDefault();
}

/* What scrolls within the page is perhaps the menu, which shows the page that is open by itself. */
async function touch(event) {
  if (event?.type === "scroll" && event.target !== document) return;
  for (const type of TOUCHES) removeEventListener(type, touch, true);
  await Promise.all([loadAnswers(), THEME && loadTheme()]);
  for (const type of WRITTEN) document.removeEventListener(type, noteEarly);
}

document.addEventListener("click", press);
document.addEventListener("click", notePressed);
for (const type of WRITTEN) document.addEventListener(type, noteEarly);
document.addEventListener("change", showOpen);
document.addEventListener("keydown", closeMenu);
document.addEventListener("keydown", dropShortcut);
addEventListener("resize", makeButtons);
for (const type of TOUCHES) addEventListener(type, touch, { capture: true, passive: true });

if (THEME) standIn();
followPages(prepare);
if (isKept()) loadAnswers();
else askMirror();
/* The theme searches for what an address says. */
if (/[?&][qh]=/.test(location.search)) touch();
