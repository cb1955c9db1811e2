/* Progress: pages that are finished, and where to go on. */

/* This script is one folder below the root of the site. */
const ROOT = new URL("..", document.currentScript.src);
const DONE = ".finished";
const LAST = "notebook.last";

/* The same name, whether the site is served or opened from a folder. */
const pageOf = ({ pathname }) =>
  pathname.slice(ROOT.pathname.length).replace(/\/?(index)?(\.html)?$/, "");
const isDone = (link) => has(pageOf(link) + DONE);

/* The theme's menu lists the pages in their order. */
const menu = () => all(".md-nav--primary a.md-nav__link").filter((link) => !link.hash);
const wordsOf = (link) => (find(".md-ellipsis", link) ?? link).textContent.trim();

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

function showProgress() {
  removeAll("[data-part=tick]");
  for (const link of [...menu(), ...all(".doors a")].filter(isDone)) {
    link.append(makePart("tick", "span", { role: "img", ariaLabel: TEXT.finished }, "✓"));
  }
  showNextPage();
  showDue();
  for (const place of all(".reminder, [data-part=reminder]")) place.hidden = !needsDownload();
}

/* The first page that is not finished, from the last one that was open. */
function showNextPage() {
  const last = read(LAST);
  const pages = menu();
  const at = pages.findIndex((link) => last && pageOf(link) === last);
  const next = at < 0 ? null : pages.slice(at).find((link) => !isDone(link));
  for (const place of next ? all(".go-on") : []) {
    Object.assign(place, { href: next.href, textContent: wordsOf(next) });
  }
}

function showDue() {
  removeAll("[data-part=due]");
  const number = dueCards().length;
  for (const link of number ? all("a.due") : []) {
    link.after(makePart("due", "span", {}, ` ${fill(TEXT.dueCount, { number })}`));
  }
}
