"""Makes an EPUB of a document: a file for each chapter, and what reading devices ask for.

The rules are those of EPUB 3.3, https://www.w3.org/TR/epub-33/, and of EPUB Accessibility 1.1,
https://www.w3.org/TR/epub-a11y-11/.
"""

from __future__ import annotations

import textwrap
import uuid
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import tinyhtml5
from lxml import etree
from lxml.html import fromstring
from markupsafe import Markup

from course.archive import packed
from course.model import text_of
from course.print.epub.cover import cover
from course.print.pictures import KINDS as KINDS_OF_PICTURES
from course.print.pictures import kind_of, picture_file
from course.print.text.signs import picture_of_signs
from course.print.tokens import css_string, fill_in, read_tokens
from course.settings import SHAPES, Course
from course.templates import templates_in

TEMPLATES = templates_in(Path(__file__).parents[1] / "templates" / "epub")
STYLES = [Path(__file__).parents[1] / "styles" / name for name in ("epub.css", "marks.css")]
XHTML = "http://www.w3.org/1999/xhtml"
NAMES = {"h": XHTML, "svg": "http://www.w3.org/2000/svg"}
EPUB = "http://www.idpf.org/2007/ops"
TYPE = f"{{{EPUB}}}type"
HEADER = f"{{{XHTML}}}header"
MEDIA_TYPE = "application/epub+zip"
# Where the drawing of the cover is in the file, from which its small picture is made.
COVER = "EPUB/cover.svg"

# What a section is, by its class: its type in EPUB, and its role for screen readers.
KINDS = {
    "cover": ("titlepage", ""),
    "chapter": ("chapter", "doc-chapter"),
    "answers": ("appendix", "doc-appendix"),
    "glossary": ("glossary", "doc-glossary"),
    "sources": ("bibliography", "doc-bibliography"),
}
# The types of section that devices offer to go to.
LANDMARKS = ("titlepage", "chapter", "appendix", "glossary", "bibliography")
# What a link is for, by where it is.
LINKS = {
    ".//h:a[@data-term]": "doc-glossref",
    ".//h:span[@data-cite]//h:a": "doc-biblioref",
    ".//h:p[@class='to-place']/h:a": "doc-backlink",
}
# Terms of https://www.w3.org/community/reports/publishingcg/CG-FINAL-a11y-discov-vocab-20241106/
FEATURES = """alternativeText longDescription pageNavigation ARIA displayTransformability
    readingOrder structuralNavigation tableOfContents unlocked"""


@dataclass(frozen=True)
class Part:
    """A file of the book: the section that it holds, and what kind it is, as a word of EPUB."""

    section: etree._Element
    type: str

    @property
    def file(self) -> str:
        """The name of the file."""
        return f"{self.section.get('id')}.xhtml"

    @property
    def item(self) -> str:
        """The name of the file in the package; some words are taken there."""
        return f"part-{self.section.get('id')}"

    @property
    def title(self) -> str:
        """The first heading."""
        return text(self.section.find(".//h:h1", NAMES))

    @property
    def group(self) -> str:
        """The name of the parts that it belongs to; nothing, if it stands by itself."""
        return next((head.get("data-section", "") for head in self.section.iter(HEADER)), "")

    @property
    def headings(self) -> list[tuple[str, str]]:
        """The id and text of each heading of the second level."""
        found = self.section.iterfind(".//h:h2", NAMES)
        return [(heading.get("id", ""), text(heading)) for heading in found]

    @property
    def drawn(self) -> bool:
        """Whether the file has a picture in it."""
        return self.section.find(".//svg:svg", NAMES) is not None


def write_epub(document: str, course: Course, site: Path = Path()) -> bytes:
    """Return an EPUB 3.3 of a document, each section of whose body becomes a file.

    Its pictures are in the folder `site`. The same arguments give the same bytes.
    """
    # HTML writes all names small, but XML needs those of SVG, such as `viewBox`, as they are.
    root = as_xml(tinyhtml5.parse(document))
    parts = [part(section) for section in root.iterfind("h:body/h:section", NAMES)]
    name_headings(parts)
    set_links(parts)
    shown = take_pictures(root, site)
    words, tokens = course.words, read_tokens(course)
    (meta,) = root.iterfind("h:head/h:meta[@name='description']", NAMES)
    description = meta.get("content", "")
    facts = {
        "course": course,
        "words": words,
        "identifier": identifier(course),
        "rights": text_of(fromstring(f"<p>{course.copyright}</p>")),
        "description": description,
        "features": FEATURES.split(),
    }

    def render(template: str, **values: Any) -> str:
        return TEMPLATES.get_template(template).render(**facts, **values)

    style = "\n".join(file.read_text("utf-8") for file in STYLES)
    # Many reading devices know no `var`.
    verdict = css_string(f"{words('print.verdict')} ")
    files: dict[str, str | bytes] = {}
    files["style.css"] = fill_in(style, {**tokens, "word-verdict": verdict})
    files["cover.svg"] = render(
        "cover.svg",
        signs=[{"hue": tokens[f"hue-{a.hue}"], "path": SHAPES[a.sign]} for a in course.activities],
        lines=textwrap.wrap(course.title, 12),
        below=textwrap.wrap(description, 40),
        ink=tokens["ink"],
        paper=tokens["paper"],
    )
    files["cover.jpg"] = cover(course.title, description, words.language, picture_of_signs(course))
    files.update({name: file.read_bytes() for name, (file, _) in shown.items()})
    files["cover.xhtml"] = render("cover.xhtml", title=course.title)
    for each in parts:
        content = Markup(etree.tostring(each.section, encoding="unicode"))
        files[each.file] = render("page.xhtml", title=each.title, content=content)
    pages = page_list(root, parts)
    files["contents.xhtml"] = render(
        "contents.xhtml",
        title=words("print.contents"),
        groups=[(name, list(each)) for name, each in groupby(parts, lambda part: part.group)],
        landmarks=landmarks(parts),
        pages=pages,
    )
    kinds = {name: kind for name, (_, kind) in shown.items()}
    files["package.opf"] = render("package.opf", parts=parts, pages=pages, pictures=kinds)
    inside = {f"EPUB/{name}": content for name, content in files.items()}
    inside["META-INF/container.xml"] = render("container.xml")
    # What the whole is stands first, and as it is.
    return packed([("mimetype", MEDIA_TYPE), *sorted(inside.items())], stored="mimetype")


def identifier(course: Course) -> str:
    """Return a name that no other book has: the same for the same title, language and version."""
    name = "\n".join((course.title, course.words.language, course.version))
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn


def as_xml(parsed: ElementTree.Element) -> etree._Element:
    """Return a copy of a parsed element."""
    if not isinstance(parsed.tag, str):
        element = etree.Comment(parsed.text)
    else:
        # A namespace is no attribute in XML.
        own = {name: value for name, value in parsed.attrib.items() if "xmlns" not in name}
        # Without prefixes, which some reading devices do not know; lxml's types know no None.
        spaces: Any = {None: etree.QName(parsed.tag).namespace, "epub": EPUB}
        element = etree.Element(parsed.tag, own, spaces)
        element.text = parsed.text
        element.extend([as_xml(child) for child in parsed])
    element.tail = parsed.tail
    return element


def part(section: etree._Element) -> Part:
    """Return a section as a file, with its type and role."""
    last = section.get("class", "chapter").split()[-1]
    kind, role = KINDS[last]
    section.set(TYPE, kind)
    if role:
        section.set("role", role)
    section.tail = None
    return Part(section, kind)


def name_headings(parts: list[Part]) -> None:
    """Give an id to each heading that the contents lead to."""
    for each in parts:
        for number, heading in enumerate(each.section.iterfind(".//h:h2", NAMES), 1):
            if not heading.get("id"):
                heading.set("id", f"{each.section.get('id')}--part-{number}")


def set_links(parts: list[Part]) -> None:
    """Let links lead into other files, and say what each is for."""
    files = {
        name: each.file
        for each in parts
        for element in each.section.iter()
        if (name := element.get("id"))
    }
    for each in parts:
        for link in each.section.iterfind(".//h:a[@href]", NAMES):
            address = link.get("href", "")
            if address.startswith("#") and files[address[1:]] != each.file:
                link.set("href", files[address[1:]] + address)
        for path, role in LINKS.items():
            for link in each.section.iterfind(path, NAMES):
                link.set("role", role)


def take_pictures(root: etree._Element, site: Path) -> dict[str, tuple[Path, str]]:
    """Let pictures lead to files of the e-book, and return these: their file here, and their kind.

    An e-book has no names with spaces or letters of other scripts.
    """
    shown: dict[str, tuple[Path, str]] = {}
    for picture in root.iterfind("h:body//h:img", NAMES):
        address = picture.get("src", "")
        file = picture_file(address, site)
        suffix, kind = KINDS_OF_PICTURES[kind_of(file)]
        name = f"picture-{address.rpartition('?')[2]}.{suffix}"
        shown[name] = (file, kind)
        picture.set("src", name)
    return shown


def page_list(root: etree._Element, parts: list[Part]) -> list[tuple[str, str]]:
    """Return the number of each page of the printed book with the first place here that it has."""
    files = {each.get("id", ""): part.file for part in parts for each in part.section.iter("{*}*")}
    found = root.iterfind("h:body/h:nav//h:a", NAMES)
    places = [(text(link), link.get("href", "")[1:]) for link in found]
    return [(number, f"{files[id_]}#{id_}") for number, id_ in places if id_ in files]


def landmarks(parts: list[Part]) -> list[tuple[str, Part]]:
    """Return the places that devices offer to go to: the first section of each type."""
    first = {part.type: part for part in reversed(parts)}
    found = [(type_, first[type_]) for type_ in LANDMARKS if type_ in first]
    return [("bodymatter" if type_ == "chapter" else type_, part) for type_, part in found]


def text(element: etree._Element | None) -> str:
    """Return the text of an element, its spaces made single."""
    return "" if element is None else " ".join("".join(map(str, element.itertext())).split())
