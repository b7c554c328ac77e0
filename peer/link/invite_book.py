"""Which invites a meeting gave out, and what each still allows.

A token is checked before anything is looked up here (`MeetingKeys.is_token`); so a number that is not in the
book was given out once and is refused as revoked.
"""

from __future__ import annotations

from typing import Final

import msgspec

from peer.room.values import InviteKind, InviteRef, Refusal, RefusalCode

HOST_NUMBER: Final = 0
"""The invite in the run file. It works for the host's identity alone, and survives every rotation."""
BOOK_LIMIT: Final = 1000

REVOKED: Final = Refusal(RefusalCode.REVOKED_INVITE)


class BookFull(Exception):
    """The meeting has as many invites as it can have."""


class Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One invite. `identities` are those who used it; a personal one lets `uses` different identities in.

    `ends` is Unix time in seconds.
    """

    ref: InviteRef
    uses: int | None = None
    ends: float | None = None
    identities: tuple[bytes, ...] = ()


class BookState(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The book as the sealed state file keeps it."""

    next_number: int
    open_number: int
    pages: tuple[Page, ...]


class InviteBook:
    """The invites of one meeting. A revoked invite is taken out."""

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
        del self._pages[self._open]
        self._open = self._take_number()
        self._pages[self._open] = Page(self.open_link)
        return self.open_link

    def make_personal(self, invitee: str, uses: int = 1, ends: float | None = None) -> InviteRef:
        """A personal invite for this invitee. Raises BookFull."""
        if len(self._pages) >= BOOK_LIMIT:
            raise BookFull
        ref = InviteRef(self._take_number(), InviteKind.PERSONAL, invitee)
        self._pages[ref.number] = Page(ref, max(1, min(uses, BOOK_LIMIT)), ends)
        return ref

    def revoke(self, number: int) -> None:
        """Refuse this personal invite from now on. The open link is rotated instead."""
        if number != self._open:
            self._pages.pop(number, None)

    def look_up(self, number: int, now: float) -> InviteRef | Refusal:
        """Whether this invite still allows anybody at all."""
        if number == HOST_NUMBER:
            return InviteRef(HOST_NUMBER, InviteKind.HOST)
        page = self._pages.get(number)
        if page is None or (page.ends is not None and now >= page.ends):
            return REVOKED
        return page.ref

    def use(self, number: int, identity: bytes, is_host: bool, now: float) -> InviteRef | Refusal:
        """Let this proven identity in by this invite, and bind the invite to it."""
        ref = self.look_up(number, now)
        if isinstance(ref, Refusal):
            return ref
        if ref.kind is InviteKind.HOST:
            return ref if is_host else REVOKED
        page = self._pages[number]
        if page.uses is None or identity in page.identities:
            return ref
        if len(page.identities) >= page.uses:
            return REVOKED
        self._pages[number] = msgspec.structs.replace(page, identities=(*page.identities, identity))
        return ref

    def _take_number(self) -> int:
        self._next += 1
        return self._next - 1
