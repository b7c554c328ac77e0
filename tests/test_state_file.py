"""The sealed state file: read back with its key alone, stale after two minutes, never plain."""

import os
import stat

import msgspec
import pytest

from peer.keys import MeetingKeys
from peer.link.certificate import ServerCertificate
from peer.link.invite_book import InviteBook
from peer.link.ledger import LedgerState
from peer.room.meeting import Meeting
from peer.room.saved import SavedMeeting, to_state
from peer.state_file import KEY_SIZE, STALE_AFTER, MeetingState, StateFile, StateLost

TITLE = "Quay hearing"


def a_state() -> MeetingState:
    keys, certificate = MeetingKeys.generate(), ServerCertificate.generate()
    meeting = Meeting.new(TITLE, host_identity=keys.signing.public, now=1000.0)
    return MeetingState(
        port=4711,
        addresses=("127.0.0.1",),
        meeting_seed=keys.signing.seed,
        token_key=keys.token_key,
        tls_key=certificate.key,
        tls_certificate=certificate.certificate,
        invites=InviteBook().state,
        ledger=LedgerState(),
        room=msgspec.Raw(msgspec.msgpack.encode(to_state(meeting))),
    )


@pytest.fixture
def path(tmp_path):
    return tmp_path / "run" / "meeting.state"


def test_what_was_written_is_read_back_with_the_same_key(path):
    state, key = a_state(), os.urandom(KEY_SIZE)
    StateFile(path, key).write(state)
    read = StateFile(path, key).read(path.stat().st_mtime + 1)
    assert read.meeting_seed == state.meeting_seed
    assert msgspec.msgpack.decode(read.room, type=SavedMeeting).title == TITLE


def test_only_its_owner_can_read_it_and_nothing_in_it_is_plain(path):
    state = a_state()
    StateFile(path, os.urandom(KEY_SIZE)).write(state)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    sealed = path.read_bytes()
    for secret in (TITLE.encode(), state.meeting_seed, state.token_key, b"PRIVATE KEY"):
        assert secret not in sealed


def test_another_key_opens_nothing(path):
    StateFile(path, os.urandom(KEY_SIZE)).write(a_state())
    with pytest.raises(StateLost):
        StateFile(path, os.urandom(KEY_SIZE)).read(path.stat().st_mtime)


def test_a_damaged_file_is_no_state(path):
    key = os.urandom(KEY_SIZE)
    StateFile(path, key).write(a_state())
    sealed = bytearray(path.read_bytes())
    sealed[len(sealed) // 2] ^= 1
    path.write_bytes(sealed)
    with pytest.raises(StateLost):
        StateFile(path, key).read(path.stat().st_mtime)


def test_a_stale_file_is_deleted(path):
    key = os.urandom(KEY_SIZE)
    StateFile(path, key).write(a_state())
    with pytest.raises(StateLost):
        StateFile(path, key).read(path.stat().st_mtime + STALE_AFTER + 1)
    assert not path.exists()


def test_a_sign_of_life_keeps_it_from_being_stale(path):
    key = os.urandom(KEY_SIZE)
    file = StateFile(path, key)
    file.write(a_state())
    os.utime(path, (1.0, 1.0))
    file.touch()
    assert file.read(path.stat().st_mtime).port == 4711


def test_deleting_leaves_nothing(path):
    file = StateFile(path, os.urandom(KEY_SIZE))
    file.write(a_state())
    file.delete()
    assert list(path.parent.iterdir()) == []
    file.delete()
