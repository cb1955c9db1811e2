/* Pages: the first one, and each that comes by instant navigation, which the theme tells of. */

/* The theme may come later than who asks; it tells of the first page too. */
function followPages(open) {
  open();
  const follow = () => globalThis.document$?.subscribe(open);
  if (globalThis.document$) follow();
  else document.addEventListener("DOMContentLoaded", follow);
}
