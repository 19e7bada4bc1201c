#pragma once

#include "ui/common/textdelegate.h"

#include <QAbstractTableModel>

#include <vector>

namespace refrain::ui {

struct TextCell {
    QString text;
    Tone tone = Tone::Muted;
    bool strong = false;
    bool tabular = false;
    QString toolTip = {};  ///< Plain text.

    friend bool operator==(const TextCell&, const TextCell&) = default;
};

struct TextRow {
    QString id;
    std::vector<TextCell> cells;  ///< One for each column.

    friend bool operator==(const TextRow&, const TextRow&) = default;
};

/// A short list of rows of text that somebody else makes: which rows there are, and what they say.
class TextRows final : public QAbstractTableModel {
    Q_OBJECT

public:
    struct Column {
        QString title;
        Qt::Alignment alignment = Qt::AlignLeft;
    };

    explicit TextRows(std::vector<Column> columns, QObject* parent = nullptr);

    /// Where the ids are the same in the same order, nothing moves; else the model is reset.
    void setRows(std::vector<TextRow> rows);
    /// -1 where there is none.
    [[nodiscard]] int rowOf(const QString& id) const;
    /// Empty where there is no such row.
    [[nodiscard]] QString idAt(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<Column> m_columns;
    std::vector<TextRow> m_rows;
};

}  // namespace refrain::ui
