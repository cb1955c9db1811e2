"""Measures how the build grows with the course: seconds, memory and bytes of 30, 120 and 600 pages.

Copies of the pages of this course are added to it, in sections of ten, of which ten are in one of
their own; of each page there are as many, so that pages are as long on average as before, and of a
page that gathers others there is one. Beside it stands what Material for MkDocs alone takes for the
same files, without blocks, rules and finishing. It needs what tells the cost of another process,
which Windows does not have.
"""

from __future__ import annotations

import math
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from itertools import cycle, islice, pairwise
from pathlib import Path

from benchmarks import CONFIG
from course.marks.references import read_bibliography
from course.settings import read_course

PAGES = (30, 120, 600)
SECTION = 10
BUILD = """
import sys
from pathlib import Path
from course.commands.build import render
sys.exit(not render(Path(sys.argv[1]), Path(sys.argv[2])))
"""
STOCK = """
import sys
from mkdocs.commands.build import build
from mkdocs.config import load_config
build(load_config(sys.argv[2], site_dir=sys.argv[1], strict=False))
"""
# A block that a course has once, or that fills a page from others.
RE_ONCE = re.compile(
    r"^/{3,} (?:bibliography|files|gather|map|notebook|profile|review|session)\b", re.MULTILINE
)
RE_ID = re.compile(r"^[ -]*id: ([\w-]+)$|\{ #([\w-]+)", re.MULTILINE)
Cost = tuple[float, float, float]


def lay_out(root: Path, pages: int) -> None:
    """Lay out a course of so many pages, this one with copies of its pages."""
    course = read_course(CONFIG)
    shutil.copytree(course.docs, root / course.docs.name)
    shutil.copytree(course.overrides, root / course.overrides.name)
    (root / "scripts" / "course").mkdir(parents=True)
    hook = Path("scripts") / "course" / "hook.py"
    shutil.copy(CONFIG.parent / hook, root / hook)
    docs = root / course.docs.name
    (docs / "published.txt").unlink(missing_ok=True)
    written = sorted(docs.rglob("*.md"))
    once = {docs / course.glossary, docs / course.sources}
    ordinary = [
        page for page in written if page not in once and not RE_ONCE.search(page.read_text("utf-8"))
    ]
    missing = max(0, pages - len(written) - 1)
    copies = [copy(page, number) for number, page in enumerate(islice(cycle(ordinary), missing))]
    text = CONFIG.read_text("utf-8")
    line = max(re.finditer(rf"^( *)- .*: {course.units.folder}/.*\n", text, re.M), key=place)
    text = text[: line.end()] + navigation(copies, docs, line[1]) + text[line.end() :]
    text = text.replace(
        "- navigation.sections\n", "- navigation.sections\n    - navigation.prune\n"
    )
    (root / CONFIG.name).write_text(text, "utf-8")
    (root / "stock.yml").write_text(stock(text), "utf-8")


def place(match: re.Match[str]) -> int:
    """Return where a match ends."""
    return match.end()


def copy(page: Path, number: int) -> Path:
    """Copy a page, with ids of its own, and return the copy."""
    path = page.with_stem(f"{page.stem}{number}")
    text = page.read_text("utf-8")
    # The names of its blocks, objectives and places, but not those of files and other pages.
    names = "|".join(sorted({found[1] or found[2] for found in RE_ID.finditer(text)}, reverse=True))
    if names:
        text = re.sub(rf"(?<![\w/=-])(?<!\.md#)({names})(?![\w./-])", rf"\1-{number}", text)
    text = re.sub("^moved_from:.*\n", "", text, flags=re.MULTILINE)
    text = re.sub('^(title: "?)', rf"\g<1>{number} ", text, count=1, flags=re.MULTILINE)
    path.write_text(text, "utf-8")
    return path


def navigation(pages: Sequence[Path], docs: Path, indent: str) -> str:
    """Return the lines of the navigation for pages, in sections within sections."""
    lines = []
    for number, page in enumerate(pages):
        if number % SECTION**2 == 0:
            lines.append(f"{indent}- Part {number // SECTION**2 + 1}:\n")
        if number % SECTION == 0:
            lines.append(f"{indent}    - Section {number // SECTION + 1}:\n")
        lines.append(f"{indent}        - {page.stem}: {page.relative_to(docs).as_posix()}\n")
    return "".join(lines)


def stock(text: str) -> str:
    """Return the settings of a course without what the course adds to Material for MkDocs."""
    text = re.sub(r"^hooks:\n(?:  .*\n)+", "", text, flags=re.MULTILINE)
    text = re.sub(r"^(?:INHERIT:.*|  custom_dir:.*|  - course)\n", "", text, flags=re.MULTILINE)
    return text.replace("  logo: ", "  # logo: ").replace("  favicon: ", "  # favicon: ")


def cost(root: Path, program: str, config: str) -> Cost:
    """Return the seconds of the processor, the megabytes of memory and those of the site."""
    site = root / f"site-of-{config}"
    command = [sys.executable, "-c", program, str(site), str(root / config)]
    process = subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, used = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"not built:\n{said}")
    size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    memory = used.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return used.ru_utime + used.ru_stime, memory / 1e6, size / 1e6


def main() -> None:
    """Build each course with and without what this project adds, and print the measurements."""
    print(f"{'':6}{'seconds':>9}{'MB':>7}{'site MB':>9}   {'stock':>9}{'MB':>7}{'site MB':>9}")
    table: list[tuple[int, Cost]] = []
    # The sources of a course are set once, and kept; so they are no part of what is measured.
    read_bibliography(read_course(CONFIG))
    kept = CONFIG.parent / ".cache" / "references"
    for pages in PAGES:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder) / "course"
            lay_out(root, pages)
            shutil.copytree(kept, root / kept.relative_to(CONFIG.parent))
            own, other = cost(root, BUILD, CONFIG.name), cost(root, STOCK, "stock.yml")
        table.append((pages, own))
        columns = [f"{a:>9.1f}{b:>7.0f}{c:>9.1f}" for a, b, c in (own, other)]
        print(f"{pages:>6}{'   '.join(columns)}   {own[0] / other[0]:.1f} times", flush=True)
    for (few, least), (many, most) in pairwise(table):
        powers = [math.log(b / a) / math.log(many / few) for a, b in zip(least, most, strict=True)]
        print(
            f"from {few} to {many}: seconds grow by the power {powers[0]:.2f}, "
            f"memory by {powers[1]:.2f}, the site by {powers[2]:.2f}"
        )


if __name__ == "__main__":
    main()
