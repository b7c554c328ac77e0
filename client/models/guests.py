"""A guest as the host sees them: one line for the list, and the notes of the risk card, warnings first."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication
from PySide6.QtQml import QmlElement, QmlUncreatable

from client.models.looks import initials, shown_name, tone
from client.models.rows import Row, RowModel
from client.models.sentences import verdict_sentence
from peer.room.cards import GuestCard, InviteView
from peer.room.values import Decision, InviteKind

QML_IMPORT_NAME = "Vestibule"
QML_IMPORT_MAJOR_VERSION = 1


class Guest(Row):
    """One guest in the list. `personal`: they came by an invite of their own, of this `number`."""

    name: str
    initials: str
    tone: int
    detail: str
    since: str
    waited: str
    warnings: int
    known: bool
    stranger: bool
    personal: bool
    number: int
    muted: bool
    noWait: bool


class Note(Row):
    """One fact on the risk card. `mood`: neutral, good or warn; warnings come first."""

    glyph: str
    label: str
    text: str
    detail: str
    mood: str


@QmlElement
@QmlUncreatable("made by the app")
class GuestNotesModel(RowModel):
    """What is known of the guest whom the host looks at."""

    KIND = Note


def guest_row(card: GuestCard, *, no_wait: bool) -> Guest:
    """Return a guest's line. `no_wait`: who comes like this needs no wait from the next time on."""
    name = shown_name(card.name)
    waited = waited_text(max(0, int(time.time() - card.since)))
    found = warnings(card)
    return Guest(
        key=card.id,
        name=name,
        initials=initials(name),
        tone=tone(card.id),
        detail=f"{_what(card, found)} · {waited}",
        since=time.strftime("%H:%M", time.localtime(card.since)),
        waited=waited,
        warnings=len(found),
        known=card.known,
        stranger=card.stranger,
        personal=card.invite.kind is InviteKind.PERSONAL,
        number=card.invite.number,
        muted=card.muted,
        noWait=no_wait,
    )


def notes(card: GuestCard, invite: InviteView | None, wrote: str) -> list[Note]:
    """Return the risk card. `invite` is what is known of the invite that they used, if one may see that."""
    return [*warnings(card), *_facts(card, invite, wrote)]


def waited_text(seconds: int) -> str:
    """Return how long somebody waits, short: seconds, from one minute on minutes."""
    if seconds < 60:
        return QCoreApplication.translate("DoorModel", "%1 s").replace("%1", str(seconds))
    return QCoreApplication.translate("DoorModel", "%1 min").replace("%1", str(seconds // 60))


def warnings(card: GuestCard) -> list[Note]:
    """Return what keeps a guest out of Admit all, the gravest first."""
    translate = QCoreApplication.translate
    found: list[Note] = []

    def warn(key: str, glyph: str, label: str, text: str, detail: str) -> None:
        found.append(Note(key=key, glyph=glyph, label=label, text=text, detail=detail, mood="warn"))

    if card.earlier_removals:
        warn(
            "removals",
            "user-x",
            translate("DoorModel", "Earlier removals"),
            _times(card.earlier_removals),
            translate("DoorModel", "From meetings of yours. The key is the same."),
        )
    if card.looks_like:
        warn(
            "name",
            "users",
            translate("DoorModel", "Name"),
            translate("DoorModel", "Can be taken for %1, who is in the meeting").replace(
                "%1", shown_name(card.looks_like)
            ),
            translate("DoorModel", "Ask something that only they know."),
        )
    if card.already_inside:
        warn(
            "inside",
            "copy",
            translate("DoorModel", "Already inside"),
            translate("DoorModel", "Someone with the same key is in the meeting"),
            translate("DoorModel", "A second computer of theirs, or someone who copied the first."),
        )
    if card.invite_of_another:
        warn(
            "another",
            "ticket",
            translate("DoorModel", "Whose invite"),
            translate("DoorModel", "Somebody else came in by this personal invite first"),
            translate("DoorModel", "It was passed on, or taken."),
        )
    if card.new_after_removal:
        warn(
            "new",
            "hourglass",
            translate("DoorModel", "After a removal"),
            translate("DoorModel", "New, after a removal"),
            translate("DoorModel", "It may be the person who was removed, with a fresh key."),
        )
    if card.same_network:
        warn(
            "network",
            "network",
            translate("DoorModel", "Network"),
            translate("DoorModel", "Same network as a person who was removed"),
            translate("DoorModel", "A home, a school or a company shares one: it proves nothing."),
        )
    if card.verdict.decision is not Decision.ALLOW:
        fact, reason = verdict_sentence(card.verdict)
        warn("fence", "globe", translate("DoorModel", "Geofence"), fact, reason)
    return found


def _facts(card: GuestCard, invite: InviteView | None, wrote: str) -> list[Note]:
    translate = QCoreApplication.translate
    found: list[Note] = []

    def note(key: str, glyph: str, label: str, text: str, detail: str = "", mood: str = "neutral") -> None:
        found.append(Note(key=key, glyph=glyph, label=label, text=text, detail=detail, mood=mood))

    if card.verdict.decision is Decision.ALLOW and card.verdict.code != "fence_off":
        note("fence", "globe", translate("DoorModel", "Geofence"), *verdict_sentence(card.verdict), "good")
    note("invite", "ticket", translate("DoorModel", "Invite"), *_invite(card, invite))
    if card.known:
        note(
            "known",
            "fingerprint",
            translate("DoorModel", "Known before"),
            translate("DoorModel", "Met in an earlier meeting of yours"),
            translate("DoorModel", "The same key. A name can be chosen anew each time."),
        )
    else:
        note(
            "known",
            "fingerprint",
            translate("DoorModel", "Known before"),
            translate("DoorModel", "Never met before"),
            translate("DoorModel", "The name is what they typed."),
        )
    if card.put_back:
        note(
            "back",
            "undo-2",
            translate("DoorModel", "Earlier in this meeting"),
            translate("DoorModel", "Was inside, and was put back"),
        )
    if wrote:
        said = translate("DoorModel", "“%1”").replace("%1", wrote)
        note("wrote", "message-square", translate("DoorModel", "Wrote to you"), said)
    return found


def _times(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("DoorModel", "Removed once")
    return QCoreApplication.translate("DoorModel", "Removed %1 times").replace("%1", str(count))


def _invite(card: GuestCard, seen: InviteView | None) -> tuple[str, str]:
    """Return which invite a guest used, and what it says about them."""
    translate = QCoreApplication.translate
    if card.invite.kind is InviteKind.HOST:
        return translate("DoorModel", "The host’s own invite"), ""
    if card.invite.kind is InviteKind.PERSONAL:
        fact = translate("DoorModel", "Personal invite for “%1”").replace(
            "%1", shown_name(card.invite.invitee)
        )
        detail = translate("DoorModel", "Whoever holds this link can use it.")
    else:
        fact = translate("DoorModel", "The open invite")
        detail = translate("DoorModel", "It names nobody.")
    return fact, f"{detail} {used_by(seen)}".strip()


def used_by(seen: InviteView | None) -> str:
    """Return by how many different people an invite was used; empty where that is not known."""
    if seen is None:
        return ""
    if seen.seen == 0:
        return QCoreApplication.translate("DoorModel", "Not used yet.")
    if seen.seen == 1:
        return QCoreApplication.translate("DoorModel", "Used by 1 person.")
    return QCoreApplication.translate("DoorModel", "Used by %1 people.").replace("%1", str(seen.seen))


def _what(card: GuestCard, found: list[Note]) -> str:
    """Return a few words on a guest: the warnings first, else how they are known."""
    translate = QCoreApplication.translate
    if len(found) > 1:
        return translate("DoorModel", "%1 warnings").replace("%1", str(len(found)))
    if found:
        return {
            "removals": translate("DoorModel", "Removed before"),
            "name": translate("DoorModel", "Looks like %1").replace("%1", shown_name(card.looks_like)),
            "inside": translate("DoorModel", "Already inside"),
            "another": translate("DoorModel", "Another’s invite"),
            "new": translate("DoorModel", "New, after a removal"),
            "network": translate("DoorModel", "Network of a removed person"),
            "fence": translate("DoorModel", "Held by the geofence"),
        }[found[0].key]
    if card.put_back:
        return translate("DoorModel", "Put back")
    if card.known:
        return translate("DoorModel", "Known")
    if card.invite.kind is InviteKind.PERSONAL:
        return translate("DoorModel", "Personal invite")
    return translate("DoorModel", "Never met before")
