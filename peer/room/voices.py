"""What members can always do: call the host, appeal, report; and refuse private messages."""

from __future__ import annotations

from msgspec.structs import replace

from peer.room.effects import Send, Tell
from peer.room.last_words import word_said
from peer.room.meeting import Meeting, with_member
from peer.room.notices import AppealMade, AppealTaken, HostCalled
from peer.room.paces import paced
from peer.room.requests import Appeal, CallHost, RefusePrivateChat, ReportPerson
from peer.room.rights import all_suspended_of, hosts_and_console
from peer.room.step import Step
from peer.room.values import PersonId, Refusal, RefusalCode, Right

APPEAL_LIMIT = 1000
"""Characters of an appeal."""

VOICES_LIMIT = 2000
"""Appeals, and reports, of one meeting that are kept apart."""


def call_host(meeting: Meeting, by: PersonId, _request: CallHost, now: float) -> Step | Refusal:
    """A silent alarm, for every member who was not singled out: those can appeal."""
    member = meeting.members.get(by)
    if member is None:
        return Refusal(RefusalCode.NOT_A_MEMBER)
    if member.who.identity in meeting.suspensions:
        return Refusal(RefusalCode.SUSPENDED, {"right": Right.REPORT.value})
    hosts = hosts_and_console(meeting)
    if not hosts:
        return Refusal(RefusalCode.NO_HOST_PRESENT)
    counted = paced(meeting, by, "call", now)
    if isinstance(counted, Refusal):
        return counted
    return Step(counted, (Tell(hosts, HostCalled(by, now)),))


def appeal(meeting: Meeting, by: PersonId, request: Appeal, now: float) -> Step | Refusal:
    """Object to an order about oneself, once."""
    who = meeting.who(by)
    text = request.text.strip()
    if who is None or not _concerns(meeting, by, who.identity, request.order):
        return Refusal(RefusalCode.NOT_ALLOWED)
    identity = who.identity
    if not text or len(text) > APPEAL_LIMIT:
        return Refusal(RefusalCode.OVERSIZED if text else RefusalCode.MALFORMED)
    if (identity, request.order) in meeting.appeals:
        return Refusal(RefusalCode.ALREADY_DONE)
    if len(meeting.appeals) >= VOICES_LIMIT:
        return Refusal(RefusalCode.BUSY)
    made = AppealMade(by, who.name, request.order, text, now)
    after = replace(meeting, appeals={**meeting.appeals, (identity, request.order): made})
    return Step(word_said(after, identity, appealed=True), (Send(by, AppealTaken(request.order)),))


def _concerns(meeting: Meeting, by: PersonId, identity: bytes, order: int) -> bool:
    about = {one.number for one in meeting.done if identity in one.identities}
    own, removal, member = (
        meeting.suspensions.get(identity),
        meeting.removed.get(identity),
        meeting.members.get(by),
    )
    everyones = None if member is None else all_suspended_of(meeting, member)
    about |= {one.order for one in (own, removal, everyones) if one is not None}
    return order > 0 and order in about


def report_person(meeting: Meeting, by: PersonId, request: ReportPerson, _now: float) -> Step | Refusal:
    """Note that somebody was reported, once by each; a guest or somebody removed names nobody."""
    identity = meeting.identity(by) or b""
    about = b"" if request.person is None else meeting.identity(request.person) or b""
    if (identity, about) in meeting.reports:
        return Refusal(RefusalCode.ALREADY_DONE)
    if len(meeting.reports) >= VOICES_LIMIT:
        return Refusal(RefusalCode.BUSY)
    noted = replace(meeting, reports=meeting.reports | {(identity, about)})
    return Step(word_said(noted, identity, reported=True))


def refuse_private_chat(
    meeting: Meeting, by: PersonId, request: RefusePrivateChat, _now: float
) -> Step | Refusal:
    """Take no private messages but the host's and co-hosts', or take them again."""
    member = meeting.members.get(by)
    if member is None:
        return Refusal(RefusalCode.NOT_A_MEMBER)
    if member.refuses_private_chat is request.on:
        return Step(meeting)
    return Step(with_member(meeting, replace(member, refuses_private_chat=request.on)))
