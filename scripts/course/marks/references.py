"""The sources of the course: a BibTeX file, set in APA style.

pybtex reads the file, since it names the line of a mistake; citeproc-py sets both the citations in
the text and the references, from the APA style that its authors maintain in CSL.

Source: Publication Manual of the American Psychological Association, 7th edition, as `apa.csl`
(https://github.com/citation-style-language/styles, CC BY-SA 3.0).
"""

from __future__ import annotations

import hashlib
import json
import re
import warnings
from collections import defaultdict
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pybtex.errors
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.source.json import CiteProcJSON
from pybtex.backends.plaintext import Backend
from pybtex.database import BibliographyData, Entry, Person
from pybtex.database.input.bibtex import Parser
from pybtex.richtext import Text

from course.files import write_file
from course.problems import Problem
from course.settings import Course

STYLE = Path(__file__).with_name("apa.csl")
TYPES = {
    "article": "article-journal",
    "book": "book",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "misc": "document",
    "techreport": "report",
}
VARIABLES = {
    "title": "title",
    "journal": "container-title",
    "booktitle": "container-title",
    "volume": "volume",
    "number": "issue",
    "pages": "page",
    "publisher": "publisher",
    "institution": "publisher",
    "address": "publisher-place",
    "doi": "DOI",
    "url": "URL",
}
# What the sources page says of each source, besides its reference.
NOTES = ("finding", "limits", "checked")
RE_LATEX = re.compile(r"[\\{}$~`]")
REQUIRED = ("title", "year", *NOTES)


@dataclass(frozen=True)
class Publication:
    """One source of the course.

    Arguments:
        key: its BibTeX key.
        citation: as it is cited in the text, without brackets: `Zhu et al., 2018`.
        reference: its full reference, as HTML with `<i>` only.
        plain: the same as plain text.
        notes: what was found, its limits and how far it was checked.
    """

    key: str
    citation: str
    reference: str
    plain: str
    notes: dict[str, str]


@dataclass(frozen=True)
class Bibliography:
    """All sources by key, in the order of their references, and the mistakes in the file."""

    sources: dict[str, Publication]
    problems: list[Problem]


def read_bibliography(course: Course) -> Bibliography:
    """Return the sources of a course; none where it has no BibTeX file."""
    path = course.docs / course.bibliography
    if not path.is_file():
        return Bibliography({}, [])
    folder = course.file.parent / ".cache" / "references"
    locale = course.words.locale.replace("_", "-")
    return _read(path, path.stat().st_mtime_ns, locale, folder)


@cache
def _read(path: Path, changed: int, locale: str, folder: Path) -> Bibliography:
    data, problems = parse(path)
    return Bibliography(kept(data, locale, folder), problems)


def kept(data: BibliographyData, locale: str, folder: Path) -> dict[str, Publication]:
    """Return the sources as an earlier build set them, or else set them and keep them.

    To set them takes half of the time of a build. They are the same as long as the entries, the
    code here, the style and both libraries are.

    Arguments:
        data: the entries.
        locale: the language and country of the course, such as `en-GB`.
        folder: where they are kept, in one file.
    """
    digest = hashlib.sha256(f"{locale} {data.to_string('bibtex')}".encode())
    for file in (Path(__file__), STYLE):
        digest.update(file.read_bytes())
    digest.update(" ".join(map(version, ("citeproc-py", "pybtex"))).encode())
    file = folder / f"{digest.hexdigest()[:32]}.json"
    if file.is_file():
        found = json.loads(file.read_text("utf-8"))
        return {each["key"]: Publication(**each) for each in found}
    sources = set_in_apa(data, locale)
    folder.mkdir(parents=True, exist_ok=True)
    write_file(file, json.dumps(list(map(asdict, sources.values())), ensure_ascii=False).encode())
    for other in set(folder.iterdir()) - {file}:
        other.unlink(missing_ok=True)
    return sources


def parse(path: Path) -> tuple[BibliographyData, list[Problem]]:
    """Parse a BibTeX file as far as it can be, and list its mistakes."""
    label = f"{path.parents[1].name}/{path.parent.name}/{path.name}"
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError:  # `course.rules` names the line; there are no entries to offer
        return BibliographyData(), []
    with pybtex.errors.capture() as errors:
        data = Parser().parse_string(text)
    problems = [_syntax_problem(label, text, error) for error in errors]
    broken = {_line_of_entry_at(text, problem.line) for problem in problems}
    for key, entry in list(data.entries.items()):
        line = _line_of_entry(text, key)
        mistake = check_entry(entry)
        if mistake and line not in broken:
            what, remedy = mistake
            problems.append(Problem(label, line, f'source "{key}": {what}', remedy))
        if mistake:
            del data.entries[key]
    return data, problems


def check_entry(entry: Entry) -> tuple[str, str] | None:
    """Return what is wrong with an entry, and the remedy."""
    missing = [name for name in REQUIRED if not entry.fields.get(name, "").strip()]
    missing += [] if entry.persons.get("author") else ["author"]
    if entry.type not in TYPES:
        return f"the type @{entry.type} is not known", f"use one of @{', @'.join(TYPES)}"
    if missing:
        return f"{', '.join(missing)} missing", "add what is missing"
    if not re.fullmatch(r"\d{4}", entry.fields["year"]):
        return f'the year is "{entry.fields["year"]}"', "write four digits"
    return None


def _syntax_problem(label: str, text: str, error: Exception) -> Problem:
    remedy = "correct the entry: each field is name = {text}, with a comma after it"
    line = getattr(error, "lineno", None)
    if line is None:  # pybtex knows no line of a repeated key
        key = str(error).rpartition(" ")[2]
        line = _line_of_entry(text, key, last=True)
        remedy = "give each source a key of its own"
    what = re.sub(r"^syntax error in line \d+: ", "syntax error: ", str(error))
    return Problem(label, line, what, remedy)


def _line_of_entry(text: str, key: str, last: bool = False) -> int:
    pattern = re.compile(rf"@\w+\s*{{\s*{re.escape(key)}\s*,")
    lines = [n for n, line in enumerate(text.splitlines(), 1) if pattern.search(line)] or [1]
    return lines[-1 if last else 0]


def _line_of_entry_at(text: str, line: int) -> int:
    """Return the line on which the entry opens that a line belongs to."""
    lines = text.splitlines()[:line]
    return max((n for n, content in enumerate(lines, 1) if content.startswith("@")), default=1)


def set_in_apa(data: BibliographyData, locale: str) -> dict[str, Publication]:
    """Set every entry as a citation and as a reference, in the order of the references.

    Arguments:
        data: the entries.
        locale: the language and country of the course, such as `en-GB`.
    """
    language = locale.partition("-")[0]
    items = [csl_item(key, entry, language) for key, entry in data.entries.items()]
    citations, _ = render(items, formatters.plain, locale)
    for item in items:
        item["year-suffix"] = ""
    for same in group(items, citations):
        for item, suffix in zip(sorted(same, key=lambda i: i["title"]), "abcdefgh", strict=False):
            item["year-suffix"] = suffix
    citations, plain = render(items, formatters.plain, locale)
    _, html = render(items, formatters.html, locale)
    sources = [
        Publication(
            key,
            citations[key],
            html[key],
            plain[key],
            {name: as_text(data.entries[key].fields.get(name, "")) for name in NOTES},
        )
        for key in sorted(data.entries, key=lambda key: plain[key].casefold())
    ]
    return {source.key: source for source in sources}


def group(items: list[dict[str, Any]], citations: dict[str, str]) -> list[list[dict[str, Any]]]:
    """Return the groups of entries whose citations would look the same.

    APA tells them apart by a letter after the year, which citeproc-py prints but does not assign.
    """
    groups: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for item in items:
        groups[citations[item["id"]]].append(item)
    return [same for same in groups.values() if len(same) > 1]


def render(
    items: list[dict[str, Any]], formatter: Any, locale: str
) -> tuple[dict[str, str], dict[str, str]]:
    """Return the citation and the reference of each item, by key."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # citeproc-py names each CSL feature it does not know
        style = CitationStylesStyle(str(STYLE.with_suffix("")), locale, validate=False)
        bibliography = CitationStylesBibliography(style, CiteProcJSON(items), formatter)
        citations = {item["id"]: Citation([CitationItem(item["id"])]) for item in items}
        for citation in citations.values():
            bibliography.register(citation)
        cited = {
            key: str(bibliography.cite(citation, lambda item: None)).strip("()")
            for key, citation in citations.items()
        }
        entries = [mend(str(entry), formatter) for entry in bibliography.bibliography()]
        references = dict(zip(bibliography.keys, entries, strict=True))
    return cited, references


def mend(reference: str, formatter: Any) -> str:
    """Mend two slips of citeproc-py: a full stop after a question mark, a bare & in HTML."""
    if formatter is formatters.html:
        reference = re.sub(r"&(?!amp;|lt;|gt;|quot;|#)", "&amp;", reference)
    return re.sub(r"([?!](?:</i>)?)\.", r"\1", reference)


def csl_item(key: str, entry: Entry, language: str) -> dict[str, Any]:
    """Return a BibTeX entry as a CSL item, whose titles are in its own language or this one."""
    kind = TYPES[entry.type]
    item: dict[str, Any] = {
        "id": key,
        "type": kind,
        "language": entry.fields.get("langid", language),
        "author": [csl_name(person) for person in entry.persons.get("author", [])],
        "issued": {"date-parts": [[int(entry.fields["year"])]]},
    }
    for field, variable in VARIABLES.items():
        if field in entry.fields:
            item[variable] = as_text(entry.fields[field])
    if "page" in item:
        item["page"] = item["page"].replace("–", "-")
    if kind == "report" and "issue" in item:
        item["number"] = item.pop("issue")
    return item


def csl_name(person: Person) -> dict[str, str]:
    """Return a person's name as CSL wants it."""
    family = " ".join(as_text(part) for part in person.prelast_names + person.last_names)
    given = " ".join(as_text(part) for part in person.first_names + person.middle_names)
    return {"family": family, "given": given} if given else {"literal": family}


def as_text(latex: str) -> str:
    """Return a field's value as plain text, without braces and LaTeX marks."""
    text = latex
    # Few fields have any LaTeX, and its parser is slow.
    if RE_LATEX.search(latex):
        # In LaTeX a bare % begins a comment; here it is what it is to a reader.
        escaped = re.sub(r"(?<!\\)%", r"\\%", latex)
        text = str(Text.from_latex(escaped).render(Backend()))
    for typed, printed in (("---", "—"), ("--", "–"), ("'", "’")):
        text = text.replace(typed, printed)
    return " ".join(text.split())
