"""Opus through ctypes: the libopus inside PyAV's wheel, for what PyAV leaves out (FEC, concealment, DTX).

RFC 6716 (Opus), RFC 7587 (its RTP payload). Sound is mono int16 at 48 kHz throughout; a stereo payload is
decoded to mono by libopus itself. ctypes releases the interpreter's lock during each call.
"""

from __future__ import annotations

import ctypes
import ctypes.util
import functools
import sys
import weakref
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np

from peer.media.sources import SAMPLE_RATE, Block

FRAME = 960
"""Samples in 20 ms: what one packet carries."""
LONGEST_FRAME = 5760
"""Samples in 120 ms, the most that one payload holds (RFC 6716, section 3.2.5)."""
SHORTEST_FRAME = 120
"""Samples in 2.5 ms: libopus conceals and rebuilds in multiples of it."""
LARGEST_PAYLOAD = 1500
"""Bytes; nothing larger fits a datagram of the media path, and nothing larger is looked at."""
LARGEST_DTX = 2
"""Bytes; a payload this small says that silence goes on (RFC 7587, section 3.1.3)."""

_APPLICATION_VOIP = 2048
_SET_BITRATE = 4002
_SET_COMPLEXITY = 4010
_SET_INBAND_FEC = 4012
_SET_PACKET_LOSS_PERCENT = 4014
_SET_DTX = 4016
_SET_SIGNAL = 4024
_SIGNAL_VOICE = 3001
_RESET_STATE = 4028


class OpusError(ValueError):
    """A payload that is no Opus, or samples that make no frame. `code` is libopus's, or 0."""

    def __init__(self, what: str, code: int = 0) -> None:
        super().__init__(f"{what}: {code}" if code else what)
        self.code = code


class OpusMissing(OSError):
    """No libopus: neither in PyAV's wheel nor on the system."""


def _candidates() -> Iterator[str]:
    package = Path(av.__file__).parent
    for folder, pattern in (
        (package.parent / "av.libs", "libopus*.so*"),
        (package.parent / "av.libs", "*opus*.dll"),
        (package / ".dylibs", "libopus*"),
    ):
        yield from (str(path) for path in sorted(folder.glob(pattern)))
    system = ctypes.util.find_library("opus")
    if system:
        yield system


@functools.cache
def _library() -> ctypes.CDLL:
    for path in _candidates():
        try:
            library = ctypes.CDLL(path)
        except OSError:
            continue
        _declare(library)
        return library
    raise OpusMissing(f"no libopus beside PyAV ({Path(av.__file__).parent}) or on this {sys.platform} system")


def _declare(library: ctypes.CDLL) -> None:
    number, pointer, payload = ctypes.c_int32, ctypes.c_void_p, ctypes.c_char_p
    library.opus_decoder_create.argtypes = [number, ctypes.c_int, ctypes.POINTER(ctypes.c_int)]
    library.opus_decoder_create.restype = pointer
    library.opus_decoder_destroy.argtypes = [pointer]
    library.opus_decoder_destroy.restype = None
    library.opus_decode.argtypes = [pointer, payload, number, pointer, ctypes.c_int, ctypes.c_int]
    library.opus_encoder_create.argtypes = [number, ctypes.c_int, ctypes.c_int, ctypes.POINTER(ctypes.c_int)]
    library.opus_encoder_create.restype = pointer
    library.opus_encoder_destroy.argtypes = [pointer]
    library.opus_encoder_destroy.restype = None
    library.opus_encode.argtypes = [pointer, pointer, ctypes.c_int, ctypes.c_char_p, number]
    library.opus_encode.restype = number
    # The fixed arguments of a variadic function must be declared: Apple's arm64 passes the others elsewhere.
    library.opus_decoder_ctl.argtypes = [pointer, ctypes.c_int]
    library.opus_encoder_ctl.argtypes = [pointer, ctypes.c_int]
    library.opus_packet_get_nb_samples.argtypes = [payload, number, number]
    if hasattr(library, "opus_packet_has_lbrr"):
        library.opus_packet_has_lbrr.argtypes = [payload, number]


def samples_in(payload: bytes) -> int:
    """Return how many samples (48 kHz) a payload holds, 120 to 5,760. Raises OpusError."""
    if not 1 <= len(payload) <= LARGEST_PAYLOAD:
        raise OpusError(f"payload of {len(payload)} bytes")
    count = int(_library().opus_packet_get_nb_samples(payload, len(payload), SAMPLE_RATE))
    if count <= 0:
        raise OpusError("opus_packet_get_nb_samples", count)
    return count


def has_lbrr(payload: bytes) -> bool:
    """Return whether a payload carries a low-bitrate copy of the frame before it (RFC 6716, section 4.2.4).

    A system's libopus before 1.4 cannot tell; then nothing is ever rebuilt, only concealed.
    """
    library = _library()
    if not 1 <= len(payload) <= LARGEST_PAYLOAD or not hasattr(library, "opus_packet_has_lbrr"):
        return False
    return int(library.opus_packet_has_lbrr(payload, len(payload))) > 0


class Decoder:
    """One mono decoder. It belongs to one thread at a time; its state is freed with the last reference.

    After a loss call `recover` or `conceal` for the missing samples, then `decode` for what follows.
    """

    def __init__(self) -> None:
        self._library = _library()
        error = ctypes.c_int()
        state = self._library.opus_decoder_create(SAMPLE_RATE, 1, ctypes.byref(error))
        if error.value or not state:
            raise MemoryError(f"opus_decoder_create: {error.value}")
        self._state = ctypes.c_void_p(state)
        weakref.finalize(self, self._library.opus_decoder_destroy, self._state)
        self._samples = np.zeros(LONGEST_FRAME, np.int16)
        self._target = ctypes.c_void_p(self._samples.ctypes.data)

    def decode(self, payload: bytes) -> Block:
        """Return the payload's samples (120 to 5,760). Raises OpusError; the decoder still works after it."""
        if not 1 <= len(payload) <= LARGEST_PAYLOAD:
            raise OpusError(f"payload of {len(payload)} bytes")
        return self._decode(payload, LONGEST_FRAME, 0)

    def conceal(self, count: int) -> Block:
        """Invent `count` samples (1 to 5,760) that continue what was heard, fading as it goes on."""
        return self._decode(None, _whole(count), 0)[:count]

    def recover(self, next_payload: bytes, count: int) -> Block:
        """Rebuild the `count` samples (multiples of 120) before `next_payload` from the copy inside it.

        What the copy does not cover is concealed. Raises OpusError.
        """
        if not 1 <= len(next_payload) <= LARGEST_PAYLOAD:
            raise OpusError(f"payload of {len(next_payload)} bytes")
        return self._decode(next_payload, _whole(count), 1)[:count]

    def reset(self) -> None:
        """Forget what was heard: another stream begins."""
        self._library.opus_decoder_ctl(self._state, _RESET_STATE)

    def _decode(self, payload: bytes | None, count: int, fec: int) -> Block:
        size = len(payload) if payload else 0
        decoded = int(self._library.opus_decode(self._state, payload, size, self._target, count, fec))
        if decoded < 0:
            raise OpusError("opus_decode", decoded)
        return self._samples[:decoded].copy()


def _whole(count: int) -> int:
    return min(LONGEST_FRAME, -(-count // SHORTEST_FRAME) * SHORTEST_FRAME)


class Encoder:
    """One mono voice encoder, ready for a bad network. It belongs to one thread at a time."""

    def __init__(
        self,
        bitrate: int = 32_000,
        *,
        fec: bool = True,
        expected_loss: int = 10,
        dtx: bool = True,
        complexity: int = 9,
    ) -> None:
        """`bitrate` in bit/s, `expected_loss` in percent, `complexity` 0 to 10 (9 costs 0.35 ms a frame)."""
        self._library = _library()
        error = ctypes.c_int()
        state = self._library.opus_encoder_create(SAMPLE_RATE, 1, _APPLICATION_VOIP, ctypes.byref(error))
        if error.value or not state:
            raise MemoryError(f"opus_encoder_create: {error.value}")
        self._state = ctypes.c_void_p(state)
        weakref.finalize(self, self._library.opus_encoder_destroy, self._state)
        for request, value in (
            (_SET_BITRATE, bitrate),
            (_SET_INBAND_FEC, int(fec)),
            (_SET_PACKET_LOSS_PERCENT, expected_loss),
            (_SET_DTX, int(dtx)),
            (_SET_COMPLEXITY, complexity),
            (_SET_SIGNAL, _SIGNAL_VOICE),
        ):
            self._control(request, value)
        self._payload = ctypes.create_string_buffer(LARGEST_PAYLOAD)

    def encode(self, samples: Block) -> bytes:
        """Encode one frame of 2.5, 5, 10, 20, 40 or 60 ms. Raises OpusError for any other length.

        With DTX a payload of at most LARGEST_DTX bytes means silence: the first of a pause is sent, those
        that follow it need not be, as long as timestamps go on counting.
        """
        source = np.ascontiguousarray(samples, np.int16)
        size = int(
            self._library.opus_encode(
                self._state, source.ctypes.data, len(source), self._payload, LARGEST_PAYLOAD
            )
        )
        if size < 0:
            raise OpusError("opus_encode", size)
        return self._payload.raw[:size]

    def expect_loss(self, percent: int) -> None:
        """Tell how many packets get lost (0 to 100 %); it decides how much goes into the copies."""
        self._control(_SET_PACKET_LOSS_PERCENT, max(0, min(100, percent)))

    def _control(self, request: int, value: int) -> None:
        code = int(self._library.opus_encoder_ctl(self._state, request, ctypes.c_int(value)))
        if code:
            raise OpusError(f"opus_encoder_ctl {request}", code)
