"""Files beside the pages: drawings, tables of numbers, sources, and what does not belong there."""

from __future__ import annotations

from tests.mistakes.row import CHART, DRAWING, Row

INCLUDE = '--8<-- "docs/drawn/{}.svg"\n'


def drawing(name: str, old: str, new: str, message: str) -> list[Row]:
    """Return a drawing, of which one piece of text is changed, and what includes it."""
    text = DRAWING.format(id=f"d-{name}")
    assert old in text
    return [Row(f"svg-{name}", text.replace(old, new, 1), "", message, f"docs/drawn/{name}.svg")]


FILES = [
    *drawing("no-box", 'viewBox="0 0 9 9" ', "", "the drawing has no viewBox: write viewBox="),
    *drawing("script", "<path", "<script>x()</script><path", "the drawing has a script: remove it"),
    *drawing("open", "</svg>", "", "it cannot be drawn: it is no whole SVG: save it as SVG again"),
    *drawing("doctype", "<svg", "<!DOCTYPE svg>\n<svg", "it has a DOCTYPE: remove the line"),
    Row("svg-empty", "", "", "it cannot be drawn: it is no whole SVG", "docs/drawn/empty.svg"),
    Row(
        "word",
        "x",
        "",
        "this file is no page, and no reader sees it: write its text",
        "docs/rows/notes.docx",
    ),
    Row(
        "letters",
        "x",
        "",
        "this file is no page, and no reader sees it: write its text",
        "docs/rows/notes.odt",
    ),
    Row(
        "capitals",
        "x",
        "",
        "the name ends with .MD, which nothing reads: name it other.md",
        "docs/rows/other.MD",
    ),
    Row(
        "text",
        "x",
        "",
        "this file is no page, and no reader sees it: end its name with .md",
        "docs/rows/todo.txt",
    ),
    Row(
        "mdx",
        "x",
        "",
        "this file is no page, and no reader sees it: end its name with .md",
        "docs/rows/page.mdx",
    ),
    Row("backup", "x", "", "this is a copy of another file: remove it", "docs/rows/page.bak"),
    Row("merge", "x", "", "this is a copy of another file: remove it", "docs/rows/page.orig"),
    Row(
        "style",
        "a {}",
        "",
        "this file is no text of the course: move it to overrides/assets",
        "docs/rows/x.css",
    ),
    Row(
        "page-html",
        "<p>",
        "",
        "this file is no text of the course: move it to overrides/assets",
        "docs/rows/x.html",
    ),
    Row(
        "include-missing",
        '--8<-- "docs/drawn/nowhere.svg"\n',
        "--8<--",
        "there is no file docs/drawn/nowhere.svg to include",
    ),
    Row(
        "include-short-sign",
        'Text.\n\n-8<- "docs/drawn/nowhere.svg"\n',
        "-8<-",
        "there is no file docs/drawn/nowhere.svg to include",
    ),
    Row(
        "include-other-quotes",
        "- An item\n\n    --8<-- 'docs/drawn/nowhere.svg:3:5'\n",
        "--8<--",
        "there is no file docs/drawn/nowhere.svg to include",
    ),
    Row(
        "include-address",
        '--8<-- "https://example.org/line.svg"\n',
        "--8<--",
        "there is no file https://example.org/line.svg to include",
    ),
    Row(
        "include-listed",
        "--8<--\ndocs/drawn/nowhere.svg\n--8<--\n",
        "--8<--",
        "this line includes nothing: write the path of one file",
    ),
    Row(
        "include-bare",
        "--8<-- docs/rows/figures/line.svg\n",
        "--8<--",
        "this line includes nothing: write the path of one file",
    ),
    Row(
        "include-above",
        '--8<-- "docs/../../line.svg"\n',
        "--8<--",
        "docs/../../line.svg lies outside of the course: copy it into docs",
    ),
    Row(
        "include-computer",
        '--8<-- "/etc/hostname"\n',
        "--8<--",
        "/etc/hostname lies outside of the course: copy it into docs",
    ),
]
NAMELESS = [
    (
        "no-title",
        '<title id="d-no-title">A line</title>',
        "",
        "the drawing has no title: write <title",
    ),
    (
        "no-name",
        ' aria-labelledby="d-no-name"',
        "",
        "the drawing does not say that the title is its",
    ),
    (
        "other-name",
        '<title id="d-other-name"',
        '<title id="other"',
        "aria-labelledby names “d-other-name”",
    ),
    ("no-role", ' role="img"', "", 'the drawing has no role: write role="img"'),
]
FILES += [row for name in NAMELESS for row in drawing(*name)]
# What includes them is right.
INCLUDING = "\n".join(INCLUDE.format(name) for name, *_ in NAMELESS)


def chart(name: str, text: str, sign: str, message: str) -> list[Row]:
    """Return a table of numbers, which a page names."""
    return [Row(f"csv-{name}", text, sign, message, f"docs/charts/figures/{name}.csv")]


FILES += chart(
    "semicolons", CHART.replace(",", ";"), "", "semicolons divide the cells: save it as CSV"
)
FILES += chart(
    "word", CHART.replace("none,2,4", "none,2,few"), "few", '"few" is no number: write digits'
)
FILES += chart(
    "comma", CHART.replace("none,2,4", 'none,2,"4,5"'), '"4,5"', '"4,5" is no number: write digits'
)
FILES += chart(
    "cells", CHART.replace("none,2,4", "none,2"), "none,2", "the row has 2 cells, and the head"
)
FILES += chart("empty", "", "", "the file has no table: write a head of state, point and series")
CHARTS = "\n".join(
    f"/// frames | How long?\n    id: chart-{row.path.rpartition('/')[2].removesuffix('.csv')}\n"
    f"    data: {row.path.rpartition('/')[2]}\n    kind: lines\n\n"
    "- [none] It is long.\n- [some] It is less.\n- [all] It is short.\n///\n"
    for row in FILES
    if row.path.endswith(".csv")
)
