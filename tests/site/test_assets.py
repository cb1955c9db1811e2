"""The style sheets and scripts of a site, joined."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.site.assets import join_assets, packed, stripped

WORDS = {"not-kept": "“Not kept”"}
SCRIPTS = ("course.js", "before.js", "answers.js")


def write(site: Path, *names: str) -> None:
    """Write files of assets that say their own name."""
    for name in names:
        file = site / "assets" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f'/* A comment. */\n"{file.stem}";\n', "utf-8")


def test_parts_are_joined_in_their_order_and_removed(tmp_path: Path) -> None:
    sheets = ("text", "theme", "paper", "block", "schemes", "tokens")
    write(tmp_path, "logo.svg", *(f"css/{name}.css" for name in sheets))
    scripts = ("story", "start", "store", "words", "before", "fields", "first", "deck", "pages")
    write(tmp_path, *(f"js/{name}.js" for name in scripts))
    (tmp_path / "words").mkdir()
    join_assets(tmp_path, WORDS)
    css = (tmp_path / "assets/course.css").read_text("utf-8")
    sheets = ("tokens", "schemes", "theme", "block", "text", "paper")
    assert css == "".join(f'"{name}";' for name in sheets)
    early, before, late = ((tmp_path / "assets" / name).read_text("utf-8") for name in SCRIPTS)
    parts = '"words";\n"pages";\n"deck";\n"first";\n'
    assert early == f'(() => {{\n"use strict";\nconst WORDS = {{}};\n{parts}}})();\n'
    parts = '"words";\n"pages";\n"before";\n'
    assert before == f'(() => {{\n"use strict";\nconst WORDS = {{}};\n{parts}}})();\n'
    parts = '"words";\n"pages";\n"store";\n"fields";\n"story";\n"start";\n'
    said = '{"notKept":"“Not kept”"}'
    assert late == f'(() => {{\n"use strict";\nconst WORDS = {said};\n{parts}}})();\n'
    left = sorted(path.name for path in tmp_path.rglob("*") if path.is_file())
    assert left == ["answers.js", "before.js", "course.css", "course.js", "logo.svg"]
    assert not (tmp_path / "words").exists()


def test_joining_twice_changes_nothing(tmp_path: Path) -> None:
    write(tmp_path, "css/a.css", "js/a.js")
    join_assets(tmp_path, WORDS)
    once = {path: path.read_bytes() for path in tmp_path.rglob("*.*")}
    join_assets(tmp_path, WORDS)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.*")} == once


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("/* one */a {\n\n  b: c; /* two\n  three */\n}\n", "a {\nb: c;\n}\n"),
        ('a { content: "/* kept */"; }', 'a { content: "/* kept */"; }\n'),
        ("f('it\\'s /* kept */');", "f('it\\'s /* kept */');\n"),
        ("f(`/* ${kept} */`); /* gone */", "f(`/* ${kept} */`);\n"),
        ('/* don\'t */ f("x"); /* "y" */', 'f("x");\n'),
        ("a * b / c", "a * b / c\n"),
    ],
)
def test_comments_and_indentation_are_left_out(text: str, expected: str) -> None:
    assert stripped(text) == expected


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("a,\nb {\nc: d;\ne: f g;\n}\n", "a,b{c:d;e:f g}"),
        ("a :is(b, c) > d {\n}\n", "a :is(b,c)>d{}"),
        ('a::before {\ncontent: "; : {";\n}', 'a::before{content:"; : {"}'),
        ('[a="b"] ~ [c="d e"] + e {}', '[a=b]~[c="d e"] + e{}'),
        ("a {b: -0.5em 10.5px calc(0.1px + 0.2px)}", "a{b:-.5em 10.5px calc(.1px + .2px)}"),
        ("@media (min-width: 3em) {\na {\n}\n}", "@media (min-width:3em){a{}}"),
    ],
)
def test_a_style_sheet_keeps_the_white_space_that_means_something(css: str, expected: str) -> None:
    assert packed(css) == expected
