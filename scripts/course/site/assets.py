"""Joins the style sheets and the scripts of the site, without their comments.

They are written a file a subject (`overrides/assets`). A reader's browser asks for one style sheet
and one script. What an untouched page does not need is in two others: one comes with the theme's
script, and one with the first answer.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from course.files import write_file

# The tokens come first, since every other sheet uses them, and blocks before their kinds; paper
# comes last, since it takes back what the others set; the start of the scripts comes after all that
# it starts.
FIRST = ("tokens.css", "schemes.css", "theme.css", "block.css", "words.js", "pages.js", "store.js")
LAST = ("paper.css", "start.js", "first.js", "before.js")
# What the script of an untouched page is made of, and that which stands before the theme's; the
# third one has none of them but the shared.
SHARED = {"words.js", "pages.js"}
LATER = "answers.js"
BEFORE_THEME = "before.js"
AT_ONCE = {"theme.js", "keyboard.js", "deck.js", "early.js", "kept.js", "scenes.js", "first.js"}
WITH_THEME = {"search.js", "sources.js", "swipe.js", "before.js"}
# Names of these scripts stay out of those of others.
NO_WORDS = "const WORDS = {};"
SCOPE = '(() => {{\n"use strict";\n{}\n{}}})();\n'
# A text is kept as it is: it may have in it what looks like a comment.
RE_COMMENT = re.compile(
    r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`)|/\*.*?\*/""", re.DOTALL
)
# A value that needs no quotes; a text; white space at a sign that divides, of which the last one of
# a rule is not needed; a colon has some before it in a selector only; the nought of a fraction.
RE_SPACE = re.compile(
    r"""(?P<name>\[[\w-]+[~|^$*]?=)"(?P<value>[a-zA-Z][\w-]*)"|(?P<text>"[^"]*"|'[^']*')"""
    r"""|;\s*(?=\})|\s*(?P<sign>[{};,>~])\s*|(?<=:)\s+|(?<![\w.])0(?=\.\d)"""
)


def join_assets(site: Path, words: Mapping[str, str]) -> None:
    """Write `course.css` and the scripts from the folders that hold their parts.

    Arguments:
        site: the folder of the built site; what is needed only to build it is removed.
        words: what the scripts say; those of an untouched page have their words in the page.
    """
    assets = site / "assets"
    if (assets / "css").is_dir():
        write_file(assets / "course.css", packed(joined(assets / "css")))
    if (assets / "js").is_dir():
        names = {file.name for file in (assets / "js").iterdir()}
        for script, parts in scripts(names).items():
            said = f"const WORDS = {said_by(words)};" if script == LATER else NO_WORDS
            write_file(assets / script, SCOPE.format(said, joined(assets / "js", parts)))
    for folder in (assets / "css", assets / "js", site / "words"):
        shutil.rmtree(folder, ignore_errors=True)


def scripts(names: set[str]) -> dict[str, set[str]]:
    """Return of which files each script of the site is made."""
    shared = names & SHARED
    return {
        "course.js": names & AT_ONCE | shared,
        BEFORE_THEME: names & WITH_THEME | shared,
        LATER: names - AT_ONCE - WITH_THEME,
    }


def said_by(words: Mapping[str, str]) -> str:
    """Return words by their names, as an object of a script."""
    named = {re.sub(r"-(\w)", lambda match: match[1].upper(), name): words[name] for name in words}
    return json.dumps(named, ensure_ascii=False, separators=(",", ":"))


def joined(folder: Path, names: set[str] | None = None) -> str:
    """Return the text of files of a folder, by name but for the first and the last ones.

    Arguments:
        folder: the folder.
        names: the names of the files; without them, all.
    """
    files = sorted(
        (file for file in folder.iterdir() if not names or file.name in names), key=order
    )
    return "".join(stripped(file.read_text("utf-8")) for file in files)


def order(path: Path) -> tuple[int, int, str]:
    """Return what a file is ordered by."""
    first = FIRST.index(path.name) if path.name in FIRST else len(FIRST)
    return first, path.name in LAST, path.name


def packed(css: str) -> str:
    """Return a style sheet without the white space that it can be read without."""
    return RE_SPACE.sub(lambda match: "".join(filter(None, match.groups())), css)


def stripped(text: str) -> str:
    """Return a style sheet or a script without comments, indentation and empty lines."""
    lines = RE_COMMENT.sub(lambda match: match[1] or "", text).splitlines()
    return "".join(f"{line.strip()}\n" for line in lines if line.strip())
