"""The files of the folder `docs`: each is one that a page can be made from, or can show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from course.problems import Problem
from course.published import NAME as PUBLISHED
from course.rules.material import Material

# What programs for letters write.
OFFICE = (".doc", ".docx", ".odt", ".rtf", ".pages", ".wpd", ".pptx", ".xlsx", ".ods")
COPIES = (" (copy)", " copy", "_copy", "-copy", " - Copy", ".orig", ".bak", ".rej")


def check_first_page(material: Material) -> Iterator[Problem]:
    """There is a page that the address of the course leads to."""
    paths = [file.path for file in material.each("page", material.sources_of(".md"))]
    if paths and not {"index.md", "README.md"} & set(paths):
        label = f"{material.course.docs.name}/index.md"
        yield Problem(label, 1, "the course has no first page", "add it")


def check_files(material: Material) -> Iterator[Problem]:
    """No file is left beside the pages that no reader would see."""
    docs = material.course.docs.name
    alike: dict[str, list[str]] = defaultdict(list)
    for file in material.each("source file", material.sources):
        alike[file.path.casefold()].append(file.path)
        path = PurePosixPath(file.path)
        suffix = path.suffix
        if suffix.casefold() in (".md", ".svg", ".bib", ".csv", ".png", ".jpg", ".jpeg", ".webp"):
            if suffix != suffix.casefold():
                what = f"the name ends with {suffix}, which nothing reads"
                yield Problem(file.label, 1, what, f"name it {path.stem}{suffix.casefold()}")
        elif suffix.casefold() in OFFICE:
            what = "this file is no page, and no reader sees it"
            yield Problem(file.label, 1, what, "write its text into a page that ends with .md")
        elif file.path == PUBLISHED:
            continue
        elif suffix in (".txt", ".mdx", ".rst", ".adoc") or not suffix:
            what = "this file is no page, and no reader sees it"
            yield Problem(file.label, 1, what, "end its name with .md, or move it out of here")
        elif suffix in COPIES:
            yield Problem(file.label, 1, "this is a copy of another file", "remove it")
    for same in alike.values():
        if len(same) > 1:
            what = f"its name differs from that of {docs}/{same[0]} by capitals alone"
            remedy = "give it another: some computers cannot tell them apart"
            yield Problem(f"{docs}/{same[1]}", 1, what, remedy)
