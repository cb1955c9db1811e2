/* Known: what a file may bring. */

/* In letters: a field takes the first number, and took more once; a note never needs the third. */
const MAX_LENGTH = 1e5;
const MAX_LOADED = 1e6;
const MAX_NOTE = 1e4;
const NAME = /^[\w%./-]{1,200}$/;
/* The notes of a block, by its id. */
const NOTE = /\.(checked|path|at|review)$/;

/* The ids of blocks that keep an answer, or did so once; the pages; answers by their older names. */
const whatIsKnown = () => ({
  ids: new Set(find("[data-known]").dataset.known.split(" ")),
  pages: new Set(menu().map(pageOf)),
  was: renamed(),
});

/* The name of an answer is the id of its block, or begins with it and a hyphen. */
function isKnown(name, { ids, pages }) {
  if (name === LAST || name === DOWNLOADED) return true;
  if (name.endsWith(DONE)) return pages.has(name.slice(0, -DONE.length));
  const id = nameOf(name).replace(NOTE, "");
  const parts = id.split("-");
  return NOTE.test(name)
    ? ids.has(id)
    : parts.some((_part, at) => ids.has(parts.slice(0, at + 1).join("-")));
}

function isEntry(name, entry, known) {
  const { value, when, words = "" } = entry ?? {};
  const most = nameOf(name).includes(".") ? MAX_NOTE : MAX_LOADED;
  return NAME.test(name) && isKnown(name, known) && isTime(when) &&
    typeof value === "string" && value && value.length <= most &&
    typeof words === "string" && words.length <= MAX_NOTE;
}

/* A finished page names its questions. */
function onlyKnown(value, { ids }) {
  const [done, ...questions] = value.split(" ");
  return [done, ...new Set(questions.filter((id) => ids.has(id)))].join(" ");
}
