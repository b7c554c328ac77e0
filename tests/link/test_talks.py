"""What people say: author, ledger and readers together, and everything that can be forged on the way."""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from peer.keys import KeyPair, MeetingKeys, blind, commit, digest, seal, verify
from peer.link.author import QUEUE_LIMIT, Author, TooMuchToSay, Written
from peer.link.entries import (
    CONTENT_LIMITS,
    ENTRY,
    MEETING_TALK,
    TO_ALL,
    TO_HOST,
    BadEntry,
    Kind,
    entry_hash,
    first_link,
    open_content,
    read_header,
    write_entry,
)
from peer.link.ledger import CHAIN_LIMIT, Checked, Ledger, LedgerState
from peer.link.reader import RECENT_LIMIT, TALK_LIMIT, Line, Reader
from peer.link.receipts import RECEIPT, make_receipt, read_receipt
from peer.link.wire import Entry, Receipt
from peer.room.values import RefusalCode

KEYS = MeetingKeys(KeyPair(b"m" * 32), b"t" * 32)
SERVICE = KEYS.signing.public
ANA, BO, LENA = (KeyPair(bytes([letter]) * 32) for letter in b"abl")


@dataclass
class Talk:
    """A host's ledger and the people who speak; what was said stays here for who wants to forge it."""

    ledger: Ledger = field(default_factory=lambda: Ledger(KEYS))
    talk: bytes = MEETING_TALK
    authors: dict[bytes, Author] = field(default_factory=dict)
    said: list[tuple[Entry, Receipt, bytes]] = field(default_factory=list)

    def author(self, key: KeyPair) -> Author:
        return self.authors.setdefault(key.public, Author(key, KEYS.id, self.talk))

    def say(
        self, key: KeyPair, text: str, to: bytes = TO_ALL, kind: Kind = Kind.CHAT
    ) -> tuple[Entry, Receipt, bytes]:
        """One line, from its author through the ledger."""
        written = self.author(key).say(kind, text.encode(), to, 1000.0)
        assert written is not None
        receipt = self.ledger.receipt(self.check(written, key), 1001.0)
        self.author(key).receipted(written.hash, 1001.0)
        self.said.append((written.entry, receipt, key.public))
        return self.said[-1]

    def check(self, written: Written, key: KeyPair) -> Checked:
        to = written.to if written.to in (TO_ALL, TO_HOST) else None
        checked = self.ledger.check(written.entry, key.public, self.talk, to)
        assert isinstance(checked, Checked)
        return checked


def reader(key: KeyPair | None = None) -> Reader:
    return Reader(SERVICE, key or KeyPair.generate())


def take(reader: Reader, said: tuple[Entry, Receipt, bytes], talk: bytes = MEETING_TALK) -> Line:
    return reader.take(*said, talk)


def text_of(line: Line) -> str | None:
    return line.content.text if line.content else None


def forged(step: object, *arguments: object) -> tuple[RefusalCode, str]:
    with pytest.raises(BadEntry) as caught:
        step(*arguments)  # type: ignore[operator]
    return caught.value.code, caught.value.detail


def closed(said: tuple[Entry, Receipt, bytes]) -> tuple[Entry, Receipt, bytes]:
    return msgspec.structs.replace(said[0], opening=None), said[1], said[2]


# --- the bytes -------------------------------------------------------------------------------


def test_the_header_is_the_map_of_the_protocol() -> None:
    entry = write_entry(ANA, KEYS.id, 3, b"p" * 32, Kind.CHAT, b"hello", TO_ALL, 1234.5)
    header = msgspec.msgpack.decode(entry.header)
    assert list(header) == ["v", "meeting", "from", "seq", "prev", "kind", "to", "ts", "c"]
    secret, content = msgspec.msgpack.decode(entry.opening)
    assert header == {
        "v": 1,
        "meeting": KEYS.id,
        "from": ANA.public,
        "seq": 3,
        "prev": b"p" * 32,
        "kind": "chat",
        "to": b"all",
        "ts": 1_234_500,
        "c": commit(secret, b"hello"),
    }
    assert (len(secret), content) == (32, b"hello")
    assert verify(ANA.public, ENTRY, entry.header, entry.signature)


def test_a_private_entry_names_nobody_and_opens_for_one() -> None:
    entry = write_entry(ANA, KEYS.id, 1, bytes(32), Kind.CHAT, b"psst", BO.public, 0.0)
    header = msgspec.msgpack.decode(entry.header)
    assert entry.opening is not None
    secret, content = msgspec.msgpack.decode(BO.open(entry.opening))
    assert (header["to"], content) == (blind(secret, BO.public), b"psst")
    assert BO.public not in entry.header
    assert b"psst" not in entry.opening


def test_the_receipt_is_the_map_of_the_protocol() -> None:
    receipt = make_receipt(KEYS.signing, 7, b"e" * 32, b"h" * 32, 1234.5)
    body = msgspec.msgpack.decode(receipt.body)
    assert list(body) == ["v", "i", "entry", "head", "ts"]
    assert body == {"v": 1, "i": 7, "entry": b"e" * 32, "head": b"h" * 32, "ts": 1_234_500}
    assert verify(SERVICE, RECEIPT, receipt.body, receipt.signature)


def test_heads_chain_by_sha256() -> None:
    talk = Talk()
    bodies = [read_receipt(talk.say(ANA, text)[1], SERVICE) for text in ("one", "two")]
    assert bodies[1].head == digest(bodies[0].head, bodies[1].entry)
    assert bodies[1].entry == digest(talk.said[1][0].header, talk.said[1][0].signature)


# --- people speak ------------------------------------------------------------------------------


def test_everybody_reads_what_is_said_to_all() -> None:
    talk, bo, lena = Talk(), reader(BO), reader(LENA)
    for author, text in ((ANA, "hello"), (BO, "hello Ana"), (ANA, "how are you?")):
        said = talk.say(author, text)
        assert text_of(take(lena, said)) == text
        line = take(bo, said)
        assert (line.number, line.at, line.missing) == (len(talk.said), 1001.0, 0)


def test_a_private_line_is_read_by_one_and_seen_by_all() -> None:
    talk, bo, lena = Talk(), reader(BO), reader(LENA)
    said = talk.say(ANA, "psst", BO.public)
    assert text_of(take(bo, said)) == "psst"
    assert text_of(take(lena, closed(said))) is None
    after = talk.say(ANA, "as I was saying")
    assert text_of(take(lena, after)) == "as I was saying"


def test_the_host_s_machine_cannot_read_a_private_line() -> None:
    talk = Talk()
    written = talk.author(ANA).say(Kind.CHAT, b"psst", BO.public, 0.0)
    assert written is not None
    assert talk.check(written, ANA).content is None


def test_the_host_s_machine_reads_what_is_for_the_host() -> None:
    talk = Talk()
    for to in (TO_ALL, TO_HOST):
        written = talk.author(ANA).say(Kind.NAME, "Ana María".encode(), to, 0.0)
        assert written is not None
        content = talk.check(written, ANA).content
        assert content is not None
        assert content.text == "Ana María"
        talk.author(ANA).refused(written.hash, 0.0)


def test_a_guest_s_talk_has_numbers_of_its_own() -> None:
    """So a guest learns no counts; and neither can be spliced into the other."""
    ledger = Ledger(KEYS)
    meeting, guest = Talk(ledger), Talk(ledger, LENA.public)
    for text in ("one", "two", "three"):
        meeting.say(ANA, text)
    said = guest.say(LENA, "may I come in?", TO_HOST)
    lena = reader(LENA)
    assert take(lena, said, LENA.public).number == 1
    answer = guest.say(ANA, "of course")
    assert text_of(take(lena, answer, LENA.public)) == "of course"
    assert forged(take, reader(), said, MEETING_TALK) == (RefusalCode.BAD_SIGNATURE, "head")


def test_who_comes_late_reads_on_from_there() -> None:
    talk = Talk()
    for number in range(5):
        talk.say(ANA, str(number))
    late = reader()
    assert [take(late, talk.say(ANA, text)).missing for text in ("five", "six")] == [0, 0]
    assert take(late, talk.say(BO, "first of Bo's")).missing == 0


def test_a_broken_line_leaves_a_gap_that_is_counted() -> None:
    talk, lena = Talk(), reader(LENA)
    take(lena, talk.say(ANA, "one"))
    talk.say(ANA, "two")
    talk.say(BO, "three")
    assert take(lena, talk.say(ANA, "four")).missing == 2
    assert take(lena, talk.say(BO, "five")).missing == 0


def test_an_own_receipt_is_followed_and_may_come_again() -> None:
    talk, ana = Talk(), reader(ANA)
    first = talk.say(ANA, "one")
    assert ana.take_receipt(first[1], MEETING_TALK).entry == entry_hash(first[0])
    take(ana, talk.say(BO, "two"))
    assert ana.take_receipt(first[1], MEETING_TALK).i == 1


# --- the author --------------------------------------------------------------------------------


def test_one_entry_at_a_time_and_the_rest_in_order() -> None:
    talk = Talk()
    author = talk.author(ANA)
    first = author.say(Kind.CHAT, b"one", TO_ALL, 0.0)
    assert author.say(Kind.CHAT, b"two", TO_ALL, 0.0) is None
    assert author.say(Kind.CHAT, b"three", BO.public, 0.0) is None
    sent = []
    while first is not None:
        sent.append(first.content)
        talk.ledger.receipt(talk.check(first, ANA), 0.0)
        first = author.receipted(first.hash, 0.0)
    assert sent == [b"one", b"two", b"three"]
    assert author.pending is None


def test_a_refused_entry_leaves_no_hole() -> None:
    talk, lena = Talk(), reader(LENA)
    take(lena, talk.say(ANA, "one"))
    refused = talk.author(ANA).say(Kind.CHAT, b"while chat was off", TO_ALL, 0.0)
    assert refused is not None
    talk.check(refused, ANA)
    assert talk.author(ANA).refused(refused.hash, 0.0) is None
    assert take(lena, talk.say(ANA, "two")).missing == 0


def test_answers_to_other_entries_change_nothing() -> None:
    author = Author(ANA, KEYS.id)
    pending = author.say(Kind.CHAT, b"one", TO_ALL, 0.0)
    assert author.receipted(bytes(32), 0.0) is None
    assert author.refused(bytes(32), 0.0) is None
    assert author.pending is pending
    assert Author(ANA, KEYS.id).receipted(bytes(32), 0.0) is None


def test_what_waits_is_bounded() -> None:
    author = Author(ANA, KEYS.id)
    for _ in range(QUEUE_LIMIT + 1):
        author.say(Kind.CHAT, b"one", TO_ALL, 0.0)
    with pytest.raises(TooMuchToSay):
        author.say(Kind.CHAT, b"one", TO_ALL, 0.0)


@pytest.mark.parametrize("kind", Kind)
def test_too_long_is_our_own_mistake(kind: Kind) -> None:
    with pytest.raises(ValueError):
        Author(ANA, KEYS.id).say(kind, bytes(CONTENT_LIMITS[kind] + 1), TO_ALL, 0.0)
    longest = Author(ANA, KEYS.id).say(kind, bytes(CONTENT_LIMITS[kind]), BO.public, 0.0)
    assert longest is not None
    assert Talk().check(longest, ANA).content is None


# --- the ledger --------------------------------------------------------------------------------


def test_an_entry_that_has_its_receipt_gets_the_same_again() -> None:
    """After a broken line an author cannot know whether the answer was lost or the entry."""
    talk = Talk()
    entry, receipt, author = talk.say(ANA, "one")
    assert talk.ledger.check(entry, author, MEETING_TALK, TO_ALL) == receipt


@pytest.mark.parametrize(
    ("seq", "prev"),
    [(1, bytes(32)), (2, first_link(KEYS.id, MEETING_TALK)), (0, bytes(32)), (2**33, bytes(32))],
)
def test_an_entry_out_of_its_chain_is_refused(seq: int, prev: bytes) -> None:
    entry = write_entry(ANA, KEYS.id, seq, prev, Kind.CHAT, b"x", TO_ALL, 0.0)
    code, _ = forged(Ledger(KEYS).check, entry, ANA.public, MEETING_TALK, TO_ALL)
    assert code in (RefusalCode.OUT_OF_ORDER, RefusalCode.MALFORMED)


def test_a_second_entry_for_one_place_is_refused() -> None:
    talk = Talk()
    author = talk.author(ANA)
    one = author.say(Kind.CHAT, b"one", TO_ALL, 0.0)
    assert one is not None
    author.refused(one.hash, 0.0)
    talk.say(ANA, "another")
    assert forged(talk.check, one, ANA) == (RefusalCode.OUT_OF_ORDER, "chain")


def test_an_entry_in_another_s_name_or_of_another_meeting_is_refused() -> None:
    ledger, other = Ledger(KEYS), MeetingKeys.generate()
    first = first_link(KEYS.id, MEETING_TALK)
    entry = write_entry(ANA, KEYS.id, 1, first, Kind.CHAT, b"x", TO_ALL, 0.0)
    assert forged(ledger.check, entry, BO.public, MEETING_TALK, TO_ALL)[1] == "author"
    unsigned = msgspec.structs.replace(entry, signature=bytes(64))
    assert forged(ledger.check, unsigned, ANA.public, MEETING_TALK, TO_ALL)[1] == "author"
    foreign = write_entry(ANA, other.id, 1, first, Kind.CHAT, b"x", TO_ALL, 0.0)
    assert forged(ledger.check, foreign, ANA.public, MEETING_TALK, TO_ALL)[1] == "another meeting"
    assert forged(ledger.check, entry, ANA.public, LENA.public, TO_ALL)[1] == "chain"


def test_routing_and_header_say_the_same() -> None:
    talk = Talk()
    for to, wrong in ((TO_ALL, None), (TO_ALL, TO_HOST), (TO_HOST, TO_ALL), (BO.public, TO_ALL)):
        written = Author(ANA, KEYS.id).say(Kind.CHAT, b"x", to, 0.0)
        assert written is not None
        code = forged(talk.ledger.check, written.entry, ANA.public, MEETING_TALK, wrong)
        assert code == (RefusalCode.MALFORMED, "to")


@pytest.mark.parametrize("private", [False, True])
def test_an_opening_that_lacks_or_lies_is_refused(private: bool) -> None:
    talk = Talk()
    written = talk.author(ANA).say(Kind.REACTION, b"x", BO.public if private else TO_ALL, 0.0)
    assert written is not None
    for opening in (None, bytes(5000), b"", b"\xc0", msgspec.msgpack.encode((bytes(32), b"another"))):
        lie = msgspec.structs.replace(written.entry, opening=opening)
        if private and opening is not None and len(opening) < 100:
            continue  # sealed: the recipient will see it
        with pytest.raises(BadEntry):
            talk.ledger.check(lie, ANA.public, MEETING_TALK, None if private else TO_ALL)


@given(st.binary(max_size=600), st.binary(max_size=100), st.none() | st.binary(max_size=200))
def test_any_bytes_are_no_entry(header: bytes, signature: bytes, opening: bytes | None) -> None:
    with pytest.raises(BadEntry):
        Ledger(KEYS).check(Entry(header, signature, opening), ANA.public, MEETING_TALK, TO_ALL)
    with pytest.raises(BadEntry):
        read_receipt(Receipt(header, signature), SERVICE)


@given(st.dictionaries(st.text(max_size=6), st.integers() | st.binary(max_size=40), max_size=9))
def test_a_signed_header_with_other_fields_is_malformed(fields: dict[str, object]) -> None:
    try:
        header = msgspec.msgpack.encode(fields)
    except OverflowError:
        return
    entry = Entry(header, ANA.sign(ENTRY, header), b"")
    assert forged(read_header, entry, KEYS.id, ANA.public)[0] is RefusalCode.MALFORMED


def test_one_entry_has_one_spelling() -> None:
    """The same fields in another order, or a number in a longer form, signed by their author."""
    header = write_entry(ANA, KEYS.id, 1, bytes(32), Kind.CHAT, b"x", TO_ALL, 0.0).header
    fields = msgspec.msgpack.decode(header)
    for spelling in (
        msgspec.msgpack.encode(dict(reversed(fields.items()))),
        msgspec.msgpack.encode({**fields, "x": 1}),
        header.replace(b"\xa1v\x01", b"\xa1v\xcc\x01"),
    ):
        assert spelling != header
        entry = Entry(spelling, ANA.sign(ENTRY, spelling), b"")
        assert forged(read_header, entry, KEYS.id, ANA.public)[0] is RefusalCode.MALFORMED


def test_a_place_is_given_once() -> None:
    """Were two entries of one author checked before either was receipted, the chain would fork."""
    talk = Talk()
    written = talk.author(ANA).say(Kind.CHAT, b"one", TO_ALL, 0.0)
    assert written is not None
    checked = talk.check(written, ANA)
    talk.ledger.receipt(checked, 0.0)
    with pytest.raises(ValueError):
        talk.ledger.receipt(checked, 0.0)


def test_a_guest_who_goes_takes_their_talk_along() -> None:
    ledger = Ledger(KEYS)
    Talk(ledger).say(ANA, "stays")
    Talk(ledger, LENA.public).say(LENA, "goes", TO_HOST)
    ledger.forget(LENA.public)
    assert [talk.name for talk in ledger.state.talks] == [MEETING_TALK]
    assert [chain.author for chain in ledger.state.chains] == [ANA.public]


def test_the_ledger_is_bounded() -> None:
    chains = tuple(
        msgspec.structs.replace(chain, author=bytes([n % 256, n // 256]) + bytes(30))
        for n in range(CHAIN_LIMIT)
        for chain in a_state().chains
    )
    ledger = Ledger(KEYS, msgspec.structs.replace(a_state(), chains=chains))
    written = Author(BO, KEYS.id).say(Kind.CHAT, b"x", TO_ALL, 0.0)
    assert written is not None
    assert forged(ledger.check, written.entry, BO.public, MEETING_TALK, TO_ALL)[0] is RefusalCode.BUSY


def a_state() -> LedgerState:
    talk = Talk()
    talk.say(ANA, "before")
    return talk.ledger.state


def test_after_a_restart_people_speak_on_and_no_number_comes_twice() -> None:
    talk, lena = Talk(), reader(LENA)
    take(lena, talk.say(ANA, "one"))
    saved = msgspec.msgpack.encode(talk.ledger.state)
    take(lena, talk.say(ANA, "two, which the saved state lacks"))
    take(lena, talk.say(BO, "three, the first of Bo's"))
    talk.ledger = Ledger(KEYS, msgspec.msgpack.decode(saved, type=LedgerState))
    numbers = [take(lena, talk.say(author, "after")).number for author in (ANA, BO, ANA, LENA)]
    assert numbers == sorted(set(numbers))
    assert numbers[0] > 1000
    assert b"one" not in saved


# --- the reader against a host's machine that lies -----------------------------------------------


def test_a_changed_line_is_found() -> None:
    talk = Talk()
    entry, receipt, author = talk.say(ANA, "I agree")
    secret, _ = msgspec.msgpack.decode(entry.opening)
    lie = msgspec.structs.replace(entry, opening=msgspec.msgpack.encode((secret, b"I refuse")))
    assert forged(take, reader(), (lie, receipt, author)) == (RefusalCode.BAD_SIGNATURE, "commitment")


def test_a_line_in_another_s_name_is_found() -> None:
    entry, receipt, _ = Talk().say(ANA, "hello")
    assert forged(take, reader(), (entry, receipt, BO.public)) == (RefusalCode.BAD_SIGNATURE, "author")


def test_a_forged_receipt_is_found() -> None:
    talk = Talk()
    entry, receipt, author = talk.say(ANA, "one")
    body = msgspec.msgpack.decode(receipt.body)
    for lie in (
        make_receipt(KeyPair.generate(), 1, body["entry"], body["head"], 0.0),
        msgspec.structs.replace(receipt, signature=bytes(64)),
        msgspec.structs.replace(receipt, body=msgspec.msgpack.encode({**body, "i": 2})),
        make_receipt(KEYS.signing, 1, body["entry"], bytes(32), 0.0),
        make_receipt(KEYS.signing, 1, bytes(32), body["head"], 0.0),
    ):
        assert forged(take, reader(), (entry, lie, author))[0] is RefusalCode.BAD_SIGNATURE


def test_a_replayed_a_swapped_and_a_dropped_line_are_found() -> None:
    talk = Talk()
    one, two, three = (talk.say(ANA, text) for text in ("one", "two", "three"))
    lena = reader(LENA)
    take(lena, one)
    assert forged(take, lena, one) == (RefusalCode.OUT_OF_ORDER, "replayed")
    assert take(lena, three).missing == 1
    assert forged(take, lena, two) == (RefusalCode.OUT_OF_ORDER, "replayed")


def test_a_host_that_hides_a_line_by_counting_anew_is_found_by_its_author_s_chain() -> None:
    """The receipts have no hole, for the host made them over; but the author's entries have."""
    talk = Talk()
    talk.say(ANA, "one")
    hidden = talk.say(ANA, "two")
    after = talk.say(ANA, "three")
    body = read_receipt(talk.said[0][1], SERVICE)
    head = digest(body.head, entry_hash(after[0]))
    over = make_receipt(KEYS.signing, 2, entry_hash(after[0]), head, 0.0)
    lena = reader(LENA)
    take(lena, talk.said[0])
    assert forged(take, lena, (after[0], over, after[2])) == (RefusalCode.OUT_OF_ORDER, "chain")
    assert hidden


def test_two_heads_for_one_place_are_found() -> None:
    talk, ana = Talk(), reader(ANA)
    _, receipt, _ = talk.say(ANA, "one")
    ana.take_receipt(receipt, MEETING_TALK)
    body = read_receipt(receipt, SERVICE)
    other = make_receipt(KEYS.signing, 1, body.entry, bytes(32), 0.0)
    assert forged(ana.take_receipt, other, MEETING_TALK) == (RefusalCode.BAD_SIGNATURE, "two heads")


def test_a_private_line_sent_to_another_is_found() -> None:
    talk = Talk()
    said = talk.say(ANA, "psst", BO.public)
    assert forged(take, reader(LENA), said)[0] is RefusalCode.BAD_SIGNATURE
    # sealed again for Lena by who knows the opening: the blinded name is still Bo's
    entry, receipt, author = said
    assert entry.opening is not None
    again = msgspec.structs.replace(entry, opening=seal(LENA.public, BO.open(entry.opening)))
    assert forged(take, reader(LENA), (again, receipt, author))[1] == "meant for another"


def test_what_does_not_hold_changes_nothing() -> None:
    talk, lena = Talk(), reader(LENA)
    said = talk.say(ANA, "one")
    with pytest.raises(BadEntry):
        take(lena, (said[0], said[1], BO.public))
    assert take(lena, said).missing == 0


def test_content_that_is_no_text_is_shown_as_such() -> None:
    entry = write_entry(ANA, KEYS.id, 1, bytes(32), Kind.CHAT, b"\xff\xfe", TO_ALL, 0.0)
    header = read_header(entry, KEYS.id, ANA.public)
    assert entry.opening is not None
    assert open_content(header, entry.opening).text == "\ufffd\ufffd"


def test_too_long_is_refused_before_it_is_read() -> None:
    entry = write_entry(ANA, KEYS.id, 1, bytes(32), Kind.REACTION, b"x", TO_ALL, 0.0)
    header = read_header(entry, KEYS.id, ANA.public)
    for step in (
        lambda: read_header(msgspec.structs.replace(entry, header=bytes(600)), KEYS.id, ANA.public),
        lambda: open_content(header, bytes(600)),
        lambda: read_receipt(Receipt(bytes(600), bytes(64)), SERVICE),
    ):
        assert forged(step)[0] is RefusalCode.OVERSIZED


def test_an_impossible_receipt_is_malformed() -> None:
    for receipt in (
        make_receipt(KEYS.signing, 0, bytes(32), bytes(32), 0.0),
        make_receipt(KEYS.signing, 1, bytes(31), bytes(32), 0.0),
        make_receipt(KEYS.signing, 1, bytes(32), b"", 0.0),
    ):
        assert forged(read_receipt, receipt, SERVICE)[0] is RefusalCode.MALFORMED


def test_a_reader_follows_a_bounded_number_of_talks() -> None:
    host = reader()
    for guest in range(TALK_LIMIT + 20):
        name = guest.to_bytes(32, "big")
        take(host, Talk(talk=name).say(ANA, "hello"), name)
    assert len(host._places) == TALK_LIMIT


def test_a_reader_remembers_a_bounded_number_of_places() -> None:
    talk, ana = Talk(), reader(ANA)
    for number in range(RECENT_LIMIT + 5):
        ana.take_receipt(talk.say(ANA, str(number))[1], MEETING_TALK)
    assert len(ana._places[MEETING_TALK].recent) == RECENT_LIMIT


def test_a_private_opening_needs_a_key() -> None:
    entry = write_entry(ANA, KEYS.id, 1, bytes(32), Kind.CHAT, b"psst", BO.public, 0.0)
    header = read_header(entry, KEYS.id, ANA.public)
    assert entry.opening is not None
    with pytest.raises(BadEntry):
        open_content(header, entry.opening)
