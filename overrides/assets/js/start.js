/* Start: what happens when a page opens, and who listens. */

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
  everyQuestion,
  seen,
  again,
  calendar,
  printPage: () => print(),
  download,
  downloadText,
  deleteAll,
  undo,
  readAgain,
  cardsAgain,
};

function actionButton(action, text, value = "") {
  const button = make("button", { type: "button", className: "md-button", value }, text);
  button.dataset.do = action;
  return button;
}

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
  settleFutureTimes();
  addFinish();
  addReview();
  prepareReasons();
  tellFolder();
  restoreAnswers();
  refresh();
  here = readStory().at;
  if (location.hash.slice(1) === here) openScene(here);
}

const LISTENERS = {
  click: [act, noteOthers],
  change: [loadFile],
  input: [keepAnswer],
};
for (const [type, listeners] of Object.entries(LISTENERS)) {
  for (const listener of listeners) document.addEventListener(type, listener);
}
document.addEventListener("click", followLink, true);
addEventListener("storage", takeFromOtherTab);
addEventListener("pageshow", showPage);
addEventListener("hashchange", () => openScene(location.hash.slice(1)));
for (const type of ["beforeprint", "coursePrint"]) addEventListener(type, printText);

takeOldNotebook();
openMirror();
followPages(openPage);
