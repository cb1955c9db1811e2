"""The lines of a page, before they are built: what would be lost or misread in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser

from course.kept import kept
from course.marks.lines import is_in_item, without_code
from course.problems import CONFLICT, Problem, conflict_in, nearest
from course.rules.material import Material, SourceFile

Found = tuple[int, str, str]

# What an author can write in braces behind a word or a block.
CLASSES = ("screen", "verdict", "go-on", "md-button", "md-button--primary")
ATTRIBUTES = (
    *("id", "class", "title", "lang", "dir", "width", "height", "loading", "hidden", "alt"),
    *("rel", "target", "download", "start", "type", "colspan", "rowspan", "scope", "role"),
    *("markdown", "open", "value", "reversed", "cite", "datetime"),
)
LOOKS = ("align", "bgcolor", "border", "color", "face", "size", "valign", "style")
OLD_ELEMENTS = ("center", "font", "big", "tt", "strike", "marquee", "blink", "frameset")
RE_BRACES = re.compile(r"\{:?[ ]*(?P<inner>[.#][\w-][^{}\n]*|[\w-]+=[^{}\n]*)\}")
RE_ATTRIBUTE = re.compile(r"""(?:^|\s)(?:\.(?P<class>[\w-]+)|(?P<name>[\w:-]+)=)""")
RE_CLASS = re.compile(r"\.([A-Za-z_][\w-]*)")
RE_QUOTED = re.compile(r"""(["']).*?\1""")
RE_LANGUAGE = re.compile(r"(?:[\w+#.-]+|\{\s*\.[\w+#-]+\s*\})?")
RE_ADDRESS = re.compile(r"<(?:[a-z][\w+.-]*:|[^\s<>@]+@)[^\s<>]*>", re.IGNORECASE)
RE_ITEM = re.compile(r"(?P<indent> *)(?:[-*+]|\d+\.)[ \t]+\S")
RE_SHOWN_AS_CODE = re.compile(r" {4,}(#{1,6} \S|\||!\[|!!! |\[\^)")
RE_NOTE = re.compile(r" {0,3}\[\^(?P<name>[^\]\s]+)\]:")
RE_MATHS = re.compile(r"\\\(.+?\\\)|\\\[.+?\\\]")
RE_NOTHING = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# What is told as no text of a page.
WORKING = (
    *("base", "button", "embed", "form", "iframe", "input", "link", "meta", "object", "output"),
    *("script", "select", "style", "template", "textarea"),
)
VOID = {*("area", "br", "col", "hr", "img", "source", "track", "wbr"), *WORKING}


def check_lines(material: Material) -> Iterator[Problem]:
    """A page has nothing in its lines that would be lost or misread in silence."""
    known = {*CLASSES, *classes(material)}
    for file in material.each("page", material.sources_of(".md")):
        depends_on = ("check_lines", file.label, file.text, *sorted(known))
        yield from kept(depends_on, partial(mistakes_in, file, known))


def mistakes_in(file: SourceFile, known: set[str]) -> list[Problem]:
    """Return what is wrong with the lines of a page, where some classes are known."""
    if conflict := conflict_in(file.text):
        return [Problem(file.label, conflict, *CONFLICT)]
    lines = file.text.splitlines()
    text = file.read
    found: list[Found] = []
    if text.unended:
        line, sign = text.unended
        kind = "comment" if sign == "-->" else "code"
        found.append((line, f"the {kind} does not end", f"write {sign} below it"))
    found += [*languages(text.languages), *characters(file), *attributes(text.lines, known)]
    found += [*indentation(lines, text.lines), *notes(text.lines), *Tags(text.lines).found]
    return [Problem(file.label, *each) for each in found]


def classes(material: Material) -> set[str]:
    """Return the classes that a style sheet of the course has rules for."""
    sheets = material.course.overrides.rglob("*.css")
    return {name for file in sheets for name in RE_CLASS.findall(file.read_text("utf-8"))}


def languages(written: list[tuple[int, str]]) -> Iterator[Found]:
    """Yield what stands behind the first line of code and is not its language."""
    for line, rest in written:
        if rest.split(" ")[0].strip("{. }") in ("mermaid", "math"):
            what = f"code in {rest} is not drawn"
            yield line, what, "draw it as SVG, and include that with a text"
        elif not RE_LANGUAGE.fullmatch(rest):
            what = f"“{rest}” behind the beginning of code is not used"
            yield line, what, "leave the language alone, and write the rest as text"


def characters(file: SourceFile) -> Iterator[Found]:
    """Yield the first sign that no page can show."""
    if found := RE_NOTHING.search(file.text):
        line = file.text.count("\n", 0, found.start()) + 1
        what = f"a sign that cannot be shown (U+{ord(found[0]):04X}) stands in the text"
        yield line, what, "remove it, or save the file in the encoding UTF-8"


def attributes(lines: list[tuple[int, str]], known: set[str]) -> Iterator[Found]:
    """Yield each class and attribute in braces that nothing knows."""
    for line, text in lines:
        for braces in RE_BRACES.finditer(without_code(text)):
            for found in RE_ATTRIBUTE.finditer(RE_QUOTED.sub('""', braces["inner"])):
                name = found["class"] or found["name"]
                if found["class"] and name not in known:
                    near = nearest(name, CLASSES, 1)
                    remedy = f"write {{ .{near} }}" if near else "remove it, or add its rules"
                    yield line, f"nothing knows the class .{name}", remedy
                elif found["name"] in LOOKS:
                    remedy = "remove it: how a page looks is in the style sheets"
                    yield line, f"“{name}=” says how something looks", remedy
                elif found["name"] and not is_attribute(name):
                    near = nearest(name, ATTRIBUTES, 1)
                    remedy = f"write {near}=" if near else "remove it"
                    yield line, f"there is no attribute “{name}”", remedy


def is_attribute(name: str) -> bool:
    """Tell whether an attribute is one of HTML that an author can need."""
    return name in ATTRIBUTES or name.startswith(("data-", "aria-"))


def indentation(lines: list[str], text: list[tuple[int, str]]) -> Iterator[Found]:
    """Yield what is indented too far, so that it is code, or not far enough to be below an item."""
    above = 0
    last = 0
    is_list = False
    for number, line in text:
        item = RE_ITEM.match(line)
        depth = len(item["indent"]) if item else 0
        slipped = bool(item) and is_list and 0 < depth - above < 4
        shown_as_code = bool(RE_SHOWN_AS_CODE.match(line)) and not is_in_item(lines, number)
        follows, last = last == number - 1, number if slipped or shown_as_code else last
        if (slipped or shown_as_code) and follows:
            continue
        if slipped:
            what = "the list is not indented enough to be below the item above it"
            yield number, what, "indent it by four spaces"
        elif shown_as_code:
            what = "the line is indented by four spaces or more, so it is shown as code"
            yield number, what, "remove the spaces before it"
        elif RE_MATHS.search(without_code(line)):
            yield number, "a formula is not set", "write it in words, or include it as a picture"
        if item and not slipped:
            above, is_list = depth, True
        elif line.strip() and not line.startswith(" "):
            is_list = False


def notes(lines: list[tuple[int, str]]) -> Iterator[Found]:
    """Yield each note below the text that nothing leads to, or that is there twice."""
    texts = [(number, without_code(text)) for number, text in lines]
    defined: set[str] = set()
    for number, text in texts:
        if not (note := RE_NOTE.match(text)):
            continue
        sign = f"[^{note['name']}]"
        uses = sum(each.count(sign) for _, each in texts)
        if note["name"] in defined:
            yield number, f"the note {sign} is there twice", "give each a name of its own"
        elif uses - sum(each.lstrip().startswith(f"{sign}:") for _, each in texts) == 0:
            yield number, f"no text leads to the note {sign}", f"write {sign} where it belongs"
        defined.add(note["name"])


class Tags(HTMLParser):
    """Reads the tags in the text of a page; `found` has what is wrong with them."""

    def __init__(self, lines: list[tuple[int, str]]) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[Found] = []
        self.opened: list[tuple[str, int]] = []
        # So that a line keeps its number.
        last = lines[-1][0] if lines else 0
        texts = dict(lines)
        blank = (texts.get(number, "") for number in range(1, last + 1))
        self.feed("\n".join(RE_ADDRESS.sub("", without_code(text)) for text in blank))
        self.close()
        for tag, line in self.opened[:1]:
            self.found.append((line, f"<{tag}> is not closed", f"write </{tag}> behind it"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        if tag in OLD_ELEMENTS:
            what = f"<{tag}> says how something looks"
            self.found.append((line, what, "remove it: how a page looks is in the style sheets"))
        if tag not in VOID and tag not in OLD_ELEMENTS:
            self.opened.append((tag, line))
        for name, value in attrs:
            if name in LOOKS and tag not in OLD_ELEMENTS:
                remedy = "remove it: how a page looks is in the style sheets"
                self.found.append((line, f"“{name}=” says how something looks", remedy))
            elif name == "class" and {"grid", "annotate"} & set((value or "").split()):
                what = f"the class {value} does nothing here"
                self.found.append((line, what, "write a list or a table"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Leave a tag that closes itself alone."""

    def handle_endtag(self, tag: str) -> None:
        names = [name for name, _ in self.opened]
        if tag in names:
            place = len(names) - 1 - names[::-1].index(tag)
            for name, line in self.opened[place + 1 :][:1]:
                self.found.append((line, f"<{name}> is not closed", f"write </{name}> behind it"))
            del self.opened[place:]
        elif tag not in VOID and tag not in OLD_ELEMENTS:
            what = f"</{tag}> closes nothing"
            self.found.append((self.getpos()[0], what, f"remove it, or write <{tag}> before it"))
