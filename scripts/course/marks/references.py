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
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cache
from html import escape
from importlib.metadata import version
from itertools import count, product
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle
from citeproc import formatter as formatters
from citeproc.source.json import CiteProcJSON
from pybtex.database import BibliographyData, Entry, Person

from course.files import write_file
from course.marks import bibtex, latex
from course.marks.bibtex import NOTES, TYPES, VARIABLES, parse, written_keys
from course.marks.latex import as_address, as_doi, as_text
from course.settings import Course

STYLE = Path(__file__).with_name("apa.csl")
# What stands in the place of signs of HTML, and of “and others”, until a reference is set.
SIGNS = {"<": "\ue000", ">": "\ue001", "&": "\ue002"}
OTHERS = "\ue003"
RE_OTHERS = re.compile(rf"(?:(?:&amp;|&#38;|&|\w+) )?{OTHERS}")
# Names of these are not cut to initials: Han, kana and Hangul.
RE_WHOLE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")


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
    """All sources by key, in the order of their references.

    `keys` has those of entries with a mistake too: what cites them is right.
    """

    sources: dict[str, Publication]
    keys: frozenset[str] = frozenset()


def read_bibliography(course: Course) -> Bibliography:
    """Return the sources of a course; none where it has no BibTeX file."""
    path = course.docs / course.bibliography
    if not path.is_file():
        return Bibliography({})
    folder = course.file.parent / ".cache" / "references"
    locale = course.words.locale.replace("_", "-")
    return _read(path, path.stat().st_mtime_ns, locale, folder)


@cache
def _read(path: Path, changed: int, locale: str, folder: Path) -> Bibliography:
    sources = kept(path, parse(path)[0], locale, folder)
    return Bibliography(sources, frozenset(written_keys(path)))


def kept(path: Path, data: BibliographyData, locale: str, folder: Path) -> dict[str, Publication]:
    """Return the sources as an earlier build set them, or else set them and keep them.

    To set them takes half of the time of a build. They are the same as long as the file, the code
    that reads it, the style and both libraries are.

    Arguments:
        path: the file.
        data: its entries.
        locale: the language and country of the course, such as `en-GB`.
        folder: where they are kept, in one file.
    """
    digest = hashlib.sha256(locale.encode())
    code = (Path(each) for each in (__file__, bibtex.__file__, latex.__file__))
    for file in (path, *code, STYLE):
        digest.update(file.read_bytes())
    digest.update(" ".join(map(version, ("citeproc-py", "pybtex"))).encode())
    file = folder / f"{digest.hexdigest()[:32]}.json"
    if file.is_file():
        found = json.loads(file.read_text("utf-8"))
        return {each["key"]: Publication(**each) for each in found}
    sources = set_in_apa(data, locale)
    folder.mkdir(parents=True, exist_ok=True)
    write_file(file, json.dumps(list(map(asdict, sources.values())), ensure_ascii=False))
    for other in set(folder.glob("*.json")) - {file}:
        other.unlink(missing_ok=True)
    return sources


def set_in_apa(data: BibliographyData, locale: str) -> dict[str, Publication]:
    """Set every entry as a citation and as a reference, in the order of the references.

    Arguments:
        data: the entries.
        locale: the language and country of the course, such as `en-GB`.
    """
    language = locale.partition("-")[0]
    # citeproc-py writes keys in small letters.
    ids = {key: f"s{number}" for number, key in enumerate(data.entries)}
    items = [csl_item(ids[key], entry, language) for key, entry in data.entries.items()]
    citations, _ = render(items, formatters.plain, locale)
    for item in items:
        item["year-suffix"] = ""
    for same in group(items, citations):
        for item, suffix in zip(sorted(same, key=lambda i: i["title"]), suffixes(), strict=False):
            item["year-suffix"] = suffix
    citations, plain = render(items, formatters.plain, locale)
    _, html = render(items, formatters.html, locale)
    sources = [
        Publication(
            key,
            citations[ids[key]],
            html[ids[key]],
            plain[ids[key]],
            {name: as_text(data.entries[key].fields.get(name, "")) for name in NOTES},
        )
        for key in sorted(data.entries, key=lambda key: plain[ids[key]].casefold())
    ]
    return {source.key: source for source in sources}


def suffixes() -> Iterator[str]:
    """Yield the letters after a year: a to z, aa to az, and so on."""
    for size in count(1):
        yield from map("".join, product(ascii_lowercase, repeat=size))


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
            key: mend(str(bibliography.cite(citation, lambda item: None)).strip("()"), formatter)
            for key, citation in citations.items()
        }
        entries = [mend(str(entry), formatter) for entry in bibliography.bibliography()]
        references = dict(zip(bibliography.keys, entries, strict=True))
    return cited, references


def mend(reference: str, formatter: Any) -> str:
    """Put signs back, and mend slips of citeproc-py: a full stop after “?”, a bare & in HTML."""
    is_html = formatter is formatters.html
    if is_html:
        reference = re.sub(r"&(?!amp;|lt;|gt;|quot;|#)", "&amp;", reference)
    reference = RE_OTHERS.sub("et al.", reference).replace("et al..", "et al.")
    for sign, stand_in in SIGNS.items():
        reference = reference.replace(stand_in, escape(sign) if is_html else sign)
    return re.sub(r"([?!](?:</i>)?)\.", r"\1", reference)


def csl_item(key: str, entry: Entry, language: str) -> dict[str, Any]:
    """Return a BibTeX entry as a CSL item, whose titles are in its own language or this one."""
    kind = TYPES[entry.type]
    item: dict[str, Any] = {
        "id": key,
        "type": kind,
        "language": entry.fields.get("langid", language),
        "issued": {"date-parts": [[int(entry.fields["year"])]]},
    }
    for role in ("author", "editor"):
        if entry.persons.get(role):
            item[role] = [csl_name(person) for person in entry.persons[role]]
    for field, variable in VARIABLES.items():
        if field in entry.fields:
            item[variable] = plain_signs(field_as_text(field, entry.fields[field]))
    if "page" in item:
        item["page"] = item["page"].replace("–", "-")
    if kind == "report" and "issue" in item:
        item["number"] = item.pop("issue")
    return item


def field_as_text(field: str, value: str) -> str:
    """Return the value of a field; an address has signs that would be marks elsewhere."""
    if field == "doi":
        return as_doi(value)
    return as_address(value) if field == "url" else as_text(value)


def plain_signs(text: str) -> str:
    """Return a text whose signs of HTML go through citeproc-py as other letters do."""
    for sign, stand_in in SIGNS.items():
        text = text.replace(sign, stand_in)
    return text


def csl_name(person: Person) -> dict[str, str]:
    """Return a person's name as CSL wants it."""
    family = " ".join(as_text(part) for part in person.prelast_names + person.last_names)
    given = " ".join(as_text(part) for part in person.first_names + person.middle_names)
    suffix = " ".join(as_text(part) for part in person.lineage_names)
    if family == "others" and not given:
        return {"literal": OTHERS}
    if not given or RE_WHOLE.search(family + given):
        return {"literal": plain_signs(f"{family} {given}".strip())}
    name = {"family": plain_signs(family), "given": plain_signs(given)}
    return {**name, "suffix": plain_signs(suffix)} if suffix else name
