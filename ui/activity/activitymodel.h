#pragma once

#include "base/clock.h"
#include "console/audit/auditreader.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimeZone>

namespace refrain::ui {

/// What an act was about, for the types that the log has; any other stands as it is.
[[nodiscard]] QString typeWords(const QString& type);

/// Pages of the audit log, newest first. Asks for the next page when the view nears the end.
class ActivityModel final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, Who, Whom, What, Before, After, How, Why, ColumnCount };

    ActivityModel(const QTimeZone& zone, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    /// Whether any row says something there.
    [[nodiscard]] bool hasText(Column column) const;
    void reset(console::AuditPage page);
    void append(console::AuditPage page);
    /// The page asked for could not be had: asking again is allowed.
    void pageFailed() { m_fetching = false; }
    /// Titles of categories, by slug, for What.
    void setTitles(QHash<CategorySlug, QString> titles);
    /// What an entry is about: a category's title, or a word for the act.
    [[nodiscard]] QString whatOf(int row) const { return text(rowAt(row), What); }
    /// What many bore at once stands as one line, which opens and closes: how many that line stands for, 0 for any
    /// other.
    [[nodiscard]] int groupSize(int row) const;
    [[nodiscard]] bool isOpen(int row) const;
    /// All entries that a line stands for, the newest first.
    [[nodiscard]] std::vector<console::AuditRow> entriesOf(int row) const;
    /// Whether the same act may go on in what is not fetched yet.
    [[nodiscard]] bool mayGoOn(int row) const;
    void toggle(int row);
    /// The row of an entry by its index in the log, or of the closed line that it is in; -1: not shown.
    [[nodiscard]] int rowOf(qint64 index) const;
    /// The API keys that did something in the rows shown: names by ID.
    [[nodiscard]] QHash<QString, QString> programs() const;
    /// So wide are the header and the widest text of the first hundred rows, with their margins.
    [[nodiscard]] int wantedWidth(int column) const;
    [[nodiscard]] const console::AuditRow& rowAt(int row) const { return m_rows[m_lines[size_t(row)].entry]; }

signals:
    void moreWanted(const QString& after);

private:
    /// A line of the table: an entry, or the first of several that it stands for.
    struct Line {
        size_t entry = 0;
        int size = 0;  ///< 0: the entry itself.
        bool isInGroup = false;
        friend bool operator==(const Line&, const Line&) = default;
    };

    [[nodiscard]] QString text(const console::AuditRow& row, int column) const;
    [[nodiscard]] QString groupText(const Line& line, int column) const;
    [[nodiscard]] std::vector<Line> linesNow() const;
    void follow(std::vector<Line> lines);

    QTimeZone m_zone;
    std::vector<console::AuditRow> m_rows;
    std::vector<Line> m_lines;
    QSet<qint64> m_open;  ///< Groups, by the index of their first entry.
    QHash<CategorySlug, QString> m_titles;
    QString m_next;
    bool m_fetching = false;
};

}  // namespace refrain::ui
