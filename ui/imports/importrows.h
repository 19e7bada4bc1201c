#pragma once

#include "console/imports/importcalls.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QTableView;

namespace refrain::ui {

class TextLabel;
class TextRows;

/// The rows of an import by what becomes of them: a list to choose, the rows, the whole of the chosen one below.
class ImportRows final : public QWidget {
    Q_OBJECT

public:
    struct Names {
        std::function<QString(const QString& subject)> nameOf;
        std::function<QString(const QString& category)> titleOf;
    };
    /// What there is of an import's rows; the lists are sorted by line and may be cut.
    struct Lists {
        const std::vector<wire::ImportItem>* changes = nullptr;  ///< Null: not listed one by one.
        const std::vector<wire::ImportItem>* others = nullptr;   ///< Refused, unreadable and waiting ones.
        ImportCounts counts;
        bool isDone = false;  ///< What became of them, not what would.
    };

    ImportRows(const Theme& theme, Names names, QWidget* parent);

    /// REQUIRES: the lists stay until they are set anew.
    void setLists(const Lists& lists);
    /// Shows what nobody expects first: what is not taken over; where there is nothing of it, what changes.
    void showTelling();
    [[nodiscard]] QTableView* table() const { return m_table; }
    /// Everything that is not taken over, as CSV, where the person wants it.
    void save();

signals:
    void said(const QString& sentence);

private:
    enum class Which { Changes, Left, Waiting, Unchanged };
    void build(const Theme& theme);
    void fillWhich();
    void showRows();
    void showChosen();
    void write(const QString& path);
    [[nodiscard]] Which which() const;
    [[nodiscard]] std::vector<const wire::ImportItem*> shown() const;
    [[nodiscard]] qint64 count(Which which) const;

    Names m_names;
    Lists m_lists;
    QComboBox* m_which;
    TextRows* m_rows;
    QTableView* m_table;
    TextLabel* m_more;
    TextLabel* m_detail;
};

}  // namespace refrain::ui
