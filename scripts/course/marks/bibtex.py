"""The BibTeX file of a course, as programs and publishers write such files, with its mistakes.

pybtex reads the file, since it names the line of a mistake.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pybtex.errors
from pybtex.database import BibliographyData, Entry
from pybtex.database.input.bibtex import Parser

from course.marks.latex import as_doi
from course.problems import CONFLICT, conflict_in, nearest

# The line of a mistake, what is wrong, and what to do.
Mistake = tuple[int, str, str]
# The types of BibTeX, of BibLaTeX, and what they are in CSL.
TYPES = {
    "article": "article-journal",
    "book": "book",
    "booklet": "book",
    "collection": "book",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "manual": "book",
    "mastersthesis": "thesis",
    "misc": "document",
    "online": "webpage",
    "phdthesis": "thesis",
    "proceedings": "book",
    "report": "report",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "www": "webpage",
}
# What a reference is made of, by what BibTeX or BibLaTeX calls it.
VARIABLES = {
    "title": "title",
    "journal": "container-title",
    "journaltitle": "container-title",
    "booktitle": "container-title",
    "volume": "volume",
    "number": "issue",
    "issue": "issue",
    "pages": "page",
    "publisher": "publisher",
    "institution": "publisher",
    "school": "publisher",
    "organization": "publisher",
    "address": "publisher-place",
    "location": "publisher-place",
    "edition": "edition",
    "doi": "DOI",
    "url": "URL",
}
# What the sources page says of each source, besides its reference.
NOTES = ("finding", "limits", "checked")
REQUIRED = ("title", "year", *NOTES)
FIELDS = (*VARIABLES, *NOTES, "author", "editor", "year", "date", "howpublished", "langid")
# What programs add and no reference has.
UNUSED = (
    *("abstract", "annote", "annotation", "chapter", "copyright", "crossref", "eprint", "file"),
    *("isbn", "issn", "key", "keywords", "language", "month", "note", "numpages", "pmid", "series"),
    *("shorttitle", "subtitle", "timestamp", "type", "urldate", "eventtitle", "publisher"),
)
RE_URL = re.compile(r"https?://[^\s{}]+")
RE_OPENS = re.compile(
    r"\s*@(?!comment|string|preamble)\w+\s*[{(]\s*(?P<key>[^,\s}]*)", re.IGNORECASE
)


def parse(path: Path) -> tuple[BibliographyData, list[Mistake]]:
    """Parse a BibTeX file as far as it can be, and list its mistakes; nobody changes the data."""
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:  # `course.rules` names the line; there are no entries to offer
        return BibliographyData(), []
    data, mistakes = _parse(text)
    return data, list(mistakes)


@lru_cache(4)
def _parse(text: str) -> tuple[BibliographyData, list[Mistake]]:
    if conflict := conflict_in(text):
        return BibliographyData(), [(conflict, *CONFLICT)]
    open_braces = list(unclosed(text))
    with pybtex.errors.capture() as errors:
        data = Parser().parse_string(without(text, [place[:2] for place in open_braces]))
    what, remedy = "a brace is not closed", "close it at the end of the field"
    found = [(line, what, remedy) for _, _, line in open_braces]
    found += [syntax_mistake(text, error) for error in errors]
    broken = {opening_line(text, line) for line, _, _ in found}
    for key, entry in list(data.entries.items()):
        settle(entry)
        mistakes = list(check_entry(entry))
        line = line_of_entry(text, key) if mistakes else 1
        for field, what, remedy in mistakes[:1] if line not in broken else ():
            place = line_of_field(text, line, field)
            found.append((place, f'source "{key}": {what}', remedy))
        if mistakes:
            del data.entries[key]
    return data, found


def written_keys(path: Path) -> set[str]:
    """Return every key that a file has, also those of entries that cannot be read."""
    lines = path.read_text("utf-8-sig", "replace").splitlines()
    return {match["key"] for line in lines if (match := RE_OPENS.match(line))}


def unclosed(text: str) -> Iterator[tuple[int, int, int]]:
    """Yield the first and the last line of each entry with a brace too few, and its line."""
    lines = text.splitlines()
    starts = [number for number, line in enumerate(lines, 1) if RE_OPENS.match(line)]
    for start, end in zip(starts, [*starts[1:], len(lines) + 1], strict=True):
        depth, place = 0, start
        for number in range(start, end):
            before = depth
            plain = re.sub(r"\\[{}]", "", lines[number - 1])
            depth += plain.count("{") - plain.count("}")
            if before == 1 and depth > 1:
                place = number
        if depth > 0:
            yield start, end - 1, place


def without(text: str, parts: list[tuple[int, int]]) -> str:
    """Return a text with some of its lines made empty."""
    lines = text.splitlines()
    for first, last in parts:
        lines[first - 1 : last] = [""] * (last - first + 1)
    return "\n".join(lines)


def settle(entry: Entry) -> None:
    """Give an entry of BibLaTeX the fields of BibTeX, and an address its own field."""
    fields = entry.fields
    if "date" in fields and "year" not in fields:
        fields["year"] = fields["date"][:4]
    if fields.get("subtitle") and fields.get("title"):
        fields["title"] = f"{fields['title']}: {fields['subtitle']}"
        del fields["subtitle"]
    found = RE_URL.search(fields.get("howpublished", ""))
    if found and "url" not in fields:
        fields["url"] = found[0]
    elif fields.get("howpublished") and not found and "publisher" not in fields:
        fields["publisher"] = fields["howpublished"]


def check_entry(entry: Entry) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with an entry: its field if it is one, what is wrong, and the remedy."""
    names = [*entry.fields, *entry.persons]
    for name in names:
        if name.lower() in (*FIELDS, *UNUSED):
            continue
        near = nearest(name, FIELDS, 0, 0.8)
        if near and near not in names:
            yield name, f'there is no field "{name}"', f"write {near}"
    if entry.type not in TYPES:
        near = nearest(entry.type, TYPES, 0)
        remedy = f"write @{near}" if near else f"use one of @{', @'.join(TYPES)}"
        yield "", f"the type @{entry.type} is not known", remedy
    missing = [name for name in REQUIRED if not entry.fields.get(name, "").strip()]
    missing += [] if entry.persons.get("author") or entry.persons.get("editor") else ["author"]
    if missing:
        yield "", f"{', '.join(missing)} missing", "add what is missing"
    elif not re.fullmatch(r"\d{4}", entry.fields["year"]):
        yield "year", f'the year is "{entry.fields["year"]}"', "write four digits"
    for role, persons in entry.persons.items():
        for person in persons:
            text = str(person)
            if found := re.search(r"[;&]|\bet al\b|\\&", text):
                sign = found[0].strip()
                remedy = "write “and” between names, and “and others” for the rest"
                yield role, f"“{sign}” stands between names", remedy
                break
    doi = as_doi(entry.fields.get("doi", ""))
    if doi and not re.match(r"10\.\d{4,9}/\S+$", doi):
        yield "doi", f'"{doi}" is no DOI', "write it as 10.1000/abc, or leave it out"


def syntax_mistake(text: str, error: Exception) -> Mistake:
    """Return the mistake that pybtex could not read."""
    said = str(error)
    line = getattr(error, "lineno", None)
    if "Too many commas" in said:
        names = said.partition("'")[2].rpartition("'")[0]
        start = " ".join(names.split())[:30]
        lines = (
            n for n, each in enumerate(text.splitlines(), 1) if start in " ".join(each.split())
        )
        what = f"commas stand between names: “{start} …”"
        return next(lines, 1), what, "write “and” between names"
    if line is None:  # pybtex knows no line of a repeated key
        key = said.rpartition(" ")[2]
        what = f'two sources have the key "{key}", or keys that differ by capitals alone'
        return line_of_entry(text, key, last=True), what, "give each one of its own"
    if "premature end of file" in said:
        line = opening_line(text, line)
        return line, "the entry does not end", "write } on a line below it"
    remedy = "correct the entry: each field is name = {text}, with a comma after it"
    lines_above = text.splitlines()[: line - 1]
    if lines_above and re.match(r"\s*[\w-]+\s*=", text.splitlines()[line - 1]):
        while lines_above and not lines_above[-1].strip():
            lines_above.pop()
        if lines_above and not lines_above[-1].rstrip().endswith((",", "{")):
            return len(lines_above), "a comma is missing", "write one at the end"
    opens = RE_OPENS.match(text.splitlines()[line - 1])
    if opens and not re.match(r"\s*@\w+\s*[{(]\s*[^,\s]+\s*,", text.splitlines()[line - 1]):
        what = "the key of the entry is missing, or has a space"
        return line, what, "write it as @article{name2020,"
    return line, re.sub(r"^syntax error in line \d+: .*", CANNOT, said), remedy


CANNOT = "this line of the entry cannot be read"


def line_of_entry(text: str, key: str, last: bool = False) -> int:
    """Return the line on which an entry opens."""
    pattern = re.compile(rf"@\w+\s*[{{(]\s*{re.escape(key)}\s*,", re.IGNORECASE)
    lines = [n for n, line in enumerate(text.splitlines(), 1) if pattern.search(line)] or [1]
    return lines[-1 if last else 0]


def line_of_field(text: str, line: int, field: str) -> int:
    """Return the line of a field of the entry that opens on a line."""
    if field:
        for number, content in enumerate(text.splitlines()[line - 1 :], line):
            if number > line and RE_OPENS.match(content):
                break
            if re.search(rf"(?:^|[,{{\s]){re.escape(field)}\s*=", content, re.IGNORECASE):
                return number
    return line


def opening_line(text: str, line: int) -> int:
    """Return the line on which the entry opens that a line belongs to."""
    lines = text.splitlines()[:line]
    return max((n for n, content in enumerate(lines, 1) if content.startswith("@")), default=1)
