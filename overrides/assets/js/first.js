/* First: what a page needs before its reader touches it. The theme's script comes at the first touch
   of the page, that of the answers at the first of a block or when the reader reads on, or at once
   where something is kept already. */

const HERE = document.currentScript;
const LATER = new URL("answers.js", HERE.src);
/* The theme's own script, where the build has put it off. */
const THEME = HERE.dataset.theme && new URL(HERE.dataset.theme, location);
/* The rules for what the other scripts make are beside the others, where these are in one sheet. */
const SHEET = THEME && find("link[href$='course.css']");
/* A block with something to write, to choose or to press. */
const TO_ANSWER = "[data-block]:has(input, textarea, select, button)";
const TOUCHES = [
  ...["pointermove", "pointerdown", "touchstart", "wheel", "scroll"],
  ...["keydown", "focusin", "click", "input", "change"],
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
  numberDecks();
  for (const part of all(WITH_SCRIPT)) part.hidden = false;
  for (const part of all(WITH_ANSWER.join())) part.hidden = true;
  showStory();
  if (isKept()) loadAnswers();
}

const bring = (tag, properties) =>
  new Promise((loaded) => {
    const done = { onload: () => loaded(true), onerror: () => loaded(false) };
    document.body.append(make(tag, { ...properties, ...done }));
  });

/* In the body, since the theme takes from the head what the next page has not. */
let styled = null;
const loadStyles = () =>
  styled ??= SHEET &&
    bring("link", { rel: "stylesheet", href: new URL("touched.css", SHEET.href) });

let coming = null;
const loadAnswers = () => coming ??= startAnswers();

async function startAnswers() {
  bring("link", { rel: "preload", as: "script", href: LATER });
  /* What it makes has its looks by then, so nothing moves. */
  await loadStyles();
  const isHere = await bring("script", { src: LATER });
  document.removeEventListener("click", notePressed);
  removeEventListener("hashchange", goOn);
  tellAgain("[data-keeps] *, [data-do]", "input", "change");
  if (isHere) pressed?.click();
  else for (const part of all(`[data-answers], ${SCENE}`)) part.hidden = false;
}

let theming = null;
const loadTheme = () => theming ??= THEME && startThemeScript();

async function startThemeScript() {
  document.addEventListener("click", stayOpen, true);
  await Promise.all([SHEET && nameSheet(), loadStyles()]);
  const isHere = await bring("script", { src: THEME });
  if (isHere) startTheme();
  /* The theme's parts have come with it. */
  showOpen();
  tellAgain("[name=__palette]", "change");
  /* A menu out of sight is laid out before it is asked for, and from then on. */
  document.documentElement.classList.add("ready");
  /* It shuts them an eighth of a second after its start. */
  setTimeout(() => document.removeEventListener("click", stayOpen, true), 250);
}

/* What scrolls within the page is perhaps the menu, which shows the page that is open by itself. */
function touch({ type, target }) {
  const isScroll = type === "scroll";
  if (isScroll && target !== document) return;
  loadTheme();
  if (isScroll ? !isOpen("__search") && !isOpen("__drawer") : target.closest?.(TO_ANSWER)) {
    loadAnswers();
  }
  if (coming) { for (const type of TOUCHES) removeEventListener(type, touch, true); }
}

document.addEventListener("click", press);
document.addEventListener("click", notePressed);
for (const type of WRITTEN) document.addEventListener(type, noteEarly);
document.addEventListener("change", ({ target }) => target.matches(".md-toggle") && showOpen());
document.addEventListener("keydown", shutOpen);
document.addEventListener("keydown", leaveSearch);
document.addEventListener("keydown", dropShortcut);
addEventListener("resize", makeButtons);
addEventListener("hashchange", goOn);
for (const type of TOUCHES) addEventListener(type, touch, { capture: true, passive: true });

if (THEME) standIn();
followPages(prepare);
if (!coming) askMirror();
/* The theme searches for what an address says, and has the picture of colours that were chosen. */
const shown = find("label[for^=__palette]:not([hidden])");
if (/[?&][qh]=/.test(location.search) || shown && !find("svg", shown)) loadTheme();
