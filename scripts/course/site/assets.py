"""Joins the style sheets and the scripts of the site, without their comments.

They are written a file a subject (`overrides/assets`). A reader's browser asks for one style sheet
and one script, and at the first touch for the script of all that an untouched page does not need.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from course.files import write_file

# The tokens come first, since every other sheet uses them, and paper last, since it takes back what
# the others set; the start of the scripts comes after all that it starts.
FIRST = ("tokens.css", "schemes.css", "theme.css", "words.js", "pages.js", "store.js")
LAST = ("paper.css", "start.js", "first.js")
# What the script of an untouched page is made of, and the other one has none of but the shared.
SHARED = {"words.js", "pages.js"}
LATER = "answers.js"
AT_ONCE = {*SHARED, "theme.js", "keyboard.js", "deck.js", "kept.js", "first.js"}
# Names of these scripts stay out of those of others.
SCOPE = '(() => {{\n"use strict";\nconst WORDS = {};\n{}}})();\n'
# A text is kept as it is: it may have in it what looks like a comment.
RE_COMMENT = re.compile(
    r"""("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`(?:\\.|[^`\\])*`)|/\*.*?\*/""", re.DOTALL
)
# A text, or white space at a sign that divides; a colon has some before it in a selector only.
RE_SPACE = re.compile(r"""("[^"]*"|'[^']*')|\s*([{};,])\s*|(?<=:)\s+""")


def join_assets(site: Path, words: Mapping[str, str]) -> None:
    """Write `course.css`, `course.js` and `answers.js` from the folders that hold their parts.

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
            said = said_by(words) if script == LATER else "{}"
            write_file(assets / script, SCOPE.format(said, joined(assets / "js", parts)))
    for folder in (assets / "css", assets / "js", site / "words"):
        shutil.rmtree(folder, ignore_errors=True)


def scripts(names: set[str]) -> dict[str, set[str]]:
    """Return of which files each script of the site is made."""
    return {"course.js": names & AT_ONCE, LATER: names - AT_ONCE | names & SHARED}


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
    return RE_SPACE.sub(lambda match: match[1] or match[2] or "", css)


def stripped(text: str) -> str:
    """Return a style sheet or a script without comments, indentation and empty lines."""
    lines = RE_COMMENT.sub(lambda match: match[1] or "", text).splitlines()
    return "".join(f"{line.strip()}\n" for line in lines if line.strip())
