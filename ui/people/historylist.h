#pragma once

#include "console/desk/subjectdetail.h"
#include "ui/common/theme.h"

#include <QTimeZone>
#include <QWidget>

class QGridLayout;

namespace refrain::ui {

/// What happened to one subject, newest first: when, what, how.
class HistoryList final : public QWidget {
    Q_OBJECT

public:
    HistoryList(const Theme& theme, const QTimeZone& zone, QWidget* parent);

    /// Takes the heading away too: it stands over nothing.
    void clear();
    /// `note` says why there is nothing, where that is so.
    void setEntries(const std::vector<console::HistoryEntry>& entries, const QString& note);

private:
    void addEntry(const console::HistoryEntry& entry);

    const Theme& m_theme;
    QTimeZone m_zone;
    QWidget* m_body = nullptr;
    QGridLayout* m_grid = nullptr;
};

}  // namespace refrain::ui
