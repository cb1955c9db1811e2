/* Along: what was kept under other names, or by the place of an option, is taken along once. */

const OLD = `${COURSE}/1/`;

/* Before each copy of the site had a notebook of its own. */
function takeOldNotebook() {
  try {
    for (const key of Object.keys(localStorage).filter((key) => key.startsWith(OLD))) {
      const text = localStorage.getItem(key);
      /* First, since there may be no room for both. */
      localStorage.removeItem(key);
      if (!takeText(key.slice(OLD.length), text)) localStorage.setItem(key, text);
    }
  } catch { /* The browser blocks its store. */ }
}

/* Returns whether it is stored. What has been written under the name since then stays. */
function takeText(name, text) {
  if (!has(name)) return storeEntry(name, text);
  const field = nameOf(name);
  return isChoice(field) || addCopy(field, read(field), parse(text).value) || !refused.size;
}

/* Pages that have moved stand in every page; what each answer was, where its field or its place in
   the notebook is. */
function takeAlong() {
  for (const [was, name] of Object.entries(parseJson(TEXT.moved))) {
    rename(was, name);
    rename(was + DONE, name + DONE);
    if (read(LAST) === was) write(LAST, name);
  }
  renameIn(document);
}

/* What comes from another page, and may have been kept under other names. */
function renameIn(within) {
  for (const [was, { name, places }] of renamed(within)) rename(was, name, places);
}

/* The values of a choice in the order that its options had; a text has none. */
const renamed = (within) =>
  new Map(
    all("[data-was]", within).map((field) => {
      const { was, kept, places } = field.dataset;
      return [was, { name: kept ?? field.name, places: places?.split(" ") }];
    }),
  );

/* The value that was the place of an option; any other stays. */
const atPlace = (value, places) => /^\d$/.test(value) && places?.[value - 1] || value;

function rename(was, name, places) {
  for (const old of has(was) ? [was, ...copiesOf(was)] : []) {
    const { value, when, words } = parsed(old);
    const text = makeEntry(atPlace(value, places), when, words);
    if (was !== name) takeText(name + old.slice(was.length), text) && remove(old);
    else if (text !== getEntry(name)) storeEntry(name, text);
  }
}
