/* Start: what happens when a page opens, and who listens. */

/* What is of use with a script alone is hidden in the page. */
const WITH_SCRIPT = "[data-part$=tools], [data-block=finish], [data-block=story]";

/* What each button does, by its “data-do”. */
const ACTIONS = {
  check,
  showConsequence: check,
  showFinding,
  tryAgain,
  useOther,
  keepMine,
  startAgain,
  showAll,
  onlyDue,
  seen,
  again,
  calendar,
  printPage: () => print(),
  download,
  downloadText,
  deleteAll,
  undo,
};

function act({ target }) {
  const button = target.closest("button[data-do]");
  if (button) ACTIONS[button.dataset.do](button);
}

function refresh() {
  checkable().forEach(showFeedback);
  all(GUESS).forEach(showGuess);
  showCopies();
  showProfile();
  showScene();
  showProgress();
  showReview();
  showNotebook();
}

/* Where the last link that was followed leads: the theme may stay where the reader was. */
let goal = "";

function noteGoal({ target }) {
  goal = target.closest("a[href*='#']")?.hash.slice(1) ?? "";
}

function goToGoal() {
  document.getElementById(goal)?.scrollIntoView();
  goal = "";
}

/* What the page that is open has between its header and its foot. */
let opened = null;

/* The theme tells of the first page too, and it has been opened by then. */
function openPage() {
  const main = find("main");
  if (main === opened) return;
  opened = main;
  here = "";
  forgetUndo();
  takeAlong();
  makeButtons();
  settleFutureTimes();
  addFinish();
  addReview();
  prepareReasons();
  makeDecks();
  tellFolder();
  for (const part of all(WITH_SCRIPT)) part.hidden = false;
  restoreAnswers();
  refresh();
  here = readStory().at;
  if (location.hash.slice(1) === here) openScene(here);
  goToGoal();
}

const LISTENERS = {
  click: [press, act, noteOthers, noteGoal, followLink],
  change: [showOpen, loadFile],
  input: [keepAnswer],
  keydown: [closeMenu, dropShortcut],
};
for (const [type, listeners] of Object.entries(LISTENERS)) {
  for (const listener of listeners) document.addEventListener(type, listener);
}
addEventListener("storage", takeFromOtherTab);
addEventListener("pageshow", showPage);
addEventListener("hashchange", () => openScene(location.hash.slice(1)));
addEventListener("resize", makeButtons);
addEventListener("beforeprint", printText, true);

/* A page that comes by instant navigation is told by the theme, and the first one is not always. */
takeOldNotebook();
openMirror();
openPage();
globalThis.document$?.subscribe(openPage);
