"""A record of orders in the making, for tests."""

from __future__ import annotations

from peer.keys import Identity, KeyPair
from peer.room.values import Party
from peer.trust.entry import AnyEntry, Opened, first_prev, write
from peer.trust.files import Keeping, Memory
from peer.trust.keep import Begun
from peer.trust.record import OrderRecord
from peer.trust.texts import Sealer

SECRET = bytes(range(32))
HOST = Identity.for_hosting(SECRET)
KEY = KeyPair(bytes([7]) * 32)
TEXT_KEY = bytes([9]) * 32
NOON = 1_800_000_000.0

AMIRA = Party("0a0a0a0a", HOST.public, "Amira", "host")
LENA = Party("1b1b1b1b", Identity.for_host(bytes([1]) * 32, HOST.public).public, "Lena", "member")
MALLORY = Party("2c2c2c2c", Identity.for_host(bytes([2]) * 32, HOST.public).public, "Mallory", "guest")


class Clock:
    """A clock that the test moves."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> float:
        return self.now


def begun(keeping: Keeping | None = None) -> Begun:
    """A record of which nothing is kept yet."""
    return Begun(keeping or Memory(), Sealer(TEXT_KEY))


def a_record(begin: Begun | None = None, clock: Clock | None = None, key: KeyPair = KEY) -> OrderRecord:
    """A record that has not started."""
    return OrderRecord(key=key, host=HOST.public, clock=clock or Clock(), begun=begin or begun())


async def some_orders(begin: Begun | None = None) -> bytes:
    """A record of a short meeting, as it lies in `orders.log`."""
    record = a_record(begin)
    record.start(lambda _head: None)
    record.certify(HOST.certify_service(KEY.public))
    record.order(AMIRA, "admit", (LENA,))
    record.order(AMIRA, "admit", (MALLORY,))
    record.order(MALLORY, "suspend", (AMIRA,), refused="not_allowed")
    record.order(AMIRA, "suspend", (MALLORY,), number=3, texts={"reason": "Shouted"})
    record.order(AMIRA, "rules", details={"locked": True, "forbid": "chat share"})
    record.order(AMIRA, "remove", (MALLORY,), number=5, texts={"reason": "Came back shouting"})
    contents = await record.contents()
    await record.close()
    return contents.orders


def rechained(entries: list[AnyEntry], key: KeyPair = KEY) -> list[bytes]:
    """These entries signed anew by the true key, numbered and chained as if nothing had happened."""
    assert isinstance(entries[0], Opened)
    prev = first_prev(entries[0].meeting)
    lines = []
    for n, entry in enumerate(entries):
        written = write(key, type(entry)(**{**fields(entry), "n": n, "prev": prev}))
        lines.append(written.line)
        prev = written.head
    return lines


def fields(entry: AnyEntry) -> dict[str, object]:
    """All fields of an entry."""
    return {name: getattr(entry, name) for name in entry.__struct_fields__}
