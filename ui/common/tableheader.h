#pragma once

#include "ui/common/theme.h"

#include <QHeaderView>

namespace refrain::ui {

/// A table's header: quiet, the arrow of the order beside the title that it orders by.
class TableHeader final : public QHeaderView {
    Q_OBJECT

public:
    /// `lines`: over how many lines a centred title may be broken.
    TableHeader(const Theme& theme, QWidget* parent, int lines = 1);

    [[nodiscard]] QSize sizeHint() const override;
    /// What titles are written in, for whoever measures them.
    [[nodiscard]] static QFont headerFont();
    /// A title broken between its words into so many lines at most, each elided to `width`.
    [[nodiscard]] static QStringList linesOf(const QString& title, int width, int most);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;

private:
    const Theme& m_theme;
    int m_lines;
};

}  // namespace refrain::ui
