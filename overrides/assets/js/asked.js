/* Asked: what a block asks, in words, with a place for each answer that it keeps. The same data
   attributes tell it here and in the build (`scripts/course/model.py`). */

/* In one line, without the links of headings. */
function plainText(element) {
  const copy = element.cloneNode(true);
  removeAll(".headerlink", copy);
  return copy.textContent.trim().replace(/\s+/g, " ");
}

/* Those of a block inside of it are not its own. */
const ownParts = (block, name) =>
  all(`[data-part=${name}]`, block)
    .filter((part) => part.parentElement.closest("[data-block]") === block);

const titleOf = (block) => {
  const [part] = ["title", "stem"].flatMap((name) => ownParts(block, name));
  return part ? plainText(part) : "";
};

/* What is kept without a field, such as a path, needs no words but those of its values. */
const promptsOf = (block) =>
  (block.dataset.values ? [] : ["prompt", "content"])
    .flatMap((name) => ownParts(block, name))
    .flatMap((part) => [...part.children].map(plainText))
    .filter(Boolean);

/* The place of an answer: its label, and in its data the words of each value that it can have. */
function placeFor(block, name, before) {
  const fields = all(`:is(textarea, input)[name="${CSS.escape(name)}"]`, block);
  const [field] = fields;
  const { was, places } = field?.dataset ?? {};
  const facts = {
    kept: before + name,
    values: field ? valuesOf(block, fields) : block.dataset.values,
    was: was && before + was,
    places,
  };
  const label = field ? labelOf(block, field) : "";
  const place = make("div", {}, ...label ? [make("p", {}, label)] : []);
  for (const [fact, value] of Object.entries(facts)) if (value) place.dataset[fact] = value;
  return place;
}

const wordsBeside = (block, { id }) =>
  all(`label[for="${CSS.escape(id)}"]`, block).map(plainText).join(" ");

const valuesOf = (block, fields) =>
  isBox(fields[0]) &&
  JSON.stringify(Object.fromEntries(fields.map((box) => [box.value, wordsBeside(block, box)])));

/* The main legend of a block is its title already, and of a number only its label has the unit. */
function labelOf(block, field) {
  if (isBox(field)) {
    return all(":scope > legend:not([data-part])", field.closest("fieldset") ?? make("p"))
      .map(plainText).join(" ");
  }
  const isAlone = !block.dataset.keeps.trim().includes(" ") && field.type !== "number";
  return isAlone ? "" : wordsBeside(block, field);
}

const placesFor = (block, before) =>
  block.dataset.keeps.split(" ").map((name) => placeFor(block, name, before));

/* The part of the notebook for one block; what was answered in a review stands below the rest. */
function partFor(block, address, prefix) {
  const heading = make("h3", {}, make("a", { href: `${address}#${block.id}` }, titleOf(block)));
  const prompts = promptsOf(block).map((text) => make("p", {}, text));
  const part = make("section", {}, heading, ...prompts, ...placesFor(block, ""));
  if (prefix) {
    const places = placesFor(block, `${prefix}-`);
    part.append(make("section", {}, make("p", {}, TEXT.inReview), ...places));
  }
  return part;
}
