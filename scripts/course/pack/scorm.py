"""The site as one object for a learning management system, by SCORM 1.2 and by SCORM 2004.

Sources: the SCORM 1.2 and the SCORM 2004 3rd Edition specifications of ADL, whose names and limits
the manifests and `files/scorm.js` follow. The object is a page that holds the site in a frame: one
session with the system then lasts while the reader goes from page to page.

The schemas of the manifests are not in the packages, since they name no licence to pass them on;
the tests check the manifests against them.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from course.editions import SCORM_12, SCORM_2004
from course.pack.offline import FILES, INDEX, POLICY, OfflineSite
from course.templates import templates_in

TEMPLATES = templates_in(Path(__file__).with_name("templates"))
# The page that a system opens.
PLAYER = "scorm.html"
OWN_FILES = ("scorm.js", "scorm.css")
# What each standard is called by the script, which knows its names, and the longest title.
STANDARDS = {SCORM_12: "1.2", SCORM_2004: "2004"}
LONGEST_TITLE = 200


def scorm_files(name: str, site: OfflineSite) -> dict[str, bytes]:
    """Return the files of a package by their paths.

    Arguments:
        name: the package, `scorm12` or `scorm2004`.
        site: what the reader sees.
    """
    files = {**site.files, **site.framed}
    if site.index:
        # Here is a server, so the theme asks for the index itself.
        files[INDEX] = site.index.encode()
    files.update({each: (FILES / each).read_bytes() for each in OWN_FILES})
    course = site.course
    values = {
        "course": course,
        "standard": STANDARDS[name],
        "title": course.title[:LONGEST_TITLE],
        "player": PLAYER,
    }
    files[PLAYER] = render(
        PLAYER,
        **values,
        policy=POLICY,
        direction="rtl" if course.words.is_right_to_left else "ltr",
        pages=" ".join(site.finishing),
        words=course.words.entry("pack.system"),
    )
    files["imsmanifest.xml"] = render(
        f"imsmanifest-{STANDARDS[name]}.xml",
        **values,
        files=[quote(each) for each in sorted(files)],
    )
    return files


def render(template: str, **values: object) -> bytes:
    """Return a filled template."""
    return TEMPLATES.get_template(template).render(**values).encode()
