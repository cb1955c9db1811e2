"""Rules on a whole course: each with what keeps it and what breaks it."""

from __future__ import annotations

from course.problems import Problem
from course.rules.dimension_parts import PARTS, check_parts
from course.rules.figures import check_figures, numbers
from course.rules.minutes import check_minutes
from course.rules.objectives import check_served
from course.rules.pronouns import check_pronouns
from course.rules.prose import sentences
from course.rules.question_quality import check_earlier, check_options, check_patterns
from course.rules.readability import check_grades, check_sentences
from course.rules.spelling import check_spelling
from course.rules.term_use import check_term_use
from course.site.page import Page
from course.site.sources import Source

HTML = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8">{}</head>'
    "<body><article>{}</article></body></html>"
)


def page(body: str, name: str = "dimensions/focus/index.html", head: str = "") -> Page:
    """Return a built page; its source has the same text, one element a line."""
    lines = tuple(body.replace("><", ">\n<").splitlines())
    source = Source(((f"docs/{name.removesuffix('/index.html')}.md", lines),))
    return Page(name, HTML.format(head, body), source)


def cite(*keys: str) -> str:
    links = "; ".join(f'<a href="../../reference/sources/#{key}">{key}</a>' for key in keys)
    return f' <span class="citation">({links})</span>'


def what(problems: object) -> list[str]:
    assert not isinstance(problems, str)
    return [p.what for p in problems if isinstance(p, Problem)]  # type: ignore[attr-defined]


def choice(number: int, right: int, options: tuple[str, str, str] = ("a b", "a b", "a b")) -> str:
    items = "".join(f"<li><label>{option}</label></li>" for option in options)
    reasons = "".join(
        f'<li class="reason{" right" if n == right else ""}" data-option="{n}">Why.</li>'
        for n in (1, 2, 3)
    )
    return (
        f'<section class="question" id="q-{number}" data-objective="focus-sort"><fieldset>'
        f"<legend>Which?</legend><ol>{items}</ol></fieldset>"
        f"<details><ol>{reasons}</ol></details></section>"
    )


def test_sentences_keep_their_citations() -> None:
    end = "<a class='headerlink'>¶</a>.</p>"
    text = f"<p>It rose 17%{cite('bloom2013')}. “Was it luck?” Étienne said no{end}"
    found = [(s.text, s.keys) for s in sentences(page(text))]
    assert found == [
        ("It rose 17%.", ("bloom2013",)),
        ("“Was it luck?”", ()),
        ("Étienne said no.", ()),
    ]


def test_parts() -> None:
    headings = [f"<h2>{part}</h2>" for part in PARTS]
    assert what(check_parts([page("".join(headings))])) == []
    assert what(check_parts([page("".join(headings[1:]))])) == ['the part "Guess first" is missing']
    extra = [*headings[:3], "<h2>More</h2>", *headings[3:]]
    assert what(check_parts([page("".join(extra))])) == ['"More" is not a part of a dimension page']
    turned = [headings[1], headings[0], *headings[2:]]
    assert what(check_parts([page("".join(turned))])) == ["the parts are not in their order"]


def test_objectives_are_served() -> None:
    head = '<ul class="objectives"><li id="focus-sort">Sort.</li></ul>'
    question = choice(1, 1)
    exercise = '<section class="exercise" id="e" data-objective="focus-sort"></section>'
    assert what(check_served([page(head + question + exercise)])) == []
    assert what(check_served([page(head + question)])) == [
        'objective "focus-sort" has no exercise or decision'
    ]
    assert what(check_served([page(head + exercise)])) == ['objective "focus-sort" has no question']


SOURCES = page(
    '<section class="source" id="bloom2013"><p>Bloom (2013).</p><dl><dd>It rose 17% in 1,114 '
    "firms, by 0.51.</dd></dl></section>",
    "reference/sources/index.html",
)


def test_figures_have_one_form() -> None:
    assert numbers("1,114 firms, 0.51 and -.24, in 2013.") == ["1114", ".51", "-.24", "2013"]


def test_figures_are_cited_and_known() -> None:
    research = "<h2>What research says</h2>"
    right = page(f"{research}<p>It rose 17%{cite('bloom2013')}.</p>")
    assert what(check_figures([right, SOURCES])) == []
    bare = page(f"{research}<p>It rose 17% in India.</p>")
    assert what(check_figures([bare, SOURCES])) == [
        "“It rose 17% in India. …”: a figure without its source"
    ]
    wrong = page(f"{research}<p>It rose 18%{cite('bloom2013')}.</p>")
    assert what(check_figures([wrong, SOURCES])) == [
        "“It rose 18%. …”: 18 is not in the entry of bloom2013"
    ]


def test_numbers_of_a_scene_need_no_source() -> None:
    scene = page("<h2>Worked example</h2><p>At 10:40 lunch for 320 is due.</p>")
    assert what(check_figures([scene, SOURCES])) == []


def test_minutes() -> None:
    head = '<p class="minutes">About 6 minutes: 2 to read, 4 to do</p>'
    exercise = '<section class="exercise" id="e" data-minutes="4"></section>'
    text = f"<p>{'word ' * 476}</p>"
    assert what(check_minutes([page(head + text + exercise)])) == []
    assert what(check_minutes([page(head + text)])) == ["its exercises take 0 minutes, not 4"]
    assert what(check_minutes([page(head + text * 3 + exercise)])) == [
        "1428 words take 6 minutes, not 2"
    ]


def test_long_sentences_are_named() -> None:
    assert what(check_sentences([page(f"<p>{'word ' * 30}.</p>")])) == []
    assert what(check_sentences([page(f"<p>{'word ' * 31}.</p>")])) == [
        "“word word word word word word …”: the sentence has 31 words"
    ]


def test_hard_pages_are_named() -> None:
    easy = "<p>We meet at ten. You bring the plan.</p>"
    hard = "<p>Organisational ambidexterity necessitates simultaneous exploratory capability.</p>"
    assert what(check_grades([page(easy)])) == []
    assert len(what(check_grades([page(hard)]))) == 1


def glossary(*terms: str) -> Page:
    entries = "".join(f'<dt id="{term}">{term}</dt><dd>Meaning.</dd>' for term in terms)
    return page(f"<dl>{entries}</dl>", "reference/glossary/index.html")


def test_terms_are_linked_at_first_use_only() -> None:
    link = '<a class="term" href="../../reference/glossary/#hat">hat</a>'
    assert what(check_term_use([page(f"<p>A {link}. That hat.</p>"), glossary("hat")])) == []
    assert what(check_term_use([page(f"<p>A hat.</p><p>A {link}.</p>"), glossary("hat")])) == [
        '"hat" is used before it is linked'
    ]
    assert what(check_term_use([page(f"<p>A hat and a {link}.</p>"), glossary("hat")])) == [
        '"hat" is used before it is linked'
    ]
    assert what(check_term_use([page(f"<p>{link}</p><p>{link}</p>"), glossary("hat")])) == [
        'the term "hat" is linked a second time'
    ]


def test_every_term_is_used() -> None:
    assert what(check_term_use([glossary("hat")])) == ['the term "hat" is linked on no page']


def test_pronouns() -> None:
    assert what(check_pronouns([page("<p>They plan. The article says “he”.</p>")])) == []
    assert what(check_pronouns([page("<p>A leader trusts his team.</p>")])) == [
        '“A leader trusts his team. …”: "his"'
    ]


def test_spelling() -> None:
    assert what(check_spelling([page("<p>The team’s plan is short.</p>")])) == []
    assert what(check_spelling([page("<p>The teem plans.</p>")])) == []  # a word of its own
    assert what(check_spelling([page("<p>The managre plans.</p>")])) == [
        '“The managre plans. …”: "managre" is not a known word'
    ]


def test_options() -> None:
    assert what(check_options([page(choice(1, 1))])) == []
    bad = choice(1, 1, ("a", "b", "All of the above")).replace("Which?", "Which is not so?")
    assert what(check_options([page(bad)])) == [
        'question "q-1" has an option about the others',
        'question "q-1" asks for what is not so',
    ]
    quoted = choice(1, 1).replace("Which?", "“They do not plan”: which reply fits?")
    assert what(check_options([page(quoted)])) == []
    two = choice(1, 1).replace("<li><label>a b</label></li>", "", 1)
    assert what(check_options([page(two)])) == ['question "q-1" has 2 options']


def test_patterns() -> None:
    balanced = "".join(choice(n, n % 3 + 1) for n in range(12))
    assert what(check_patterns([page(balanced)])) == []
    always_first = "".join(choice(n, 1) for n in range(12))
    assert "A is right in 12 of 12 choices" in what(check_patterns([page(always_first)]))
    longest = "".join(
        choice(n, n % 3 + 1, tuple("a b c" if p == n % 3 else "a" for p in range(3)))  # type: ignore[arg-type]
        for n in range(12)
    )
    assert what(check_patterns([page(longest)])) == [
        "the right option is the longest in 12 of 12 choices"
    ]


def test_an_earlier_dimension_is_asked() -> None:
    objective = '<ul class="objectives"><li id="focus-sort">Sort.</li></ul>'
    first = page(objective + choice(1, 1), head='<link rel="next" href="../detail/">')
    back = page(choice(2, 1), "dimensions/detail/index.html")
    other = page(choice(2, 1).replace("focus-sort", "detail-zoom"), "dimensions/detail/index.html")
    assert what(check_earlier([first, back])) == []
    assert what(check_earlier([first, other])) == ["no question goes back to an earlier dimension"]


def test_what_a_script_shows_is_no_prose_of_its_page() -> None:
    hidden = "<div hidden><p>For the script.</p></div><p>Here. <b hidden>Not here.</b></p>"
    assert [sentence.text for sentence in sentences(page(hidden))] == ["Here."]
