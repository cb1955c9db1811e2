/* Progress: pages that are finished, and where to go on. */

const DONE = ".finished";
const LAST = "notebook.last";

/* The same name, whether the site is served or opened from a folder. */
const pageOf = ({ pathname }) =>
  pathname.slice(ROOT.pathname.length).replace(/\/?(index)?(\.html)?$/, "");
const isDone = (link) => has(pageOf(link) + DONE);

const menu = () => all(".md-nav--primary a.md-nav__link").filter((link) => !link.hash);
const wordsOf = (link) => find(".md-ellipsis, [data-part=stop]", link).textContent.trim();
/* The map lists the stops of the course in their order. */
const stops = () => all("[data-block=map] a");
const minutesOf = (link) => find("[data-part=minutes]", link.parentElement)?.textContent;

/* The box keeps which questions the page had, so that they can come back on the review page. */
function addFinish() {
  const section = find("[data-block=finish]");
  if (!section) return;
  const box = find("input", section);
  const questions = all("[data-series=question]").map(({ id }) => id);
  box.name = section.dataset.keeps = pageOf(location) + DONE;
  box.value = ["done", ...questions].join(" ");
  write(LAST, pageOf(location));
}

/* From a folder, a browser does not find the page of an address that ends with a slash. */
function tellFolder() {
  const isFolder = ROOT.protocol === "file:" && menu().some(({ href }) => href.endsWith("/"));
  if (isFolder) find("article").prepend(makePart("folder", "p", { role: "note" }, TEXT.folder));
}

function showProgress() {
  removeAll("[data-part=tick]");
  for (const link of [...menu(), ...stops()].filter(isDone)) {
    link.append(makePart("tick", "span", { role: "img", ariaLabel: TEXT.finished }, "✓"));
  }
  showNextPage();
  showDue();
  for (const place of all(".reminder, [data-part=reminder]")) place.hidden = !needsDownload();
}

/* The first stop that is not finished, from the last page that was open. */
function showNextPage() {
  const pages = stops().filter(minutesOf);
  const at = pages.findIndex((link) => pageOf(link) === read(LAST));
  const next = [...pages.slice(at), ...pages].find((link) => !isDone(link));
  if (at < 0 || !next) return;
  const page = wordsOf(next);
  for (const place of all(".go-on")) {
    place.href = next.href;
    place.textContent = fill(TEXT.goOn, { page, minutes: minutesOf(next) });
  }
}

function showDue() {
  removeAll("[data-part=due]");
  const number = dueCards().length;
  for (const link of number ? all("a.due") : []) {
    link.after(makePart("due", "span", {}, ` ${fill(TEXT.dueCount, { number })}`));
  }
}
