/* Before: what has to be there before the theme's script, with which this one comes. */

/* What that one reads in a page, and no page shows before a touch: the build has put it here. */
function addSettings({ config, parts }) {
  const root = new URL("../..", document.currentScript.src);
  Object.assign(config, { base: root.href, search: new URL(config.search, root).href });
  const type = "application/json";
  document.body.append(make("script", { id: "__config", type }, JSON.stringify(config)));
  const added = parts.map(addPart);
  added.forEach((part) => part.hidden = true);
  /* The theme starts at this event, when their styles have come too. */
  const show = () => added.forEach((part) => part.hidden = false);
  document.addEventListener("DOMContentLoaded", show, { once: true });
}

function addPart([place, end, html]) {
  const part = make("template", { innerHTML: html }).content.firstElementChild;
  find(place)[end](part);
  return part;
}

/* What the theme keeps the reader's colours with. Each page looks them up, so it has that itself. */
function keepForTheme(name, value, store = localStorage, { pathname } = globalThis.__md_scope) {
  try {
    store.setItem(`${pathname}.${name}`, JSON.stringify(value));
  } catch { /* It is full or blocked. */ }
}

const hashForTheme = (text) =>
  [...text].reduce((sum, letter) => (sum << 5) - sum + letter.charCodeAt(0), 0);

Object.assign(globalThis, { __md_set: keepForTheme, __md_hash: hashForTheme });

/* Where the last link that was followed leads: the theme may stay where the reader was. */
let goal = "";

function noteGoal({ target }) {
  goal = target.closest("a[href*='#']")?.hash.slice(1) ?? "";
}

function goToGoal() {
  document.getElementById(goal)?.scrollIntoView();
  goal = "";
}

if (WORDS.config) addSettings(WORDS);
holdSearch();
followSources();
document.addEventListener("click", noteGoal);
/* The answers change a page first. */
followPages(() => setTimeout(goToGoal));
document.addEventListener("scrollend", showTopOfCard, true);
/* The theme would open every answer. What is to be done then, others are told. */
addEventListener("beforeprint", (event) => {
  event.stopImmediatePropagation();
  dispatchEvent(new Event("coursePrint"));
});
