"""What a course asks of its pages, as `mkdocs.yml` gives it: their pattern, pace and prose."""

from __future__ import annotations

from dataclasses import dataclass

from course.entries import Entry


@dataclass(frozen=True)
class Units:
    """The pages that follow one pattern.

    Attributes:
        folder: where they are, below `docs`; all pages there but its index.
        parts: the headings of each, in order.
        research: the part in which every number comes from a source.
        recall: the part whose questions go back to earlier pages.
        points: the id of the heading of what to remember.
        exercises: the id of the heading of the exercises about one's own work.
        words: the most words of running text of each; 0 for any number.
        questions: how many questions each has at least in its part `recall`.
        estimates: how many estimates each has at least.
    """

    folder: str = ""
    parts: tuple[str, ...] = ()
    research: str = ""
    recall: str = ""
    points: str = ""
    exercises: str = ""
    words: int = 0
    questions: int = 0
    estimates: int = 0

    def has(self, path: str) -> bool:
        """Tell whether a page is one of them, by the path of its source below `docs`."""
        folder, _, name = path.rpartition("/")
        return bool(self.folder) and folder == self.folder and name != "index.md"


@dataclass(frozen=True)
class Pace:
    """How long a page takes.

    Attributes:
        words: how many words of running text take a minute.
        question: the minutes of a question.
        decision: the minutes of a decision.
        own: what the minutes are multiplied by that a block states itself, such as an exercise.
    """

    words: int
    question: int
    decision: int
    own: int


# Adults read 238 words of English non-fiction a minute in silence, if it is their first language
# (Brysbaert, M., 2019, https://doi.org/10.1016/j.jml.2019.104047); many readers of a course read in
# a second one, which is slower.
ALONE = Pace(words=200, question=1, decision=2, own=1)
# In a group the trainer tells what the page says, in about half of the time; a question is voted on
# and its reasons are heard; a decision is taken alone (2), in pairs (2) and talked over (2); what
# somebody wrote is told to a partner, which takes as long as writing it.
GROUP = Pace(words=400, question=2, decision=6, own=2)


@dataclass(frozen=True)
class Prose:
    """What the prose of a page is held against.

    Attributes:
        sentence: the most words of a sentence.
        mean: the lowest and the highest mean number of words of a page's sentences.
        grade: the lowest and the highest reading grade of a page, in years of school.
        reason: the fewest words that explain a wrong option.
    """

    sentence: int = 30
    mean: tuple[int, int] = (0, 30)
    grade: tuple[int, int] = (0, 10)
    reason: int = 0


def read_units(entry: Entry) -> Units:
    """Return the pages that follow one pattern."""
    texts = ("folder", "parts", "research", "recall", "points", "exercises")
    entry.only(*texts, "words", "questions", "estimates")
    parts = tuple(each.text(required=True) for each in entry.get("parts").items())

    def part(name: str) -> str:
        return entry.get(name).one_of(parts, required=False) if parts else entry.get(name).text()

    return Units(
        folder=entry.get("folder").text().rstrip("/"),
        parts=parts,
        research=part("research"),
        recall=part("recall"),
        points=entry.get("points").text(),
        exercises=entry.get("exercises").text(),
        words=entry.get("words").number(),
        questions=entry.get("questions").number(),
        estimates=entry.get("estimates").number(),
    )


def read_pace(entry: Entry) -> tuple[Pace, Pace]:
    """Return the pace of one reader alone, and that of a group."""
    entry.only("alone", "group")
    return _pace(entry.get("alone"), ALONE), _pace(entry.get("group"), GROUP)


def _pace(entry: Entry, usual: Pace) -> Pace:
    entry.only("words", "question", "decision", "own")
    return Pace(
        words=entry.get("words").number(usual.words, 1),
        question=entry.get("question").number(usual.question),
        decision=entry.get("decision").number(usual.decision),
        own=entry.get("own").number(usual.own),
    )


def read_prose(entry: Entry) -> dict[str, Prose]:
    """Return what prose is held against by the folder or page it is for; `""` is for the others."""
    entry.only("sentence", "mean", "grade", "reason", "elsewhere")
    found = {"": _prose(entry, Prose())}
    for each in entry.get("elsewhere").items():
        each.only("pages", "sentence", "mean", "grade", "reason")
        found[each.get("pages").place()] = _prose(each, found[""])
    return found


def _prose(entry: Entry, usual: Prose) -> Prose:
    return Prose(
        sentence=entry.get("sentence").number(usual.sentence, 1),
        mean=entry.get("mean").numbers(usual.mean),
        grade=entry.get("grade").numbers(usual.grade),
        reason=entry.get("reason").number(usual.reason),
    )
