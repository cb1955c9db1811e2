"""Blocks: how they begin and end, their options, their items, and the ids that they have."""

from __future__ import annotations

from tests.mistakes.row import Row


def exercise(name: str, **changed: str) -> str:
    """Return an exercise, some of whose lines are changed."""
    lines = {
        "begin": "/// exercise | Write",
        "id": f"    id: {name}",
        "minutes": "    minutes: 3",
        "lines": "    lines: 2",
        "objective": "    objective: base-cut",
        "text": "\nWrite.",
        "end": "///",
        **changed,
    }
    return "".join(f"{line}\n" for line in lines.values() if line)


def question(name: str, old: str = "", new: str = "", kind: str = "question") -> str:
    """Return a question, of which one piece of text is changed."""
    text = (
        f"/// {kind} | Which?\n    id: {name}\n    objective: base-cut\n\nA day.\n\n"
        "- [ ] One\n\n    No.\n\n- [x] Two\n\n    Yes.\n\n- [ ] Three\n\n    No.\n///\n"
    )
    assert old in text
    return text.replace(old, new, 1)


def sort(name: str, old: str, new: str) -> str:
    """Return a question to sort, of which one piece of text is changed."""
    text = (
        f"/// sort | Where?\n    id: {name}\n    objective: base-sew\n    into: Now, Later\n\n"
        "- [Now] One\n\n    So.\n\n- [Later] Two\n\n    So.\n///\n"
    )
    assert old in text
    return text.replace(old, new, 1)


def estimate(name: str, old: str, new: str) -> str:
    """Return an estimate, of which one piece of text is changed."""
    text = (
        f"/// estimate | How many?\n    id: {name}\n    objective: base-sew\n    unit: of 100\n"
        "    range: 0 to 100\n\nGuess.\n\n- [17] It rose. [@bloom2013]\n///\n"
    )
    assert old in text
    return text.replace(old, new, 1)


def rating(name: str, *labels: str) -> str:
    """Return a rating of some statements."""
    items = "".join(f"- [{label}] I do {number}.\n" for number, label in enumerate(labels))
    return f"/// rating | Rate\n    id: {name}\n    minutes: 2\n\n{items}///\n"


def story(name: str, old: str, new: str) -> str:
    """Return a story, of which one piece of text is changed."""
    text = (
        f"/// scene | Start\n    id: {name}-start\n\nIt begins.\n\n"
        f"- [{name}-good] Stay\n- [{name}-bad] Go\n///\n\n"
        f"/// scene | Good\n    id: {name}-good\n    ending: true\n\nIt is good.\n///\n\n"
        f"/// scene | Bad\n    id: {name}-bad\n    ending: true\n\nIt is bad.\n///\n"
    )
    assert old in text
    return text.replace(old, new, 1)


def frames(name: str, old: str, new: str) -> str:
    """Return states of a chart, of which one piece of text is changed."""
    text = (
        f"/// frames | How long?\n    id: {name}\n    data: weeks.csv\n    kind: lines\n\n"
        "- [none] It takes 5 hours.\n- [some] It takes 3 hours.\n- [all] It takes 2 hours.\n///\n"
    )
    assert old in text
    return text.replace(old, new, 1)


WRITE = 'exercise "Write": '
BLOCKS = [
    Row(
        "block-unknown",
        "/// exercize | X\n\nText.\n///\n",
        "///",
        'there is no block "exercize": write exercise',
    ),
    Row(
        "block-far",
        "/// zzz | X\n\nText.\n///\n",
        "///",
        'there is no block "zzz": use one of activity',
    ),
    Row(
        "block-capital",
        "/// Exercice | X\n\nText.\n///\n",
        "///",
        'there is no block "exercice": write exercise',
    ),
    Row(
        "block-two-slashes",
        "// details | X\n\nText.\n///\n",
        "//",
        "“// details | X” begins no block: write ///",
    ),
    Row(
        "block-colon",
        "/// details: X\n\nText.\n///\n",
        "///",
        "“/// details: X” begins no block: write /// details | X",
    ),
    Row(
        "block-dash",
        "/// details - X\n\nText.\n///\n",
        "///",
        "“/// details - X” begins no block: write",
    ),
    Row(
        "block-no-bar",
        "/// details The title\n\nText.\n///\n",
        "///",
        "“/// details The title” begins no block: write /// details | The title",
    ),
    Row(
        "block-indented",
        "Text.\n\n    /// details | X\n\n    Text.\n    ///\n",
        "    ///",
        "/// details is indented by four",
    ),
    Row(
        "block-open",
        "/// details | X\n\nText.\n",
        "///",
        'details "X": the block is not closed: end it with a line ///',
    ),
    Row(
        "block-open-first",
        "/// details | X\n\nText.\n\n/// details | Y\n\nText.\n///\n",
        "///",
        'details "X": the block is not closed',
    ),
    Row(
        "block-open-question",
        question("open-q", "\n///\n", "\n") + "\n## More\n\nText.\n",
        "///",
        'question "Which?": the block is not closed',
    ),
    Row(
        "block-end-four",
        "/// details | X\n\nText.\n////\n",
        "////",
        "//// does not end the details that begins on line 6: write ///",
    ),
    Row(
        "block-end-two",
        "/// details | X\n\nText.\n//\n",
        "//\n",
        "two slashes end no block: write ///",
    ),
    Row(
        "block-end-words",
        "/// details | X\n\nText.\n/// end\n",
        "/// end",
        "words stand behind the /// that ends a block",
    ),
    Row(
        "block-end-indented",
        "/// details | X\n\nText.\n    ///\n",
        "    ///",
        "the /// is indented by four spaces or more",
    ),
    Row(
        "block-end-alone",
        "Text.\n\n///\n",
        "///",
        "/// closes no block: remove it, or open a block above",
    ),
    Row(
        "block-in-list",
        "- One\n\n    /// exercize | X\n    ///\n",
        "    ///",
        'there is no block "exercize": write',
    ),
    Row(
        "block-in-list-open",
        "1. Open\n\n    /// details | More\n\n    Text.\n\n2. Close\n",
        "    ///",
        'details "More": the block is not closed',
    ),
    Row(
        "block-no-title",
        "/// details\n\nText.\n///\n",
        "///",
        "details: it has no title: write /// details | Title",
    ),
    Row(
        "block-a-title",
        "/// review | All\n///\n",
        "///",
        'review "All": it takes no title: write /// review',
    ),
    Row(
        "block-empty",
        "/// details | X\n///\n",
        "///",
        'details "X": it has no text: write one, or remove it',
    ),
    Row(
        "answer-empty",
        "/// answer | X\n///\n",
        "///",
        'answer "X": it has no text: write one, or remove it',
    ),
    Row(
        "option-unknown",
        exercise("opt-a", lines="    lines: 2\n    colour: red"),
        "    colour",
        f'{WRITE}there is no option "colour"',
    ),
    Row(
        "option-misspelt",
        exercise("opt-b", minutes="    minute: 3"),
        "    minute",
        f'{WRITE}there is no option "minute": write minutes',
    ),
    Row(
        "option-missing",
        exercise("opt-c", minutes=""),
        "///",
        f'{WRITE}option "minutes" is missing: write a whole',
    ),
    Row(
        "option-twice",
        exercise("opt-d", minutes="    minutes: 3\n    minutes: 4"),
        "    minutes: 4",
        f'{WRITE}option "minutes" is there twice',
    ),
    Row(
        "option-negative",
        exercise("opt-e", minutes="    minutes: -3"),
        "    minutes",
        f'{WRITE}option "minutes" is "-3": write a whole',
    ),
    Row(
        "option-word",
        exercise("opt-f", minutes="    minutes: three"),
        "    minutes",
        f'{WRITE}option "minutes" is "three": write',
    ),
    Row(
        "option-empty",
        exercise("opt-g", minutes="    minutes:"),
        "    minutes",
        f'{WRITE}option "minutes" is "": write a whole',
    ),
    Row(
        "option-colon",
        exercise("opt-h", minutes="    minutes 3"),
        "    minutes",
        f"{WRITE}there is no colon with a space after it",
    ),
    Row(
        "option-no-space",
        exercise("opt-i", minutes="    minutes:3"),
        "    minutes",
        f"{WRITE}there is no colon with a space after it",
    ),
    Row(
        "option-two-spaces",
        exercise("opt-j", id="  id: opt-j"),
        "  id",
        f"{WRITE}the option is not indented by four spaces",
    ),
    Row(
        "option-slipped",
        exercise("opt-k", lines="  lines: 2"),
        "  lines",
        f"{WRITE}the option is not indented by four spaces",
    ),
    Row(
        "option-tab",
        exercise("opt-l", id="\tid: opt-l"),
        "\tid",
        f"{WRITE}the option is not indented by four spaces",
    ),
    Row(
        "option-blank",
        exercise("opt-m", begin="/// exercise | Write\n"),
        "\n    id",
        f"{WRITE}a blank line stands before the options",
    ),
    Row(
        "option-quote",
        exercise("opt-n", id='    id: "opt-n'),
        "    id",
        f"{WRITE}a quotation mark is not closed",
    ),
    Row(
        "option-bracket",
        exercise("opt-o", id="    id: [opt-o"),
        "    id",
        f"{WRITE}a bracket is not closed",
    ),
    Row(
        "option-form",
        exercise("opt-p", lines="    form: grid"),
        "    form",
        f'{WRITE}option "form" is "grid": write one of lines',
    ),
    Row(
        "option-id-capital",
        exercise("Opt-q"),
        "    id",
        f'{WRITE}option "id" is "Opt-q": write lower-case words',
    ),
    Row(
        "option-id-space",
        exercise("opt q"),
        "    id",
        f'{WRITE}option "id" is "opt q": write lower-case words',
    ),
    Row(
        "option-id-no",
        exercise("no"),
        "    id",
        f'{WRITE}option "id": YAML reads no as yes or no: put "…"',
    ),
    Row(
        "option-objective",
        exercise("opt-r", objective="    objective: base-cutt"),
        "    objective",
        'objective "base-cutt" is at the head of no page: write base-cut',
    ),
    Row(
        "edition",
        "/// files\n    edition: workbok\n\nFor all.\n///\n",
        "    edition",
        'files: option "edition" is "workbok": write workbook',
    ),
    Row(
        "package",
        "/// files\n    edition: ofline\n\nFor all.\n///\n",
        "    edition",
        'files: option "edition" is "ofline": write offline',
    ),
    Row(
        "gather-of",
        "/// gather\n    of: questions\n///\n",
        "    of",
        'gather: option "of" is "questions": write comparison or question',
    ),
    Row(
        "gather-from",
        "/// gather\n    of: question\n    from: unit\n///\n",
        "    from",
        'gather: option "from" is "unit": write units',
    ),
    Row(
        "q-none",
        question("q-none", "[x]", "[ ]"),
        "///",
        'question "q-none": no option is marked right',
    ),
    Row(
        "q-two",
        question("q-two", "[ ]", "[x]"),
        "///",
        'question "q-two": 2 options are marked right',
    ),
    Row(
        "q-mark",
        question("q-mark", "[x]", "[y]"),
        "- [y]",
        'question "q-mark": an option is marked "[y]": write [ ] or [x]',
    ),
    Row(
        "q-times",
        question("q-times", "[x]", "[×]"),
        "- [×]",
        'question "q-times": an option is marked "[×]"',
    ),
    Row(
        "q-reason",
        question("q-reason", "    Yes.\n\n", ""),
        "- [x]",
        'question "q-reason": option B has no reason',
    ),
    Row(
        "q-reason-loose",
        question("q-reason-loose", "    Yes.", "Yes, so."),
        "Yes, so",
        'question "q-reason-loose": a text between or below',
    ),
    Row(
        "q-reason-last",
        question("q-reason-last", "    No.\n///", "No, at the end.\n///"),
        "No, at",
        'question "q-reason-last": a text between',
    ),
    Row(
        "q-no-brackets",
        question("q-no-brackets", "- [x] Two", "- Two"),
        "- Two",
        'question "q-no-brackets": one of the options has no',
    ),
    Row(
        "q-no-space",
        question("q-no-space", "- [x] Two", "- [x]Two"),
        "- [x]Two",
        'question "q-no-space": one of the options has no',
    ),
    Row(
        "q-no-list",
        "/// question | Which?\n    id: q-no-list\n    objective: base-cut\n\nA day.\n///\n",
        "///",
        'question "q-no-list": it does not end with one list',
    ),
    Row(
        "q-one",
        "/// question | Which?\n    id: q-one\n    objective: base-cut\n\n"
        "- [x] One\n\n    Yes.\n///\n",
        "///",
        'question "q-one": it has fewer than two options',
    ),
    Row(
        "d-ask",
        question("d-ask", "A day.\n\n", "", "decision"),
        "///",
        'decision "d-ask": no paragraph asks for the decision',
    ),
    Row(
        "d-none",
        question("d-none", "[x]", "[ ]", "decision"),
        "///",
        'decision "d-none": no option is marked the best fit',
    ),
    Row(
        "s-group",
        sort("s-group", "[Now]", "[Nwo]"),
        "- [Nwo]",
        'sort "s-group": an item belongs to "Nwo", which is no group: write Now',
    ),
    Row(
        "s-far",
        sort("s-far", "[Now]", "[Zebra]"),
        "- [Zebra]",
        'sort "s-far": an item belongs to "Zebra", which is no group: use one of',
    ),
    Row(
        "s-reason",
        sort("s-reason", "    So.\n", ""),
        "- [Now]",
        'sort "s-reason": item A has no reason',
    ),
    Row(
        "s-into",
        sort("s-into", "Now, Later", "Now"),
        "    into",
        'sort "Where?": option "into" is "Now": write two',
    ),
    Row(
        "e-range",
        estimate("e-range", "0 to 100", "100 to 0"),
        "    range",
        'estimate "How many?": option "range" is "100 to 0"',
    ),
    Row(
        "e-outside",
        estimate("e-outside", "[17]", "[170]"),
        "///",
        'estimate "e-outside": 170 is not in the range 0 to 100',
    ),
    Row(
        "e-word",
        estimate("e-word", "[17]", "[many]"),
        "///",
        'estimate "e-word": "many" is no number',
    ),
    Row(
        "e-finding",
        estimate("e-finding", "- [17] It rose. [@bloom2013]\n", ""),
        "///",
        'estimate "e-finding": it does not say what was found',
    ),
    Row(
        "r-page",
        rating("r-page", "bass cut", "base sew"),
        "[bass cut]",
        'rating "r-page": a statement is about "bass", which is no page in units/: write base',
    ),
    Row(
        "r-activity",
        rating("r-activity", "base cuts", "base sew"),
        "[base cuts]",
        'rating "r-activity": a statement is marked "[base cuts]"',
    ),
    Row(
        "r-swapped",
        rating("r-swapped", "cut base", "base sew"),
        "[cut base]",
        'rating "r-swapped": a statement is marked "[cut base]": write [base cut]',
    ),
    Row(
        "r-twice",
        rating("r-twice", "base cut", "base cut"),
        "[base cut]",
        'rating "r-twice": two statements are marked "[base cut]"',
    ),
    Row(
        "r-missing",
        rating("r-missing", "base cut"),
        "[base cut]",
        'rating "r-missing": "base" has no statement on sew',
    ),
    Row(
        "profile-rating",
        "/// profile\n    id: p-a\n    ratings: nosuch Today\n///\n",
        "    ratings",
        'profile "p-a": there is no rating "nosuch"',
    ),
    Row(
        "story-to",
        story("st-a", "[st-a-bad] Go", "[st-a-bda] Go"),
        "[st-a-bda]",
        'scene "st-a-start": it leads to "st-a-bda", which is no scene: write st-a-bad',
    ),
    Row(
        "story-one-way",
        story("st-b", "- [st-b-bad] Go\n", ""),
        "///",
        'scene "st-b-start": the reader cannot choose here',
    ),
    Row(
        "story-no-brackets",
        story("st-c", "- [st-c-bad] Go", "- Go"),
        "- Go",
        'scene "st-c-start": one of the ways has no brackets',
    ),
    Row(
        "story-no-end",
        story("st-d", "    ending: true\n", ""),
        "/// scene | Good",
        'scene "st-d-good": the reader cannot choose here',
    ),
    Row(
        "story-condition",
        story("st-e", "[st-e-bad]", "[st-e-bad if cable]"),
        "[st-e-bad if",
        'scene "st-e-start": the condition of a way "cable" cannot',
    ),
    Row(
        "story-debrief",
        story("st-f", "It is bad.", "It is bad.") + "\n/// debrief | st-f-strat\n\nText.\n///\n",
        "/// debrief",
        'debrief "st-f-strat": there is no such scene on this page: write st-f-start',
    ),
    Row(
        "story-after",
        "/// story\n    after: debreif\n///\n\n## Debrief\n\nText.\n",
        "    after",
        "the link “#debreif” leads to a place that is not there: write #debrief",
    ),
    Row(
        "f-file",
        frames("f-file", "weeks.csv", "week.csv"),
        "///",
        'frames "f-file": there is no file docs/rows/figures/week.csv: write data: weeks.csv',
    ),
    Row(
        "f-kind",
        frames("f-kind", "lines", "pie"),
        "    kind",
        'frames "How long?": option "kind" is "pie": write one of',
    ),
    Row(
        "f-number",
        frames("f-number", "takes 3", "takes 4.5"),
        "- [some]",
        'frames "f-number": 4.5 in the sentence of "some" is not in its file',
    ),
    Row(
        "f-states",
        frames("f-states", "- [all] It takes 2 hours.\n", ""),
        "///",
        'frames "f-states": it has 2 states',
    ),
    Row(
        "f-order",
        frames(
            "f-order", "[none] It takes 5 hours.\n- [some]", "[some] It takes 3 hours.\n- [none]"
        ),
        "- [some]",
        'frames "f-order": the state "some" is "none" in its file',
    ),
    Row(
        "x-table",
        exercise("x-table", lines="    form: table"),
        "///",
        'exercise "x-table": its prompt does not end with a table',
    ),
    Row(
        "x-list",
        exercise("x-list", lines="    form: checks"),
        "///",
        'exercise "x-list": its prompt does not end with a list',
    ),
    Row(
        "id-here-twice",
        '<p id="twice">A</p>\n\n<p id="twice">B</p>\n',
        "<p",
        "the id “twice” is on this page 2 times",
    ),
    Row(
        "id-block-twice",
        exercise("same-here") + "\n" + exercise("same-here", id="    id:  same-here"),
        "    id:  ",
        "the id “same-here” is on this page 2",
    ),
]
