/* Sources: what a citation stands for shows where the pointer rests. The page has it once, in its
   list of sources, and each citation gets it from there. */

function nameSources(page) {
  for (const link of all("a[data-source]:not([title])", page)) {
    const source = find(`[data-reference="${CSS.escape(link.dataset.source)}"]`, page);
    if (source) link.title = source.textContent;
  }
}

/* The theme reads pages that come by instant navigation with it, and makes its tooltips at once. */
class NamingParser extends DOMParser {
  parseFromString(...given) {
    const page = super.parseFromString(...given);
    nameSources(page);
    return page;
  }
}

function followSources() {
  nameSources(document);
  globalThis.DOMParser = NamingParser;
}
