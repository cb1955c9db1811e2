/* Menu and search by keyboard, and the reader's notebook. */
(() => {
  "use strict";

  /* 1. Words and tools */

  const find = (selector) => document.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const drop = (selector, within) => all(selector, within).forEach((part) => part.remove());

  /* From overrides/partials/words.html. */
  const TEXT = find("#words").dataset;

  function make(tag, properties, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  const say = (button, text) => {
    button.parentElement.querySelector("output").textContent = text;
  };

  /* 2. Keyboard */

  const HEADER_BUTTON = ".md-header__button";
  const MENU = ".md-sidebar--primary";
  const MENU_BUTTON = `${MENU} :is(.md-nav__link, .md-nav__title:not([for=__drawer]))`;
  const isOn = (id) => document.getElementById(id)?.checked;
  const headerButton = (id) => find(`${HEADER_BUTTON}[for=${id}]`);
  const hasButton = (id) => headerButton(id)?.checkVisibility();

  /* A label takes no keyboard. */
  function makeButton(label) {
    const button = make("button", { type: "button" }, ...label.childNodes);
    for (const { name, value } of label.attributes) button.setAttribute(name, value);
    if (!button.textContent.trim()) {
      const part = label.closest("li")?.querySelector(".md-nav__title").textContent.trim();
      button.ariaLabel = TEXT[label.htmlFor.slice(2)] ?? `${TEXT.pagesIn} ${part}`;
    }
    label.replaceWith(button);
  }

  function makeButtons() {
    const narrow = hasButton("__drawer");
    all(`label${HEADER_BUTTON}:is([for=__drawer], [for=__search])`).forEach(makeButton);
    if (narrow) all(`${MENU_BUTTON}:is(label)`).forEach(makeButton);
    showState();
  }

  const openPart = () =>
    all(`${MENU} .md-nav__toggle:checked ~ .md-nav`).pop() ?? find(".md-nav--primary");

  /* Keep the keyboard out of what is out of sight. */
  function showState() {
    const narrow = hasButton("__drawer");
    const part = openPart();
    hide(MENU, narrow && !isOn("__drawer"), "__drawer");
    hide(".md-search", hasButton("__search") && !isOn("__search"), "__search");
    hide(".md-search__output", !isOn("__search"));
    hide(
      ".md-skip, .md-sidebar--secondary, .md-content, .md-footer",
      narrow && isOn("__drawer"),
    );
    for (const control of all(`${MENU} :is(a, button)`)) {
      control.inert = narrow && control.closest(".md-nav") !== part;
    }
    for (const button of all("button[for]")) button.ariaExpanded = isOn(button.getAttribute("for"));
  }

  function hide(selector, hidden, id) {
    for (const part of all(selector)) {
      if (id && hidden && part.contains(document.activeElement)) {
        headerButton(id).focus();
      }
      part.inert = hidden;
    }
  }

  function press({ target }) {
    const id = target.closest("button[for]")?.getAttribute("for");
    if (!id) return;
    document.getElementById(id).click();
    if (id === "__search") find(".md-search__input")?.focus();
    else if (id !== "__drawer") focusInPart(`[for=${id}]`);
    else if (isOn(id)) focusInPart("a, button");
  }

  function focusInPart(selector) {
    const controls = all(selector, openPart());
    const first = controls.find((control) => !control.inert && control.checkVisibility());
    first?.focus({ preventScroll: true });
  }

  function closeMenu({ key }) {
    if (key === "Escape" && hasButton("__drawer") && isOn("__drawer")) find("#__drawer").click();
  }

  /* The theme listens for single keys on the window (WCAG 2.1.4). */
  function dropShortcut(event) {
    if ("npsf/.,".includes(event.key) && !isOn("__search")) event.stopPropagation();
  }

  /* 3. Store: JSON of a value and its time */

  const COURSE = "managing-and-leading";
  const VERSION = 1;
  const PREFIX = `${COURSE}/${VERSION}/`;
  /* In memory only. */
  const refused = new Map();

  function stored(name) {
    try {
      return localStorage.getItem(PREFIX + name);
    } catch {
      return null;
    }
  }

  const getEntry = (name) => refused.has(name) ? refused.get(name) : stored(name);
  const has = (name) => getEntry(name) !== null;

  function setEntry(name, entry) {
    try {
      if (entry === null) localStorage.removeItem(PREFIX + name);
      else localStorage.setItem(PREFIX + name, entry);
      refused.delete(name);
    } catch {
      refused.set(name, entry);
    }
    return !refused.has(name);
  }

  function parseJson(text) {
    try {
      return JSON.parse(text) ?? {};
    } catch {
      return {};
    }
  }

  /* What is no entry is a text; a time to come is of a wrong clock. */
  function parse(entry) {
    const { value, when } = parseJson(entry);
    return typeof value === "string" && when >= 0
      ? { value, when: Math.min(when, Date.now()) }
      : { value: entry ?? "", when: 0 };
  }

  const remove = (name) => setEntry(name, null);
  const entryOf = (value, when = Date.now()) => value ? JSON.stringify({ value, when }) : null;
  const read = (name) => parse(getEntry(name)).value;
  const write = (name, value) => setEntry(name, entryOf(value));

  function names() {
    const found = [...refused.keys()];
    try {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
      found.push(...keys.map((key) => key.slice(PREFIX.length)));
    } catch { /* Blocked */ }
    return [...new Set(found)].filter(has).sort();
  }

  /* A name with a dot is a note of this script. */
  const answers = () => names().filter((name) => !name.includes("."));

  /* 4. Fields */

  const FIELDS = ":is(.exercise, .plan) :is(textarea, input), " +
    ":is(.question, .decision, .rating, .finish) input";
  const known = new Map();
  const note = (name) => known.set(name, stored(name));
  const isText = ({ type }) => type !== "radio" && type !== "checkbox";
  const fieldsOf = (name) => all(FIELDS).filter((field) => field.name === name);
  const fieldNames = () => new Set(all(FIELDS).map((field) => field.name));
  const valueOf = (name) =>
    fieldsOf(name).find((field) => isText(field) || field.checked)?.value ?? "";

  function show(name, value) {
    note(name);
    for (const field of fieldsOf(name)) {
      if (isText(field)) field.value = value;
      else field.checked = field.type === "radio" ? field.value === value : value;
    }
  }

  function keepAnswer({ target }) {
    const { name } = target;
    if (!target.matches(FIELDS)) return;
    const value = valueOf(name);
    const theirs = stored(name);
    if (isText(target) && theirs !== known.get(name)) addCopy(name, value, parse(theirs).value);
    tell(target, write(name, value));
    note(name);
    if (isText(target)) return showCopies();
    const section = target.closest(CHECKED);
    if (section) setChecked(section, "");
    showProfile();
    showProgress();
  }

  function tell(field, kept) {
    const note = field.closest("section").querySelector(".kept");
    const said = all(".kept").some((other) => other !== note && other.textContent === TEXT.kept);
    const text = !kept ? TEXT.notKept : said ? "" : TEXT.kept;
    if (note.textContent !== text) note.textContent = text;
  }

  function restoreAnswers() {
    for (const name of fieldNames()) show(name, read(name));
  }

  /* Never over what is being edited. */
  function takeFromOtherTab({ key }) {
    for (const name of fieldNames()) {
      const busy = refused.has(name) || fieldsOf(name).includes(document.activeElement);
      if (!busy && (key ?? PREFIX + name) === PREFIX + name) show(name, read(name));
    }
    before = null;
    showAll();
  }

  /* The theme opens answers. */
  function printText(event) {
    event.stopImmediatePropagation();
    drop(".mirror");
    for (const field of all("textarea")) {
      if (field.value) field.before(make("p", { className: "mirror" }, field.value));
    }
  }

  /* 5. Two texts for one field */

  const COPY = /\.other\d+$/;
  const nameOf = (copy) => copy.replace(COPY, "");
  const copiesOf = (name) => names().filter((copy) => copy !== name && nameOf(copy) === name);

  function addCopy(name, mine, theirs) {
    if (!theirs || [mine, ...copiesOf(name).map(read)].includes(theirs)) return false;
    let number = 1;
    while (has(`${name}.other${number}`)) number++;
    return write(`${name}.other${number}`, theirs);
  }

  function showCopies() {
    drop(".other");
    for (const copy of names().filter((name) => COPY.test(name))) {
      const field = fieldsOf(nameOf(copy)).find(isText);
      if (!field || field.value === read(copy)) continue;
      const other = find("#other").content.cloneNode(true);
      other.querySelector(".written").textContent = read(copy);
      for (const button of all("button", other)) button.value = copy;
      field.after(other);
    }
  }

  function useOther({ value: copy }) {
    const mine = valueOf(nameOf(copy));
    show(nameOf(copy), read(copy));
    settle(copy, mine);
  }

  const keepMine = ({ value: copy }) => settle(copy, "");

  function settle(copy, other) {
    const [field] = fieldsOf(nameOf(copy));
    tell(field, write(field.name, field.value) && write(copy, other));
    field.focus();
    showCopies();
  }

  /* 6. Questions and decisions */

  const CHECKED = ".question, .decision";

  function setChecked(section, value) {
    write(`${section.id}.checked`, value);
    showFeedback(section);
  }

  function showFeedback(section) {
    const checked = read(`${section.id}.checked`);
    const reasons = all(".reason, .consequence", section);
    for (const reason of reasons) {
      const { item, option } = reason.dataset;
      const place = all(item ? ".item" : "li.option", section)[(item ?? option) - 1];
      const choice = checked ? place.querySelector(":checked") : null;
      const feedback = place.querySelector(".feedback");
      if (feedback.hasChildNodes() !== Boolean(choice)) {
        feedback.replaceChildren(...(choice ? reasonFor(choice, reason) : []));
      }
      feedback.classList.toggle("right", isRight(choice, reason));
      reason.hidden = Boolean(choice);
      if (option) reason.value = option;
    }
    const others = section.querySelector(".reasons, .consequences");
    others.hidden = !checked || reasons.every((reason) => reason.hidden);
    others.open = checked === "all";
    section.querySelector("[data-do=tryAgain]").hidden = !checked;
  }

  const isRight = (choice, { dataset, className }) =>
    dataset.item ? choice?.value === dataset.answer : /right|best/.test(className);

  function reasonFor(choice, reason) {
    const copy = reason.cloneNode(true);
    copy.querySelector("summary")?.remove();
    if (reason.dataset.item) {
      copy.querySelector(".mark").prepend(isRight(choice, reason) ? TEXT.right : TEXT.wrong, " ");
    }
    return copy.childNodes;
  }

  function check(button) {
    const section = button.closest("section");
    const chosen = section.querySelector(":checked");
    say(button, chosen ? "" : TEXT.choose);
    if (chosen) setChecked(section, "own");
  }

  function tryAgain(button) {
    const section = button.closest("section");
    forget(section);
    section.querySelector("input").focus();
  }

  function forget(section) {
    for (const { name } of all(":checked", section)) {
      write(name, "");
      show(name, "");
    }
    setChecked(section, "");
  }

  function noteOthers({ target }) {
    const reasons = target.closest("summary")?.closest(".reasons");
    if (reasons) write(`${reasons.closest("section").id}.checked`, reasons.open ? "own" : "all");
  }

  /* 7. Profile */

  function showProfile() {
    for (const place of all("[data-rating]")) {
      const value = /^[1-5]$/.exec(read(place.dataset.rating))?.[0] ?? "";
      if (place.matches("td")) place.textContent = value;
      else place.setAttribute("d", value && `M2 0h${value * 40}`);
    }
    for (const lines of all(".profile > .lines")) {
      lines.hidden = !lines.querySelector("[data-rating][d^=M]");
    }
  }

  /* 8. Story: one scene at a time */

  const isScene = (id) => document.getElementById(id)?.matches(".scene");
  const headingOf = (id) => document.getElementById(`${id}-title`);

  function story() {
    const first = find(".scene")?.id;
    const path = read(`${first}.path`).split(" ").filter(isScene);
    if (!path.length) path.push(first);
    const at = read(`${first}.at`);
    return { first, path, at: isScene(at) ? at : path.at(-1) };
  }

  function showScene() {
    const nav = find(".story");
    if (!nav) return;
    const { path, at } = story();
    for (const scene of all(".scene")) scene.hidden = scene.id !== at;
    nav.querySelector("ol").replaceChildren(...path.map((id) => {
      const link = make("a", { href: `#${id}` }, headingOf(id).firstChild.textContent);
      if (id === at) link.ariaCurrent = "step";
      return make("li", {}, link);
    }));
    const [back, again, end] = nav.querySelector(".tools").children;
    const before = path[path.indexOf(at) - 1];
    back.href = `#${before}`;
    back.hidden = !before;
    again.hidden = path.length < 2;
    end.hidden = !path.some((id) => document.getElementById(id).dataset.ending);
  }

  let goal = "";

  function followLink({ target }) {
    const link = target.closest("a[href*='#']");
    goal = link?.hash.slice(1);
    const id = link?.pathname === location.pathname && link.hash.slice(1);
    if (!id || !isScene(id)) return;
    const { first, path, at } = story();
    const step = path.indexOf(at);
    if (link.closest(".ways") && path[step + 1] !== id) {
      write(`${first}.path`, [...path.slice(0, Math.max(step, 0)), at, id].join(" "));
    }
    openScene(id);
  }

  function openScene(id) {
    if (!isScene(id)) return;
    write(`${story().first}.at`, id);
    showScene();
    const heading = headingOf(id);
    heading.tabIndex = -1;
    setTimeout(() => heading.focus());
  }

  function startAgain({ dataset }) {
    if (!confirm(dataset.ask)) return;
    const { first } = story();
    write(`${first}.path`, "");
    openScene(first);
  }

  /* 9. Progress and review */

  const ROOT = new URL("..", document.currentScript.src);
  const DONE = ".finished";
  const pageOf = ({ pathname }) =>
    pathname.slice(ROOT.pathname.length).replace(/\/?(index)?(\.html)?$/, "");
  const isDone = (link) => has(pageOf(link) + DONE);
  const menu = () => all(".md-nav--primary a.md-nav__link").filter((link) => !link.hash);
  const words = (link) => (link.querySelector(".md-ellipsis") ?? link).textContent.trim();

  function addFinish() {
    const section = find(".finish");
    if (!section) return;
    const box = section.querySelector("input");
    box.name = pageOf(location) + DONE;
    box.value = ["done", ...all(".question").map(({ id }) => id)].join(" ");
    write("notebook.last", pageOf(location));
  }

  function showProgress() {
    drop(".tick");
    for (const link of [...menu(), ...all(".doors a")].filter(isDone)) {
      link.append(make("span", { className: "tick", role: "img", ariaLabel: TEXT.finished }, "✓"));
    }
    const at = read("notebook.last");
    const last = menu().findIndex((link) => at && pageOf(link) === at);
    const next = menu().slice(last).find((link) => !isDone(link));
    for (const place of last >= 0 && next ? all(".go-on") : []) {
      Object.assign(place, { href: next.href, textContent: words(next) });
    }
    const due = dueCards().length;
    for (const place of all(".due")) place.textContent = due ? ` (${TEXT.due} ${due})` : "";
    for (const place of all(".reminder")) place.hidden = !needsDownload();
  }

  function dayAfter(when, days) {
    const day = new Date(when);
    day.setDate(day.getDate() + days);
    return new Date(day - day.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  }

  const today = () => dayAfter(Date.now(), 0);

  const donePages = () =>
    names().filter((name) => name.endsWith(DONE)).map((name) => {
      const { value, when } = parse(getEntry(name));
      setEntry(name, entryOf(value, when));
      return { name, value, week: dayAfter(when, 7), month: dayAfter(when, 28) };
    });

  const cards = () =>
    donePages().flatMap(({ value, week, month }) =>
      value.split(" ").slice(1).map((id) => ({ id, month, day: read(`${id}.review`) || week }))
    );

  const dueCards = () => cards().filter(({ day }) => day <= today());

  const gathered = () => all(".gather > .question");
  const idOf = (card) => card.previousElementSibling.querySelector("a").hash.slice(1);

  function addReview() {
    const template = find("template.review");
    if (!template || find("p.review")) return;
    for (const card of gathered()) card.append(template.content.cloneNode(true));
    const here = gathered().map(idOf);
    for (const { id } of cards()) if (!here.includes(id)) write(`${id}.review`, OVER);
    if (dueCards().length) onlyDue(find("[data-do=onlyDue]"));
  }

  function showReview() {
    for (const card of gathered()) {
      const { day } = cards().find(({ id }) => id === idOf(card)) ?? {};
      say(card.querySelector(".review > *"), day ? `${TEXT.due} ${day}` : "");
    }
  }

  function onlyDue(button) {
    const only = button.ariaPressed !== "true";
    button.ariaPressed = only;
    const due = dueCards().map(({ id }) => id);
    for (const card of gathered()) {
      card.hidden = card.previousElementSibling.hidden = only && !due.includes(idOf(card));
    }
  }

  const OVER = "–";
  const seen = (button) => review(button, ({ month }) => month > today() ? month : OVER);
  const again = (button) => review(button, () => dayAfter(Date.now(), 3));

  function review(button, next) {
    const section = button.closest("section");
    const card = cards().find(({ id }) => id === idOf(section));
    forget(section);
    if (card) write(`${card.id}.review`, next(card));
    showReview();
    showProgress();
  }

  /* 10. Calendar (RFC 5545) */

  function calendar(button) {
    const events = [...reviewDates(), ...planDates()].filter(([, day]) => day >= today());
    say(button, events.length ? "" : TEXT.noDates);
    if (!events.length) return;
    const lines = events.flatMap(([name, day, summary]) => [
      "BEGIN:VEVENT",
      `UID:${name}-${day}-${parse(getEntry(name)).when}@${COURSE}`,
      `DTSTAMP:${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`,
      `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
      `SUMMARY:${summary.replace(/[\\;,]/g, "\\$&")}`,
      "END:VEVENT",
    ]);
    const head = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${COURSE}//EN`];
    save("dates.ics", "text/calendar", [...head, ...lines, "END:VCALENDAR"].map(fold).join(""));
  }

  const reviewDates = () =>
    donePages().flatMap(({ name, week, month }) => {
      const link = menu().find((link) => pageOf(link) + DONE === name);
      return link ? [week, month].map((day) => [name, day, `${TEXT.review}: ${words(link)}`]) : [];
    });

  const planDates = () =>
    answers().map((name) => [name, read(name), TEXT.lookBack])
      .filter(([, day]) => /^\d{4}-\d\d-\d\d$/.test(day));

  /* At most 75 octets a line. */
  const fold = (line) => `${line.match(/.{1,18}/gu).join("\r\n ")}\r\n`;

  function save(name, type, text) {
    const href = URL.createObjectURL(new Blob([text], { type }));
    make("a", { href, download: `${COURSE}-${name}` }).click();
    setTimeout(() => URL.revokeObjectURL(href), 9999);
  }

  /* 11. Notebook */

  const NAME = /^\w[\w./-]{0,99}$/;
  const MAX_FILE = 5e6;
  const MAX_ENTRIES = 2000;
  const MAX_LENGTH = 1e5;
  /* Before a load or deletion. */
  let before = null;

  function showNotebook() {
    const notebook = find(".notebook");
    if (!notebook) return;
    find("[data-do=undo]").disabled = !before;
    drop(".filled");
    for (const place of all("[data-answer]")) {
      const { answer, options } = place.dataset;
      place.hidden = !has(answer);
      if (has(answer)) place.append(...showAnswer(answer, options && JSON.parse(options)));
    }
    const asked = all("[data-answer]").map(({ dataset }) => dataset.answer);
    for (const name of answers().filter((name) => !asked.includes(name))) {
      find(".removed").append(make("div", { className: "filled" }, name, ...showAnswer(name)));
    }
    for (const part of all("section", notebook)) part.hidden = !part.querySelector(".filled");
    find(".nothing").hidden = find(".filled");
  }

  function showAnswer(name, options) {
    const line = (text, className) => make("p", { className: `filled ${className}` }, text);
    const words = (value) =>
      options ? value.split(" ").map((part) => options[part] ?? part).join(" ") : value;
    const text = (name) => line(words(read(name)), "written");
    return [text(name), ...copiesOf(name).flatMap((copy) => [line(TEXT.other, ""), text(copy)])];
  }

  function tellNotebook(message, counts = []) {
    showAll();
    const text = find(`[data-message=${message}]`).textContent;
    find(".notebook-status").textContent = text.replace(/\d/g, (number) => counts[number]);
  }

  function download() {
    const entries = names().map((name) => [name, parse(getEntry(name))]);
    const file = { course: COURSE, version: VERSION, answers: Object.fromEntries(entries) };
    save("notebook.json", "application/json", JSON.stringify(file, null, 1));
    write("notebook.downloaded", "yes");
    showProgress();
  }

  function downloadText() {
    const copy = find(".notebook").cloneNode(true);
    drop("[hidden]", copy);
    for (const link of all("a", copy)) link.setAttribute("href", link.href);
    const head =
      '<!doctype html><meta charset="utf-8"><style>.written{white-space:pre-wrap}</style>';
    save("notebook.html", "text/html", head + copy.innerHTML);
  }

  function needsDownload() {
    const { when } = parse(getEntry("notebook.downloaded"));
    const times = answers().map((name) => parse(getEntry(name)).when).filter((time) => time > when);
    return times.length >= 10 && dayAfter(Math.min(...times), 7) < today();
  }

  async function loadFile({ target }) {
    const file = target.matches("[data-do=load]") && target.files[0];
    if (!file) return;
    const counts = [0, 0, 0, 0];
    tellNotebook(file.size > MAX_FILE ? "large" : load(await file.text(), counts), counts);
    target.value = "";
  }

  function load(text, counts) {
    const { course, version, answers } = parseJson(text);
    if (!(answers instanceof Object) || !(version > 0)) return "unknown";
    if (course !== COURSE) return "other";
    if (version > VERSION) return "newer";
    const entries = Object.entries(answers);
    if (entries.length > MAX_ENTRIES) return "large";
    remember();
    for (const [name, entry] of entries) counts[loadEntry(name, entry)]++;
    return refused.size ? "full" : "loaded";
  }

  /* 0: new here, 1: kept beside another text, 2: what is here stays, 3: not valid. */
  function loadEntry(name, entry) {
    const { value, when } = entry ?? {};
    const valid = NAME.test(name) && typeof value === "string" && value &&
      value.length <= MAX_LENGTH && when >= 0;
    if (!valid) return 3;
    if (!has(name)) return Number(!setEntry(name, entryOf(value, when)));
    const text = nameOf(name);
    const isChoice = text.includes(".") || find(`[data-answer="${text}"][data-options]`);
    return !isChoice && addCopy(text, read(text), value) ? 1 : 2;
  }

  function remember() {
    before = names().map((name) => [name, getEntry(name)]);
  }

  function deleteAll({ dataset }) {
    if (!confirm(dataset.ask)) return;
    remember();
    names().forEach(remove);
    tellNotebook("deleted");
  }

  function undo() {
    names().forEach(remove);
    for (const [name, entry] of before) setEntry(name, entry);
    before = null;
    tellNotebook("undone");
  }

  /* 12. Start */

  const ACTIONS = {
    check,
    tryAgain,
    useOther,
    keepMine,
    startAgain,
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

  function showAll() {
    all(CHECKED).forEach(showFeedback);
    showCopies();
    showProfile();
    showScene();
    showProgress();
    showReview();
    showNotebook();
  }

  function openPage() {
    before = null;
    makeButtons();
    for (const part of all(".tools, .notebook-tools, .finish, .story")) part.hidden = false;
    for (const summary of all(".reasons > summary")) summary.textContent = TEXT.others;
    addFinish();
    addReview();
    restoreAnswers();
    showAll();
    if (location.hash.slice(1) === story().at) openScene(story().at);
    /* The theme may stay where the reader was. */
    document.getElementById(goal)?.scrollIntoView();
    goal = "";
  }

  const LISTENERS = {
    click: [press, act, noteOthers, followLink],
    change: [showState, loadFile],
    input: [keepAnswer],
    keydown: [closeMenu, dropShortcut],
  };
  for (const [type, listeners] of Object.entries(LISTENERS)) {
    for (const listener of listeners) document.addEventListener(type, listener);
  }
  addEventListener("storage", takeFromOtherTab);
  addEventListener("hashchange", () => openScene(location.hash.slice(1)));
  addEventListener("resize", makeButtons);
  addEventListener("beforeprint", printText, true);

  /* Instant navigation tells of later pages. */
  openPage();
  window.document$?.subscribe(openPage);
})();
