#pragma once

#include "console/audit/auditreader.h"
#include "console/desk/deskstatus.h"
#include "ui/common/textdelegate.h"
#include "ui/common/theme.h"

#include <QTimeZone>
#include <QWidget>

class QPushButton;

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class NoteBox;
class TextLabel;

/// One line about the audit log: what was checked, how far, when.
struct LogLine {
    QString text;
    Tone tone = Tone::Muted;
    friend bool operator==(const LogLine&, const LogLine&) = default;
};

/// `newest`: the index of the newest entry that is shown, negative for none. Green only while online and where all that
/// is shown is covered.
[[nodiscard]] LogLine logLine(const console::LogState& state, console::ConnectionState::Kind connection, qint64 newest,
                              const QTimeZone& zone);

/// Whether the audit log still is what it was: a line while it is; where it is not, what that means, what to compare,
/// and what can be done about it.
class LogPanel final : public QWidget {
    Q_OBJECT

public:
    LogPanel(const Theme& theme, const QTimeZone& zone, console::Desk& desk, QWidget* parent = nullptr);

    /// The newest entry on show: where the check does not reach it yet, it is made again.
    void setNewest(qint64 index);

signals:
    void said(const QString& sentence);

private:
    void build();
    void refresh();
    void showAlarm(const console::LogState& state);
    void askTrust();
    void chooseEvidence();

    const Theme& m_theme;
    QTimeZone m_zone;
    console::Desk& m_desk;
    console::AuditReader& m_audit;
    TextLabel* m_line;
    QPushButton* m_verify;
    QWidget* m_alarm;
    NoteBox* m_note;
    QPushButton* m_trust;
    QPushButton* m_evidence;
    qint64 m_newest = -1;
};

}  // namespace refrain::ui
