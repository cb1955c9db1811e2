/* Notebook: every answer below what was asked, and as a text to keep. */

const ANSWER = "[data-part=answer]";
const DOWNLOADED = "notebook.downloaded";

function showNotebook() {
  const notebook = find("[data-part=answers]");
  if (!notebook) return;
  find("[data-do=undo]").disabled = !canUndo();
  const places = all("[data-kept]", notebook);
  for (const place of places) showPlace(place);
  const asked = new Set(places.map(({ dataset }) => dataset.kept));
  /* What is no longer asked has its name, as there is nothing else to show it by. */
  const removed = answers().filter((name) => !asked.has(name)).map((name) => answerOf(name, name));
  showAnswers(find("[data-part=removed]", notebook), removed);
  for (const part of all("section", notebook)) part.hidden = !find(ANSWER, part);
  find("[data-part=nothing]").hidden = find(ANSWER, notebook) !== null;
}

function showPlace(place) {
  const { kept, values } = place.dataset;
  place.hidden = !has(kept);
  showAnswers(place, has(kept) ? [answerOf(kept, "", values)] : []);
}

/* What is shown already stays: to lay a long notebook out anew is slow. */
function showAnswers(place, wanted) {
  const shown = all(ANSWER, place);
  const isSame = (answer, at) => answer.isEqualNode(wanted[at]);
  if (shown.length === wanted.length && shown.every(isSame)) return;
  removeAll(ANSWER, place);
  place.append(...wanted);
}

function answerOf(name, label, values) {
  const others = copiesOf(name).flatMap((copy) => [make("p", {}, TEXT.other), written(copy)]);
  return makePart("answer", "div", {}, label, written(name, values), ...others);
}

/* A choice keeps values: only with the words of their options, a reader can read them. */
function written(name, values) {
  const words = values && JSON.parse(values);
  return makePart("written", "p", {}, words ? wordsOfChoice(parsed(name), words) : read(name));
}

/* An option that has other words now is told by those that were chosen. */
function wordsOfChoice({ value, words }, known) {
  const values = value.split(" ");
  return values.every((each) => Object.hasOwn(known, each))
    ? values.map((each) => known[each]).join(" ")
    : words || fill(TEXT.gone, { value });
}

function tellNotebook(message, counts = {}) {
  refresh();
  const text = find(`[data-message=${message}]`).textContent;
  find("[data-part=status]").textContent = fill(text, counts);
}

function downloadText() {
  const copy = find("[data-part=answers]").cloneNode(true);
  removeAll("[hidden]", copy);
  /* Away from the site, only a full address leads back to it. */
  for (const link of all("a", copy)) link.setAttribute("href", link.href);
  const style = "<style>[data-part=written]{white-space:pre-wrap}</style>";
  const head = `<!doctype html><meta charset="utf-8">${style}`;
  save("notebook.html", "text/html", head + copy.innerHTML);
}

/* Ten answers are in no file yet, and the first of them was given over a week ago. */
function needsDownload() {
  const last = parsed(DOWNLOADED).when;
  const times = answers().map((name) => parsed(name).when).filter((when) => when > last);
  return times.length >= 10 && dayAfter(Math.min(...times), 7) < today();
}

function save(name, type, text) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href, download: `${COURSE}-${name}` }).click();
  /* Some browsers read it only after a while. */
  setTimeout(() => URL.revokeObjectURL(href), 9999);
}
