/* What the pages do: the theme's menu and search by keyboard, and answers that are kept. */
(() => {
  "use strict";

  const TEXT = {
    kept: "Kept in this browser.",
    notKept: "Not kept: this browser refuses to store it. Copy your text before you leave.",
    __drawer: "Menu",
    __search: "Search",
    pagesIn: "Pages in",
  };

  const find = (selector) => document.querySelector(selector);
  const all = (selector) => [...document.querySelectorAll(selector)];

  /* 1. Keyboard
     ----------------------------------------------------------------------- */

  const HEADER_BUTTON = ".md-header__button";
  const MENU = ".md-sidebar--primary";
  const MENU_BUTTON = `${MENU} :is(.md-nav__link, .md-nav__title:not([for=__drawer]))`;
  const isOn = (id) => document.getElementById(id)?.checked;
  /* Where the theme shows the button of the menu or the search, that itself is out of sight. */
  const hasButton = (id) => find(`${HEADER_BUTTON}[for=${id}]`)?.checkVisibility();

  /* A label cannot take the keyboard; a button in its place can. It keeps `for` and the class,
     by which the theme's styles know it. */
  function makeButton(label) {
    const button = document.createElement("button");
    for (const { name, value } of label.attributes) button.setAttribute(name, value);
    button.type = "button";
    button.append(...label.childNodes);
    if (!button.textContent.trim()) button.ariaLabel = TEXT[label.htmlFor] ?? nameOfPart(label);
    label.replaceWith(button);
  }

  const nameOfPart = (label) =>
    `${TEXT.pagesIn} ${label.closest("li").querySelector(".md-nav__title").textContent.trim()}`;

  function makeButtons() {
    const narrow = hasButton("__drawer");
    all(`label${HEADER_BUTTON}:is([for=__drawer], [for=__search])`).forEach(makeButton);
    if (narrow) all(`${MENU_BUTTON}:is(label)`).forEach(makeButton);
    showState();
  }

  /* The part of the menu that a narrow screen shows: the innermost that is open. */
  const openPart = () =>
    all(`${MENU} .md-nav__toggle:checked ~ .md-nav`).pop() ?? find(".md-nav--primary");

  /* Tell what is open, and keep the keyboard out of what is out of sight. */
  function showState() {
    const narrow = hasButton("__drawer");
    const part = openPart();
    hide(MENU, narrow && !isOn("__drawer"), "__drawer");
    hide(".md-search", hasButton("__search") && !isOn("__search"), "__search");
    hide(".md-search__output", !isOn("__search"));
    hide(
      ".md-skip, .md-sidebar--secondary, .md-content, .md-top, .md-footer",
      narrow && isOn("__drawer"),
    );
    for (const control of all(`${MENU} :is(a, button)`)) {
      control.inert = narrow && control.closest(".md-nav") !== part;
    }
    for (const button of all("button[for]")) button.ariaExpanded = isOn(button.getAttribute("for"));
  }

  /* Before a part goes out of sight, its button gets the focus back. */
  function hide(selector, hidden, id) {
    for (const part of all(selector)) {
      if (id && hidden && part.contains(document.activeElement)) {
        find(`${HEADER_BUTTON}[for=${id}]`).focus();
      }
      part.inert = hidden;
    }
  }

  /* Go to the beginning of what was opened, or back to the button that opened it. */
  function press({ target }) {
    const id = target.closest("button[for]")?.getAttribute("for");
    if (!id) return;
    document.getElementById(id).click();
    if (id === "__search") find(".md-search__input")?.focus();
    else if (id !== "__drawer") focusInPart(`[for=${id}]`);
    else if (isOn(id)) focusInPart("a, button");
  }

  function focusInPart(selector) {
    const controls = [...openPart().querySelectorAll(selector)];
    const first = controls.find((control) => !control.inert && control.checkVisibility());
    first?.focus({ preventScroll: true });
  }

  function closeMenu({ key }) {
    if (key === "Escape" && hasButton("__drawer") && isOn("__drawer")) find("#__drawer").click();
  }

  /* The theme's shortcuts are single keys, which a slip or speech input presses by accident
     (WCAG 2.1.4): the theme, which listens on the window, does not get them. */
  function dropShortcut(event) {
    if ("npsf/.,".includes(event.key) && !isOn("__search")) event.stopPropagation();
  }

  /* 2. Answers
     ----------------------------------------------------------------------- */

  const PREFIX = "managing-and-leading/1/";
  const FIELDS =
    ":is(.exercise, .plan) textarea, .plan input, :is(.question, .decision, .rating) input[type=radio]";
  /* By the name of the field: what the store has, as far as this page knows; what it refused. */
  const stored = new Map();
  const refused = new Map();

  const fieldsOf = (name) => all(FIELDS).filter((field) => field.name === name);
  const names = () => new Set(all(FIELDS).map((field) => field.name));

  function valueOf(name) {
    const field = fieldsOf(name).find(({ type, checked }) => type !== "radio" || checked);
    return field ? field.value : "";
  }

  function show(name, value) {
    for (const field of fieldsOf(name)) {
      if (field.type === "radio") field.checked = field.value === value;
      else field.value = value;
    }
  }

  /* A browser that blocks the store throws at the mere mention of it. */
  function read(name) {
    try {
      return localStorage.getItem(PREFIX + name) ?? "";
    } catch {
      return "";
    }
  }

  function write(name, value) {
    try {
      if (value) localStorage.setItem(PREFIX + name, value);
      else localStorage.removeItem(PREFIX + name);
      return true;
    } catch {
      return false;
    }
  }

  function keepAnswer({ target }) {
    if (!target.matches(FIELDS)) return;
    const { name } = target;
    const value = valueOf(name);
    const kept = write(name, value);
    if (kept) {
      stored.set(name, value);
      refused.delete(name);
    } else {
      refused.set(name, value);
    }
    tell(target, kept);
  }

  /* Success is said once a page, failure at every field. */
  function tell(field, kept) {
    const note = placeOf(field).nextElementSibling;
    const saidElsewhere = all(".kept").some((other) =>
      other !== note && other.textContent === TEXT.kept
    );
    const text = !kept ? TEXT.notKept : saidElsewhere ? "" : TEXT.kept;
    if (note.textContent !== text) note.textContent = text;
  }

  const placeOf = (field) => field.closest("fieldset") ?? field;

  /* A live region is heard only if it was there before its text. */
  function addNote(field) {
    const place = placeOf(field);
    if (place.nextElementSibling?.matches(".kept")) return;
    const note = document.createElement("p");
    note.className = "kept";
    note.role = "status";
    place.after(note);
  }

  function restoreAnswers() {
    all(FIELDS).forEach(addNote);
    for (const name of names()) {
      stored.set(name, read(name));
      const value = refused.get(name) ?? stored.get(name);
      if (value) show(name, value);
    }
  }

  /* Another tab wrote: take it, but never over what is being written here. */
  function takeFromOtherTab({ key }) {
    for (const name of names()) {
      if (key !== null && key !== PREFIX + name) continue;
      if (fieldsOf(name).includes(document.activeElement) || valueOf(name) !== stored.get(name)) {
        continue;
      }
      stored.set(name, read(name));
      show(name, stored.get(name));
    }
  }

  /* 3. Start
     ----------------------------------------------------------------------- */

  function openPage() {
    makeButtons();
    restoreAnswers();
  }

  document.addEventListener("click", press);
  document.addEventListener("change", showState);
  document.addEventListener("keydown", closeMenu);
  document.addEventListener("keydown", dropShortcut);
  document.addEventListener("input", keepAnswer);
  window.addEventListener("storage", takeFromOtherTab);
  window.addEventListener("resize", makeButtons);

  /* Where a reader scrolled a moment before following a link, the theme takes that place along
     to the next page; the link's own place counts, unless the reader goes back to a page. */
  let goesBack = false;

  function goToPlace() {
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!goesBack) place?.scrollIntoView();
    goesBack = false;
  }

  /* Instant navigation tells of later pages; nothing tells of a page opened from a folder. */
  openPage();
  window.addEventListener("popstate", () => (goesBack = true));
  let pagesOpened = 0;
  window.document$?.subscribe(() => {
    openPage();
    if (pagesOpened++ > 0) goToPlace();
  });
})();
