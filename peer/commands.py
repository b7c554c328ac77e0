"""What only the person's own machine hears and says: beside the room's requests and notices, over the bridge
and as JSON lines on standard input and output of `vestibule join` and of the window.
"""

from __future__ import annotations

import msgspec

from peer.room.notices import AnyNotice
from peer.room.requests import AnyRequest
from peer.room.values import PersonId, Refusal


class Local(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="type", omit_defaults=True):
    """Base of what never crosses the wire as it is."""


# --- in ------------------------------------------------------------------------------------------


class Chat(Local, frozen=True, tag="chat"):
    """Write a line. `to`: None for everyone, "host" for host and co-hosts, else a person (sealed to them)."""

    text: str
    to: str | None = None


class Rename(Local, frozen=True, tag="rename"):
    """Take another name."""

    name: str


class SetPicture(Local, frozen=True, tag="set_picture"):
    """Show this profile picture (JPEG or PNG, at most 48 kB), to those inside and to whoever comes; empty: none."""

    data: bytes


class React(Local, frozen=True, tag="react"):
    """Show a reaction for some seconds."""

    emoji: str


class Screenshot(Local, frozen=True, tag="screenshot"):
    """The window saves a picture of itself (window only)."""

    path: str


class Silence(Local, frozen=True, tag="silence"):
    """Stop hearing a person on this machine, or hear them again."""

    person: PersonId
    on: bool


class SaveEnvelopes(Local, frozen=True, tag="save_envelopes"):
    """Write each talker's 10 ms energies before the mix, as far as they are kept, as JSON to a file (a demo's
    check).
    """

    path: str


class SaveReceipt(Local, frozen=True, tag="save_receipt"):
    """Write the heads of the host's record of orders that this machine was told to a file, for `vestibule verify`."""

    path: str


class HearWaitingFilm(Local, frozen=True, tag="hear_waiting_film"):
    """Play the sound of the waiting room's film on this machine; it is off at first."""

    on: bool


class ShowWaitingFilm(Local, frozen=True, tag="show_waiting_film"):
    """Take the waiting room's film on this machine, or not; it is on at first. Its pictures come as a person's do."""

    on: bool


LocalCommand = (
    Chat
    | Rename
    | SetPicture
    | React
    | Screenshot
    | Silence
    | HearWaitingFilm
    | ShowWaitingFilm
    | SaveEnvelopes
    | SaveReceipt
)
AnyCommand = LocalCommand | AnyRequest


class SaveRecord(Local, frozen=True, tag="save_record"):
    """Write the record of orders to a file (`vestibule host` only): as a page if its name ends in .html, readable JSON
    lines if in .jsonl, else the signed record itself, for `vestibule verify`.
    """

    path: str


HostCommand = SaveRecord
"""What the console of a host's service may say beside requests."""


# --- out -----------------------------------------------------------------------------------------


class Connecting(Local, frozen=True, tag="connecting"):
    """An address is dialled."""


class Reconnecting(Local, frozen=True, tag="reconnecting"):
    """The line was silent for 2 s (or broke); it is dialled again. `since`: Unix time of the last word
    heard.
    """

    since: float


class Reconnected(Local, frozen=True, tag="reconnected"):
    """The line speaks again, as it was or on a new link."""


class Disconnected(Local, frozen=True, tag="disconnected"):
    """It is over for this machine. `code` is a RefusalCode's value, or left, ended, declined, removed,
    unreachable, wrong_fingerprint, host_gone.
    """

    code: str
    refusal: Refusal | None = None
    message: str = ""


class ChatLine(Local, frozen=True, tag="chat_line"):
    """Somebody (or oneself, once receipted) wrote a line that this machine could verify and open.

    `number` is the entry's place in its talk, `at` the host's Unix time in seconds.
    """

    by: PersonId
    name: str
    text: str
    at: float
    number: int
    to: str | None = None
    talk: PersonId | None = None
    mine: bool = False


class Reaction(Local, frozen=True, tag="reaction"):
    """Somebody shows a reaction."""

    by: PersonId
    emoji: str


class PictureShown(Local, frozen=True, tag="picture_shown"):
    """Somebody shows this profile picture, as they signed it and not looked at yet; empty: none any more."""

    by: PersonId
    data: bytes


class Levels(Local, frozen=True, tag="levels"):
    """How loud each talker is, 0 to 1, before the mix, ten times a second while it changes; `mine` is the own
    microphone.
    """

    talkers: dict[PersonId, float]
    mine: float = 0.0


class TrackStatistics(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One received track since admission. Times in ms; `frames`: decoded pictures, or 20 ms of decoded
    sound.
    """

    person: PersonId
    kind: str
    frames: int
    packets: int
    first_frame_ms: float | None = None
    concealed_percent: float = 0.0
    stretched_percent: float = 0.0
    freezes: int = 0


class Statistics(Local, frozen=True, tag="statistics"):
    """Each second: what is received and sent, and the link's round trip."""

    rtt_ms: float | None
    received: tuple[TrackStatistics, ...]
    sent_video_frames: int = 0
    sent_audio_packets: int = 0
    sent_video_packets: int = 0


class MicrophoneState(Local, frozen=True, tag="microphone_state"):
    """Whether this machine sends sound now, after whatever changed it."""

    on: bool


class CameraState(Local, frozen=True, tag="camera_state"):
    """Whether this machine sends pictures now, after whatever changed it."""

    on: bool


class DeviceMissing(Local, frozen=True, tag="device_missing"):
    """There is no such device, or it is gone: a normal state. `device`: camera, microphone or speaker."""

    device: str


class EnvelopesSaved(Local, frozen=True, tag="envelopes_saved"):
    """The answer to `save_envelopes`."""

    path: str


class OrderRecorded(Local, frozen=True, tag="order_recorded"):
    """An order was given to the service, and done or refused. `by`: a person, or "console" for standard input."""

    by: str
    what: str
    whom: PersonId | None = None
    reason: str = ""
    refusal: Refusal | None = None


class RecordSaved(Local, frozen=True, tag="record_saved"):
    """The answer to `save_record`; `error` is what the system says where it could not be written."""

    path: str
    error: str = ""


class ReceiptSaved(Local, frozen=True, tag="receipt_saved"):
    """The answer to `save_receipt`: with how many heads; `error` as in `record_saved`."""

    path: str
    heads: int
    error: str = ""


class RecordHeadKept(Local, frozen=True, tag="record_head"):
    """This machine was told the newest line of the host's record of orders, and keeps its hash (hexadecimal)."""

    number: int
    head: str


class Alarm(Local, frozen=True, tag="alarm"):
    """Something that the host's machine sent does not hold: a bad receipt, a forged entry, a broken chain, a record
    of orders that was rewritten (`record_rewritten`).
    """

    code: str
    person: PersonId | None = None


LocalNotice = (
    Connecting
    | Reconnecting
    | Reconnected
    | Disconnected
    | ChatLine
    | Reaction
    | PictureShown
    | Levels
    | Statistics
    | MicrophoneState
    | CameraState
    | DeviceMissing
    | EnvelopesSaved
    | OrderRecorded
    | RecordSaved
    | ReceiptSaved
    | RecordHeadKept
    | Alarm
)
AnyNews = LocalNotice | AnyNotice
