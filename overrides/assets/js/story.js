/* Story: one scene at a time, and the path through them. */

const sceneOf = (id) => document.getElementById(id);
const isScene = (id) => sceneOf(id)?.matches("[data-block=scene]");
const headingOf = (id) => find("[data-part=title]", sceneOf(id));

/* The scene that this page shows: in another tab, the reader may be elsewhere. */
let here = "";

/* The first scene keeps the path of the whole story; a page without a story has none. */
function readStory() {
  const first = find("[data-block=scene][data-keeps]")?.id;
  const path = read(`${first}.path`).split(" ").filter(isScene);
  if (!path.length) path.push(first);
  const at = isScene(here) ? here : read(`${first}.at`);
  return { first, path, at: isScene(at) ? at : path.at(-1) };
}

function showScene() {
  const nav = find("[data-block=story]");
  const { first, path, at } = readStory();
  if (!nav || !first) return;
  for (const scene of all("[data-block=scene]")) scene.hidden = scene.id !== at;
  find("[data-part=path]", nav).replaceChildren(...path.map((id) => stepTo(id, at)));
  const before = path[path.lastIndexOf(at) - 1];
  const back = find("[data-part=back]", nav);
  back.href = `#${before}`;
  back.hidden = !before;
  find("[data-do=startAgain]", nav).hidden = path.length < 2;
  const isEnding = (id) => sceneOf(id).matches("[data-ending]");
  const end = find("[data-part=end]");
  end.hidden = !path.some(isEnding);
  /* What follows an ending stands below it. */
  (isEnding(at) ? sceneOf(at) : nav).append(end.parentElement);
  showParts(sceneOf(at));
  showDebriefs();
}

/* The words that a reader has in a scene: those of the path up to it; off the path nobody knows. */
function wordsIn(id) {
  const { first, path } = readStory();
  const step = path.lastIndexOf(id);
  if (step < 0 || path[0] !== first) return null;
  const given = path.slice(0, step + 1).flatMap((each) => sceneOf(each).dataset.gives ?? []);
  return new Set(given.join(" ").split(" "));
}

/* A condition has words to have, and with “!” those to lack. */
const holds = ({ dataset }, words) =>
  (dataset.if ?? "").split(" ").every((word) =>
    !word || (word.startsWith("!") ? !words.has(word.slice(1)) : words.has(word))
  );

const waysOf = (scene) => all("[data-part=ways] > li", scene);

/* Where the reader's words are not known, or lead nowhere since the story has changed, all is shown
   with its conditions, as on paper. */
function showParts(scene) {
  const words = wordsIn(scene.id);
  const ways = waysOf(scene);
  const isFollowed = words && (!ways.length || ways.some((way) => holds(way, words)));
  for (const part of all("[data-if]", scene)) part.hidden = isFollowed && !holds(part, words);
  for (const said of all("[data-part=condition], [data-part=given]", scene)) {
    said.hidden = isFollowed;
  }
}

function stepTo(id, at) {
  /* The heading without its permanent link. */
  const link = make("a", { href: `#${id}` }, headingOf(id).firstChild.textContent);
  if (id === at) link.ariaCurrent = "step";
  return make("li", {}, link);
}

/* A way on ends a path that went on elsewhere; a link back only goes there. The theme is not told:
   it would ask for the whole page again. */
function followLink(event) {
  const link = event.target.closest("a[href*='#']");
  const id = link?.hash.slice(1);
  const isElsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
  if (isElsewhere || !isScene(id) || link.pathname !== location.pathname) return;
  event.preventDefault();
  event.stopPropagation();
  if (link.hash !== location.hash) history.pushState(null, "", link.hash);
  const { first, path, at } = readStory();
  const step = path.lastIndexOf(at);
  if (link.closest("[data-part=ways]") && path[step + 1] !== id) {
    write(`${first}.path`, [...path.slice(0, Math.max(step, 0)), at, id].join(" "));
  }
  openScene(id);
}

function openScene(id) {
  if (!isScene(id)) return;
  here = id;
  write(`${readStory().first}.at`, id);
  showScene();
  const heading = headingOf(id);
  heading.tabIndex = -1;
  heading.focus();
}

function startAgain({ dataset }) {
  if (!confirm(dataset.ask)) return;
  const { first } = readStory();
  remove(`${first}.path`);
  openScene(first);
}
