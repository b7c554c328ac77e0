"""The language of the window: English in the source, Dutch from `resources/translations`.

The .qm is committed beside its .ts, so that a fresh checkout speaks Dutch without a step of its own; a test
makes it again and compares.
"""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt, QTranslator
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlEngine

from client.models.settings import SettingsModel
from client.settings import Language

TRANSLATIONS = Path(__file__).resolve().parents[2] / "resources" / "translations"

log = logging.getLogger("vestibule.languages")


def spoken(language: Language) -> str:
    """Return the language to show: the one chosen, or the system's where it is one of ours."""
    if language is not Language.SYSTEM:
        return language.value
    return "nl" if QLocale.system().language() is QLocale.Language.Dutch else "en"


class Languages(QObject):
    """Keeps the app's translator in step with the settings. Lives as long as the window."""

    def __init__(self, app: QGuiApplication, settings: SettingsModel) -> None:
        super().__init__(app)
        self._app = app
        self._settings = settings
        self._engines: list[QQmlEngine] = []
        self._translator: QTranslator | None = None
        self._install()
        settings.languageChanged.connect(self._changed)

    def follow(self, engine: QQmlEngine) -> None:
        """Say everything in this engine's QML again when the language changes."""
        self._engines.append(engine)

    def leave(self, engine: QQmlEngine) -> None:
        """Forget an engine that goes."""
        self._engines.remove(engine)

    def remove(self) -> None:
        """Take the words off the app again."""
        if self._translator is not None:
            self._app.removeTranslator(self._translator)
            self._translator = None

    def _changed(self) -> None:
        self._install()
        for engine in self._engines:
            engine.retranslate()
        self._settings.say_again()

    def _install(self) -> None:
        self.remove()
        language = spoken(self._settings.kept.language)
        self._app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        QLocale.setDefault(QLocale("nl_NL" if language == "nl" else "en_GB"))
        if language == "en":
            return
        translator = QTranslator(self)
        if not translator.load(str(TRANSLATIONS / f"vestibule_{language}.qm")):
            log.error("the words of %s are missing", language)
            return
        self._app.installTranslator(translator)
        self._translator = translator
