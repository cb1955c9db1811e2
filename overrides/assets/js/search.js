/* Search: its worker and its index wait until the reader turns to it. The theme asks for both on
   every page; the names in here are its own. */

const SEARCH = ".md-search__input, .md-search, [for=__search]";
const INDEX = /\/search\/search_index\.json$/;

const turned = new Promise((turn) => {
  const look = ({ target }) => target.closest?.(SEARCH) && turn();
  for (const type of ["focusin", "pointerover", "click"]) addEventListener(type, look, true);
  const isOpen = document.getElementById("__search")?.checked;
  if (isOpen || document.activeElement?.matches(SEARCH) || /[?&][qh]=/.test(location.search)) {
    turn();
  }
});

/* Its index, which the theme asks for at its start. */
class LateRequest extends XMLHttpRequest {
  open(method, address, ...others) {
    this.isIndex = INDEX.test(address);
    super.open(method, address, ...others);
  }

  send(body) {
    if (this.isIndex) turned.then(() => super.send(body));
    else super.send(body);
  }
}

/* Its worker, to which the theme sends the index first. */
class LateWorker extends EventTarget {
  constructor(address) {
    super();
    this.started = turned.then(() => {
      const worker = new LateWorker.Worker(address);
      worker.onmessage = ({ data }) => this.dispatchEvent(new MessageEvent("message", { data }));
      return worker;
    });
  }

  postMessage(data) {
    this.started.then((worker) => worker.postMessage(data));
  }
}

/* From a folder, the theme waits by itself, and another script has made its worker. */
function holdSearch() {
  if (location.protocol === "file:") return;
  LateWorker.Worker = Worker;
  Object.assign(globalThis, { Worker: LateWorker, XMLHttpRequest: LateRequest });
}
