"""The host's service as seen from the app that started it: a process that outlives the window.

Started with a run file, it goes on when this app dies; at its next start the app finds it (`find`) and is host again. A
service that dies is started again from its sealed state file, with the key that the app keeps for this meeting.
"""

from __future__ import annotations

import logging
import os
import secrets
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from peer.link.secret_store import MemoryStore, SecretStore
from peer.records import forget_key, store_name
from peer.run_file import RunFile, read_run_file
from peer.state_file import KEY_SIZE, STALE_AFTER
from peer.trust.keep import prune, records_of
from peer.trust.texts import text_key_of

OPENS_WITHIN = 15.0
"""Seconds until a service that has not said where it listens counts as failed."""

LOOK_EVERY = 0.25
RESTART_TRIES = 5
KEPT_WORDS = 4096
"""Bytes of the service's last words on standard error that are kept."""

log = logging.getLogger("vestibule.hosting")


@dataclass(frozen=True)
class Opening:
    """What a new meeting begins with. `host` is the public key that the service obeys."""

    title: str
    host: bytes
    waiting_room: bool = True
    port: int = 0


@dataclass
class _Service:
    """One service under watch; `process` is None for one that an earlier app started."""

    run_file: Path
    process: subprocess.Popen[bytes] | None
    words: bytearray = field(default_factory=bytearray)

    def alive(self) -> bool:
        """True while it runs."""
        if self.process is not None:
            return self.process.poll() is None
        found = read_run_file(self.run_file)
        return found is not None and found.is_alive()

    @property
    def state(self) -> Path:
        """Its sealed state file."""
        return self.run_file.with_suffix(".state")

    def left_something(self) -> bool:
        """True if it died in the middle of a meeting that can go on."""
        try:
            return time.time() - self.state.stat().st_mtime < STALE_AFTER
        except OSError:
            return False


class Hosting(QObject):
    """Starts and watches at most one service. Its signals arrive on the Qt thread."""

    opened = Signal(str)
    """The service listens; its open link."""

    failed = Signal(str)
    """It did not start; a code of `peer.failures`, or "service_failed"."""

    def __init__(self, folder: Path, keys: SecretStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = folder
        self._folder = folder / "run"
        self._keys = keys
        self._closing = threading.Event()
        self._watch: threading.Thread | None = None

    def find(self) -> RunFile | None:
        """Return the meeting that still runs on this computer, if there is one; dead run files are removed."""
        alive: RunFile | None = None
        for path in sorted(self._folder.glob("*.json")):
            found = read_run_file(path)
            if found is not None and found.is_alive():
                alive = found
                self._begin_watch(_Service(path, None))
            elif not _Service(path, None).left_something():
                path.unlink(missing_ok=True)
                self._keys_later(key_name(path))
        return alive

    def start(self, opening: Opening) -> None:
        """Start a service; `opened` or `failed` follows."""
        run_file = self._folder / f"{secrets.token_hex(8)}.json"
        self._begin_watch(None, lambda: self._open(run_file, opening))

    def close(self) -> None:
        """Watch no longer. The service goes on: it ends by itself when nobody is linked to it."""
        self._closing.set()
        if self._watch is not None:
            self._watch.join(LOOK_EVERY * 8)

    # --- on the watching thread ---------------------------------------------------------------

    def _begin_watch(self, service: _Service | None, make: object = None) -> None:
        self._closing.set()
        if self._watch is not None:
            self._watch.join(LOOK_EVERY * 8)
        self._closing = threading.Event()
        closing = self._closing
        self._watch = threading.Thread(
            target=self._run, args=(service, make, closing), name="hosting", daemon=True
        )
        self._watch.start()

    def _run(self, service: _Service | None, make: object, closing: threading.Event) -> None:
        if service is None:
            assert callable(make)
            service = make()
        tries = 0
        while service is not None and not closing.wait(LOOK_EVERY):
            if service.alive():
                continue
            if not service.left_something() or tries >= RESTART_TRIES:
                self._keys.delete(key_name(service.run_file))
                return
            tries += 1
            log.warning("the host's service is gone in the middle of a meeting: it is started again")
            service = self._resume(service.run_file) or service

    def _open(self, run_file: Path, opening: Opening) -> _Service | None:
        for meeting in prune(records_of(self._home), time.time()):
            forget_key(self._keys, meeting)
        key = secrets.token_bytes(KEY_SIZE)
        self._keys.put(key_name(run_file), key)
        arguments = [
            *("--title", opening.title),
            *("--waiting-room", "on" if opening.waiting_room else "off"),
            *("--host", opening.host.hex()),
        ]
        if opening.port:
            arguments += ["--port", str(opening.port)]
        service = self._spawn(run_file, key, arguments)
        if service is None:
            self._keys.delete(key_name(run_file))
            self.failed.emit("service_failed")
            return None
        link = self._wait_until_open(service)
        if link is None:
            self._keys.delete(key_name(run_file))
            self.failed.emit(failure_code(bytes(service.words)))
            return None
        self._keep_text_key(run_file, key)
        self.opened.emit(link)
        return service

    def _keep_text_key(self, run_file: Path, key: bytes) -> None:
        """The state's key goes with the meeting; what opens the names in its record of orders stays as long as that."""
        found = read_run_file(run_file)
        if found is not None:
            self._keys.put(store_name(found.meeting), text_key_of(key))

    def _resume(self, run_file: Path) -> _Service | None:
        key = self._keys.get(key_name(run_file))
        if key is None:
            return None
        service = self._spawn(run_file, key, ["--resume"])
        if service is None or self._wait_until_open(service) is None:
            return None
        return service

    def _spawn(self, run_file: Path, key: bytes, arguments: list[str]) -> _Service | None:
        """Start the process. The key goes over a pipe, so that it is in no argument list and no environment."""
        take, give = os.pipe()
        try:
            run_file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "peer.main", "host", *arguments),
                    *("--home", str(self._home)),
                    *(("--identity", "ephemeral") if isinstance(self._keys, MemoryStore) else ()),
                    *("--run-file", str(run_file), "--state-key-fd", str(take)),
                ],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                pass_fds=(take,),
                start_new_session=True,
            )
            os.write(give, key)
        except OSError:
            log.exception("the host's service could not be started")
            return None
        finally:
            os.close(take)
            os.close(give)
        service = _Service(run_file, process)
        threading.Thread(target=_listen, args=(service,), name="service-words", daemon=True).start()
        return service

    def _wait_until_open(self, service: _Service) -> str | None:
        process = service.process
        assert process is not None
        until = time.monotonic() + OPENS_WITHIN
        while time.monotonic() < until and process.poll() is None:
            found = read_run_file(service.run_file)
            if found is not None and found.pid == process.pid:
                return found.link
            if self._closing.wait(LOOK_EVERY / 5):
                return None
        if process.poll() is None:
            process.terminate()
        return None

    def _keys_later(self, name: str) -> None:
        threading.Thread(target=self._keys.delete, args=(name,), daemon=True).start()


def key_name(run_file: Path) -> str:
    """Return under which name the key of a meeting's state file is kept."""
    return f"meeting-{run_file.stem}"


def _listen(service: _Service) -> None:
    """Read the service's standard error to its end, so that it never waits for us; keep its last words, and reap it."""
    process = service.process
    assert process is not None
    assert process.stderr is not None
    with process.stderr as stream:
        for line in stream:
            service.words += line
            del service.words[:-KEPT_WORDS]
            log.info("service: %s", line.decode(errors="replace").rstrip())
    process.wait()


def failure_code(words: bytes) -> str:
    """Return the code in a service's last words ("vestibule: CODE: sentence"), or "service_failed"."""
    for line in reversed(words.decode(errors="replace").splitlines()):
        parts = line.split(": ", 2)
        if len(parts) == 3 and parts[0] == "vestibule" and parts[1].isidentifier():
            return parts[1]
    return "service_failed"
