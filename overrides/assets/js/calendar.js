/* Calendar: the days to come, as a file (RFC 5545). */

function calendar(button) {
  const events = [...reviewDates(), ...planDates(button)].filter(({ day }) => day >= today());
  say(button, events.length ? "" : TEXT.noDates);
  if (!events.length) return;
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${COURSE}//EN`];
  const lines = [...head, ...events.flatMap(linesOf), "END:VCALENDAR"];
  save("dates.ics", "text/calendar", lines.map(fold).join(""));
}

const reviewDates = () =>
  donePages().flatMap(({ name, ids, week, month }) => {
    const link = menu().find((link) => pageOf(link) + DONE === name);
    /* The review asks nothing of a page without questions. */
    if (!link || !ids.length) return [];
    const summary = fill(TEXT.review, { page: wordsOf(link) });
    return [week, month].map((day) => ({ name, day, summary }));
  });

/* The button says which answers of the course are dates. */
const planDates = ({ dataset }) =>
  (dataset.dates ?? "").split(" ")
    .map((name) => ({ name, day: read(name), summary: TEXT.lookBack }))
    .filter(({ day }) => isDay(day));

/* A loaded file may have any text in the place of a date: a field for dates takes no other. */
const isDay = (text) => make("input", { type: "date", value: text }).value !== "";

/* The time in its id makes a changed date another event. */
const linesOf = ({ name, day, summary }) => [
  "BEGIN:VEVENT",
  `UID:${name}-${day}-${parsed(name).when}@${COURSE}`,
  `DTSTAMP:${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`,
  `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
  `SUMMARY:${summary.replace(/[\\;,]/g, "\\$&")}`,
  "END:VEVENT",
];

/* A line has at most 75 octets, and a letter at most four. */
const fold = (line) => `${line.match(/.{1,18}/gu).join("\r\n ")}\r\n`;
