/* Reading: what the parts of the notebook need of their pages, and what is told meanwhile. */

/* Reads the pages of parts that have not asked for them. */
function readParts(parts) {
  const wanted = parts.filter(({ dataset }) => !dataset.state);
  const notebook = find(NOTEBOOK);
  /* What was told stays in sight meanwhile. */
  for (const part of wanted) part.dataset.state = find("[data-part=unread]", part) ? AGAIN : ASKED;
  notebook.ariaBusy = find(`[data-state^=${ASKED}]`, notebook) !== null;
  if (!wanted.length) return;
  find("[data-part=status]").textContent = TEXT.reading;
  reading = Promise.all([reading, readEach(wanted)]);
}

async function readEach(parts) {
  for await (const [part, page] of pagesOf(parts)) {
    /* The reader has gone to another page. */
    if (!part.isConnected) return;
    if (page) fillPart(part, page);
    else tellUnread(part);
  }
  showNotebook();
  const status = find("[data-part=status]");
  const isAll = parts.every(({ dataset }) => dataset.state === READ);
  if (status.textContent === TEXT.reading) status.textContent = isAll ? "" : TEXT.unreadSome;
}

function fillPart(part, page) {
  const { href } = linkOf(part);
  part.dataset.state = READ;
  removeAll(`:scope > :is(${ANSWER}, [data-part=unread])`, part);
  const blocks = idsOf(part).map((id) => page.getElementById(id)).filter(Boolean);
  part.append(...blocks.map((block) => partFor(block, href, part.dataset.prefix)));
  renameIn(part);
  showPart(part);
}

/* Nothing is lost: the answers stand there below their names. */
function tellUnread(part) {
  part.dataset.state = UNREAD;
  removeAll("[data-part=unread]", part);
  const text = `${TEXT.unread} ${TEXT.below} `;
  const again = actionButton("readAgain", TEXT.readAgain);
  linkOf(part).parentElement.after(makePart("unread", "p", {}, text, again));
}

/* The button goes; the heading stays. */
function readAgain(button) {
  linkOf(button.closest("[data-ids]")).focus();
  for (const part of pageParts().filter(({ dataset }) => dataset.state === UNREAD)) {
    delete part.dataset.state;
  }
  showNotebook();
}
