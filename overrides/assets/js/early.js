/* Early: what a reader does before the scripts are there, to be done again for them. */

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
const PRESSED = "button[data-do], [data-part=ways] a";
const notePressed = ({ target }) => pressed = target.closest(PRESSED) ?? pressed;
