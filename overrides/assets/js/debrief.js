/* Debrief: what is said of the reader's path in the end, with what was chosen on it. */

/* The scenes of the reader's path, with what was chosen there; those of other paths on request. */
function showDebriefs() {
  const { path } = readStory();
  const isAll = find("[data-do=showAll]")?.ariaPressed === "true";
  for (const debrief of all("[data-block=debrief]")) {
    const id = debrief.dataset.scene;
    debrief.hidden = !isAll && !path.includes(id);
    const own = { chose: chosenIn(id), reason: read(`${id}-reason`) };
    for (const [name, text] of Object.entries(own)) {
      const place = find(`[data-part=${name}]`, debrief);
      place.textContent = text;
      place.parentElement.hidden = !text;
    }
    find("[data-part=own]", debrief).hidden = !own.chose && !own.reason;
  }
}

/* Of two open ways to one scene, the path does not tell which was taken. */
function chosenIn(id) {
  const { path } = readStory();
  const words = wordsIn(id);
  const next = words && path[path.lastIndexOf(id) + 1];
  const taken = waysOf(sceneOf(id)).filter((way) => way.dataset.to === next && holds(way, words));
  return taken.length === 1 ? find("a", taken[0]).textContent : "";
}

function showAll(button) {
  button.ariaPressed = button.ariaPressed !== "true";
  showDebriefs();
}
