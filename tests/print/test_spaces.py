"""Lines break at the spaces around what stands in a line, such as a link."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from lxml.html import fragment_fromstring, tostring

from course.print.jobs import HERE
from course.print.pdf import fonts
from course.print.pdf.repairs.spacing import free_spaces
from course.print.pdf.setting import Setting
from course.print.pdf.typeset import typeset


def spaced(inside: str) -> str:
    """Return the HTML of a paragraph with its spaces freed."""
    paragraph = fragment_fromstring(f"<p>{inside}</p>")
    before = paragraph.text_content()
    free_spaces(paragraph)
    assert paragraph.text_content().split() == before.split()
    tags = {"span": "S"}
    return "".join(
        [paragraph.text or "", *(f"[{tags.get(e.tag, e.tag)}]{e.tail or ''}" for e in paragraph)]
    )


@pytest.mark.parametrize(
    ("inside", "result"),
    [
        ("An <a>if</a> plan", "An[S][a][S]plan"),
        ("An <a>if</a> and <i>so</i>", "An[S][a][S]and[S][i]"),
        ("(<a>if</a>) plan", "([a]) plan"),
        (" <a>if</a> plan", " [a][S]plan"),
        ("An <input> plan ", "An[S][input][S]plan"),
        ("An <strong>if </strong>plan", "An[S][strong]plan"),
        ("<a>if</a> <i>so</i>", "[a] [i]"),
    ],
)
def test_the_spaces_around_an_inline_element_are_freed(inside: str, result: str) -> None:
    assert spaced(inside) == result


def test_pictures_keep_their_spaces() -> None:
    assert spaced("<svg><text>An <tspan>x</tspan> <a>b</a></text></svg>") == "[svg]"


def first_lines(widths: list[float], paragraph: str) -> list[str]:
    """Return the first line of a paragraph set at several widths, in millimetres."""
    style = "@page { size: 100mm 150mm; margin: 5mm } div { break-after: page }"
    body = "".join(f'<div style="width: {width}mm">{paragraph}</div>' for width in widths)
    document = f'<html lang="en"><title>T</title><style>{style}</style><body>{body}'
    with pdfplumber.open(io.BytesIO(*typeset(document, Setting([fonts.STYLES], HERE)))) as pdf:
        return [page.extract_text().splitlines()[0] for page in pdf.pages[: len(widths)]]


@pytest.mark.print
def test_no_line_ends_too_early() -> None:
    paragraph = fragment_fromstring("<p>Write two short <a>if-then plans</a> that name it</p>")
    free_spaces(paragraph)
    # The step is less than the width of a space.
    widths = [22 + step / 2 for step in range(60)]
    lengths = [len(line) for line in first_lines(widths, tostring(paragraph, encoding="unicode"))]
    assert len(set(lengths)) == 4
    assert lengths == sorted(lengths)
