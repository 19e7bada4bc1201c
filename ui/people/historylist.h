#pragma once

#include "console/desk/subjectdetail.h"
#include "ui/common/theme.h"

#include <QTimeZone>
#include <QWidget>

class QComboBox;
class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace refrain::ui {

class TextLabel;

/// What happened to one subject, newest first: choices, messages, what the directory said. When, what, how; and what
/// can be done about an entry in its menu.
class HistoryList final : public QWidget {
    Q_OBJECT

public:
    HistoryList(const Theme& theme, const QTimeZone& zone, QWidget* parent);

    /// Takes the heading away too: it stands over nothing.
    void clear();
    /// `note` says why there is nothing, where that is so. `isMore`: the backend has earlier ones.
    void setEntries(const std::vector<console::HistoryEntry>& entries, const QString& note, bool isMore);
    /// Earlier ones, below.
    void addEntries(const std::vector<console::HistoryEntry>& entries, bool isMore);

signals:
    void receiptWanted(const QString& id);
    void momentWanted(refrain::Millis at);
    void notificationWanted(const QString& id);
    void runWanted(const QString& id);
    void earlierWanted();

private:
    void fill();
    void addEntry(const console::HistoryEntry& entry, int number);
    [[nodiscard]] QWidget* newMenuButton(const console::HistoryEntry& entry, int number);
    [[nodiscard]] bool isShown(const console::HistoryEntry& entry) const;

    const Theme& m_theme;
    QTimeZone m_zone;
    QComboBox* m_kind;
    QPushButton* m_earlier;
    QVBoxLayout* m_layout;
    QWidget* m_body = nullptr;
    QGridLayout* m_grid = nullptr;
    std::vector<console::HistoryEntry> m_entries;
    QString m_note;
    bool m_isMore = false;
    size_t m_most = 0;  ///< So many are drawn; more are there.
};

}  // namespace refrain::ui
