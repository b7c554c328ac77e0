"""The door's certificate: self-signed, known by its fingerprint in the invite, trusted by nobody else."""

from __future__ import annotations

import datetime
import hashlib
import secrets
import ssl
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

_FROM = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_UNTIL = datetime.datetime(2100, 1, 1, tzinfo=datetime.UTC)


@dataclass(frozen=True)
class ServerCertificate:
    """A certificate and its key, in PEM. Nobody checks its name or its dates: clocks may be wrong."""

    certificate: bytes
    key: bytes = field(repr=False)

    @classmethod
    def generate(cls) -> Self:
        """A fresh certificate on P-256, which every TLS library has."""
        key = ec.generate_private_key(ec.SECP256R1())
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "vestibule")])
        certificate = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(_FROM)
            .not_valid_after(_UNTIL)
            .sign(key, hashes.SHA256())
        )
        pem = serialization.Encoding.PEM
        return cls(
            certificate.public_bytes(pem),
            key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()),
        )

    @property
    def fingerprint(self) -> bytes:
        """SHA-256 over the certificate in DER: 32 bytes."""
        return hashlib.sha256(ssl.PEM_cert_to_DER_cert(self.certificate.decode())).digest()

    def server_context(self) -> ssl.SSLContext:
        """TLS 1.3 only, without session tickets: a resumed session would show no certificate."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        context.num_tickets = 0
        self._load_into(context)
        return context

    def _load_into(self, context: ssl.SSLContext) -> None:
        """Python's ssl reads keys from files only: the key goes there under a password used once."""
        key = serialization.load_pem_private_key(self.key, None)
        password = secrets.token_hex(16).encode()
        sealed = key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.BestAvailableEncryption(password),
        )
        with tempfile.TemporaryDirectory(prefix="vestibule-") as folder:
            path = Path(folder, "door.pem")
            path.write_bytes(self.certificate + sealed)
            context.load_cert_chain(path, password=password)


def client_context() -> ssl.SSLContext:
    """TLS 1.3 only; no authority is asked, the fingerprint is compared instead."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context
