"""The settings file: kept whole or left whole, bounded, and never a reason to stop."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from client.settings import (
    SAVED_LIMIT,
    SIZE_LIMIT,
    Appearance,
    Language,
    NewMeeting,
    SavedInvite,
    Settings,
    Store,
    Trouble,
)
from peer.room.values import ChatScope, Right, Rules


def test_a_fresh_installation_has_the_safe_defaults(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.trouble is None
    assert store.settings == Settings()
    assert store.settings.enter_muted
    assert store.settings.enter_camera_off
    assert store.settings.new_meeting.waiting_room
    assert not store.path.exists()


def test_the_defaults_of_a_new_meeting_are_those_of_the_core() -> None:
    new, rules = NewMeeting(), Rules()
    allow, forbid = new.rights()
    assert allow <= rules.allowed
    assert not forbid & rules.allowed
    assert (new.waiting_room, new.chat, new.pictures_hidden) == (
        rules.waiting_room,
        rules.chat,
        rules.pictures_hidden,
    )


def test_what_is_saved_is_read_again(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.change(
        name="Lena",
        language=Language.DUTCH,
        appearance=Appearance.LIGHT,
        text_percent=150,
        new_meeting=NewMeeting(chat=ChatScope.HOST, unmute=False),
        saved=(SavedInvite("vestibule://join/x", "Chess"),),
    )
    assert store.save() is None
    again = Store(tmp_path)
    assert again.settings == store.settings
    assert again.settings.new_meeting.rights()[1] == {Right.UNMUTE, Right.RENAME}


def test_only_its_owner_can_read_the_file(tmp_path: Path) -> None:
    store = Store(tmp_path / "new")
    store.save()
    assert stat.S_IMODE(store.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(store.path.parent.stat().st_mode) == 0o700
    assert [path.name for path in store.path.parent.iterdir()] == ["settings.json"]


def test_a_name_that_is_not_to_be_kept_is_not_on_disk(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.change(name="Lena", keep_name=False)
    store.save()
    assert "Lena" not in store.path.read_text("utf-8")
    assert store.settings.name == "Lena"


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe", b'{"text_percent": 900}', b'{"name": 3}', b"x" * (SIZE_LIMIT + 1)],
)
def test_a_damaged_file_is_put_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    store = Store(tmp_path)
    assert store.trouble is Trouble.DAMAGED
    assert store.settings == Settings()
    assert (tmp_path / "settings.damaged.json").read_bytes() == content
    assert store.save() is None
    assert store.trouble is None


@given(st.binary(max_size=200) | st.dictionaries(st.text(), st.integers() | st.text()).map(json.dumps))
@settings(max_examples=100)
def test_no_content_stops_the_app(tmp_path_factory: pytest.TempPathFactory, content: bytes | str) -> None:
    home = tmp_path_factory.mktemp("home")
    (home / "settings.json").write_bytes(content if isinstance(content, bytes) else content.encode())
    Store(home)


def test_a_newer_version_may_have_more_fields(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text('{"name": "Lena", "of_tomorrow": true}', "utf-8")
    store = Store(tmp_path)
    assert store.trouble is None
    assert store.settings.name == "Lena"


def test_values_out_of_bounds_change_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path)
    for fields in (
        {"text_percent": 99},
        {"port": 70_000},
        {"name": "x" * 65},
        {"saved": (SavedInvite("vestibule://join/x"),) * (SAVED_LIMIT + 1)},
    ):
        with pytest.raises(msgspec.ValidationError):
            store.change(**fields)
    assert store.settings == Settings()


AS_NOBODY = """
import os, sys
from pathlib import Path
from client.settings import Store
os.setgid(65534)
os.setuid(65534)
store = Store(Path(sys.argv[1]))
store.change(name="Lena")
print(store.save(), store.settings.name)
"""


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become nobody")
def test_a_folder_without_permission_is_a_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    done = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(tmp_path / "deep")],
        capture_output=True,
        text=True,
        timeout=30,
        check=True,
    )
    assert done.stdout.split() == ["settings_no_permission", "Lena"]


ON_A_SMALL_DISK = """
set -e
mount -t tmpfs -o size=64k none "$1"
head -c 60000 /dev/zero > "$1/filler" || true
head -c 60000 /dev/zero >> "$1/filler" 2>/dev/null || true
exec "$2" -c "$3" "$1"
"""

SAVE_THERE = """
import sys
from pathlib import Path
from client.settings import Store, SavedInvite
home = Path(sys.argv[1])
store = Store(home)
store.change(name="Lena", saved=(SavedInvite("vestibule://join/" + "x" * 900),) * 100)
print(store.save(), store.settings.name, sorted(path.name for path in home.iterdir()))
"""


def can_mount() -> bool:
    """True where a namespace with a small disk of its own can be made."""
    if sys.platform != "linux":
        return False
    try:
        made = subprocess.run(["unshare", "-m", "true"], capture_output=True, timeout=10, check=False)
    except FileNotFoundError:
        return False
    return made.returncode == 0


@pytest.mark.skipif(not can_mount(), reason="no mount namespaces here")
def test_a_full_disk_is_a_sentence_and_leaves_no_litter(tmp_path: Path) -> None:
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", ON_A_SMALL_DISK, "sh", str(tmp_path), sys.executable, SAVE_THERE],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert done.stdout.strip() == "settings_disk_full Lena ['filler']", done.stderr
