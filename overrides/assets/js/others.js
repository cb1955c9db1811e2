/* Others: what stands on other pages, read there. Those where something was answered, the browser
   has already. */

/* How many pages are asked for at a time, and how many milliseconds one may take. */
const AHEAD = 6;
const PATIENCE = 15_000;

const textOverNetwork = async (address) => {
  const answer = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
  return answer.ok ? answer.text() : "";
};

/* From a folder, a page may read no file: a script beside each tells what stands there. */
const textFromFolder = (address) =>
  new Promise((told) => {
    const script = make("script", { src: `${address}.js`, onerror: () => told("") });
    script.onload = () => told(script.page);
    document.head.append(script);
  });

const textAt = ROOT.protocol === "file:" ? textFromFolder : textOverNetwork;
const linkOf = (place) => find("a", place);
const idsOf = ({ dataset }) => dataset.ids.split(" ");

/* A page that cannot be had has no text. */
const askFor = (place) =>
  pageOf(linkOf(place)) === pageOf(location) ? null : textAt(linkOf(place).href).catch(() => "");

const nextTask = () => new Promise((go) => setTimeout(go));

/* Gives the page that each place has a link to, one after another, and each in a task of its own;
   nothing for one that cannot be read, or is none of this course. */
async function* pagesOf(places) {
  const asked = [];
  for (const [at, place] of places.entries()) {
    while (asked.length < Math.min(places.length, at + AHEAD)) {
      asked.push(askFor(places[asked.length]));
    }
    const text = await asked[at];
    asked[at] = null;
    await nextTask();
    const page = text === null ? document : new DOMParser().parseFromString(text, "text/html");
    yield [place, idsOf(place).some((id) => page.getElementById(id)) ? page : null];
  }
}
