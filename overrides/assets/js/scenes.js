/* Scenes: of a story, the first one alone, until its reader touches it. */

const SCENE = "[data-block=scene]";
/* What belongs to a path, and what is said to those who turn pages. */
const ON_PATH = "[data-part=back], [data-do=startAgain], [data-part=end]";
const ON_PAPER = "[data-part=given], [data-part=condition]";

/* Where a reader is who has begun, the script of the answers knows; nothing is shown before that,
   so that nothing has to move. Once it is there, it shows the scene of the next page at once. */
function showStory() {
  const story = find("[data-block=story]");
  const [first, ...others] = all(SCENE);
  if (!story || !first) return;
  const unseen = [...others, ...all(ON_PATH, story), ...all(ON_PAPER, first)];
  for (const part of unseen) part.hidden = true;
  if (!coming && (isKept() || find("[data-if]", first))) waitForAnswers(find("article"));
}

async function waitForAnswers({ style }) {
  style.visibility = "hidden";
  await loadAnswers();
  style.visibility = "";
}

/* An address leads to a scene that is hidden, until that script opens it. */
async function goOn() {
  if (!find(SCENE)) return;
  await loadAnswers();
  dispatchEvent(new HashChangeEvent("hashchange"));
}
