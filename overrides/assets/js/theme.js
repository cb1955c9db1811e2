/* Theme: what its script would show at once, until it comes; the names in here are Material's. */

const SCHEME = "data-md-color-media";
const SYSTEM = "(prefers-color-scheme)";

function standIn() {
  document.documentElement.classList.replace("no-js", "js");
  showScheme();
  frameTables();
  fitSidebar(".md-sidebar--primary", "(min-width: 76.25em)");
  fitSidebar(".md-sidebar--secondary", "(min-width: 60em)");
}

/* The colours that the reader chose, or those of the system, and the button for the next ones. */
function showScheme() {
  const boxes = all("[name=__palette]");
  const matches = (box) => matchMedia(box.getAttribute(SCHEME)).matches;
  const at = globalThis.__md_get?.("__palette")?.index ?? boxes.findIndex(matches);
  const chosen = boxes[Math.max(0, Math.min(at, boxes.length - 1))];
  if (!chosen) return;
  for (const box of boxes) {
    const label = box.nextElementSibling;
    if (label) label.hidden = box !== chosen;
  }
  const isLight = matchMedia("(prefers-color-scheme: light)").matches;
  const ofSystem = `[${SCHEME}$="${isLight ? "light" : "dark"})"]`;
  const shown = chosen.getAttribute(SCHEME) === SYSTEM ? find(ofSystem) ?? chosen : chosen;
  for (const { name, value } of shown.attributes) {
    if (name.startsWith("data-md-color-")) document.body.setAttribute(name, value);
  }
}

/* The theme calls the style sheet by its whole address, and the page would stand there without any
   until it has come by that name. */
function nameSheet() {
  const named = SHEET.cloneNode();
  named.href = SHEET.href;
  SHEET.before(named);
  return new Promise((done) => {
    named.onload = () => done(SHEET.remove());
    named.onerror = () => done(named.remove());
  });
}

const framed = () => all(".md-content table:not([class])");

/* So that a wide table can be scrolled by itself. */
function frameTables() {
  for (const table of framed()) {
    const frame = make("div", { className: "md-typeset__table" });
    table.before(make("div", { className: "md-typeset__scrollwrap" }, frame));
    frame.append(table);
  }
}

/* The theme waits for the end of the page, which is long past; then it frames each table that has
   no class, and here each has its frame. */
function startTheme() {
  const tables = framed();
  for (const table of tables) table.className = "framed";
  document.dispatchEvent(new Event("DOMContentLoaded"));
  /* At each change of it, a browser computes the style of all anew; the style sheet says the same. */
  removeAll("meta[name=color-scheme]");
  for (const table of tables) table.removeAttribute("class");
}

/* A menu is as high as its place on the screen, and shows the page that is open. */
function fitSidebar(selector, wide) {
  const [bar, main, header] = [selector, ".md-main", ".md-header"].map((part) => find(part));
  if (!bar || bar.hidden || !matchMedia(wide).matches) return;
  const [wrap, grid] = [find(".md-sidebar__scrollwrap", bar), bar.closest(".md-grid")];
  const top = Math.max(main.offsetTop - scrollY, header.offsetHeight);
  const bottom = Math.min(innerHeight, main.offsetTop + main.offsetHeight - scrollY);
  const gap = grid.offsetTop - main.offsetTop;
  const passed = Math.max(0, scrollY - main.offsetTop + header.offsetHeight);
  const height = Math.max(0, bottom - top) + Math.min(gap, passed) - gap;
  bar.style.top = `${header.offsetHeight}px`;
  wrap.style.height = `${height - 2 * wrap.offsetTop}px`;
  for (const link of all(".md-nav__link--active[href]", bar)) {
    if (!link.clientHeight) continue;
    wrap.scrollTo({ top: link.offsetTop - wrap.offsetTop - wrap.offsetHeight / 2 });
  }
}
