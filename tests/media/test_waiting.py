"""The waiting room's film, over real connections: the host's end of it and guests, without the meeting."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from pathlib import Path

import av
import numpy as np
import pytest

from peer.media.film import Film
from peer.media.picture_sources import TestCamera, read_counter
from peer.media.sources import Block
from peer.media.waiting import WaitingVideo
from peer.media.waiting_media import WaitingMedia
from peer.room.events import PathSeen
from peer.room.signals import WAITING_FILM, Answer, Offer, Point
from peer.room.values import WAITING_CONNECTIONS, PersonId, TrackKind
from tests.media.films import write_film
from tests.media.meeting import until


class Ears:
    """A loudspeaker that knows whether it played anything."""

    def __init__(self) -> None:
        self.loudest = 0
        self._task: asyncio.Task[None] | None = None
        self._loop = asyncio.get_running_loop()

    def start(self, pull) -> None:  # type: ignore[no-untyped-def]
        self._loop.call_soon_threadsafe(self._begin, pull)

    def _begin(self, pull) -> None:  # type: ignore[no-untyped-def]
        async def play() -> None:
            while True:
                block: Block = pull()
                self.loudest = max(self.loudest, int(np.abs(block.astype(np.int32)).max()))
                await asyncio.sleep(0.01)

        self._task = asyncio.create_task(play())

    def stop(self) -> None:
        if self._task is not None:
            self._loop.call_soon_threadsafe(self._task.cancel)


class Lobby:
    """The host's machine, and guests who answer what they are offered."""

    def __init__(self, film: Film) -> None:
        self.guests: dict[PersonId, WaitingMedia] = {}
        self.seen: dict[PersonId, list[int | None]] = defaultdict(list)
        self.sizes: set[tuple[int, int]] = set()
        self.offers: list[tuple[PersonId, Offer]] = []
        self.paths: list[PathSeen] = []
        self.refused: set[PersonId] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.host = WaitingVideo(
            film,
            guard=lambda person, _source, _datagram: person not in self.refused,
            send=self._send,
            happened=self.paths.append,
        )

    def _send(self, person: PersonId, signal: Offer | Point) -> None:
        if isinstance(signal, Offer):
            self.offers.append((person, signal))
        task = asyncio.ensure_future(self._deliver(person, signal))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _deliver(self, person: PersonId, signal: Offer | Point) -> None:
        guest = self.guests.get(person)
        if guest is None:
            return
        if isinstance(signal, Point):
            guest.point(signal)
        else:
            self.host.answered(person, await guest.answer(signal, loopback=True))

    def with_guest(self, person: PersonId, speaker: Ears | None = None) -> WaitingMedia:
        def picture(who: PersonId, frame: av.VideoFrame) -> None:
            assert who == WAITING_FILM
            self.sizes.add((frame.width, frame.height))
            self.seen[person].append(read_counter(frame))

        self.guests[person] = guest = WaitingMedia(
            speaker=speaker, picture=picture, connection_lost=lambda number: self.host.lost(person, number)
        )
        self.host.connect(person, True)
        return guest

    async def close(self) -> None:
        await self.host.close()
        await asyncio.gather(*(guest.close() for guest in self.guests.values()), *self._tasks)


@pytest.fixture
async def lobby(tmp_path: Path) -> AsyncIterator[Lobby]:
    made = Lobby(Film(write_film(tmp_path / "film.webm")))
    yield made
    await made.close()


async def test_everyone_sees_it_and_it_is_encoded_once(lobby: Lobby) -> None:
    for name in ("ana", "bo", "cas"):
        lobby.with_guest(name)
    await until(lambda: all(len(lobby.seen[name]) > 40 for name in lobby.guests), "more than the whole film")
    shown = sum(len(seen) for seen in lobby.seen.values())
    assert lobby.host.report().encoded_frames < shown / 2
    for seen in lobby.seen.values():
        steps = np.diff([number for number in seen if number is not None])
        assert (steps < 0).sum() in (1, 2), "from the beginning again"
    for guest in lobby.guests.values():
        assert guest.statistics().sent_packets == dict.fromkeys(TrackKind, 0)


async def test_its_sound_is_heard_when_asked_for(lobby: Lobby) -> None:
    ears = Ears()
    guest = lobby.with_guest("ana", ears)

    def packets() -> int:
        return sum(one.packets for one in guest.statistics().received if one.kind is TrackKind.AUDIO)

    await until(lambda: packets() > 30)
    assert ears.loudest == 0
    guest.hear(True)
    await until(lambda: ears.loudest > 500, "speech")
    guest.hear(False)


async def test_who_comes_later_sees_it_soon_and_who_goes_gets_nothing_more(lobby: Lobby) -> None:
    lobby.with_guest("ana")
    await until(lambda: len(lobby.seen["ana"]) > 10)
    lobby.with_guest("bo")
    await until(lambda: len(lobby.seen["bo"]) > 5)
    lobby.host.disconnect("ana")
    lobby.host.disconnect("nobody")
    assert set(lobby.host.report().sent_packets) == {"bo"}
    seen, others = len(lobby.seen["ana"]), len(lobby.seen["bo"])
    await until(lambda: len(lobby.seen["bo"]) > others + 15)
    assert len(lobby.seen["ana"]) <= seen + 2, "what was on its way"


async def test_nothing_is_encoded_while_nobody_watches(lobby: Lobby) -> None:
    lobby.with_guest("ana")
    await until(lambda: len(lobby.seen["ana"]) > 5)
    lobby.host.disconnect("ana")
    encoded = lobby.host.report().encoded_frames
    lobby.with_guest("bo")
    await until(lambda: len(lobby.seen["bo"]) > 3)
    first = next(number for number in lobby.seen["bo"] if number is not None)
    assert first < 20, "it began anew for the first who came"
    assert lobby.host.report().encoded_frames > encoded


async def test_a_guest_who_lost_it_asks_again_and_an_answer_to_another_offer_is_dropped(lobby: Lobby) -> None:
    lobby.with_guest("ana")
    await until(lambda: len(lobby.seen["ana"]) > 5)
    number = lobby.offers[-1][1].connection
    assert number < 0, "never taken for a member's"
    lobby.host.lost("ana", number - 1)
    lobby.host.answered("ana", Answer(connection=number + 1, revision=0, sdp="v=0"))
    lobby.host.answered("nobody", Answer(connection=number, revision=0, sdp="v=0"))
    assert len(lobby.offers) == 1
    lobby.host.lost("ana", number)
    await until(lambda: len(lobby.offers) == 2)
    seen = len(lobby.seen["ana"])
    await until(lambda: len(lobby.seen["ana"]) > seen + 5)


async def test_the_guard_stands_here_too(lobby: Lobby) -> None:
    lobby.refused.add("ana")
    lobby.with_guest("ana")
    lobby.with_guest("bo")
    await until(lambda: len(lobby.seen["bo"]) > 5)
    assert not lobby.seen["ana"]
    assert {path.person for path in lobby.paths} >= {"bo"}


async def test_no_more_than_so_many_are_offered_one(lobby: Lobby) -> None:
    for number in range(WAITING_CONNECTIONS + 8):
        lobby.host.connect(f"guest{number}", True)
    served = [number for number in range(WAITING_CONNECTIONS + 8) if lobby.host.serves(f"guest{number}")]
    assert served == list(range(WAITING_CONNECTIONS))


async def test_a_member_s_offer_is_not_answered_by_a_guest(lobby: Lobby) -> None:
    guest = lobby.with_guest("ana")
    await until(lambda: lobby.offers)
    asks_for_tracks = lobby.offers[0][1].sdp.replace("a=sendonly", "a=sendrecv")
    answer = await guest.answer(Offer(connection=-9, revision=0, sdp=asks_for_tracks), loopback=True)
    assert "a=sendrecv" not in answer.sdp
    assert "a=sendonly" not in answer.sdp


async def test_a_picture_is_shown_as_a_film_that_stands_still(tmp_path: Path) -> None:
    picture = TestCamera(800, 450).picture(7)
    (tmp_path / "picture.png").write_bytes(png(picture))
    lobby = Lobby(Film(tmp_path / "picture.png"))
    lobby.with_guest("ana")
    await until(lambda: len(lobby.seen["ana"]) > 1)
    assert lobby.sizes == {(640, 360)}
    assert set(lobby.seen["ana"]) == {7}
    await lobby.close()


def png(frame: av.VideoFrame) -> bytes:
    encoder = av.CodecContext.create("png", "w")
    encoder.width, encoder.height, encoder.pix_fmt = frame.width, frame.height, "rgb24"  # type: ignore[attr-defined]
    encoder.time_base = 1  # type: ignore[assignment]
    return b"".join(map(bytes, encoder.encode(frame.reformat(format="rgb24"))))  # type: ignore[attr-defined]


@pytest.mark.parametrize("content", [b"", b"no film at all", None])
def test_what_is_no_film_says_so(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "film.webm").write_bytes(content)
    with pytest.raises(OSError, match=r"film\.webm"):
        Film(tmp_path / "film.webm")
