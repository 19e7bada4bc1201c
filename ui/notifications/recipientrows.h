#pragma once

#include "base/id.h"
#include "ui/common/textdelegate.h"

#include <QAbstractTableModel>

#include <functional>
#include <vector>

namespace refrain::ui {

/// Recipients and what becomes of each, in words. Names are looked up as rows are painted: there may be 100,000.
class RecipientRows final : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Who, Fate, ColumnCount };
    struct Row {
        SubjectId subject;
        QString fate;
        Tone tone = Tone::Muted;
    };
    using NameOf = std::function<QString(const SubjectId&)>;

    RecipientRows(NameOf nameOf, QObject* parent = nullptr);

    /// `next`: where more of them begin; empty: these are all.
    void reset(std::vector<Row> rows, const QString& next = {});
    void append(std::vector<Row> rows, const QString& next);
    /// Nothing more becomes of any of them; the heading says so.
    void setOver(bool over);
    /// The rest could not be had; it is asked for again.
    void moreFailed() { m_fetching = false; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

signals:
    void moreWanted(const QString& after);

private:
    NameOf m_nameOf;
    std::vector<Row> m_rows;
    QString m_next;
    bool m_fetching = false;
    bool m_isOver = false;
};

}  // namespace refrain::ui
