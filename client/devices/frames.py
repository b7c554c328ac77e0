"""A camera's picture as Qt gives it, turned into what the media path takes: yuv420p."""

from __future__ import annotations

import av
import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

Pixel = QVideoFrameFormat.PixelFormat

PLAIN: dict[QVideoFrameFormat.PixelFormat, str] = {
    Pixel.Format_YUV420P: "yuv420p",
    Pixel.Format_NV12: "nv12",
    Pixel.Format_NV21: "nv21",
    Pixel.Format_YUYV: "yuyv422",
    Pixel.Format_UYVY: "uyvy422",
    Pixel.Format_YUV422P: "yuv422p",
}
"""What cameras give uncompressed, and FFmpeg's name for it; everything else goes through an image."""


def from_qt(frame: QVideoFrame) -> av.VideoFrame | None:
    """Return the picture as yuv420p with even sides; None if Qt cannot map it."""
    name = PLAIN.get(frame.surfaceFormat().pixelFormat())
    picture = _from_planes(frame, name) if name is not None else _from_image(frame)
    if picture is None:
        return None
    width, height = picture.width & ~1, picture.height & ~1
    if picture.format.name == "yuv420p" and (width, height) == (picture.width, picture.height):
        return picture
    return picture.reformat(width, height, "yuv420p")


def _from_planes(frame: QVideoFrame, name: str) -> av.VideoFrame | None:
    if not frame.map(QVideoFrame.MapMode.ReadOnly):
        return None
    try:
        picture = av.VideoFrame(frame.width(), frame.height(), name)
        for index, plane in enumerate(picture.planes):
            source = np.frombuffer(frame.bits(index), np.uint8)
            stride = frame.bytesPerLine(index)
            target = np.frombuffer(plane, np.uint8)[: plane.line_size * plane.height].reshape(
                -1, plane.line_size
            )
            lines = min(plane.height, source.size // stride)
            width = min(plane.line_size, stride)
            target[:lines, :width] = source[: stride * lines].reshape(lines, stride)[:, :width]
            del source
        return picture
    finally:
        frame.unmap()


def _from_image(frame: QVideoFrame) -> av.VideoFrame | None:
    image = frame.toImage().convertToFormat(QImage.Format.Format_RGB888)
    if image.isNull():
        return None
    width, height, stride = image.width(), image.height(), image.bytesPerLine()
    lines = np.frombuffer(image.constBits(), np.uint8).reshape(height, stride)
    return av.VideoFrame.from_ndarray(
        np.ascontiguousarray(lines[:, : width * 3]).reshape(height, width, 3), "rgb24"
    )
