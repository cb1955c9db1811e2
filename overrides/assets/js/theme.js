/* Theme: what its script would show at once, until it comes; the names in here are Material's. */

const SCHEME = "data-md-color-media";
const SYSTEM = "(prefers-color-scheme)";

function standIn() {
  document.documentElement.classList.replace("no-js", "js");
  showScheme();
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
  const ofSystem = `[${SCHEME}="(prefers-color-scheme: ${isLight ? "light" : "dark"})"]`;
  const shown = chosen.getAttribute(SCHEME) === SYSTEM ? find(ofSystem) ?? chosen : chosen;
  for (const { name, value } of shown.attributes) {
    if (name.startsWith("data-md-color-")) document.body.setAttribute(name, value);
  }
}
