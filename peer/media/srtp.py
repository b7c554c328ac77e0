"""libsrtp in place, through pylibsrtp's own binding: no copy and no object for each packet (RFC 3711, RFC
7714).

`pylibsrtp.Session.protect` copies three times and refuses more than 1,356 bytes. The binding is a private
name of pylibsrtp 1.0.0; the hot paths call `protect(handle, buffer, length)` with what this file hands out.
"""

from __future__ import annotations

from typing import Any

from pylibsrtp import Policy, Session
from pylibsrtp._binding import ffi, lib

LARGEST_PACKET = 1500
TRAILER = 148
"""Room for the tag: SRTP_MAX_TRAILER_LEN and the SRTCP index."""

protect = lib.srtp_protect
unprotect = lib.srtp_unprotect
protect_rtcp = lib.srtp_protect_rtcp
unprotect_rtcp = lib.srtp_unprotect_rtcp

KEY_LENGTH = 44
"""Bytes of an AES-256-GCM master key (32) and salt (12), RFC 7714 section 12."""


class PacketBuffer:
    """Memory for one packet that C and Python both see. `data` for C, `view` for Python, `length` in and
    out."""

    __slots__ = ("data", "length", "view")

    def __init__(self) -> None:
        self.data: Any = ffi.new("char[]", LARGEST_PACKET + TRAILER)
        self.view = memoryview(ffi.buffer(self.data)).cast("B")
        self.length: Any = ffi.new("int *")


def handle(session: Session) -> Any:
    """What libsrtp's functions take. The Session must be kept alive by the caller."""
    return session._srtp[0]


def new_session(key: bytes, *, inbound: bool) -> Session:
    """An AES-256-GCM session for one direction with a key and salt of KEY_LENGTH bytes."""
    policy = Policy(
        key=key,
        ssrc_type=Policy.SSRC_ANY_INBOUND if inbound else Policy.SSRC_ANY_OUTBOUND,
        srtp_profile=Policy.SRTP_PROFILE_AEAD_AES_256_GCM,
    )
    policy.allow_repeat_tx = True
    policy.window_size = 1024
    return Session(policy)
