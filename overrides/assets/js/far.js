/* Far: the blocks that are far below the reader, and left for later; their height is a guess until
   they are set. See block.css. */

/* Who goes back to a place on a page finds all of it set. */
const setAll = () => document.documentElement.removeAttribute("data-fresh");

/* Once a reader has begun, the others are set, one in a picture. */
async function setBlocks() {
  for (const block of all("[data-fresh] :is(article > [data-box], [data-part=deck])")) {
    if (block.firstElementChild.checkVisibility({ contentVisibilityAuto: true })) continue;
    block.style.contentVisibility = "visible";
    await nextPicture();
  }
}

const nextPicture = () => new Promise(requestAnimationFrame);

followPages(setBlocks);
addEventListener("popstate", setAll);
