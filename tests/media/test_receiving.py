"""What a member's machine makes of a slot's packets: turns, pictures, decoding."""

from __future__ import annotations

import random
import threading
from collections.abc import Iterator

import av
import pytest

from peer.media.missing import MISSING_LIMIT
from peer.media.picture_buffer import PACKETS_LIMIT, EncodedPicture, PictureBuffer
from peer.media.picture_decoder import (
    QUEUE_LIMIT,
    PictureCounts,
    PictureDecoder,
    Turn,
    Undecodable,
    picture_size,
)
from peer.media.picture_sender import PictureSender
from peer.media.picture_sources import TestCamera, read_counter
from peer.media.received import HELD_LIMIT, ReceivedSlot
from peer.media.rtp import TURN_STEP
from peer.room.signals import Slot
from peer.room.values import TrackKind

CAMERA = TrackKind.CAMERA


def a_packet(first: bool, key: bool, data: bytes = b"") -> memoryview:
    return memoryview(bytes([0x10 if first else 0x00, 0 if key else 1]) + data)


def feed(buffer: PictureBuffer, *numbers: int, key: int | None = None) -> list[int]:
    """Pictures of two packets each: even numbers begin one, odd ones end it. Returns the timestamps that come out."""
    out: list[EncodedPicture] = []
    for number in numbers:
        begins = number % 2 == 0
        out += buffer.insert(
            number, number // 2 * 3000, not begins, a_packet(begins, begins and number == key)
        )
    return [picture.timestamp // 3000 for picture in out]


def test_a_picture_comes_out_with_its_marker_and_not_later() -> None:
    buffer = PictureBuffer()
    assert feed(buffer, 10, key=10) == []
    assert feed(buffer, 11) == [5]
    assert feed(buffer, 12) == []
    assert feed(buffer, 13) == [6]


def test_nothing_comes_out_before_a_key_frame() -> None:
    buffer = PictureBuffer()
    assert feed(buffer, 8, 9) == []
    assert buffer.needs_key
    assert feed(buffer, 10, 11, key=10) == [5]


def test_a_missing_packet_holds_all_that_follows_until_it_comes() -> None:
    buffer = PictureBuffer()
    assert feed(buffer, 10, 11, 13, 14, 15, key=10) == [5]
    assert feed(buffer, 12) == [6, 7]
    assert feed(buffer, 12, 13) == [], "twice is nothing new"


def test_what_is_given_up_is_skipped_to_the_next_key_frame() -> None:
    buffer = PictureBuffer()
    feed(buffer, 10, 11, 13, 14, 15, key=10)
    buffer.skip()
    assert buffer.needs_key
    assert feed(buffer, 16, 17) == []
    assert feed(buffer, 18, 19, key=18) == [9]


def test_a_key_frame_that_waits_already_is_used() -> None:
    buffer = PictureBuffer()
    assert feed(buffer, 10, 11, 13, key=10) == [5]
    assert feed(buffer, 20, 21, 22, 23, key=20) == []
    buffer.skip()
    assert [picture.timestamp // 3000 for picture in buffer.waiting()] == [10, 11]


def test_packets_that_wait_are_bounded() -> None:
    buffer = PictureBuffer()
    feed(buffer, 10, 11, key=10)
    feed(buffer, *range(13, 13 + 3 * PACKETS_LIMIT))
    assert len(buffer._packets) <= PACKETS_LIMIT


def test_in_any_order_pictures_come_out_in_theirs() -> None:
    for seed in range(20):
        numbers = list(range(12, 60))
        random.Random(seed).shuffle(numbers)
        buffer = PictureBuffer()
        assert feed(buffer, 10, 11, key=10) + feed(buffer, *numbers) == list(range(5, 30))


def a_slot() -> ReceivedSlot:
    slot = ReceivedSlot("4", CAMERA, 5)
    slot.point(Slot(mid="4", kind=CAMERA, person="ana", turn=1, timestamp=1000))
    return slot


def test_packets_of_another_turn_are_told_apart_by_time() -> None:
    slot = a_slot()
    assert slot.belongs(1000) == 0
    assert slot.belongs(90_000) == 0
    assert slot.belongs(80_000) == 0
    assert slot.belongs(90_000 + TURN_STEP) == 1
    slot.point(Slot(mid="4", kind=CAMERA, person="bo", turn=2, timestamp=90_000 + TURN_STEP))
    assert slot.belongs(95_000) == -1
    assert slot.belongs(90_000 + TURN_STEP) == 0
    assert slot.belongs(95_000) == -1


def test_an_older_message_changes_nothing() -> None:
    slot = a_slot()
    assert not slot.point(Slot(mid="4", kind=CAMERA, person="bo", turn=1, timestamp=5))
    assert slot.person == "ana"


def test_what_is_held_is_bounded() -> None:
    slot = a_slot()
    for number in range(2 * HELD_LIMIT):
        slot.hold(memoryview(bytes(20)), 20, number, 0)
    assert len(slot.held) == HELD_LIMIT


def test_gaps_of_pictures_are_waited_for_and_gaps_of_sound_are_not() -> None:
    picture, sound = a_slot(), ReceivedSlot("3", TrackKind.AUDIO, 6)
    for slot in (picture, sound):
        slot.count(5, 0.0)
        slot.count(8, 0.0)
    assert len(picture.missing) == 2
    assert len(sound.missing) == 0


def test_after_a_gap_too_large_to_wait_for_pictures_begin_again_at_a_key_frame() -> None:
    slot = a_slot()
    assert feed(slot.pictures, slot.count(10, 0.0), slot.count(11, 0.0), key=0x1000A) == [0x8005]
    after = slot.count(12 + 2 * MISSING_LIMIT, 0.0)
    assert slot.pictures.needs_key
    assert feed(slot.pictures, after, after + 1) == []
    assert feed(slot.pictures, after + 2, after + 3, key=after + 2) == [after // 2 + 1]


def encoded_pictures(count: int) -> list[EncodedPicture]:
    """The test camera's first pictures, through the real encoder."""
    camera = TestCamera(160, 96, 30)
    done = threading.Event()
    buffer = PictureBuffer()
    out: list[EncodedPicture] = []
    numbers = iter(range(1, 100_000))

    def send(payloads: list[bytes], timestamp: int) -> None:
        for payload in payloads:
            out.extend(buffer.insert(next(numbers), timestamp, payload is payloads[-1], memoryview(payload)))
        done.set()

    sender = PictureSender(send)
    sender.switch(True)
    sender.want_key_frame()
    for number in range(count):
        done.clear()
        while not done.is_set():
            sender.deliver(camera.picture(number))
            done.wait(0.05)
    sender.stop()
    return out


@pytest.fixture(scope="module")
def pictures() -> list[EncodedPicture]:
    return encoded_pictures(4)


class Shown:
    """A decoder and what it showed."""

    def __init__(self) -> None:
        self.frames: list[tuple[str, int | None]] = []
        self.wake = threading.Condition()
        self.decoder = PictureDecoder(self._picture)
        self.broken = threading.Event()

    def _picture(self, person: str, frame: av.VideoFrame) -> None:
        with self.wake:
            self.frames.append((person, read_counter(frame)))
            self.wake.notify()

    def turn(self, person: str = "ana") -> Turn:
        turn = Turn(person, CAMERA, PictureCounts())
        turn.broken = self.broken.set
        return turn

    def wait_for(self, count: int) -> None:
        with self.wake:
            assert self.wake.wait_for(lambda: len(self.frames) >= count, 10)


@pytest.fixture
def shown() -> Iterator[Shown]:
    made = Shown()
    yield made
    made.decoder.stop()


def test_pictures_survive_encoding_and_decoding(shown: Shown, pictures: list[EncodedPicture]) -> None:
    turn = shown.turn()
    for picture in pictures:
        assert shown.decoder.put(turn, picture)
    shown.wait_for(4)
    assert shown.frames == [("ana", number) for number in range(4)]
    assert (turn.counts.frames, turn.counts.freezes) == (4, 0)
    assert pictures[0].key
    assert picture_size(pictures[0].data) == (160, 96)


def test_a_turn_that_is_over_shows_nothing_more(shown: Shown, pictures: list[EncodedPicture]) -> None:
    old, new = shown.turn("ana"), shown.turn("bo")
    old.over = True
    shown.decoder.put(old, pictures[0])
    shown.decoder.put(new, pictures[0])
    shown.wait_for(1)
    assert [person for person, _ in shown.frames] == ["bo"]


def test_garbage_is_told_and_the_next_key_frame_is_shown(
    shown: Shown, pictures: list[EncodedPicture]
) -> None:
    turn = shown.turn()
    shown.decoder.put(turn, EncodedPicture(0, True, b"garbage that is no picture"))
    assert shown.broken.wait(10)
    shown.decoder.put(turn, pictures[0])
    shown.wait_for(1)


def test_a_picture_of_absurd_size_is_not_decoded(shown: Shown, pictures: list[EncodedPicture]) -> None:
    data = bytearray(pictures[0].data)
    data[6:10] = b"\xff\x3f\xff\x3f"
    shown.decoder.put(shown.turn(), EncodedPicture(0, True, bytes(data)))
    assert shown.broken.wait(10)
    with pytest.raises(Undecodable):
        picture_size(b"short")


def test_what_waits_for_the_decoder_is_bounded(pictures: list[EncodedPicture]) -> None:
    release, begun = threading.Event(), threading.Event()

    def slow(_person: str, _frame: av.VideoFrame) -> None:
        begun.set()
        release.wait(10)

    decoder = PictureDecoder(slow)
    turn = Turn("ana", CAMERA, PictureCounts())
    decoder.put(turn, pictures[0])
    assert begun.wait(10)
    taken = sum(decoder.put(turn, pictures[0]) for _ in range(QUEUE_LIMIT + 10))
    assert taken == QUEUE_LIMIT
    decoder.stop()
    release.set()


def test_freezes_are_gaps_that_stand_out() -> None:
    counts = PictureCounts()
    now = 0.0
    for gap in [0.033] * 30 + [0.1, 0.5, 0.033]:
        now += gap
        counts.shown(now)
    assert counts.freezes == 1
    counts.interrupted()
    counts.shown(now + 60)
    assert counts.freezes == 1
