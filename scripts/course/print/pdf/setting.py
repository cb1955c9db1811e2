"""What a document is set with, and what it may read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from course.print.papers import Size


@dataclass(frozen=True)
class Setting:
    """What a document is set with. It may read what is in `folders` and in `site`, and no more.

    Attributes:
        stylesheets: the style sheets, the later ones stronger.
        base: the folder from which the document names files.
        form: the title of a PDF of the same pages with fields to fill in, if one is wanted.
        site: the folder of the site whose pictures the document has, if it has any.
        own_fonts: the fonts of the course's own.
        most: the most pages that it may have; any number, if there is none.
        papers: the papers that its pages are cut to; none, if a style sheet says their size.
    """

    stylesheets: Sequence[Path]
    base: Path
    form: str = ""
    site: Path | None = None
    own_fonts: Sequence[Path] = ()
    most: int | None = None
    papers: Sequence[Size] = ()

    @property
    def folders(self) -> list[Path]:
        """The folders of which document and style sheets may read files, each once."""
        near = (path.parent for path in (*self.stylesheets, *self.own_fonts))
        return list(dict.fromkeys([self.base, *near]))
