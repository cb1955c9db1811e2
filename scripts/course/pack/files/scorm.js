/* The course in a learning management system: one session, kept while the reader goes from page to
   page in the frame. The system keeps the place, the pages that are finished, and of the answers as
   many as it has room for. It is told that all pages are finished, and never a score. */

(() => {
  "use strict";

  /* What the two standards call the same; the room is for what a course keeps, in characters. */
  const STANDARDS = {
    "1.2": {
      api: "API",
      initialize: "LMSInitialize",
      get: "LMSGetValue",
      set: "LMSSetValue",
      commit: "LMSCommit",
      terminate: "LMSFinish",
      learner: "cmi.core.student_id",
      mode: "cmi.core.lesson_mode",
      place: "cmi.core.lesson_location",
      status: "cmi.core.lesson_status",
      exit: "cmi.core.exit",
      time: "cmi.core.session_time",
      room: 4096,
      placeRoom: 255,
    },
    "2004": {
      api: "API_1484_11",
      initialize: "Initialize",
      get: "GetValue",
      set: "SetValue",
      commit: "Commit",
      terminate: "Terminate",
      learner: "cmi.learner_id",
      mode: "cmi.mode",
      place: "cmi.location",
      status: "cmi.completion_status",
      progress: "cmi.progress_measure",
      exit: "cmi.exit",
      time: "cmi.session_time",
      room: 64000,
      placeRoom: 1000,
    },
  };
  const KEPT = "cmi.suspend_data";
  const DONE = /^(completed|passed)$/;

  const TEXT = document.querySelector("#system").dataset;
  const frame = Object.assign(document.createElement("iframe"), { title: document.title });
  const said = document.querySelector("[role=status]");
  const names = STANDARDS[TEXT.standard];
  const pages = TEXT.pages.split(" ").filter(Boolean);
  const begun = Date.now();

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  const sleep = (time) => new Promise((resolve) => setTimeout(resolve, time));

  /* What the reader is told is in one line, and the same is not told twice. */
  function say(text = "") {
    if (said.textContent !== text) said.textContent = text;
  }

  /* The system: found in a window above, or in the one that opened this. */

  let api = null;
  /* Whether the system lets this session be written down. */
  let isNormal = true;

  function findApi() {
    for (const first of [globalThis, opener, top.opener]) {
      for (let each = first, depth = 0; each && depth < 500; each = each.parent, depth++) {
        try {
          if (each[names.api]) return each[names.api];
        } catch { /* A window of another host. */ }
        if (each === each.parent) break;
      }
    }
    return null;
  }

  /* A system may be slow to put it there. */
  async function waitForApi() {
    for (let tries = 0; tries < 20; tries++) {
      const found = findApi();
      if (found) return found;
      say(TEXT.connecting);
      await sleep(250);
    }
    return null;
  }

  /* A system that fails is one that did not take it. */
  function call(method, ...values) {
    try {
      return String(api[names[method]](...values));
    } catch {
      return "false";
    }
  }

  const ask = (what) => {
    const answer = call("get", what);
    return answer === "false" || answer === "undefined" || answer === "null" ? "" : answer;
  };
  const put = (what, value) => call("set", what, value) === "true";

  /* The answers, in the store of the browser: each learner has a notebook there, since several may
     use one browser. The pages take its name from that of their frame. */

  let notebook = "";

  const keys = () => Object.keys(localStorage).filter((key) => key.startsWith(notebook));

  function parse(text) {
    try {
      return JSON.parse(text) ?? {};
    } catch {
      return {};
    }
  }

  const read = (name) => parse(localStorage.getItem(notebook + name));

  function entries() {
    const found = [];
    try {
      for (const key of keys()) {
        const { value, when = 0, words } = parse(localStorage.getItem(key));
        const entry = [key.slice(notebook.length), value, Math.floor(when / 1000)];
        if (value) found.push(words ? [...entry, words] : entry);
      }
    } catch { /* The browser blocks its store, of which the page tells. */ }
    return found;
  }

  /* A newer answer from another machine takes the place of that of this one. A text that it does not
     go on from is kept beside it. */
  function restore([name, value, seconds, words]) {
    const mine = read(name);
    if (mine.value === value || Math.floor((mine.when ?? 0) / 1000) >= seconds) return;
    if (isText(name, mine) && !value.startsWith(mine.value)) keepBeside(name, mine);
    localStorage.setItem(notebook + name, JSON.stringify({ value, when: seconds * 1000, words }));
  }

  const isText = (name, { value = "", words }) =>
    !name.includes(".") && !words && /\p{L}.*\s/su.test(value);

  function keepBeside(name, entry) {
    let number = 1;
    while (read(`${name}.other${number}`).value) number++;
    localStorage.setItem(`${notebook}${name}.other${number}`, JSON.stringify(entry));
  }

  function restoreAll(list) {
    try {
      for (const entry of list) restore(entry);
    } catch { /* The browser blocks its store, or has no more room. */ }
  }

  /* The answers as the system keeps them: packed, since there is little room. */

  async function through(stream, bytes) {
    const result = new Response(new Blob([bytes]).stream().pipeThrough(stream));
    return new Uint8Array(await result.arrayBuffer());
  }

  async function pack(list) {
    const bytes = new TextEncoder().encode(JSON.stringify(list));
    const packed = await through(new CompressionStream("deflate-raw"), bytes);
    return `1${btoa(packed.reduce((text, byte) => text + String.fromCharCode(byte), ""))}`;
  }

  async function unpack(text) {
    try {
      const bytes = Uint8Array.from(atob(text.slice(1)), (letter) => letter.charCodeAt(0));
      const unpacked = await through(new DecompressionStream("deflate-raw"), bytes);
      const list = JSON.parse(new TextDecoder().decode(unpacked));
      return list.filter((entry) => typeof entry[1] === "string" && Number.isFinite(entry[2]));
    } catch {
      return [];
    }
  }

  /* What is done comes first, then the shortest answers: so most of them have room. */
  const rank = (
    [name, value],
  ) => [name.includes(".other") ? 2 : name.includes(".") ? 0 : 1, value.length];

  function inOrder(list) {
    return list.map((entry) => [rank(entry), entry])
      .sort(([[a, aLength]], [[b, bLength]]) => a - b || aLength - bLength)
      .map(([, entry]) => entry);
  }

  /* Returns the text with as many as there is room for, and how many of the answers it lacks. */
  async function packWhatFits(list) {
    const ordered = inOrder(list);
    let text = await pack(ordered);
    let [fits, most] = [0, ordered.length];
    if (text.length <= names.room) return { text, left: 0 };
    text = await pack([]);
    while (most - fits > 1) {
      const middle = Math.floor((fits + most) / 2);
      const tried = await pack(ordered.slice(0, middle));
      if (tried.length <= names.room) [fits, text] = [middle, tried];
      else most = middle;
    }
    return { text, left: ordered.length - fits };
  }

  /* Keeping: soon after a change, and less often where the system is slow. */

  let next = null;
  let waiting = 0;
  let pause = 1000;
  let isEnded = false;
  let status = "";
  /* What the system has. */
  const sent = new Map();

  const place = () => {
    try {
      const { pathname, hash } = frame.contentWindow.location;
      return pathname.slice(new URL(".", location).pathname.length) + hash;
    } catch {
      return "";
    }
  };

  /* A course may have lost a page since, and a system may have given something else. */
  const isPlace = (text) => /^[\w%~-][\w%~./-]*\.html(#.*)?$/.test(text) && !text.includes("..");

  const finished = (list) => {
    const done = new Set(list.map(([name]) => name));
    return pages.filter((page) => done.has(`${page}.finished`)).length;
  };

  function sendOnce(what, value) {
    if (sent.get(what) === value) return true;
    if (!put(what, value)) return false;
    sent.set(what, value);
    return true;
  }

  async function prepare() {
    const list = entries();
    const { text, left } = await packWhatFits(list);
    next = { text, left, done: finished(list) };
  }

  function send() {
    if (!api || !isNormal || isEnded || !next) return;
    const start = Date.now();
    const { text, left, done } = next;
    if (done === pages.length) status = "completed";
    const at = place();
    const results = [
      sendOnce(KEPT, text),
      !isPlace(at) || at.length > names.placeRoom || sendOnce(names.place, at),
      sendOnce(names.status, status),
      !names.progress || !pages.length ||
      sendOnce(names.progress, String(Math.round(100 * done / pages.length) / 100)),
      sendOnce(names.exit, "suspend"),
      put(names.time, duration()),
      call("commit", "") === "true",
    ];
    pause = Math.max(1000, 10 * (Date.now() - start));
    if (results.every(Boolean)) return say(left ? fill(TEXT.full, { number: left }) : "");
    say(TEXT.refused);
    sent.clear();
    keepSoon(10 * pause);
  }

  function duration() {
    const seconds = Math.round((Date.now() - begun) / 1000);
    if (names.progress) return `PT${seconds}S`;
    const two = (number) => String(number).padStart(2, "0");
    const hours = String(Math.floor(seconds / 3600)).padStart(4, "0");
    return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  }

  async function keep() {
    waiting = 0;
    if (!api || isEnded) return;
    await prepare();
    send();
  }

  function keepSoon(time = pause) {
    waiting ||= setTimeout(keep, time);
  }

  /* A page that is left has no time to pack: it sends what was packed last. The browser has the rest,
     and it is sent when the course is opened again. */
  function end() {
    send();
    if (api && !isEnded) call("terminate", "");
    isEnded = true;
  }

  /* Opening. */

  function openPage() {
    const page = frame.contentDocument;
    if (page && !page.querySelector("#words")) {
      frame.contentWindow.location.replace(new URL("index.html", location));
      return;
    }
    if (page?.title) document.title = page.title;
    frame.contentWindow.addEventListener("hashchange", () => keepSoon());
    keepSoon();
  }

  async function connect() {
    api = await waitForApi();
    if (api && call("initialize", "") !== "true") api = null;
    if (!api) return [];
    const mode = ask(names.mode);
    isNormal = !mode || mode === "normal";
    const was = ask(names.status);
    status = DONE.test(was) ? was : "incomplete";
    sent.set(names.status, was);
    notebook = `notebook:${TEXT.store}/1/${encodeURIComponent(ask(names.learner))}/`;
    return unpack(ask(KEPT));
  }

  async function start() {
    restoreAll(await connect());
    say(api ? "" : TEXT.alone);
    const at = api ? ask(names.place) : "";
    frame.addEventListener("load", openPage);
    /* A frame keeps the name that it has when it is put into the page. */
    frame.name = notebook;
    frame.src = isPlace(at) ? at : "index.html";
    document.body.append(frame);
  }

  addEventListener("storage", ({ key }) => {
    if (key === null || key.startsWith(notebook)) keepSoon();
  });
  document.addEventListener("visibilitychange", () => document.hidden && keep());
  addEventListener("pagehide", end);
  /* From its history, a browser shows it as it was: the session is over. */
  addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
  start();
})();
