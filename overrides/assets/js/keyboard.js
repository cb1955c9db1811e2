/* The theme's menu and search, by keyboard: the names in here are Material's own. */

const MENU = ".md-sidebar--primary";
const BEHIND = ".md-skip, .md-sidebar--secondary, .md-content, .md-footer";
const HEADER_BUTTON = ".md-header__button";
const MENU_BUTTON = `${MENU} :is(.md-nav__link, .md-nav__title:not([for=__drawer]))`;
/* The theme keeps what is open in boxes: “__drawer” is the menu, and “__search” is the search. */
const isOpen = (id) => document.getElementById(id)?.checked;
const headerButton = (id) => find(`${HEADER_BUTTON}[for=${id}]`);
/* Only on a narrow screen, the menu or the search is behind a button. */
const isBehindButton = (id) => headerButton(id)?.checkVisibility();

/* The theme's buttons are labels of those boxes, and a label takes no keyboard. */
function makeButtons() {
  all(`label${HEADER_BUTTON}:is([for=__drawer], [for=__search])`).forEach(makeButton);
  if (isBehindButton("__drawer")) all(`${MENU_BUTTON}:is(label)`).forEach(makeButton);
  showOpen();
}

function makeButton(label) {
  const button = make("button", { type: "button" }, ...label.childNodes);
  for (const { name, value } of label.attributes) button.setAttribute(name, value);
  if (!button.textContent.trim()) button.ariaLabel = nameOfLabel(label);
  label.replaceWith(button);
}

/* The two in the header have words of their own; the others open a part of the menu. */
function nameOfLabel(label) {
  const part = find(".md-nav__title", label.closest("li") ?? label)?.textContent.trim();
  return TEXT[label.htmlFor.slice(2)] ?? fill(TEXT.pagesIn, { part });
}

/* The part of the menu that slid in last. */
const openPart = () =>
  all(`${MENU} .md-nav__toggle:checked ~ .md-nav`).pop() ?? find(".md-nav--primary");

/* Says what is open, and keeps the keyboard out of what is out of sight. */
function showOpen() {
  const [isNarrow, isSearchNarrow] = ["__drawer", "__search"].map(isBehindButton);
  const part = openPart();
  setInert(MENU, isNarrow && !isOpen("__drawer"), "__drawer");
  setInert(".md-search", isSearchNarrow && !isOpen("__search"), "__search");
  setInert(".md-search__output", !isOpen("__search"));
  /* The menu is in the picture before, since a browser then looks at all that is behind it. */
  requestAnimationFrame(() => setTimeout(setInert, 0, BEHIND, isNarrow && isOpen("__drawer")));
  for (const control of all(`${MENU} :is(a, button)`)) {
    control.inert = isNarrow && control.closest(".md-nav") !== part;
  }
  for (const button of all("button[for]")) {
    button.ariaExpanded = isOpen(button.getAttribute("for"));
  }
}

/* The focus goes from what closes to the button that opens it. */
function setInert(selector, isInert, id) {
  for (const part of all(selector)) {
    if (id && isInert && part.contains(document.activeElement)) headerButton(id).focus();
    part.inert = isInert;
  }
}

/* What the theme opens and shuts by itself, a reader can do at the same time. */
let isByReader = false;

function turn(id) {
  isByReader = true;
  document.getElementById(id).click();
  isByReader = false;
}

/* The theme shuts the menu and the search when it starts; a reader may have opened them to begin. */
function stayOpen(event) {
  const { isTrusted, target } = event;
  if (!isTrusted && !isByReader && target.matches("[data-md-toggle]") && !target.checked) {
    event.preventDefault();
  }
}

function press({ target }) {
  const id = target.closest("button[for]")?.getAttribute("for");
  if (!id) return;
  turn(id);
  if (id === "__search") find(".md-search__input")?.focus();
  else if (id !== "__drawer") focusInPart(`[for=${id}]`);
  else if (isOpen(id)) focusInPart("a, button");
}

function focusInPart(selector) {
  const controls = all(selector, openPart());
  const first = controls.find((control) => !control.inert && control.checkVisibility());
  first?.focus({ preventScroll: true });
}

/* The theme may not be there yet to shut the search. */
function shutOpen({ key }) {
  if (key !== "Escape") return;
  ["__drawer", "__search"].filter((id) => isBehindButton(id) && isOpen(id)).forEach(turn);
}

/* At Tab, the theme would take the focus away, and WebKit begins anew at the top of the page then. */
function leaveSearch(event) {
  if (event.key !== "Tab" || !isOpen("__search")) return;
  event.stopPropagation();
  turn("__search");
}

/* The theme acts on single keys, which a voice or a slip may press (WCAG 2.1.4). It listens on the
   window, so what is stopped at the document does not come so far. */
function dropShortcut(event) {
  if ("npsf/.,".includes(event.key) && !isOpen("__search")) event.stopPropagation();
}
