#pragma once

#include "console/desk/deskstatus.h"
#include "console/desk/localchange.h"
#include "ui/common/textdelegate.h"

#include <QAbstractTableModel>
#include <QDate>
#include <QTimeZone>

#include <vector>

namespace refrain::ui {

/// One line of the Sync screen: an exchange that took place, or a change that waits for its own.
struct SyncLine {
    Millis at = 0;
    QString between;
    QString what;
    QString result;
    QString took;
    QString outcome;  ///< "✓ done", "○ waiting", …
    Tone tone = Tone::Muted;
    console::LocalChangeId change;  ///< Empty: an exchange.
    console::Exchange exchange;

    [[nodiscard]] QString key() const { return change.isEmpty() ? exchange.id : change.toString(); }
};

[[nodiscard]] SyncLine lineOf(const console::Exchange& exchange);
[[nodiscard]] SyncLine lineOf(const console::LocalChange& change);

/// The journal, newest first, what waits on top; a plain filter over all its words.
class SyncModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, Between, What, Result, Took, Outcome, ColumnCount };

    explicit SyncModel(const QTimeZone& zone, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setLines(std::vector<SyncLine> lines);
    void setFilter(const QString& text);
    /// Without contact nothing is shown in the colour of what is well.
    void setLive(bool live);
    /// What is of another day than this is shown with its date.
    void setNow(Millis now);
    [[nodiscard]] const SyncLine& lineAt(int row) const { return m_lines[size_t(m_shown[size_t(row)])]; }
    /// -1: not shown.
    [[nodiscard]] int rowOf(const QString& key) const;
    [[nodiscard]] int total() const { return int(m_lines.size()); }

private:
    void sift();
    [[nodiscard]] QString text(const SyncLine& line, int column) const;
    [[nodiscard]] QString timeText(Millis at) const;

    QTimeZone m_zone;
    std::vector<SyncLine> m_lines;
    std::vector<int> m_shown;
    QString m_filter;
    bool m_live = true;
    QDate m_today;
};

}  // namespace refrain::ui
