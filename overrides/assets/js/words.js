/* Elements by selector, new elements, and the words of the page's language. */

const find = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const removeAll = (selector, within) => all(selector, within).forEach((part) => part.remove());

/* No script is written with a word that a reader sees: the first come with the page, and the build
   puts the others before the script that shows them. */
const TEXT = { ...WORDS, ...find("#words").dataset };

/* A translation puts a value where its sentence needs it: “Due: {day}”. */
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

function make(tag, properties, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

/* A part has a name, as the parts of a block have, so that styles and scripts can find it. */
function makePart(name, tag, properties, ...children) {
  const element = make(tag, properties, ...children);
  element.dataset.part = name;
  return element;
}

/* A line of tools has an output, which a screen reader reads aloud. */
function say(tool, text) {
  find("output", tool.closest("[data-part=tools]")).textContent = text;
}
