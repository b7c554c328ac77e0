import QtQuick
import ".."

// A small label on a plane: "neutral", "accent", "good", "warn" or "danger".
Pill {
    property string tone: "neutral"

    implicitHeight: Theme.size.grown(24)
    radius: Theme.radius.small + 2
    color: tone === "accent" ? Theme.color.accentSoft : tone === "good" ? Theme.color.goodSoft : tone === "warn" ? Theme.color.warnSoft : tone === "danger" ? Theme.color.dangerSoft : Theme.color.raised
    ink: tone === "accent" ? Theme.color.accentText : tone === "good" ? Theme.color.good : tone === "warn" ? Theme.color.warn : tone === "danger" ? Theme.color.dangerText : Theme.color.muted
    border.color: Theme.highContrast ? ink : Theme.color.line
}
