"""Trees as generators of sites lay them out: what each release becomes."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from incoming import JPEG, PNG, Imported, import_tree, tree

BODY = "## Attendance\n\nTen people came, and nobody left.\n"


def fields_of(imported: Imported, slug: str) -> dict[str, object]:
    """Give the front matter that a release got."""
    content = imported.by_slug()[slug].content.decode().removeprefix("\ufeff")
    fields: dict[str, object] = yaml.load(content.split("---\n")[1], yaml.BaseLoader)
    return fields


def take(tmp_path: Path, files: dict[str, str | bytes], **wishes: bool) -> Imported:
    imported = import_tree(tree(tmp_path / "from", files), tmp_path / "to", language="en", **wishes)
    assert imported.problems == []
    return imported


@pytest.mark.parametrize(
    ("name", "text", "slug", "expected"),
    [
        (
            "_posts/2013-01-28-council-meeting.md",
            "---\nlayout: post\ntitle: 'Council meeting'\ncategories: [news, council]\ntags: budget, parks\n"
            "permalink: /2013/meeting/\n---\n",
            "2013-01-28-council-meeting",
            {
                "title": "Council meeting", "keywords": ["budget", "parks"], "categories": ["news", "council"],
                "published_at": "/2013/meeting/", "titled_by": "front_matter", "source": {"layout": "post"},
            },
        ),
        (
            "content/post/meeting.md",
            '+++\ntitle = "Council meeting"\ndate = 2013-01-28T18:30:00-08:00\ndraft = false\ntags = ["budget"]\n'
            'authors = ["Ana Ruiz", "Luz Soto"]\naliases = ["/old/meeting/"]\n[params]\nweight = 3\n+++\n',
            "meeting",
            {
                "title": "Council meeting", "date": "2013-01-28", "authors": ["Ana Ruiz", "Luz Soto"], "keywords": ["budget"],
                "published_at": "/old/meeting/", "titled_by": "front_matter",
                "source": {"date": "2013-01-28T18:30:00-08:00", "params": {"weight": "3"}},
            },
        ),
        (
            "content/meeting.md",
            "Title: Council meeting\nDate: 2013-01-28 18:30\nAuthor: Ruiz, Ana\nTags: budget, parks\n"
            "Summary: What was said\n    and done\nStatus: published\nSave_As: 2013/meeting.html\n\n",
            "meeting",
            {
                "title": "Council meeting", "date": "2013-01-28", "authors": ["Ruiz, Ana"], "description": "What was said and done",
                "keywords": ["budget", "parks"], "published_at": "/2013/meeting.html", "titled_by": "front_matter",
                "source": {"Date": "2013-01-28 18:30"},
            },
        ),
        (
            "source/_posts/meeting.md",
            "title: Council meeting\ndate: 2013/1/28 18:30:00\ntags:\n- budget\n- parks\n---\n",
            "meeting",
            {
                "title": "Council meeting", "date": "2013-01-28", "keywords": ["budget", "parks"], "titled_by": "front_matter",
                "source": {"date": "2013/1/28 18:30:00"},
            },
        ),
        (
            "blog/2013-01-28-meeting/index.md",
            "---\nslug: council\ntitle: Council meeting\nauthors:\n  - name: Ana Ruiz\n    title: Clerk\nimage: ./hall.png\n---\n",
            "2013-01-28-meeting",
            {
                "title": "Council meeting", "authors": ["Ana Ruiz"], "titled_by": "front_matter",
                "source": {"slug": "council", "image": "./hall.png"},
            },
        ),
        (
            "posts/meeting/README.md",
            "---\ntitle: Council meeting\ndate: January 28, 2013\n---\n",
            "meeting",
            {"title": "Council meeting", "date": "2013-01-28", "titled_by": "front_matter", "source": {"date": "January 28, 2013"}},
        ),
        (
            "content/meeting.md",
            '{\n "title": "Council meeting",\n "date": "2013-01-28",\n "draft": false\n}\n',
            "meeting",
            {"title": "Council meeting", "date": "2013-01-28", "titled_by": "front_matter"},
        ),
        (
            "2013-01-28-meeting.md",
            "---\ntitle: Meeting: the budget\nauthor: Ana Ruiz\n---\n",
            "2013-01-28-meeting",
            {"title": "Meeting: the budget", "authors": ["Ana Ruiz"], "titled_by": "front_matter"},
        ),
        (
            "meeting.md",
            "---\ntitle: Council meeting\npubDate: Mon, 28 Jan 2013 18:30:00 GMT\nlink: https://city.example/meeting?id=1&amp;x=2\n---\n",
            "meeting",
            {
                "title": "Council meeting", "date": "2013-01-28", "source_url": "https://city.example/meeting?id=1&x=2",
                "titled_by": "front_matter", "source": {"pubDate": "Mon, 28 Jan 2013 18:30:00 GMT"},
            },
        ),
    ],
    ids=["jekyll", "hugo", "pelican", "hexo", "docusaurus", "vuepress", "hugo-json", "broken-yaml", "wordpress"],
)  # fmt: skip
def test_front_matter(tmp_path: Path, name: str, text: str, slug: str, expected: dict[str, object]) -> None:
    imported = take(tmp_path, {name: text + BODY})
    assert fields_of(imported, slug) == expected
    release = imported.by_slug()[slug]
    assert release.content.decode().endswith(f"---\n{BODY}")
    assert (release.title.partition(":")[0].split()[-1].casefold(), release.date) == ("meeting", "2013-01-28")


def test_a_body_stays_byte_for_byte(tmp_path: Path) -> None:
    body = b"\r\n\r\n## Title\r\n\r\n\tText  \r\n"
    files: dict[str, str | bytes] = {
        "a.md": b"\xef\xbb\xbf---\r\ntitle: T\r\nlayout: x\r\n---" + body,
        "b.md": b"\xef\xbb\xbf" + body,
        "c.MD": b"---\n\nA rule above.\n",
        "d.markdown": b"---\nNo: front matter, as nothing ends it\n",
    }
    imported = take(tmp_path, files).by_slug()
    assert imported["a"].content.startswith(b"\xef\xbb\xbf---\ntitle: T\n")
    assert imported["a"].content.endswith(b"---\n" + body[2:])
    assert (imported["b"].content, imported["c"].content) == (files["b.md"], files["c.MD"])
    assert imported["d"].content == files["d.markdown"]


def test_front_matter_of_the_archives_own_stays(tmp_path: Path) -> None:
    text = "---\ndate:   2013-01-28   # the day\nauthors: [Ana]\n---\n## A meeting\n"
    assert take(tmp_path, {"a.md": text}).by_slug()["a"].content.decode() == text


def test_other_encodings(tmp_path: Path) -> None:
    text = "## Sesión del día\n\nDiseño de «calles» y año.\n"
    files = {
        "latin.md": text.encode("latin-1"),
        "sixteen.md": text.encode("utf-16"),
        "broken.md": text.encode() + b"\xff\n",
    }
    imported = take(tmp_path, dict(files)).by_slug()
    assert imported["latin"].content.decode() == text
    assert imported["sixteen"].content.decode() == text
    assert imported["broken"].content == files["broken.md"]
    assert "UTF-8" in imported["latin"].remarks[0]


@pytest.mark.parametrize(
    ("name", "text", "slug", "date"),
    [
        ("2014-01/jan-28.md", BODY, "2014-01-jan-28", "2014-01-28"),
        ("2014/01/28.md", BODY, "2014-01-28", "2014-01-28"),
        ("2014/january/28.md", BODY, "2014-january-28", "2014-01-28"),
        ("2014_01_minutes.md", BODY, "2014_01_minutes", "2014-01"),
        ("2014-01/README.md", BODY, "2014-01", "2014-01"),
        ("2014-01/summary.md", BODY, "2014-01-summary", "2014-01"),
        ("2014-01-28/README.md", BODY, "2014-01-28", "2014-01-28"),
        ("minutes-201401281900-00.md", BODY, "minutes-201401281900-00", "2014-01-28"),
        ("28Jan2014.md", BODY, "28Jan2014", "2014-01-28"),
        ("2014_Jan_28 minutes.md", BODY, "2014_jan_28-minutes", "2014-01-28"),
        ("20140128.md", BODY, "20140128", "2014-01-28"),
        ("minutes-01-28-2014.md", BODY, "minutes-01-28-2014", "2014-01-28"),
        ("minutes-january-2014.md", BODY, "minutes-january-2014", "2014-01"),
        ("acta-28-de-enero-de-2014.md", BODY, "acta-28-de-enero-de-2014", "2014-01-28"),
        ("a.md", f"# Minutes – January 28, 2014\n\n{BODY}", "a", "2014-01-28"),
        ("a.md", f"# Council\n\n## Minutes 2014-01-28\n\n{BODY}", "a", "2014-01-28"),
        ("a.md", f"# Acta\n\n## 28 de enero de 2014\n\n{BODY}", "a", "2014-01-28"),
        ("a.md", f"# Minutes, January 2014\n\n{BODY}", "a", "2014-01"),
        ("a.md", f"# Minutes\n\nDate: 1/28/2014\n\n{BODY}", "a", "2014-01-28"),
        ("a.md", f"Torreón, Coahuila a 28 de enero de 2014.\n\n{BODY}", "a", "2014-01-28"),
        ("2014_01_minutes.md", f"# Minutes\n\nMeeting: Tuesday, January 28th, 2014\n\n{BODY}", "2014_01_minutes", "2014-01-28"),
        ("a.md", f"# Meeting of January 28–30, 2014\n\n{BODY}", "a", "2014-01-28"),
        ("a.md", f"# Meeting\n\n| Date | Place |\n|---|---|\n| January 28, 2014 | Hall |\n\n{BODY}", "a", "2014-01-28"),
        ("a.md", BODY, "a", ""),
        ("a.md", "# From May 3, 2013 to June 4, 2014\n\nText.\n", "a", ""),
        ("2040-vision.md", BODY, "2040-vision", ""),
        ("2014/01/28/plans-of-2020.md", BODY, "2014-01-28-plans-of-2020", "2014-01-28"),
        ("13-01-28.md", BODY, "13-01-28", "2013-01-28"),
        ("acta_28_01_13.md", BODY, "acta_28_01_13", "2013-01-28"),
        ("a.md", f"# Minutes of 1/28/13\n\n{BODY}", "a", "2013-01-28"),
        ("a.md", f"# What is new in 1.4.12\n\n{BODY}", "a", ""),
        ("acta-20130128.md", f"Date: 1/28/2012\n\n{BODY}", "acta-20130128", "2013-01-28"),
    ],
)  # fmt: skip
def test_dates_without_front_matter(tmp_path: Path, name: str, text: str, slug: str, date: str) -> None:
    (planned,) = take(tmp_path, {name: text}).plan.releases
    assert (planned.slug, planned.date) == (slug, date)
    written = fields_of_content(planned.content)
    assert written.get("date", date) == date
    assert bool(planned.remarks) == (
        not date or planned.content.decode().count("Date: 1/28/2014") + text.count("Meeting: ") + text.count("| Date")
    )


def fields_of_content(content: bytes) -> dict[str, str]:
    text = content.decode()
    return yaml.load(text.split("---\n")[1], yaml.BaseLoader) if text.startswith("---\n") else {}


def test_the_archives_language_tells_day_from_month(tmp_path: Path) -> None:
    origin = tree(tmp_path / "from", {"a.md": "---\ntitle: A\ndate: 5/1/2014\n---\nText.\n"})
    for language, date in (("en", "2014-05-01"), ("es", "2014-01-05")):
        imported = import_tree(origin, tmp_path / language, language=language)
        assert imported.by_slug()["a"].date == date


def test_a_date_that_a_name_lost_is_written(tmp_path: Path) -> None:
    imported = take(tmp_path, {"a/2014-01-28.md": BODY, "b/2014-01-28.md": BODY, "2014-01-29-c.md": BODY}).by_slug()
    assert {slug: planned.date for slug, planned in imported.items()} == {
        "2014-01-29-c": "2014-01-29", "a-2014-01-28": "2014-01-28", "b-2014-01-28": "2014-01-28",
    }  # fmt: skip
    assert fields_of_content(imported["a-2014-01-28"].content) == {"date": "2014-01-28"}
    assert imported["2014-01-29-c"].content.decode() == BODY


@pytest.mark.parametrize(
    ("name", "fields", "text", "date"),
    [
        ("a.md", "date: 2014", BODY, "2014"),
        ("2014-01-28-a.md", "date: 2014", BODY, "2014-01-28"),
        ("a.md", "date: 2014-01", f"# Minutes of January 28, 2014\n\n{BODY}", "2014-01-28"),
        ("2013-01-28-a.md", "date: 2014", BODY, "2014"),
        ("a.md", "path: 2014/01/28/a", BODY, "2014-01-28"),
        ("a.md", "aliases: [/news/a, /2014/01/28/a.html]", BODY, "2014-01-28"),
        ("a.md", "canonical_url: https://city.example/2014/01/28/a", BODY, "2014-01-28"),
        ("a.md", "path: 2014/01/28/a", f"# Minutes of January 27, 2014\n\n{BODY}", "2014-01-27"),
        ("a.md", "path: 2014/01/28/a", f"Next meeting: February 3, 2014\n\n{BODY}", "2014-01-28"),
        ("a.md", "path: 2014/01/28/plans-of-2020", BODY, "2014-01-28"),
        ("a.md", "path: /releases/1.4.12", BODY, ""),
    ],
)
def test_dates_that_front_matter_tells_in_part(tmp_path: Path, name: str, fields: str, text: str, date: str) -> None:
    for layout in ("", "layout: post\n"):
        written = tree(tmp_path / f"from-{len(layout)}", {name: f"---\n{fields}\n{layout}---\n{text}"})
        (planned,) = import_tree(written, tmp_path / f"to-{len(layout)}", language="en").plan.releases
        assert planned.date == date
        assert fields_of_content(planned.content).get("date", "2014-01-28" if name != "a.md" else "") == date


def test_a_day_that_is_not_the_names_is_kept_and_told(tmp_path: Path) -> None:
    (planned,) = take(tmp_path, {"2014-01-28-a.md": "---\ndate: 2014-01-29\nlayout: x\n---\nText.\n"}).plan.releases
    assert planned.date == "2014-01-29"
    assert "another day" in planned.remarks[0]


def test_a_text_without_words_is_told(tmp_path: Path) -> None:
    text = '---\ntitle: A\ndate: 2014-01-28\n---\n<embed src="https://x.example/minutes"></embed>\n'
    assert take(tmp_path, {"a.md": text}).by_slug()["a"].remarks == ("its text has no words",)


def test_names(tmp_path: Path) -> None:
    files = {
        "Minutes, May 3.md": BODY, "2013/minutes.md": BODY, "2014/minutes.md": BODY, "2014/a/x.md": BODY, "2014/b/X.md": BODY,
        "2013/report/report.md": BODY, "año nuevo….md": BODY, "..md.md": BODY, "...md": BODY, "a..b.md": BODY,
    }  # fmt: skip
    names = {planned.slug for planned in take(tmp_path, dict(files)).plan.releases}
    assert names == {
        "minutes-may-3", "2013-minutes", "2014-minutes", "a-x", "b-X", "report", "ano-nuevo", "a-b",
    }  # fmt: skip


def test_what_is_no_release(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "meeting.md": f"# January 28, 2014\n\n{BODY}", "README.md": BODY, "LICENSE.md": BODY, "docs/CONTRIBUTING.md": BODY,
        "CHANGELOG": "x",
        "2013-12/toc.md": BODY, "2013-12/dec-3.md": BODY, "agenda-template.md": BODY,
        "index.md": BODY, "content/_index.md": BODY, "node_modules/pkg/a.md": BODY, "themes/x/a.md": BODY, ".github/a.md": BODY,
        "package.json": "{}", "conf.py": "raise SystemExit", "photo.png": PNG, "layouts/a.html": "x", "meeting.html": "<p>x</p>",
        "page.html": "{% for p in pages %}{% endfor %}",
    }  # fmt: skip
    imported = take(tmp_path, files)
    assert [planned.slug for planned in imported.plan.releases] == ["meeting", "2013-12-dec-3"]
    left_out = set(imported.expected)
    assert left_out >= {
        "README.md", "LICENSE.md", "CONTRIBUTING.md", "toc.md", "agenda-template.md", "CHANGELOG", "index.md", "_index.md",
        "node_modules", "themes",
        "package.json", "conf.py", "photo.png", "layouts", "meeting.html", "page.html",
    }  # fmt: skip


def test_texts_beside_texts(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "2014-01-28-meeting.html.md": f"---\ntitle: Meeting\n---\n{BODY}", "minutes.md": f"# January 27, 2014\n\n{BODY}",
        "minutes.pdf": "%PDF", "minutes.docx": "x", "minutes/agenda.md": BODY, "minutes/budget.md": BODY,
    }  # fmt: skip
    imported = take(tmp_path, files)
    assert sorted(imported.imported) == ["2014-01-28-meeting.md", "agenda.md", "budget.md", "minutes.md"]
    assert set(imported.expected) == {"minutes.pdf", "minutes.docx"}


def test_files_of_offices(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "a.md": BODY,
        "slides.pdf": "%PDF",
        "2014-01-28.pdf": "%PDF",
        "papers/budget.pdf": "%PDF",
    }
    imported = import_tree(tree(tmp_path / "from", files), tmp_path / "to")
    assert set(imported.expected) == {"slides.pdf"}  # beside a text, and of no day: an attachment
    assert len(imported.problems) == 2


def test_drafts_come_if_they_are_asked_for(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "a.md": f"---\ntitle: A\ndraft: true\n---\n{BODY}", "b.md": f"Title: B\nStatus: draft\n\n{BODY}",
        "c.md": f"---\ntitle: C\npublished: false\n---\n{BODY}", "_drafts/d.md": BODY, "e.md": BODY,
    }  # fmt: skip
    imported = take(tmp_path, files)
    assert [planned.slug for planned in imported.plan.releases] == ["e"]
    assert not imported.plan.wants_a_look
    assert len(list(imported.plan.decisions)) == 5  # and one without a date
    assert len(take(tmp_path, files, drafts=True).plan.releases) == 5


def test_pictures_of_generators(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "static/img/a.jpg": JPEG, "content/posts/one.md": "![](/img/a.jpg)\n\n![](../shared/b.png) ![](https://x.example/c.png)\n",
        "content/shared/b.png": PNG, "content/posts/two/index.md": "---\ndate: 2014-01-28\n---\n![](c.png)\n",
        "content/posts/two/c.png": PNG, "content/posts/two/deep/d.png": PNG, "content/images/e.png": PNG,
        "content/three.md": "![]({static}/images/e.png)\n",
        "five.md": "<img src=\"{{ '/img/a.jpg' | relative_url }}\">\n",
        "content/posts/six.md": "![](../shared/b.png#only-dark)\n",
        "source/_posts/four.md": "<img src='f.png'>\n", "source/_posts/four/f.png": PNG,
    }  # fmt: skip
    imported = take(tmp_path, files)
    written = {file.relative_to(tmp_path / "to" / "sessions").as_posix() for file in (tmp_path / "to").rglob("*.*g")}
    assert written == {
        "one/img/a.jpg", "one/shared/b.png", "two/c.png", "two/deep/d.png", "three/images/e.png", "four/f.png",
        "five/img/a.jpg", "six/shared/b.png",
    }  # fmt: skip
    assert imported.expected == {}
