"""Pictures that people choose or that others send: checked before they are decoded, made small, and written anew.

Nothing of a file goes on but what is seen: no metadata, no second frame, no trailing bytes. All of this may take some
tens of milliseconds for a large file: choosing is not for the Qt thread.
"""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from client.settings import PORTRAIT_LIMIT
from peer.room.values import LOGO_LIMIT

FORMATS: Final = (b"gif", b"jpeg", b"png")

LOGO_FILE_LIMIT: Final = 1024 * 1024
LOGO_SIDES: Final = (60, 400)

PORTRAIT_FILE_LIMIT: Final = 16 * 1024 * 1024
PORTRAIT_SIDES: Final = (60, 5_000)
"""Pixels that a chosen picture may have on a side; decoded it stays under Qt's 128 MB."""
PORTRAIT_SIDE: Final = 256


class BadPicture(Exception):
    """A picture is not taken: `code` is picture_too_large, picture_unreadable or picture_sides."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def logo_from(path: Path) -> bytes:
    """Return the logo in this file (GIF, JPEG or PNG), re-encoded. Blocks. Raises OSError, BadPicture."""
    image = decoded(_content(path, LOGO_FILE_LIMIT), LOGO_SIDES)
    written = _png(image)
    if len(written) <= LOGO_LIMIT:
        return written
    return _jpeg_within(_on_white(image), LOGO_LIMIT)


def portrait_from(path: Path) -> bytes:
    """Return the middle of the picture in this file as a small square JPEG. Blocks. Raises OSError, BadPicture."""
    image = decoded(_content(path, PORTRAIT_FILE_LIMIT), PORTRAIT_SIDES)
    side = min(image.width(), image.height())
    middle = QRect((image.width() - side) // 2, (image.height() - side) // 2, side, side)
    small = image.copy(middle).scaled(
        PORTRAIT_SIDE,
        PORTRAIT_SIDE,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    return _jpeg_within(_on_white(small), PORTRAIT_LIMIT)


def received(data: bytes, limit: int, side: int) -> QImage:
    """Return a picture that another machine sent: of at most `limit` bytes and `side` pixels. Raises BadPicture."""
    if len(data) > limit:
        raise BadPicture("picture_too_large")
    return decoded(data, (1, side))


def decoded(data: bytes, sides: tuple[int, int]) -> QImage:
    """Return the first frame. Format and size are looked at before anything is decoded. Raises BadPicture."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in FORMATS:
        raise BadPicture("picture_unreadable")
    size = reader.size()
    least, most = sides
    if not size.isValid():
        raise BadPicture("picture_unreadable")
    if not (least <= size.width() <= most and least <= size.height() <= most):
        raise BadPicture("picture_sides")
    image = reader.read()
    if image.isNull():
        raise BadPicture("picture_unreadable")
    return image.convertToFormat(QImage.Format.Format_ARGB32)


def data_url(data: bytes) -> str:
    """Return pictures of our own making as an address that QML can show; empty for none."""
    if not data:
        return ""
    kind = "png" if data.startswith(b"\x89PNG") else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def as_png(image: QImage) -> bytes:
    """Return a picture written anew, without loss."""
    return _png(image)


def _content(path: Path, limit: int) -> bytes:
    with path.open("rb") as file:
        data = file.read(limit + 1)
    if len(data) > limit:
        raise BadPicture("picture_too_large")
    return data


def _png(image: QImage) -> bytes:
    return _written(image, "PNG", -1)


def _jpeg_within(image: QImage, limit: int) -> bytes:
    """Return a JPEG of at most `limit` bytes: first with less quality, then with fewer pixels."""
    while True:
        for quality in (88, 75, 60, 45):
            written = _written(image, "JPEG", quality)
            if len(written) <= limit:
                return written
        image = image.scaled(
            QSize(image.width() // 2, image.height() // 2),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )


def _written(image: QImage, kind: str, quality: int) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, kind, quality):  # type: ignore[call-overload]
        raise BadPicture("picture_unreadable")
    buffer.close()
    return bytes(content.data())


def _on_white(image: QImage) -> QImage:
    plain = QImage(image.size(), QImage.Format.Format_RGB32)
    plain.fill(QColor(Qt.GlobalColor.white))
    painter = QPainter(plain)
    painter.drawImage(0, 0, image)
    painter.end()
    return plain
