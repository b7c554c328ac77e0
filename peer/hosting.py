"""`vestibule host`: builds a host's service, opens its door, and speaks JSON lines as its console."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import ipaddress
import signal
import socket
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import psutil

from peer import records
from peer.commands import HostCommand, SaveRecord
from peer.failures import Failure, of_os_error
from peer.host import HostService
from peer.json_lines import LineReader, LineWriter
from peer.keys import Identity, KeyPair, MeetingKeys, is_valid_public_key, random_secret
from peer.link.addresses import is_loopback
from peer.link.certificate import ServerCertificate
from peer.link.door import Door, PortTaken
from peer.link.invite import ADDRESS_LIMIT, Invite
from peer.link.invite_book import InviteBook
from peer.link.ledger import LedgerState
from peer.link.secret_store import SecretStore
from peer.link.ticket import Tickets
from peer.link.wire import UNREADABLE
from peer.media.film import Film
from peer.people_met import PeopleMet
from peer.records import SavesRecord
from peer.room.events import ServiceRestarted
from peer.room.meeting import Meeting
from peer.room.names import clean_name
from peer.room.notices import InviteMade
from peer.room.requests import AnyRequest, End
from peer.room.saved import SavedMeeting, from_state, to_state
from peer.room.values import TITLE_LIMIT, InviteRef, Rules
from peer.run_file import RunFile, of_this_process
from peer.secret import home_of, installation_secret, store_of
from peer.state_file import KEY_SIZE, MeetingState, StateFile, StateLost
from peer.trust.record import OrderRecord
from peer.trust.texts import text_key_of

TOUCH_EVERY = 30.0
"""Seconds between two signs of life on the state file."""


@dataclass(frozen=True)
class Sitting:
    """What stays the same from a service's start to its end, a restart included."""

    keys: MeetingKeys
    certificate: ServerCertificate
    host: bytes
    invites: InviteBook
    addresses: tuple[str, ...]
    port: int | None
    meeting: Meeting
    ledger: LedgerState | None = None
    """Where the talks stood when an earlier service of this sitting died."""


async def run_service(arguments: argparse.Namespace) -> int:
    """Hold a meeting until it ends. Raises Failure."""
    state_key = read_state_key(arguments)
    state = StateFile(arguments.run_file.with_suffix(".state"), state_key) if state_key is not None else None
    store = store_of(arguments) if arguments.host is None and not arguments.resume else None
    film = film_of(arguments)
    sitting = resumed(state) if arguments.resume else begun(arguments, store)
    text_key = random_secret() if state_key is None else text_key_of(state_key)
    record = OrderRecord(
        key=sitting.keys.signing,
        host=sitting.host,
        clock=time.time,
        begun=records.begin(arguments, sitting.keys, text_key, store),
    )
    tickets = Tickets(sitting.keys)
    writer = LineWriter()
    port = 0

    def link_of(ref: InviteRef) -> str:
        return Invite(
            addresses=sitting.addresses,
            port=port,
            meeting=sitting.keys.id,
            fingerprint=sitting.certificate.fingerprint,
            host=sitting.host,
            number=ref.number,
            token=sitting.keys.token(ref.number),
        ).link

    def save(meeting: Meeting) -> None:
        if state is not None:
            state.write(state_of(sitting, port, meeting, service.ledger))

    service = HostService(
        meeting=msgspec.structs.replace(sitting.meeting, waiting_video=film is not None),
        keys=sitting.keys,
        invites=sitting.invites,
        tickets=tickets,
        link_of=link_of,
        save=save,
        record=record,
        clock=time.time,
        ledger=sitting.ledger,
        people=PeopleMet(people_file(arguments)),
        film=film,
    )
    door = Door(
        meeting=sitting.keys,
        certificate=sitting.certificate,
        invites=sitting.invites,
        tickets=tickets,
        host_identity=sitting.host,
        arrived=service.arrived,
    )
    try:
        port = await door.open(sitting.port)
    except PortTaken as taken:
        raise Failure("port_taken", port=sitting.port or 0) from taken
    saves = SavesRecord(record, text_key, writer)
    try:
        if state_key is None and store is not None:  # who handed over a state key keeps both keys itself
            records.keep_key(store, sitting.keys.id, text_key)
        invite = InviteMade(sitting.invites.open_link, link_of(sitting.invites.open_link))
        if arguments.run_file is not None:
            write_run_file(arguments.run_file, sitting, port, invite.link)
        end_on_signals(service)
        service.start()
        writer.write(invite)  # whoever reads it may rely on the state file
        if sitting.ledger is not None:
            service.happen(ServiceRestarted())
        open_console(service, writer, saves, arguments)
        touching = asyncio.create_task(keep_touching(state))
        await service.over.wait()
        touching.cancel()
    finally:
        await door.close()
        await saves.close()
        await service.close()
        if state is not None:
            state.delete()
        if arguments.run_file is not None:
            with contextlib.suppress(OSError):
                arguments.run_file.unlink()
        writer.close()
    if service.crash is not None:
        raise service.crash
    return 0


def begun(arguments: argparse.Namespace, store: SecretStore | None) -> Sitting:
    """A meeting that begins now."""
    title = clean_name(arguments.title[:TITLE_LIMIT]) or "Meeting"
    host = host_key(arguments, store)
    addresses = tuple(arguments.address or own_addresses())[:ADDRESS_LIMIT]
    rules = Rules(waiting_room=arguments.waiting_room == "on")
    meeting = Meeting.new(
        title,
        arguments.description,
        host,
        rules,
        now=time.time(),
        has_run_file=arguments.run_file is not None,
    )
    return Sitting(
        keys=MeetingKeys.generate(),
        certificate=ServerCertificate.generate(),
        host=host,
        invites=InviteBook(),
        addresses=addresses,
        port=arguments.port,
        meeting=meeting,
    )


def resumed(state: StateFile | None) -> Sitting:
    """The meeting that a dead service left. Raises Failure if there is none to go on with."""
    if state is None:
        raise Failure("no_state")
    try:
        kept = state.read(time.time())
        room = msgspec.msgpack.decode(kept.room, type=SavedMeeting)
    except (StateLost, *UNREADABLE) as lost:
        raise Failure("no_state") from lost
    meeting = from_state(room, time.time())
    assert meeting.host_identity is not None  # a sitting always names its host
    return Sitting(
        keys=MeetingKeys(KeyPair(kept.meeting_seed), kept.token_key),
        certificate=ServerCertificate(kept.tls_certificate, kept.tls_key),
        host=meeting.host_identity,
        invites=InviteBook(kept.invites),
        addresses=kept.addresses,
        port=kept.port,
        meeting=meeting,
        ledger=kept.ledger,
    )


def people_file(arguments: argparse.Namespace) -> Path | None:
    """Where the people met are kept: in the home that was named or that a run file implies, else nowhere."""
    if arguments.identity == "ephemeral" or (arguments.home is None and arguments.run_file is None):
        return None
    return home_of(arguments) / "people"


def state_of(sitting: Sitting, port: int, meeting: Meeting, ledger: LedgerState) -> MeetingState:
    """What the sealed state file holds now."""
    return MeetingState(
        port=port,
        addresses=sitting.addresses,
        meeting_seed=sitting.keys.signing.seed,
        token_key=sitting.keys.token_key,
        tls_key=sitting.certificate.key,
        tls_certificate=sitting.certificate.certificate,
        invites=sitting.invites.state,
        ledger=ledger,
        room=msgspec.Raw(msgspec.msgpack.encode(to_state(meeting))),
    )


def film_of(arguments: argparse.Namespace) -> Film | None:
    """What those who wait are shown, if anything. Raises Failure."""
    if arguments.waiting_video is None:
        return None
    try:
        return Film(arguments.waiting_video)
    except OSError as error:
        raise Failure("no_such_film", path=str(arguments.waiting_video)) from error


def host_key(arguments: argparse.Namespace, store: SecretStore | None) -> bytes:
    """The identity that this service obeys: the one named, else this installation's own. No secret is kept here."""
    if arguments.host is None:
        return Identity.for_hosting(installation_secret(arguments, store)).public
    try:
        key = bytes.fromhex(arguments.host)
    except ValueError:
        key = b""
    if not is_valid_public_key(key):
        raise Failure("bad_host_key")
    return key


def read_state_key(arguments: argparse.Namespace) -> bytes | None:
    """The key of the sealed state file beside the run file, if it was handed over on a pipe. Raises Failure."""
    if arguments.state_key_fd is None or arguments.run_file is None:
        return None
    with open(arguments.state_key_fd, "rb") as pipe:
        key = pipe.read(KEY_SIZE)
    if len(key) != KEY_SIZE:
        raise Failure("no_state")
    return key


def write_run_file(path: Path, sitting: Sitting, port: int, link: str) -> None:
    """Say how to find this service. Raises Failure."""
    pid, started = of_this_process()
    try:
        RunFile(
            pid=pid,
            started=started,
            address=sitting.addresses[0],
            port=port,
            fingerprint=sitting.certificate.fingerprint.hex(),
            meeting=sitting.keys.id,
            title=sitting.meeting.title,
            link=link,
        ).write(path)
    except OSError as error:
        raise of_os_error(error, str(path)) from error


def open_console(
    service: HostService, writer: LineWriter, saves: SavesRecord, arguments: argparse.Namespace
) -> None:
    """Take orders from standard input. Its end ends the meeting where there is no run file."""
    person = service.open_console(writer.write)

    def heard(line: HostCommand | AnyRequest) -> None:
        if isinstance(line, SaveRecord):
            saves.start(line)
        else:
            service.ask(person, line)

    def ended() -> None:
        if arguments.run_file is None and not service.over.is_set():
            service.ask(person, End())
        service.close_console()

    LineReader[Any](HostCommand | AnyRequest, heard=heard, wrong=writer.write, ended=ended).start(
        asyncio.get_running_loop()
    )


def end_on_signals(service: HostService) -> None:
    """End the meeting for all when the process is asked to stop."""
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGINT"):
        if hasattr(signal, name):
            with contextlib.suppress(NotImplementedError):
                loop.add_signal_handler(getattr(signal, name), service.end)


async def keep_touching(state: StateFile | None) -> None:
    """Keep the state file from being found stale while the meeting runs."""
    while state is not None:
        state.touch()
        await asyncio.sleep(TOUCH_EVERY)


def own_addresses() -> list[str]:
    """This machine's addresses for an invite, those that others can reach first, loopback last."""
    found: list[str] = []
    for entries in psutil.net_if_addrs().values():
        for entry in entries:
            if entry.family in (socket.AF_INET, socket.AF_INET6):
                text = entry.address.partition("%")[0]
                if not ipaddress.ip_address(text).is_link_local:
                    found.append(text)
    found.sort(key=lambda text: (is_loopback(text), ":" in text))
    return (
        found[: ADDRESS_LIMIT - 1] + [text for text in found[ADDRESS_LIMIT - 1 :] if text == "127.0.0.1"][:1]
    )
