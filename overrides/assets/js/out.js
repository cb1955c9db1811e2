/* Out: the notebook as a text to keep, and when it is time for that. */

const DOWNLOADED = "notebook.downloaded";

async function downloadText() {
  await reading;
  const notebook = find(NOTEBOOK);
  if (!notebook) return;
  const copy = notebook.cloneNode(true);
  removeAll("[hidden], button", copy);
  /* Away from the site, only a full address leads back to it. */
  for (const link of all("a", copy)) link.setAttribute("href", link.href);
  const style = "<style>[data-part=written]{white-space:pre-wrap}</style>";
  const head = `<!doctype html><meta charset="utf-8">${style}`;
  save("notebook.html", "text/html", head + copy.innerHTML);
}

/* Ten answers are in no file yet, and the first of them was given over a week ago. */
function needsDownload() {
  const last = parsed(DOWNLOADED).when;
  const times = answers().map((name) => parsed(name).when).filter((when) => when > last);
  return times.length >= 10 && dayAfter(Math.min(...times), 7) < today();
}

function save(name, type, text) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  make("a", { href, download: `${COURSE}-${name}` }).click();
  /* Some browsers read it only after a while. */
  setTimeout(() => URL.revokeObjectURL(href), 9999);
}
