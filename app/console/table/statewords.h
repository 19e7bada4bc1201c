#pragma once

#include <QCoreApplication>
#include <QString>

namespace refrain::console {

/// The one vocabulary for states, on every surface: "on", "off", "on (workspace default)", "snoozed until …".
class StateWords {
    Q_DECLARE_TR_FUNCTIONS(refrain::console::StateWords)
public:
    [[nodiscard]] static QString on() { return tr("on"); }
    [[nodiscard]] static QString off() { return tr("off"); }
    /// Nobody chose: what the workspace set.
    [[nodiscard]] static QString byDefault(bool delivers)
    {
        return delivers ? tr("on (workspace default)") : tr("off (workspace default)");
    }
    /// Where it is not known whether the default delivers.
    [[nodiscard]] static QString workspaceDefault() { return tr("workspace default"); }
    [[nodiscard]] static QString snoozed() { return tr("snoozed"); }
    [[nodiscard]] static QString snoozedUntil(const QString& time) { return tr("snoozed until %1").arg(time); }
    [[nodiscard]] static QString required() { return tr("on (required)"); }
    [[nodiscard]] static QString paused() { return tr("off (paused for the whole workspace)"); }
    [[nodiscard]] static QString allOptionalOff() { return tr("off: all optional messages are off"); }
    [[nodiscard]] static QString offWithParent() { return tr("off, with the group that it belongs to"); }
    /// Of somebody who left, an app, an archived channel: the choice that is kept says nothing about now.
    [[nodiscard]] static QString nothingSent() { return tr("nothing is sent here"); }
    [[nodiscard]] static QString kept(const QString& state) { return tr("nothing is sent here; kept: %1").arg(state); }
    [[nodiscard]] static QString throughLinked(const QString& state)
    {
        return tr("%1, through a linked account").arg(state);
    }

    /// The same as the beginning of a sentence.
    [[nodiscard]] static QString sentence(const QString& words)
    {
        return words.isEmpty() ? words : words.front().toUpper() + words.mid(1);
    }
};

}  // namespace refrain::console
