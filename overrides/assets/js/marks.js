/* Marks: by which activity an option draws on; the course's own mark comes with the consequences. */

function showMarks(section) {
  const isChecked = read(noteOf(section)) !== "";
  for (const option of all("[data-option][data-mark]", section)) {
    const place = find("[data-part=course-mark]", option);
    const own = find("[data-part=marks] :checked", option);
    place.hidden = !isChecked;
    find("[data-part=agreement]", place).textContent = own ? agreement(own, option.dataset) : "";
  }
}

const agreement = ({ value, labels }, { mark }) =>
  value === mark ? TEXT.sameMark : fill(TEXT.otherMark, { mark: labels[0].textContent });
