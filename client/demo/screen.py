"""A virtual screen for windows where there is none."""

from __future__ import annotations

import os
import shutil
import subprocess

from peer.failures import Failure

SIZE = "1600x1000x24"


class VirtualScreen:
    """An Xvfb of our own, on a display number that it chooses itself. Raises Failure where Xvfb is missing."""

    def __init__(self) -> None:
        program = shutil.which("Xvfb")
        if program is None:
            raise Failure("no_display")
        out, into = os.pipe()
        self._process = subprocess.Popen(
            [program, "-displayfd", str(into), "-screen", "0", SIZE, "-nolisten", "tcp"],
            pass_fds=(into,),
            stderr=subprocess.DEVNULL,
        )
        os.close(into)
        with os.fdopen(out) as pipe:
            number = pipe.readline().strip()
        if not number:
            self.close()
            raise Failure("no_display")
        # pixels are painted by the processor here: threads of its own for that only take turns with the sound's
        self.environment = {
            "DISPLAY": f":{number}",
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "LP_NUM_THREADS": "1",
            "QSG_RENDER_LOOP": "basic",
            "QT_QPA_PLATFORM": "xcb",
        }

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait()
