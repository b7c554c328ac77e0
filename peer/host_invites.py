"""The invites of a meeting, as the core's effects change them and people are told of them."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from peer.link.invite_book import BookFull, InviteBook
from peer.room import effects as does
from peer.room.notices import AnyNotice, InviteMade, Invites
from peer.room.values import InviteRef, PersonId

log = logging.getLogger("vestibule.host")


class HostInvites:
    """The book, and who is told of it. `save` writes the sealed state before somebody is told of a new invite."""

    def __init__(
        self,
        book: InviteBook,
        link_of: Callable[[InviteRef], str],
        save: Callable[[], None],
        send: Callable[[PersonId, AnyNotice], None],
    ) -> None:
        self._book = book
        self._link_of = link_of
        self._save = save
        self._send = send

    @property
    def performs(self) -> dict[type, Callable[[Any], None]]:
        """How each effect of this kind is performed."""
        return {
            does.RotateInvites: lambda effect: self._made(effect.to, self._book.rotate()),
            does.MakePersonalInvite: self._make,
            does.RevokeInviteNumber: lambda effect: self._book.revoke(effect.number),
            does.BindInvite: lambda effect: self._book.bind(effect.number, effect.identity),
            does.TellInvites: lambda effect: self._send(effect.to, Invites(self._book.views)),
            does.TellOpenLink: lambda effect: self._tell(effect.to, self._book.open_link),
        }

    def _make(self, effect: does.MakePersonalInvite) -> None:
        try:
            ref = self._book.make_personal(effect.invitee, effect.uses, effect.ends)
        except BookFull:
            log.warning("no more invites: the book is full")
        else:
            self._made(effect.to, ref)

    def _made(self, to: PersonId, invite: InviteRef) -> None:
        self._save()
        self._tell(to, invite)

    def _tell(self, to: PersonId, invite: InviteRef) -> None:
        self._send(to, InviteMade(invite, self._link_of(invite)))
