"""The front matter of a page."""

from __future__ import annotations

from tests.mistakes.row import UNIT, Row


def unit(name: str, old: str, new: str, sign: str, message: str) -> Row:
    """Return a page of a unit, of whose head one piece of text is changed."""
    text = UNIT.replace("base-", f"{name}-").replace("title: Base", f"title: T{name[1:].upper()}")
    assert old in text
    return Row(
        f"head-{name}", text.replace(old, new, 1), sign, message, f"docs/units/head-{name}.md"
    )


def page(name: str, head: str, sign: str, message: str) -> Row:
    """Return a page with a head of its own."""
    return Row(f"head-{name}", f"{head}\nText.\n", sign, message)


QUOTES = 'put "…" around it'
SUMMARY = "summary: In brief.\n---\n"
HEADS = [
    page("missing", "Text.\n", "", "the front matter is missing: begin the page with ---"),
    page("end", "---\ntitle: A\nsummary: B.\n", "", "the front matter does not end: write ---"),
    page(
        "blank",
        "\n---\ntitle: A\nsummary: B.\n---\n",
        "",
        "lines stand above the ---: let the file begin",
    ),
    page("title", f"---\n{SUMMARY}", "", 'the front matter has no "title": add title: …'),
    page(
        "summary", "---\ntitle: A\n---\n", "", 'the front matter has no "summary": add summary: …'
    ),
    page(
        "title-script",
        f"---\ntitle: A <script>run()</script>\n{SUMMARY}",
        "title",
        "title: it has the tag <script>: write it in plain words",
    ),
    page("key", f"---\ntitel: A\n{SUMMARY}", "titel", "titel: there is no such entry: write title"),
    page(
        "key-summary",
        "---\ntitle: A\nsumary: B\n---\n",
        "sumary",
        "sumary: there is no such entry: write summary",
    ),
    page(
        "key-mark",
        f"---\ntitle: A\nmarks: base\n{SUMMARY}",
        "marks",
        "marks: there is no such entry: write mark",
    ),
    page(
        "key-far",
        f"---\ntitle: A\ncolour: red\n{SUMMARY}",
        "colour",
        "colour: there is no such entry: use title",
    ),
    page(
        "key-capital",
        f"---\nTitle: A\n{SUMMARY}",
        "Title",
        "Title: there is no such entry: write title",
    ),
    page(
        "twice",
        f"---\ntitle: A\ntitle: B\n{SUMMARY}",
        "title: B",
        "title: it is there twice: keep one",
    ),
    page(
        "number",
        f"---\ntitle: 2024\n{SUMMARY}",
        "title",
        'title: YAML reads 2024 as a number: write title: "2024"',
    ),
    page(
        "date",
        f"---\ntitle: 2026-01-05\n{SUMMARY}",
        "title",
        "title: YAML reads 2026-01-05 as a date",
    ),
    page(
        "date-none",
        f"---\ntitle: 2026-02-30\n{SUMMARY}",
        "title",
        "title: YAML reads 2026-02-30 as a date",
    ),
    page(
        "yes", f"---\ntitle: Yes\n{SUMMARY}", "title", "title: YAML reads Yes as yes or no: write"
    ),
    page(
        "hash",
        f"---\ntitle: #1 priority\n{SUMMARY}",
        "title",
        "title: it is empty: write a text after it",
    ),
    page("empty", f"---\ntitle:\n{SUMMARY}", "title", "title: it is empty: write a text after it"),
    page("star", f"---\ntitle: *Now*\n{SUMMARY}", "title", f'a text begins with "*": {QUOTES}'),
    page("at", f"---\ntitle: @home\n{SUMMARY}", "title", f'a text begins with "@": {QUOTES}'),
    page("tick", f"---\ntitle: `x` now\n{SUMMARY}", "title", f'a text begins with "`": {QUOTES}'),
    page("percent", f"---\ntitle: %50\n{SUMMARY}", "title", f'a text begins with "%": {QUOTES}'),
    page("and", f"---\ntitle: & more\n{SUMMARY}", "title", f'a text begins with "&": {QUOTES}'),
    page(
        "exclamation", f"---\ntitle: !now so\n{SUMMARY}", "title", 'title: a text begins with "!"'
    ),
    page(
        "bracket", f"---\ntitle: [Draft] Now\n{SUMMARY}", "title", 'the text does not end where "["'
    ),
    page("brace", f"---\ntitle: {{a}} b\n{SUMMARY}", "title", 'the text does not end where "{"'),
    page("apostrophe", f"---\ntitle: 'It's'\n{SUMMARY}", "title", "the text does not end where"),
    page(
        "quote", f'---\ntitle: "A\n{SUMMARY}', "title", "a quotation mark is not closed: close it"
    ),
    page(
        "colon",
        f"---\ntitle: A: b\n{SUMMARY}",
        "title",
        f"a colon stands inside of the text: {QUOTES}",
    ),
    page(
        "no-colon", f"---\ntitle A\n{SUMMARY}", "title", "there is no colon with a space after it"
    ),
    page(
        "no-space", f"---\ntitle:A\n{SUMMARY}", "title", "there is no colon with a space after it"
    ),
    page(
        "space-before",
        f"---\n title: A\n{SUMMARY}",
        "title",
        "the line does not stand below the one",
    ),
    page("tab", f"---\ntitle: A\n\t{SUMMARY}", "\tsummary", "a tab stands in the line: put spaces"),
    page(
        "backslash",
        f'---\ntitle: "C:\\work"\n{SUMMARY}',
        "title",
        "a backslash stands between quotation",
    ),
    page("list", f"---\ntitle: [A, B]\n{SUMMARY}", "title", "title: it is not a text: put"),
    page(
        "conflict",
        f"---\ntitle: A\n<<<<<<< HEAD\n{SUMMARY}",
        "<<<<<<<",
        "Git left two versions of a text",
    ),
    page("mark", f"---\ntitle: A\nmark: bse\n{SUMMARY}", "mark", 'there is no mark "bse"'),
    unit("no-minutes", "minutes: {read: 1, do: 3}\n", "", "", 'the front matter has no "minutes"'),
    unit(
        "minutes-key",
        "minutes:",
        "minuets:",
        "minuets",
        "minuets: there is no such entry: write minutes",
    ),
    unit(
        "minutes-number",
        "{read: 1, do: 3}",
        "25",
        "minutes",
        "minutes: it is not one number for read",
    ),
    unit(
        "minutes-text",
        "do: 3",
        "do: long",
        "minutes",
        'minutes: do: it is "long": write a whole number',
    ),
    unit(
        "minutes-negative",
        "do: 3",
        "do: -3",
        "minutes",
        'minutes: do: it is "-3": write a whole number',
    ),
    unit(
        "minutes-half",
        "do: 3",
        "do: 2.5",
        "minutes",
        'minutes: do: it is "2.5": write a whole number',
    ),
    unit("minutes-read", "read: 1, ", "", "minutes", "minutes: read: it is missing: write minutes"),
    unit(
        "minutes-misspelt",
        "read: 1",
        "raed: 1",
        "minutes",
        "minutes: raed: there is no such entry: write read",
    ),
    unit("minutes-open", "do: 3}", "do: 3", "minutes", "a bracket is not closed: close it"),
    unit(
        "no-objectives",
        "objectives:",
        "objektives:",
        "objektives",
        "objektives: there is no such entry: write objectives",
    ),
    unit(
        "one-objective",
        "  - {id: one-objective-sew, text: Sew a line.}\n",
        "",
        "objectives",
        "objectives: there is 1: write two or three",
    ),
    unit(
        "comma",
        "Cut a line.",
        "Cut, then sew.",
        "  - {id: comma-cut",
        "objectives: 1: a comma stands in the text: put",
    ),
    unit(
        "no-id", "id: no-id-cut, ", "", "  - {text", "objectives: 1: id: it is missing: add id: …"
    ),
    unit(
        "id-capital",
        "id: id-capital-cut",
        "id: A_b",
        "A_b",
        'objectives: 1: id: it is "A_b": write lower-case',
    ),
    unit(
        "id-twice",
        "id: id-twice-sew",
        "id: id-twice-cut",
        "  - {id: id-twice-cut, text: Sew",
        'objectives: 2: id: another one has "id-twice-cut" too',
    ),
    unit(
        "text-key",
        "text: Cut",
        "txt: Cut",
        "txt",
        "objectives: 1: txt: there is no such entry: write text",
    ),
    unit(
        "objective-text",
        "{id: objective-text-sew, text: Sew a line.}",
        "Sew a line.",
        "  - Sew",
        "objectives: 2: it has no id and text",
    ),
    unit(
        "indent",
        "  - {id: indent-sew",
        " - {id: indent-sew",
        " - {id: indent-sew",
        "the line does not stand below the one",
    ),
]
