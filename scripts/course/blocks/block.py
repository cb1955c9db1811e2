"""What the kinds of block share: their element, their options, and what paper makes of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar, Protocol
from xml.etree.ElementTree import Element, SubElement

from lxml.html import HtmlElement
from markdown.util import AtomicString
from pymdownx.blocks.block import Block

from course.blocks.values import TYPES
from course.marks.page import current
from course.model import Block as Built
from course.model import Unit, text_of
from course.settings import Course
from course.words import Words


class Writing(Protocol):
    """What a reader writes on. Names and titles are those of the fields of a form."""

    def lines(self, name: str, title: str, rows: int) -> HtmlElement:
        """Return room for some lines of text."""

    def words(self, name: str, title: str) -> HtmlElement:
        """Return room for a few words."""

    def choice(self, name: str, title: str, value: str, option: str) -> HtmlElement:
        """Return a place to mark one of several options; `title` is what they are asked for."""

    def check(self, name: str, title: str) -> HtmlElement:
        """Return a box to tick."""


class Paper(Protocol):
    """The edition that a block is prepared for.

    Attributes:
        words: the words of its language.
        writing: how its reader writes.
        slug: the name of the page that the block is on, as one word.
    """

    words: Words
    writing: Writing
    slug: str

    def original(self, copied: str) -> Built:
        """Return the block that a copy says it is a copy of."""

    def address(self, copied: str) -> str:
        """Return the address of that block, as a link on the page would have it."""


class CourseBlock(Block):
    """A kind of block: its Markdown, and what site, paper and answers need of it.

    Most kinds need no more than their Markdown: what a block keeps, asks and answers is in its
    data attributes (`course.model`), and fields become lines on paper by themselves.

    Attributes:
        SERIES: what blocks of this kind are counted as through the course; or nothing.
        REQUIRED: the options that it must have; the others that it can have are `OPTIONAL`.
        OWN: the options that must be something else here than in other kinds.
        KEEPS: whether it keeps an answer under its id.
    """

    SERIES: ClassVar[str] = ""
    REQUIRED: ClassVar[tuple[str, ...]] = ()
    OPTIONAL: ClassVar[tuple[str, ...]] = ()
    OWN: ClassVar[Mapping[str, tuple[Any, str]]] = {}
    KEEPS: ClassVar[bool] = False
    place: Element | None = None

    def __init_subclass__(cls) -> None:
        """Write the options in the form that pymdownx.blocks wants."""
        names = (*cls.REQUIRED, *cls.OPTIONAL)
        cls.OPTIONS = {name: (None, cls.type_of(name)[0]) for name in names}

    @classmethod
    def type_of(cls, option: str) -> tuple[Any, str]:
        """Return what an option must be, for the parser and in words for the author."""
        return cls.OWN.get(option) or TYPES[option]

    @staticmethod
    def on_site(block: Built, course: Course, units: Sequence[Unit]) -> str:
        """Return the HTML that fills a block of the built site which lists the course's units."""
        return ""

    @staticmethod
    def on_paper(block: Built, paper: Paper) -> None:
        """Change a block of a chapter to write in; its fields are replaced after this."""

    @staticmethod
    def to_read(block: Built, paper: Paper) -> None:
        """Change a block of a chapter to read; its fields are removed after this."""

    @property
    def course(self) -> Course:
        """The course that the page belongs to."""
        return current(self.md).course

    @classmethod
    def required(cls, options: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the options that it must have, which may depend on others that it has."""
        return cls.REQUIRED

    @classmethod
    def unknown(cls, options: Mapping[str, Any], course: Course) -> Iterator[tuple[str, str]]:
        """Yield each option that names what the course does not have, and what to do."""
        yield from ()

    def on_validate(self, parent: Element) -> bool:
        """Refuse the block where an option is missing."""
        return all(self.options[name] is not None for name in self.required(self.options))

    def element(self, parent: Element, tag: str = "section", **attributes: str) -> Element:
        """Create the block's element, which says what it is."""
        facts = {"data-block": self.NAME, "data-series": self.SERIES}
        if "id" in self.options:
            facts["id"] = self.options["id"]
        if self.KEEPS:
            facts["data-keeps"] = self.options["id"]
        for name in ("objective", "minutes"):
            if self.options.get(name) is not None:
                facts[f"data-{name}"] = str(self.options[name])
        given = {name: value for name, value in {**facts, **attributes}.items() if value}
        return SubElement(parent, tag, given)

    def section(self, parent: Element) -> Element:
        """Create the block's element, with the line that tells its kind."""
        section = self.element(parent)
        words = self.course.words
        if self.options.get("minutes"):
            detail = words.count("minutes", self.options["minutes"])
        else:
            key = f"blocks.{self.NAME}.detail"
            detail = words(key) if words.has(key) else ""
        add_kind(section, words(f"blocks.{self.NAME}.name"), detail)
        return section

    def add_place(self, section: Element, name: str) -> None:
        """Add a part that receives the content of the block."""
        self.place = SubElement(section, "div", {"data-part": name})

    def on_add(self, block: Element) -> Element:
        """Put the content into its place."""
        return block if self.place is None else self.place

    def heading(self, section: Element) -> None:
        """Give the block a heading and let it name the element."""
        title = f"{self.options['id']}-title"
        SubElement(section, "h3", {"id": title, "data-part": "title"}).text = self.argument
        section.set("aria-labelledby", title)

    def stem(self, section: Element) -> Element:
        """Add the group of buttons that the block's title asks about."""
        fieldset = SubElement(section, "fieldset")
        SubElement(fieldset, "legend", {"data-part": "stem"}).text = self.argument
        return fieldset


def title_of_field(block: Built, field: HtmlElement) -> str:
    """Return what tells a listener on paper which field of which block this is."""
    names = [*map(text_of, block.parts("name")), block.title, block.label_of(field)]
    return ": ".join(filter(None, names))


def add_kind(section: Element, name: str, detail: str) -> None:
    """Add the line that tells the kind of a block, such as “Exercise · 3 minutes”.

    Its element is set apart from the text, and says so: `:has` in a style sheet would let the
    browser look at all elements around it anew after each change.
    """
    section.set("data-box", "")
    line = SubElement(section, "p", {"data-part": "kind"})
    first = SubElement(line, "span", {"data-part": "name"})
    first.text = AtomicString(name)
    if detail:
        first.tail = AtomicString(" · ")
        SubElement(line, "span", {"data-part": "detail"}).text = AtomicString(detail)


def add_field(section: Element, name: str, label: str, rows: int) -> Element:
    """Add a field for some lines of text, and return its label."""
    added = SubElement(section, "label", {"for": f"{name}-answer"})
    added.text = AtomicString(label)
    field = {"id": f"{name}-answer", "name": name, "rows": str(rows)}
    SubElement(section, "textarea", field)
    return added


def add_status(parent: Element, name: str) -> None:
    """Add an empty part, in which a script says aloud what happened."""
    tag = "p" if name == "kept" else "div"
    SubElement(parent, tag, {"data-part": name, "role": "status"})


def add_buttons(parent: Element, words: Words, *actions: str, **attributes: str) -> Element:
    """Add the line of buttons that a script shows, and the place where it says what happened.

    Arguments:
        parent: the element of the block.
        words: the words of the page's language.
        actions: what each button does, as the script names it.
        attributes: further attributes of the line.
    """
    line = SubElement(parent, "p", {"data-part": "tools", "hidden": "", **attributes})
    for action in actions:
        button = {"type": "button", "class": "md-button", "data-do": action}
        added = SubElement(line, "button", button)
        added.text = AtomicString(words(f"buttons.{action}"))
        added.tail = " "
    SubElement(line, "output")
    return line


def add_option(parent: Element, tag: str, name: str, value: str) -> Element:
    """Add a radio button, and return its label, which has no words yet.

    Arguments:
        parent: what holds the options.
        tag: the tag of an option's element.
        name: what the choice is kept under.
        value: the value of the button.
    """
    option = SubElement(parent, tag, {"data-option": value})
    id_ = f"{name}-{value}"
    button = {"type": "radio", "name": name, "id": id_, "value": value}
    SubElement(option, "input", button).tail = " "
    return SubElement(option, "label", {"for": id_})
