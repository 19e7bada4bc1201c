#pragma once

#include "ui/common/theme.h"

#include <QHeaderView>

namespace refrain::ui {

/// A table's header: quiet, the arrow of the order beside the title that it orders by.
class TableHeader final : public QHeaderView {
    Q_OBJECT

public:
    TableHeader(const Theme& theme, QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;
    /// What titles are written in, for whoever measures them.
    [[nodiscard]] static QFont headerFont();

protected:
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;

private:
    const Theme& m_theme;
};

}  // namespace refrain::ui
