/* Story: one scene at a time, and the path through them. */

const isScene = (id) => document.getElementById(id)?.matches("[data-block=scene]");
const headingOf = (id) => find("[data-part=title]", document.getElementById(id));

/* The first scene keeps the path of the whole story; a page without a story has none. */
function readStory() {
  const first = find("[data-block=scene][data-keeps]")?.id;
  const path = read(`${first}.path`).split(" ").filter(isScene);
  if (!path.length) path.push(first);
  const at = read(`${first}.at`);
  return { first, path, at: isScene(at) ? at : path.at(-1) };
}

function showScene() {
  const nav = find("[data-block=story]");
  const { first, path, at } = readStory();
  if (!nav || !first) return;
  for (const scene of all("[data-block=scene]")) scene.hidden = scene.id !== at;
  find("[data-part=path]", nav).replaceChildren(...path.map((id) => stepTo(id, at)));
  const before = path[path.indexOf(at) - 1];
  const back = find("[data-part=back]", nav);
  back.href = `#${before}`;
  back.hidden = !before;
  find("[data-do=startAgain]", nav).hidden = path.length < 2;
  const hasEnded = path.some((id) => document.getElementById(id).matches("[data-ending]"));
  find("[data-part=end]", nav).hidden = !hasEnded;
}

function stepTo(id, at) {
  /* The heading without its permanent link. */
  const link = make("a", { href: `#${id}` }, headingOf(id).firstChild.textContent);
  if (id === at) link.ariaCurrent = "step";
  return make("li", {}, link);
}

/* A way on ends a path that went on elsewhere; a link back only goes there. */
function followLink({ target }) {
  const link = target.closest("a[href*='#']");
  const id = link?.hash.slice(1);
  if (!isScene(id) || link.pathname !== location.pathname) return;
  const { first, path, at } = readStory();
  const step = path.indexOf(at);
  if (link.closest("[data-part=ways]") && path[step + 1] !== id) {
    write(`${first}.path`, [...path.slice(0, Math.max(step, 0)), at, id].join(" "));
  }
  openScene(id);
}

function openScene(id) {
  if (!isScene(id)) return;
  write(`${readStory().first}.at`, id);
  showScene();
  const heading = headingOf(id);
  heading.tabIndex = -1;
  /* After the browser has followed the link, which moves the focus too. */
  setTimeout(() => heading.focus());
}

function startAgain({ dataset }) {
  if (!confirm(dataset.ask)) return;
  const { first } = readStory();
  remove(`${first}.path`);
  openScene(first);
}
