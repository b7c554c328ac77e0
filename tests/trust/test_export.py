"""A record for people to read: complete, and harmless whatever stands in it."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import msgspec
import pytest

from peer.room.values import Party
from peer.trust.export import WORDS, as_json_lines, as_page, readable
from peer.trust.files import Contents
from peer.trust.verify import Report, verify_record
from tests.trust.house import AMIRA, HOST, KEY, LENA, MALLORY, TEXT_KEY, a_record, some_orders

PLAIN = {"html", "head", "meta", "title", "style", "body", "h1", "p", "br", "bdi"} | {
    *("table", "thead", "tbody", "tr", "th", "td")
}
NASTY = "<script>alert(1)</script>\"'&<img src=x onerror=alert(2)>\u202egnp.exe\x00\nnew line"


async def contents_of(
    *orders: tuple[Party, str, tuple[Party, ...], dict[str, str]], certified: bool = True
) -> Contents:
    record = a_record()
    record.start(lambda _head: None)
    if certified:
        record.certify(HOST.certify_service(KEY.public))
    for by, what, about, texts in orders:
        record.order(by, what, about, texts=texts)
    return await record.contents()


async def page_of(contents: Contents, report: Report | None = None, language: str = "en") -> str:
    report = report or verify_record(contents.orders)
    return as_page(report, readable(contents, report, TEXT_KEY), language).decode()


class Tags(HTMLParser):
    """The elements and attributes of a page, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


async def test_lines_name_people_and_words() -> None:
    contents = await contents_of((AMIRA, "suspend", (MALLORY,), {"reason": "Shouted"}))
    report = verify_record(contents.orders)
    lines = as_json_lines(report, readable(contents, report, TEXT_KEY)).splitlines()
    heading, opened, certified, order = (msgspec.json.decode(line) for line in lines)
    assert heading["type"] == "record"
    assert (heading["holds"], heading["certified"], heading["host"]) == (True, True, HOST.public.hex())
    assert (opened["type"], certified["type"]) == ("opened", "certified")
    assert order["by"] == {"id": AMIRA.person, "name": "Amira", "identity": AMIRA.identity.hex()}
    assert order["whom"] == [{"id": MALLORY.person, "name": "Mallory", "identity": MALLORY.identity.hex()}]
    assert (order["what"], order["texts"]) == ("suspend", {"reason": "Shouted"})
    assert order["at"] == "2027-01-15T08:00:00.000+00:00"


async def test_nothing_in_a_page_acts() -> None:
    nasty = Party("dddddddd", MALLORY.identity, NASTY, "member")
    page = await page_of(await contents_of((AMIRA, NASTY, (nasty,), {NASTY: NASTY})))
    tags = Tags(page)
    assert tags.elements <= PLAIN
    assert tags.attributes <= {"lang", "charset", "http-equiv", "content"}
    assert "default-src 'none'" in page
    assert not re.search("[\x00-\x09\x0b-\x1f\u202a-\u202e\u2066-\u2069]", page)
    assert "<script>alert(1)</script>" in tags.text


@pytest.mark.parametrize("language", ["en", "nl"])
async def test_a_page_says_whether_the_record_holds(language: str) -> None:
    words = WORDS[language]
    contents = Contents(await some_orders())
    assert words["holds"] in (await page_of(contents, language=language))
    assert words["certified"] in (await page_of(contents, language=language))
    changed = Contents(contents.orders.replace(b'"what":"suspend"', b'"what":"admit"', 1))
    page = await page_of(changed, language=language)
    assert words["broken"].format(line=4) in page
    assert "not_allowed" not in page
    uncertified = await contents_of((AMIRA, "mute", (LENA,), {}), certified=False)
    assert words["uncertified"] in await page_of(uncertified, language=language)


async def test_every_kind_of_line_has_words() -> None:
    record = a_record()
    record.start(lambda _head: None)
    for _ in range(40):
        record.order(MALLORY, "mute_all", refused="not_allowed")
    for stranger in range(400):
        record.order(Party(f"{stranger:08x}", bytes(32), "x"), "end", refused="not_allowed")
    record.order(Party("console", role="host"), "rules", details={"locked": True})
    await record.close()
    text = Tags(await page_of(await record.contents())).text
    for words in ("10 more refused orders", "several people", "console", "locked: true", "the record begins"):
        assert words in text


def test_both_languages_have_the_same_words() -> None:
    assert WORDS["en"].keys() == WORDS["nl"].keys()
    assert len({len(words["columns"].split("|")) for words in WORDS.values()}) == 1


async def test_a_text_that_was_exchanged_is_not_believed() -> None:
    """The sidecar is not signed: a text that is not what was committed to counts as erased."""
    one = await contents_of((AMIRA, "suspend", (MALLORY,), {"reason": "Shouted"}))
    other = await contents_of((AMIRA, "suspend", (MALLORY,), {"reason": "Was silent"}))
    mixed = Contents(one.orders, other.texts, other.keys)
    report = verify_record(mixed.orders)
    order = readable(mixed, report, TEXT_KEY)[-1]
    assert order.texts == {"reason": None}
    assert order.whom[0].name is None
