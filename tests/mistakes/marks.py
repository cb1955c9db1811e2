"""Marks inside of a text: those of other tools, and those of the course that are not right."""

from __future__ import annotations

from tests.mistakes.row import Row

CLOSE = "is not closed: close it, or put a backslash before it"
LIST = "begins no list: leave a blank line above the list"
LOOKS = "says how something looks: remove it: how a page looks is in the style sheets"

# What would run, load or send something, and what the author is told of it.
RUNNING = [
    ("script-own", '<script src="a.js"></script>', "element <script> stands in the text: move"),
    ("script-letters", "<SCRIPT>run()</SCRIPT>", "element <SCRIPT> stands in the text: move"),
    ("script-line", "<script\n>run()</script>", "element <script> stands in the text: move"),
    ("script-svg", "<svg><script>run()</script></svg>", "element <script> stands in the text"),
    ("style-element", "<style>p {}</style>", "element <style> stands in the text: move what it"),
    ("iframe", '<iframe src="https://e.org/x"></iframe>', "element <iframe> stands in the text"),
    ("iframe-inside", "<iframe srcdoc='x'></iframe>", "element <iframe> stands in the text: use"),
    ("object", '<object data="a.svg"></object>', "element <object> stands in the text: use a"),
    ("embed", '<embed src="a.svg">', "element <embed> stands in the text: use a picture"),
    ("base", '<base href="https://e.org/">', "element <base> stands in the text: use a"),
    (
        "refresh",
        '<meta http-equiv="refresh" content="0">',
        "element <meta> stands in the text",
    ),
    ("event", '<p onclick="x()">x</p>', "attribute onclick=, which the security policy refuses"),
    ("event-svg", "<svg onload=x()></svg>", "attribute onload=, which the security policy"),
    ("ping", '<a href="#x" ping="y" id="x">x</a>', "attribute ping=, which the security policy"),
]
MARKS = [
    Row("callout-fence", "Text.\n\n::: tip\nA hint.\n:::\n", "::: tip", "“::: tip” begins or ends"),
    Row(
        "callout-empty",
        "Text.\n\n!!! note\n\nA hint.\n",
        "!!! note",
        "the callout “note” has no text",
    ),
    Row(
        "callout-kind", "!!! warnign\n    Mind.\n", "!!!", 'there is no callout "warnign": write w'
    ),
    Row(
        "callout-github-kind",
        "> [!TPI]\n> Mind.\n",
        "[!TPI]",
        'there is no callout "tpi": write tip',
    ),
    Row("callout-fold-kind", "??? tpi\n    Mind.\n", "???", 'there is no callout "tpi": write tip'),
    Row(
        "tabs",
        'Text.\n\n=== "By bus"\n\n    Blue.\n\n=== "On foot"\n\n    Left.\n',
        '=== "By',
        "“=== ” makes no tab here: write ##",
    ),
    Row("emoji-name", "Glad :smile: so.\n", ":smile:", "“:smile:” is no sign here: type the sign"),
    Row("icon", "A :material-check: here.\n", ":mat", "“:material-check:” is no sign here: type"),
    Row("keys", "Press ++ctrl+s++ now.\n", "++", "“++ctrl+s++” is no key here: write <kbd>"),
    Row("highlight", "So ==mark this== now.\n", "==", "“==mark this==” marks nothing here: write"),
    Row("strike", "So ~~drop this~~ now.\n", "~~", "“~~drop this~~” strikes nothing out here"),
    Row("subscript", "Water is H~2~O.\n", "H~", "“~2~” lowers nothing here: write <sub>"),
    Row("superscript", "So x^2^ grows.\n", "x^", "“^2^” raises nothing here: write <sup>"),
    Row("critic-add", "So {++added++} it.\n", "{++", "“{++” proposes a change: make the change"),
    Row("critic-remark", "So {>>why<<} it.\n", "{>>", "“{>>” proposes a change: make the change"),
    Row("maths-dollar", "Mean $\\bar{x} = 1$ here.\n", "$", "“$\\bar{x} = 1$” is no formula here"),
    Row(
        "maths-block",
        "Text.\n\n$$\nE = mc^2\n$$\n",
        "$$",
        "“$$” is no formula here: write it in words",
    ),
    Row("maths-bracket", "So \\(a^2\\) it is.\n", "\\(", "a formula is not set: write it in words"),
    Row(
        "mermaid", "```mermaid\ngraph LR\n```\n", "```mer", "code in mermaid is not drawn: draw it"
    ),
    Row(
        "variable",
        "Welcome to {{ site_name }}.\n",
        "{{",
        "“{{ site_name }}” is filled in by nothing",
    ),
    Row(
        "statement",
        "Text {% include x %} here.\n",
        "{%",
        "“{% include x %}” is filled in by nothing",
    ),
    Row("annotation", "A remark (1)! here.\n", "(1)!", "“(1)!” leads to no remark here: write"),
    Row("latex", "As \\emph{this} is.\n", "\\emph", "“\\emph” is LaTeX: write Markdown"),
    Row("rst", "Text.\n\n.. note:: Mind.\n", ".. note", "“.. note::” is no directive here: write"),
    Row(
        "note-undefined",
        "It opens early.[^early]\n",
        "[^early]",
        "“[^early]” is a note that is not there",
    ),
    Row(
        "note-unused",
        "Text.\n\n[^late]: At nine.\n",
        "[^late]",
        "no text leads to the note [^late]",
    ),
    Row(
        "note-twice",
        "So.[^a]\n\n[^a]: One.\n\n[^a]: Two.\n",
        "[^a]: Two",
        "the note [^a] is there twice",
    ),
    Row("list-close", "Bring:\n- a pen\n- paper\n", "- a pen", f"“- a” {LIST}"),
    Row("list-star-close", "Bring:\n* a pen\n", "* a pen", f"“* a” {LIST}"),
    Row("list-number-close", "Do:\n1. a thing\n2. more\n", "1. a", f"“1. a” {LIST}"),
    Row(
        "list-bracket", "Text.\n\n1) first\n", "1)", "“1) f” begins no list: write 1. in its place"
    ),
    Row("list-bullet", "Text.\n\n• first\n", "•", "“• ” begins no list: write - in its place"),
    Row(
        "list-fixed-space",
        "Text.\n\n-\u00a0first\n",
        "-\u00a0",
        "“- ” begins no list: put an ordinary",
    ),
    Row(
        "list-two-spaces",
        "- paper\n  - lined\n",
        "  - l",
        "the list is not indented enough to be below",
    ),
    Row(
        "list-three-spaces",
        "1. paper\n   - lined\n",
        "   - l",
        "the list is not indented enough to be",
    ),
    Row("bold-open", "A **bold word.\n", "**", f"“**” {CLOSE}"),
    Row("bold-line-open", "A __bold word.\n", "__", f"“__” {CLOSE}"),
    Row("stress-open", "A *stressed word.\n", "*", f"“*” {CLOSE}"),
    Row("stress-end", "A stressed* word.\n", "*", f"“*” {CLOSE}"),
    Row("code-open", "A `code word.\n", "`", f"“`” {CLOSE}"),
    Row("fence-open", "Text.\n\n```sh\nls\n\nText.\n", "```sh", "the code does not end: write ```"),
    Row("fence-waves-open", "~~~\nls\n", "~~~", "the code does not end: write ~~~ below it"),
    Row("fence-shorter", "````sh\nls\n```\n", "````", "the code does not end: write ````"),
    Row(
        "fence-title",
        '```sh title="x"\nls\n```\n',
        "```sh",
        '“sh title="x"” behind the beginning of',
    ),
    Row(
        "fence-lines", '```py hl_lines="1"\nls\n```\n', "```py", '“py hl_lines="1"” behind the beg'
    ),
    Row(
        "comment-open",
        "Text.\n\n<!-- a note\n\nText.\n",
        "<!--",
        "the comment does not end: write -->",
    ),
    Row("tag-open", "A <b>bold word.\n", "<b>", "<b> is not closed: write </b> behind it"),
    Row(
        "tag-block-open", "<div>\n\nText.\n", "<div>", "<div> is not closed: write </div> behind it"
    ),
    Row("tag-close", "A word</b> here.\n", "</b>", "</b> closes nothing: remove it, or write <b>"),
    Row(
        "tag-crossed", "A <b>word <i>here</b>.\n", "<b>", "<i> is not closed: write </i> behind it"
    ),
    Row("tag-center", "<center>Middle</center>\n", "<center>", f"<center> {LOOKS}"),
    Row("tag-font", '<font color="red">red</font>\n', "<font", f"<font> {LOOKS}"),
    Row("tag-align", '<p align="right">x</p>\n', "<p", f"“align=” {LOOKS}"),
    Row("tag-style", '<p style="x: y">x</p>\n', "<p", f"“style=” {LOOKS}"),
    Row(
        "tag-script",
        "<script>run()</script>\n",
        "<script",
        "the element <script> stands in the text",
    ),
    Row(
        "tag-button", "<button>Go</button>\n", "<button", "the element <button> stands in the text"
    ),
    *(
        Row(f"tag-{name}", f"Text.\n\n{text}\n", text[:5], f"the {message}")
        for name, text, message in RUNNING
    ),
    Row(
        "grid",
        '<div class="grid cards" markdown>\n\n- One\n\n</div>\n',
        "<div",
        "the class grid cards",
    ),
    Row(
        "class-misspelt",
        "Text.\n{ .sreen }\n",
        "{ .s",
        "nothing knows the class .sreen: write { .screen }",
    ),
    Row(
        "class-unknown", "Text.\n{ .fancy }\n", "{ .f", "nothing knows the class .fancy: remove it"
    ),
    Row("class-open", "Text { .screen\n", "{ .s", "“{ .screen” belongs to nothing: put it right"),
    Row(
        "class-alone", "Text.\n\n{ .screen }\n", "{ .s", "“{ .screen }” belongs to nothing: put it"
    ),
    Row("attribute-looks", "![A](figures/line.svg){ align=right }\n", "![A", f"“align=” {LOOKS}"),
    Row(
        "attribute-misspelt",
        "![A](figures/line.svg){ widht=30 }\n",
        "![A",
        "there is no attribute “widht”: write width=",
    ),
    Row(
        "term-unknown", "A [[nonsuch]].\n", "[[", 'term "nonsuch" is not in the glossary: define it'
    ),
    Row(
        "term-misspelt", "A [[Hatt]].\n", "[[", 'term "Hatt" is not in the glossary: write [[Hat]]'
    ),
    Row("term-open", "A [[Hat] here.\n", "[[", "“[[” is no term: write it as [[term]]"),
    Row("term-close", "A [Hat]] here.\n", "[Hat", "“[Hat]]” is no term: write it as [[term]]"),
    Row(
        "key-unknown",
        "So [@nobody1999].\n",
        "[@",
        'source "nobody1999" is not in the bibliography: add',
    ),
    Row(
        "key-misspelt",
        "So [@blom2013].\n",
        "[@",
        'source "blom2013" is not in the bibliography: write @bloom2013',
    ),
    Row(
        "key-capitals",
        "So [@Bloom2013].\n",
        "[@",
        'source "Bloom2013" is not in the bibliography: write @bloom2013',
    ),
    Row("key-twice", "So [@bloom2013; @bloom2013].\n", "[@", 'source "bloom2013" is cited twice'),
    Row("key-no-at", "So [bloom2013].\n", "[b", "“[bloom2013]” is no citation: write [@bloom2013]"),
    Row("key-round", "So (bloom2013).\n", "(b", "“(bloom2013)” is no citation: write [@bloom2013]"),
    Row(
        "key-bare", "As @bloom2013 says.\n", "@b", "“@bloom2013” is no citation: write [@bloom2013]"
    ),
    Row(
        "key-two-in-one",
        "So [@bloom2013 @hat].\n",
        "[@",
        '"@bloom2013 @hat" is no citation: write [@key',
    ),
    Row("time-misspelt", "About [=tmie].\n", "[=", 'there is no time "tmie": write [=time]'),
    Row(
        "verdict-misspelt",
        "**Suported**{ .verdict }\n",
        "**S",
        '"Suported" is no verdict: write Supported',
    ),
    Row("invisible", "A wo\u200brd.\n", "A wo", "“\u200b” is a sign that nobody sees: remove it"),
    Row(
        "control",
        "A wo\x0crd.\n",
        "A wo",
        "a sign that cannot be shown (U+000C) stands in the text",
    ),
    Row("nul", "A wo\x00rd.\n", "A wo", "a sign that cannot be shown (U+0000) stands in the text"),
    Row(
        "conflict",
        "Text.\n\n<<<<<<< HEAD\nA\n=======\nB\n>>>>>>> b\n",
        "<<<<<<<",
        "Git left two versions",
    ),
    Row(
        "heading-jump",
        "## A\n\n#### B\n\nText.\n",
        "#### B",
        "“B” stands 2 levels below what is above it: write ### B",
    ),
    Row(
        "heading-first",
        "#### B\n\nText.\n",
        "#### B",
        "“B” stands 3 levels below what is above it: write ## B",
    ),
    Row(
        "heading-title",
        "# B\n\nText.\n",
        "# B",
        "“B” is a second title: the head of the page has the first",
    ),
    Row(
        "heading-twice",
        "## B\n\nOne.\n\n## B \n\nTwo.\n",
        "## B \n",
        "the heading “B” is on this page twice",
    ),
    Row(
        "heading-indented",
        "Text.\n\n    ## B\n\nText.\n",
        "    ##",
        "the line is indented by four spaces or more",
    ),
    Row(
        "table-indented",
        "Text.\n\n    | A | B |\n    |---|---|\n",
        "    | A",
        "the line is indented by four",
    ),
    Row(
        "table-under",
        "| A | B |\n| 1 | 2 |\n",
        "| A",
        "the line under the head of the table is missing",
    ),
    Row(
        "table-cell-missing",
        "| A | B |\n|---|---|\n| 1 |\n",
        "| 1",
        "the row has 1 cells, and the head has 2",
    ),
    Row(
        "table-cell-more",
        "| A | B |\n|---|---|\n| 1 | 2 | 3 |\n",
        "| 1",
        "the row has 3 cells, and the head",
    ),
    Row(
        "table-bar",
        "| A | B |\n|---|---|\n| x | y | z |\n",
        "| x",
        "the row has 3 cells, and the head has 2",
    ),
    Row(
        "table-under-short",
        "| A | B |\n|---|\n| 1 | 2 |\n",
        "|---",
        "the line under the head has 1 parts",
    ),
    Row(
        "table-colons",
        "| A | B |\n|---|--:|\n| 1 | 2 |\n",
        "|---",
        "a table aligns its columns with a style",
    ),
    Row(
        "comparison-reworded",
        "| X | When you cutt | When you sew |\n|---|---|---|\n| a | b | c |\n",
        "| X",
        "the column “When you cutt” is none of a comparison: write When you cut",
    ),
    Row(
        "picture-no-text",
        "![](figures/line.svg)\n",
        "![",
        "the picture “line.svg” has no text: say between",
    ),
    Row(
        "picture-missing",
        "![A](figures/lien.svg)\n",
        "![",
        "the picture “figures/lien.svg” leads to no file of the site: write figures/line.svg",
    ),
    Row(
        "picture-foreign",
        "![A](https://e.org/a.png)\n",
        "![",
        "the browser would load “https://e.org/a.png”",
    ),
    Row(
        "caption-alone",
        "/// figure-caption\nA line.\n///\n",
        "A line",
        "the caption “A line.” has no picture or table",
    ),
]
