/* Unseen: a block that is out of sight is no work for the browser when something else changes. */

const picture = () => new Promise(requestAnimationFrame);

/* A browser remembers how high each block was in a picture, so that nothing moves without it. */
async function restUnseen() {
  const { classList } = find("main");
  classList.add("measured");
  await picture();
  await picture();
  classList.add("resting");
}
