"""The door's certificate."""

from __future__ import annotations

import ssl
import tempfile
from pathlib import Path

import pytest

from peer.link.certificate import ServerCertificate


def test_a_fingerprint_stays_after_a_restart() -> None:
    first = ServerCertificate.generate()
    assert ServerCertificate(first.certificate, first.key).fingerprint == first.fingerprint
    assert len(first.fingerprint) == 32
    assert ServerCertificate.generate().fingerprint != first.fingerprint


def test_the_key_is_in_no_repr_and_stays_on_no_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    certificate = ServerCertificate.generate()
    context = certificate.server_context()
    assert context.minimum_version is ssl.TLSVersion.TLSv1_3
    assert list(tmp_path.iterdir()) == []
    assert "PRIVATE" not in repr(certificate)
