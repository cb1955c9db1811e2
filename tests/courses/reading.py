"""What a reader of a course sees and hears: every text of its site, its PDFs and its e-book."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import material
import pdfplumber
import yaml
from lxml import etree
from lxml.html import HtmlElement
from pypdf import PdfReader

from course.published import NAME as PUBLISHED
from tests.courses.build import ROOT, Built

# Attributes with words: shown, said aloud, asked, or given to the style sheet.
SHOWN = ("alt", "aria-label", "data-ask", "data-label", "label", "placeholder", "title")
HIDDEN = ("script", "style")
TEXT_FILES = (".css", ".html", ".js", ".json", ".ncx", ".opf", ".svg", ".xhtml", ".xml")
LANGUAGES = Path(material.__file__).parent / "templates/partials/languages"
RE_WORD = re.compile(r"[^\W\d_]{2,}")

# A text, and where it is.
Text = tuple[str, str]


def texts_of_site(built: Built) -> Iterator[Text]:
    """Yield every text of the pages of a site, of what the script says too."""
    for page in built.pages.values():
        for text in texts_of(page.tree):
            yield page.name, text


def texts_of(tree: HtmlElement) -> Iterator[str]:
    """Yield every text of a page."""
    for element in tree.iter("*"):
        if element.tag not in HIDDEN:
            yield element.text or ""
        yield element.tail or ""
        yield from (element.get(name, "") for name in SHOWN)
        if element.tag == "meta" and element.get("name") in ("author", "description"):
            yield element.get("content", "")
        if element.get("id") == "words":
            yield from (str(value) for name, value in element.attrib.items() if name != "id")


def texts_of_pdf(file: Path) -> Iterator[Text]:
    """Yield every text of a PDF: pages, bookmarks, fields, and what it says of itself."""
    reader = PdfReader(file)
    yield from ((file.name, str(value)) for value in (reader.metadata or {}).values())
    for number, page in enumerate(reader.pages, 1):
        yield f"{file.name}, page {number}", page.extract_text()
    for title in titles(reader.outline):
        yield file.name, title
    for field in (reader.get_fields() or {}).values():
        yield file.name, str(field.get("/TU", ""))


def titles(outline: list[Any]) -> Iterator[str]:
    """Yield the titles of bookmarks."""
    for item in outline:
        yield from titles(item) if isinstance(item, list) else [str(item.title)]


def texts_of_epub(file: Path) -> Iterator[Text]:
    """Yield every text of an e-book."""
    for name, data in files_of_epub(file):
        if name.endswith((".ncx", ".opf", ".svg", ".xhtml")):
            tree = etree.fromstring(data)
            for element in tree.iter("{*}*"):
                if element.get("property", "").startswith(("schema:", "dcterms:")):
                    continue  # terms of a vocabulary
                texts = [element.text, element.tail, *(element.get(name) for name in SHOWN)]
                yield from ((f"{file.name}: {name}", text) for text in texts if text)


def files_of_epub(file: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of the text files of an e-book."""
    with ZipFile(file) as book:
        for name in book.namelist():
            if name.endswith(TEXT_FILES):
                yield name, book.read(name)


def sources_of_site(site: Path) -> Iterator[Text]:
    """Yield the text of every file of a site, without those of the theme."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.suffix in TEXT_FILES and not re.match(r"assets/(javascripts|stylesheets)/", name):
            yield name, path.read_text("utf-8")


def colours_of_pdf(file: Path) -> set[str]:
    """Return the colours of a PDF, such as `#0a5a86`."""
    found = set()
    with pdfplumber.open(file) as pdf:
        for page in pdf.pages:
            for item in (*page.chars, *page.rects, *page.lines, *page.curves):
                for colour in (item["stroking_color"], item["non_stroking_color"]):
                    if isinstance(colour, tuple) and len(colour) == 3:
                        found.add("#" + "".join(f"{round(value * 255):02x}" for value in colour))
    return found


def words(text: str) -> set[str]:
    """Return the words of a text, in lower case, without names in braces and addresses."""
    return set(RE_WORD.findall(re.sub(r"{[\w-]+}|https?://\S+", " ", text.lower())))


def words_of_language(code: str, overrides: Path) -> set[str]:
    """Return the words of a language of the engine and of the theme."""
    ours = yaml.safe_load((overrides / "words" / f"{code}.yml").read_text("utf-8"))
    theme = (LANGUAGES / f"{code}.html").read_text("utf-8")
    found = [*leaves(ours["extra"]["words"]), *re.findall(r'": "([^"]*)"', theme)]
    return words(" ".join(found))


def leaves(entry: Any) -> Iterator[str]:
    """Yield the texts of a tree of entries."""
    for each in entry.values() if isinstance(entry, dict) else ():
        yield from leaves(each)
    if isinstance(entry, str):
        yield entry


def hues(file: Path) -> set[str]:
    """Return the values of the hues in a style sheet."""
    return set(re.findall(r"--hue-[\w-]+:\s*(#[0-9a-f]{6})", file.read_text("utf-8")))


def english(built: Built) -> set[str]:
    """Return the English words that a course in another language has no use for."""
    code = built.course.words.language
    theirs = words_of_language(code, built.course.overrides) | words_of_course(built)
    return words_of_language("en", ROOT / "overrides") - theirs


# What is no text in Markdown: names of blocks, options, marks, addresses, comments and tags.
RE_SYNTAX = re.compile(
    r"^/// [\w-]+| {4}(?!goal|into|material|people|ratings)[\w-]+: .*$|{[^{}]*}|\]\([^)]*\)|"
    r"<!--.*?-->|<[^>]*>|--8<--.*",
    re.MULTILINE,
)


def words_of_course(built: Built) -> set[str]:
    """Return the words that the author of a course has written."""
    course = built.course
    texts = [course.title, course.description, course.copyright, *course.columns, *course.verdicts]
    texts += [*course.units.parts, *(each.column for each in course.activities)]
    settings = course.file.read_text("utf-8")
    texts += re.findall(r"^ +- ([^:{}\n]+):|name: ([^,\n]*)$|_title: (.*)", settings, re.MULTILINE)
    for path in course.docs.rglob("*.*"):
        if path.name == PUBLISHED:
            continue  # a list of names, which a command writes for authors
        text = path.read_text("utf-8")
        if path.suffix == ".md":
            _, head, text = text.split("---\n", 2)
            meta = yaml.safe_load(head)
            texts += [meta["title"], meta["summary"]]
            texts += [each["text"] for each in meta.get("objectives", ())]
        elif path.suffix == ".bib":
            text = " ".join(re.findall(r"= {(.*)}", text))
        texts.append(RE_SYNTAX.sub(" ", text))
    return words(" ".join(" ".join(text) if isinstance(text, tuple) else text for text in texts))
