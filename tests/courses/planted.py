"""Mistakes that the tests plant in the German course, and what its author must be told of each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Planted:
    """A mistake in a file of the course.

    Attributes:
        file: the file.
        old: what is replaced; it is there once.
        new: what stands there then.
        message: what is told.
        sign: the line that it is told of: the first with these words.
    """

    file: str
    old: str
    new: str
    message: str
    sign: str


# Told when the site is built.
WHEN_BUILT = [
    Planted(
        "docs/kapitel/tomaten.md",
        "[[vorkeimen]]",
        "[[Keimling]]",
        'term "Keimling" is not in the glossary: '
        "define it in docs/nachschlagen/begriffe.md, or correct the name",
        "[[Keimling]]",
    ),
    Planted(
        "docs/kapitel/salat.md",
        "[@stadt2018]",
        "[@dorf2018]",
        'source "dorf2018" is not in the bibliography: '
        "add it to docs/nachschlagen/quellen.bib, or correct the key",
        "[@dorf2018]",
    ),
    Planted(
        "docs/kapitel/salat.md",
        "**Widerlegt**",
        "**Falsch**",
        '"Falsch" is no verdict: use one of Belegt, Gemischt, Widerlegt',
        "**Falsch**",
    ),
    Planted(
        "docs/start/standort.md",
        "[salat ernten]",
        "[salat jaeten]",
        'rating "standort": a statement is marked "[salat jaeten]": '
        "write the page name of a unit, then saeen or pflegen or ernten, as in [salat saeen]",
        "[salat jaeten]",
    ),
    Planted(
        "docs/praxis/woche.md",
        "- [woche-gut] Du gießt",
        "- [woche-prima] Du gießt",
        'scene "woche-wasser": it leads to "woche-prima", which is no scene: correct the id',
        "- [woche-prima]",
    ),
    Planted(
        "docs/praxis/plan.md",
        "    minutes: 3",
        "    minutes: 300",
        'plan "Das erste Vorhaben": option "minutes" is "300": write a whole number from 1 to 90',
        "    minutes: 300",
    ),
    Planted(
        "docs/praxis/woche.md",
        "- [x] Das Wasser",
        "- [ ] Das Wasser",
        'question "woche-frage": no option is marked right: mark one with [x]',
        "/// question",
    ),
    Planted(
        "docs/kapitel/tomaten.md",
        "- [Säen] Einen",
        "- [Jäten] Einen",
        'sort "tomaten-frage-sortieren": an item belongs to "Jäten", which is no group: '
        "use one of Säen, Pflegen, Ernten",
        "- [Jäten]",
    ),
    Planted(
        "docs/kapitel/tomaten.md",
        "    id: tomaten-platz\n",
        "    id: tomaten-platz\n    linien: 3\n",
        'exercise "Such einen Platz": there is no option "linien": write lines',
        "    linien: 3",
    ),
    Planted(
        "docs/start/standort.md",
        "id: standort-sonne",
        "id: salat-kalender",
        "the id “salat-kalender” is also used at docs/kapitel/salat.md:139: "
        "choose another: answers are kept under it",
        "id: salat-kalender",
    ),
    Planted(
        "docs/kapitel/salat.md",
        "    id: salat-frage-zeit\n    objective: salat-blatt",
        "    id: salat-frage-zeit\n    objective: salat-herz",
        'objective "salat-herz" is at the head of no page: '
        "use the id of one, or add it to the front matter",
        "objective: salat-herz",
    ),
    Planted(
        "docs/index.md",
        "[Tomaten](kapitel/tomaten.md)",
        "[Tomaten](kapitel/paprika.md)",
        "the link “kapitel/paprika.md” leads to no file of the site: "
        "correct the address, or add the file",
        "kapitel/paprika.md",
    ),
    Planted(
        "docs/dateien.md",
        "    edition: sheet\n///",
        "    edition: sheet\n",
        "files: the block is not closed: end it with a line ///",
        "/// files\n    edition: sheet",
    ),
    Planted(
        "docs/praxis/plan.md",
        "/// calendar",
        "/// kalender",
        'there is no block "kalender": write calendar',
        "/// kalender",
    ),
    Planted(
        "docs/nachschlagen/ueber.md",
        "Jede Angabe hat ihre Quelle.",
        "Jede Angabe hat ihre <button>Quelle</button>.",
        "the element <button> stands in the text: write a block of the course in its place",
        "<button>",
    ),
    Planted(
        "docs/nachschlagen/begriffe.md",
        "Wärme\n",
        "Folgesaat\n:   Noch einmal. (eigene Fassung)\n\nWärme\n",
        'term "Folgesaat" is defined twice: keep one of the two',
        "Folgesaat\n:   Noch",
    ),
    Planted(
        "docs/nachschlagen/quellen.md",
        "summary: Woher",
        "sumary: Woher",
        "sumary: there is no such entry: write summary",
        "sumary:",
    ),
    Planted(
        "overrides/words/de.yml",
        '      at: "Im Netz:"\n',
        "",
        "extra.words.print.at is missing: translate: Online:",
        "# Die Wörter",
    ),
    Planted(
        "overrides/words/de.yml",
        "      version: Fassung {version}",
        "      version: Fassung {fassung}",
        "extra.words.print.version has other names in braces: "
        "write {version}, as in: Version {version}",
        "version: Fassung {fassung}",
    ),
]
# Told of a course that can be built.
IN_WHOLE = [
    Planted(
        "docs/kapitel/salat.md",
        "## Entscheide",
        "## Wähle",
        '"Wähle" is not a part of a page in kapitel/: make it ### inside a part',
        "## Wähle",
    ),
    Planted(
        "docs/kapitel/tomaten.md",
        "    objective: tomaten-triebe\n\nMira",
        "    objective: tomaten-licht\n\nMira",
        'objective "tomaten-triebe" has no exercise or decision: '
        "write one with the option objective: tomaten-triebe",
        "id: tomaten-triebe",
    ),
    Planted(
        "docs/kapitel/salat.md",
        "    objective: tomaten-licht",
        "    objective: salat-blatt",
        "no question goes back to an earlier page of kapitel/: "
        "ask one with the objective of an earlier page",
        "## Prüfe dich",
    ),
    Planted(
        "docs/praxis/plan.md",
        "minutes: {read: 1, do: 7}",
        "minutes: {read: 1, do: 8}",
        "its minutes are 1 to read and 7 to do, not 1 and 8: write minutes: {read: 1, do: 7}",
        "minutes:",
    ),
    Planted(
        "docs/kapitel/tomaten.md",
        "an der Südseite 9 Tage",
        "an der Südseite 19 Tage",
        "“In 12 Gärten reiften Tomaten an …”: 19 is not in the entry of acker2019: "
        "correct the figure, or add it to finding or limits of the source",
        "19 Tage",
    ),
    Planted(
        "docs/kapitel/salat.md",
        "Beide Arbeiten stammen",
        "Alle 7 Arbeiten stammen",
        "“Alle 7 Arbeiten stammen von denselben …”: a figure without its source: "
        "cite it in this sentence",
        "Alle 7 Arbeiten",
    ),
    Planted(
        "docs/kapitel/salat.md",
        "So ist immer ein Topf so weit.\n",
        "So ist bei der [[Folgesaat]] immer ein Topf so weit.\n",
        'the term "Folgesaat" is linked a second time: link its first use only',
        "[[Folgesaat]] immer",
    ),
    Planted(
        "docs/nachschlagen/begriffe.md",
        "Wärme\n:",
        "Wurzel\n:   Was unten ist. (eigene Fassung)\n\nWärme\n:",
        'the term "Wurzel" is linked on no page: link its first use, or remove it',
        "Wurzel",
    ),
    Planted(
        "docs/praxis/woche.md",
        "- [ ] Die Ernte\n\n    Sie kam am Ende.\n\n",
        "",
        'question "woche-frage" has 2 options: write 3',
        "id: woche-frage",
    ),
    Planted(
        "docs/start/standort.md",
        "Denk an die letzten vier Wochen.",
        f"Denk an {'sehr ' * 30}viele Wochen.",
        "“Denk an sehr sehr sehr sehr …”: the sentence has 34 words: make it 30 or fewer, or two",
        "Denk an sehr",
    ),
]
# What follows from them: a part has another name.
ALSO_IN_WHOLE = {
    'docs/kapitel/salat.md:1: the part "Entscheide" is missing: add it as ## Entscheide'
}
