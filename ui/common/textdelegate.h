#pragma once

#include "ui/common/theme.h"

#include <QStyledItemDelegate>

class QTableView;

namespace refrain::ui {

/// What a cell of text may say about its looks, besides Qt's roles.
enum class Tone { Text, Muted, Good, Waiting, Danger };
enum TextRoles {
    ToneRole = Qt::UserRole + 100,  ///< Tone as int; Muted where absent.
    StrongRole,                     ///< True: weight 500.
    TabularRole,                    ///< True: figures in columns.
};

[[nodiscard]] QColor toneColour(Tone tone, const Theme& theme);

/// Draws rows of text: one line each, elided, as plain text.
class TextDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    TextDelegate(const Theme& theme, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

/// The looks and habits that all tables share: whole rows, one at a time, no grid, our header.
void setUpTable(QTableView& table, const Theme& theme, const QString& name);

}  // namespace refrain::ui
