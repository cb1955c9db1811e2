// Loads the page anew when the site was built again, where the reader was and with what was typed,
// and shows what is to be mended. `course serve` adds this; no published site has it.
(() => {
"use strict";
const { built, events } = document.currentScript.dataset;
const KEPT = "course-serve";
const FIELDS = "input:not([type=file]), textarea, select";
const OPENED = "details";
let source;

/** Listen as long as the page is seen: a browser has few connections to a host. */
function listen() {
  if (document.hidden) {
    source?.close();
    source = undefined;
  } else if (!source) {
    source = new EventSource(events);
    source.addEventListener("message", ({ data }) => hear(JSON.parse(data)));
  }
}

/** Do what the server says. */
function hear(state) {
  if (state.built !== built) {
    source.close();
    sessionStorage.setItem(KEPT, JSON.stringify(kept()));
    location.reload();
    return;
  }
  show("mistakes", "Not built, so this is the page before the change:", state.mistakes);
  show("remarks", "Before you publish it, mend:", state.remarks);
}

/** Return where the reader is, and what was typed and opened. */
function kept() {
  const active = document.activeElement;
  return {
    path: location.pathname,
    top: scrollY,
    near: near(),
    fields: each(FIELDS).map((field) => ({ value: field.value, checked: field.checked })),
    opened: each(OPENED).map((details) => details.open),
    focus: each(FIELDS).indexOf(active),
    selection: [active?.selectionStart ?? null, active?.selectionEnd ?? null],
  };
}

/** Return the last named element above the middle of the window, and how far it is from the top. */
function near() {
  const named = each("article [id]").map((element) => ({
    id: element.id,
    box: element.getBoundingClientRect(),
  }));
  const last = named.findLast(({ box }) => box.height && box.top < innerHeight / 2);
  return last ? { id: last.id, top: last.box.top } : null;
}

/** Put the reader back, if this page was loaded anew. */
function restore() {
  const state = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  sessionStorage.removeItem(KEPT);
  if (state?.path !== location.pathname) {
    return;
  }
  restoreAll(OPENED, state.opened, (details, open) => {
    details.open = open;
  });
  restoreAll(FIELDS, state.fields, restoreField);
  restoreFocus(state);
  const element = state.near && document.getElementById(state.near.id);
  const by = element && element.getBoundingClientRect().top - state.near.top;
  scrollTo({ top: element ? scrollY + by : state.top, behavior: "instant" });
}

/** Give elements back what they had, unless there are more or fewer of them now. */
function restoreAll(selector, values, give) {
  const elements = each(selector);
  if (elements.length === values.length) {
    elements.forEach((element, place) => give(element, values[place]));
  }
}

/** Give a field back what was typed or chosen, as if the reader had done so again. */
function restoreField(field, { value, checked }) {
  const chosen = ["radio", "checkbox"].includes(field.type);
  // Of a group, the one that is chosen takes the choice from the others.
  if (chosen && (field.checked === checked || (field.type === "radio" && !checked))) {
    return;
  }
  if (!chosen && field.value === value) {
    return;
  }
  Object.assign(field, chosen ? { checked } : { value });
  field.dispatchEvent(new Event(chosen ? "change" : "input", { bubbles: true }));
}

/** Let the reader go on typing. */
function restoreFocus({ focus, fields, selection }) {
  const elements = each(FIELDS);
  const field = elements.length === fields.length ? elements[focus] : undefined;
  field?.focus({ preventScroll: true });
  if (field && selection[0] !== null) {
    field.setSelectionRange(...selection);
  }
}

/** Show lines below a heading at the foot of the window; nothing where there are none. */
function show(name, heading, lines) {
  const id = `course-serve-${name}`;
  document.getElementById(id)?.remove();
  if (!lines.length) {
    return;
  }
  const box = document.createElement("details");
  box.id = id;
  box.className = "course-serve";
  box.open = name === "mistakes";
  const summary = document.createElement("summary");
  summary.textContent = `${heading} ${lines.length}`;
  const list = document.createElement("ul");
  list.append(...lines.map(item));
  box.append(summary, list);
  document.body.append(box);
}

/** Return an entry of a list. */
function item(text) {
  const element = document.createElement("li");
  element.textContent = text;
  return element;
}

/** Return the elements of the page itself, in order. */
function each(selector) {
  return [...document.querySelectorAll(selector)].filter((found) => !found.closest(".course-serve"));
}

document.addEventListener("visibilitychange", listen);
addEventListener("pagehide", () => source?.close());
// What the page's own scripts do when it has loaded comes first.
addEventListener("load", () => setTimeout(() => { restore(); listen(); }));
})();
