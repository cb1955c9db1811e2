"""No sentence for a reader stands in the code: all are in `overrides/words`."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator

import pytest

from tests.courses.build import ROOT

LAYERS = ("blocks", "marks", "site", "print")
# Two words one after the other, or one beside something that is filled in.
RE_WORDS = re.compile(
    r"[^\W\d_]{2,}[,;:.!?]? [^\W\d_]{2,}|[^\W\d_]{3,}[:.]? ⟨|⟩[.,:]? [^\W\d_]{3,}"
)
# What no sentence has: the marks of XPath, HTML, CSS, patterns and addresses.
RE_MARKS = re.compile(r"[<>={}@\\|]|//|::|\w\(|#⟨|⟩[-/#]|[-/]⟨|^[-.\w]+⟨")
# Calls that speak to an author or on the terminal, and those that read code.
TO_AUTHORS = re.compile(
    "Fault|Problem|Refused|Unknown|add_argument|add_fault|compile|each|error|filterwarnings|"
    "incomplete|info|line_of|one_right|print|problem|problem_of_all|report|simplefilter|split|sub|warning|xpath"
)
# Names of what an author is told, and of what an author is to do.
TOLD = {"PATTERN", "what", "whole", "remedy", "expected", "TYPES", "pattern", "plural"}
TOLD |= {"CALLOUT", "CALLOUTS", "CANNOT", "CLOSE", "MARKS", "NO_TEXT", "ONCE", "OWN", "REMEDY"}
TOLD |= {"where"}
# Says on the terminal what the machine lacks.
TERMINAL = ROOT / "scripts/course/print/pdf/unavailable.py"
# Names, in code.
NAMES = {
    "⟨⟩.path ⟨⟩",
    "Course Sans,Course Letters,Course Signs",
    "alternativeText longDescription pageNavigation ARIA displayTransformability readingOrder "
    "structuralNavigation tableOfContents unlocked",
    # Layouts of the library that writes slides.
    "Title and Content",
    "Title Only",
    # What pybtex says, and what the style of APA has in each language.
    "Too many commas",
    "premature end of file",
    "et al.",
    "et al..",
    "chapter answers",
    "chapter glossary",
    "chapter handout",
    "chapter sources",
    "sides halves",
    "height: ⟨⟩mm",
    "width: ⟨⟩%",
    "Course ⟨⟩",
    '"(prefers-color-scheme: light)"',
    "role tabindex for aria-label aria-labelledby aria-describedby aria-controls aria-hidden",
    "`⟨⟩ input`",
    "`⟨⟩ output`",
}


class Sentences(ast.NodeVisitor):
    """Collects the texts of a module that read like words for a reader."""

    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_Expr(self, node: ast.Expr) -> None:
        """Leave out docstrings."""
        if not isinstance(node.value, ast.Constant):
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Leave out what is said to authors; what is called is looked at all the same."""
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if not TO_AUTHORS.fullmatch(name):
            self.generic_visit(node)

    def visit_Raise(self, node: ast.Raise) -> None:
        """Leave out errors."""

    def visit_Assert(self, node: ast.Assert) -> None:
        """Leave out what must be so."""

    def visit_Assign(self, node: ast.Assign) -> None:
        """Leave out what is kept for a message."""
        names = {getattr(each, "id", getattr(each, "attr", "")) for each in targets(node.targets)}
        if not names & TOLD:
            self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        """Leave out what is kept for a message."""
        if getattr(node.target, "id", "") not in TOLD and node.value:
            self.visit(node.value)

    def visit_Yield(self, node: ast.Yield) -> None:
        """Leave out mistakes: what is wrong, and what to do."""
        if not is_mistake(node.value):
            self.generic_visit(node)

    def visit_Return(self, node: ast.Return) -> None:
        """Leave out mistakes, as above."""
        if not is_mistake(node.value):
            self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        """Look at a text."""
        if isinstance(node.value, str):
            self.look_at(node.value)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """Look at a text in which something is filled in."""
        parts = [part.value if isinstance(part, ast.Constant) else "⟨⟩" for part in node.values]
        self.look_at("".join(map(str, parts)))

    def look_at(self, text: str) -> None:
        """Keep a text if it reads like words for a reader."""
        if RE_WORDS.search(text) and not RE_MARKS.search(text):
            self.found.append(" ".join(text.split()))


def targets(nodes: list[ast.expr]) -> Iterator[ast.expr]:
    """Yield what is assigned to."""
    for node in nodes:
        yield from targets(node.elts) if isinstance(node, ast.Tuple) else [node]


def is_mistake(node: ast.expr | None) -> bool:
    """Tell whether an expression is what is wrong and what to do, with an id or a sign."""
    return isinstance(node, ast.Tuple) and len(node.elts) in (2, 3)


def in_python(source: str) -> list[str]:
    """Return the texts of a module that read like words for a reader."""
    visitor = Sentences()
    visitor.visit(ast.parse(source))
    return [text for text in visitor.found if text not in NAMES]


# What a template has beside words: comments, expressions, statements, scripts and tags.
RE_NO_TEXT = re.compile(r"{#.*?#}|{{.*?}}|{%.*?%}|<(script|style)\b.*?</\1>|<!--.*?-->", re.DOTALL)
RE_TAG = re.compile(r"<[^>]*>")
RE_SHOWN = re.compile(r"""\s(?:alt|aria-label|content|placeholder|title|value)=["']([^"']*)""")
RE_LETTERS = re.compile(r"[^\W\d_]{2,}")


def in_template(source: str) -> list[str]:
    """Return the words of a template for HTML that it does not take from elsewhere."""
    text = RE_NO_TEXT.sub("", source)
    shown = [*RE_SHOWN.findall(text), *RE_TAG.sub("\n", text).splitlines()]
    return [each.strip() for each in shown if RE_LETTERS.search(each)]


RE_SCRIPT = re.compile(
    r"""/\*.*?\*/|//[^\n]*|("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)""", re.DOTALL
)
RE_CODE = re.compile(r"[<>=\[\]|]|\w\(")


def in_script(source: str) -> list[str]:
    """Return the texts of a script with two words or more."""
    texts = [re.sub(r"\${[^}]*}", "⟨⟩", text) for text in RE_SCRIPT.findall(source) if text]
    found = [text for text in texts if RE_WORDS.search(text) and not RE_CODE.search(text)]
    return [text for text in found if text not in NAMES]


RE_CONTENT = re.compile(r"\bcontent:([^;}]*)")
RE_QUOTED = re.compile(r"""("[^"]*"|'[^']*')""")


def in_style(source: str) -> list[str]:
    """Return the words that a style sheet adds to a page."""
    texts = (text for value in RE_CONTENT.findall(source) for text in RE_QUOTED.findall(value))
    return [text for text in texts if RE_LETTERS.search(text)]


FILES = [
    *(
        (in_python, path)
        for layer in LAYERS
        for path in (ROOT / "scripts/course" / layer).rglob("*.py")
        if path != TERMINAL
    ),
    *((in_template, path) for path in (ROOT / "overrides").rglob("*.html")),
    *((in_template, path) for path in (ROOT / "scripts/course/print/templates").rglob("*.*html")),
    *((in_template, path) for path in (ROOT / "scripts/course/print/templates").rglob("*.svg")),
    *((in_script, path) for path in (ROOT / "overrides").rglob("*.js")),
    *((in_style, path) for path in (ROOT / "overrides").rglob("*.css")),
    *((in_style, path) for path in (ROOT / "scripts/course/print/styles").rglob("*.css")),
]


def test_no_file_has_a_sentence() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): look(path.read_text("utf-8")) for look, path in FILES
    }
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_every_kind_of_file_is_looked_at() -> None:
    suffixes = [path.suffix for _, path in FILES]
    assert [name for name in (".py", ".html", ".js", ".css") if suffixes.count(name) < 5] == []


@pytest.mark.parametrize(
    ("look", "source", "found"),
    [
        (in_python, 'label.text = "Your answer"', ["Your answer"]),
        (in_python, 'add(section, f"About {n} minutes")', ["About ⟨⟩ minutes"]),
        (in_python, 'E.p("Go to the next page.")', ["Go to the next page."]),
        (in_python, '"""Return a page."""\nreport(1, "it is wrong", "mend it")', []),
        (in_python, 'raise ValueError("it is wrong")', []),
        (in_python, 'tree.xpath("ancestor or self")', []),
        (in_python, 'yield "it is wrong", "write it so"', []),
        (in_template, "{# A word. #}<p>{{ words.lead }}</p>{% if a %}<b>{% endif %}", []),
        (in_template, "<p>{{ words.lead }} and more</p>", ["and more"]),
        (in_template, '<a title="Read more" href="{{ a }}">→</a>', ["Read more"]),
        (
            in_script,
            'say("Kept in this browser."); // no text "at all"',
            ['"Kept in this browser."'],
        ),
        (in_script, "say(`Due: ${date} or so`)", ["`Due: ⟨⟩ or so`"]),
        (in_script, 'find("nav a[href], nav b").on("click")', []),
        (in_style, 'a::after { content: " (see below)"; }', ['" (see below)"']),
        (in_style, 'a::after { content: " (" attr(href) ")"; }', []),
    ],
)
def test_what_is_a_sentence(
    look: Callable[[str], list[str]], source: str, found: list[str]
) -> None:
    assert look(source) == found
