/* Profile: ratings as lines and as numbers. */

function showProfile() {
  for (const place of all("[data-rating]")) {
    const value = /^[1-5]$/.exec(read(place.dataset.rating))?.[0] ?? "";
    if (place.matches("td")) place.textContent = value;
    else place.setAttribute("d", value && `M2 0h${value * 40}`); /* Five steps of 40 units. */
  }
  for (const lines of all("[data-block=profile] > [data-part=lines]")) {
    lines.hidden = !find("[data-rating][d^=M]", lines);
  }
}
