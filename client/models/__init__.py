"""What QML sees: one object or list model per thing on screen. No decisions here."""
