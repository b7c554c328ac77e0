"""Which invites a meeting gave out, and what each still allows.

A token is checked before anything is looked up here (`MeetingKeys.is_token`); so a number that is not in the
book was given out once and is refused as revoked.
"""

from __future__ import annotations

from typing import Final

import msgspec

from peer.room.cards import InviteView
from peer.room.values import InviteKind, InviteRef, Refusal, RefusalCode

HOST_NUMBER: Final = 0
"""The invite in the run file. It works for the host's identity alone, and survives every rotation."""
BOOK_LIMIT: Final = 1000

SEEN_LIMIT: Final = 100
"""Identities that are remembered of those who tried one invite."""

REVOKED: Final = Refusal(RefusalCode.REVOKED_INVITE)
USED: Final = Refusal(RefusalCode.USED_INVITE)


class BookFull(Exception):
    """The meeting has as many invites as it can have."""


class Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One invite. `seen` are those who came with a personal one, `admitted` those who were let in by it; so many
    as `uses` may be.

    `ends` is Unix time in seconds. A revoked page stays for who looks into the book.
    """

    ref: InviteRef
    uses: int | None = None
    ends: float | None = None
    seen: tuple[bytes, ...] = ()
    admitted: tuple[bytes, ...] = ()
    revoked: bool = False

    @property
    def view(self) -> InviteView:
        """What those who may see invites are shown."""
        return InviteView(self.ref, self.uses, self.ends, len(self.admitted), len(self.seen), self.revoked)


class BookState(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The book as the sealed state file keeps it."""

    next_number: int
    open_number: int
    pages: tuple[Page, ...]


class InviteBook:
    """The invites of one meeting. Of revoked ones the oldest are taken out when the book is full."""

    def __init__(self, state: BookState | None = None) -> None:
        state = state or BookState(2, 1, (Page(InviteRef(1, InviteKind.OPEN)),))
        self._next = state.next_number
        self._open = state.open_number
        self._pages = {page.ref.number: page for page in state.pages}

    @property
    def state(self) -> BookState:
        """What the sealed state file keeps."""
        return BookState(self._next, self._open, tuple(self._pages.values()))

    @property
    def open_link(self) -> InviteRef:
        """The open link as it is now."""
        return InviteRef(self._open, InviteKind.OPEN)

    def rotate(self) -> InviteRef:
        """Refuse the open link from now on; the new one."""
        self._pages.pop(self._open, None)
        self._open = self._take_number()
        self._pages[self._open] = Page(self.open_link)
        return self.open_link

    def make_personal(self, invitee: str, uses: int = 1, ends: float | None = None) -> InviteRef:
        """A personal invite for this invitee. Raises BookFull."""
        if len(self._pages) >= BOOK_LIMIT:
            oldest = next((number for number, page in self._pages.items() if page.revoked), None)
            if oldest is None:
                raise BookFull
            del self._pages[oldest]
        ref = InviteRef(self._take_number(), InviteKind.PERSONAL, invitee)
        self._pages[ref.number] = Page(ref, max(1, min(uses, BOOK_LIMIT)), ends)
        return ref

    def revoke(self, number: int) -> None:
        """Refuse this personal invite from now on. The open link is rotated instead."""
        page = self._pages.get(number)
        if page is not None and number != self._open:
            self._pages[number] = msgspec.structs.replace(page, revoked=True)

    @property
    def views(self) -> tuple[InviteView, ...]:
        """All that the book has, for those who may see invites."""
        return tuple(page.view for page in self._pages.values())

    def look_up(self, number: int, now: float) -> InviteRef | Refusal:
        """Whether this invite still allows anybody at all."""
        if number == HOST_NUMBER:
            return InviteRef(HOST_NUMBER, InviteKind.HOST)
        page = self._pages.get(number)
        if page is None or page.revoked or (page.ends is not None and now >= page.ends):
            return REVOKED
        return page.ref

    def use(self, number: int, identity: bytes, is_host: bool, now: float) -> InviteRef | Refusal:
        """Whether this proven identity may knock with this invite; of a personal one it is noted that it did."""
        ref = self.look_up(number, now)
        if isinstance(ref, Refusal):
            return ref
        if ref.kind is InviteKind.HOST:
            return ref if is_host else REVOKED
        page = self._pages[number]
        uses = page.uses
        if uses is None:
            return ref
        if identity not in page.seen and len(page.seen) < SEEN_LIMIT:
            page = msgspec.structs.replace(page, seen=(*page.seen, identity))
            self._pages[number] = page
        if identity not in page.admitted and len(page.admitted) >= uses:
            return USED
        return ref

    def bind(self, number: int, identity: bytes) -> None:
        """This identity was let in by this personal invite."""
        page = self._pages.get(number)
        if page is not None and identity not in page.admitted:
            self._pages[number] = msgspec.structs.replace(page, admitted=(*page.admitted, identity))

    def _take_number(self) -> int:
        self._next += 1
        return self._next - 1
