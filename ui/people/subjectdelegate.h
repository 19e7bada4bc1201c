#pragma once

#include "ui/common/theme.h"

#include <QStyledItemDelegate>

namespace refrain::ui {

class SubjectModel;

/// Draws the rows of people and channels: names with tags, marks, figures. Looks nothing up but the model.
class SubjectDelegate final : public QStyledItemDelegate {
    Q_OBJECT

public:
    SubjectDelegate(const Theme& theme, const SubjectModel& model, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintGround(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    /// Whether who is meant can be read from the address in the next column: then namesakes are told apart there.
    [[nodiscard]] static bool isToldBeside(const QStyleOptionViewItem& option, const QModelIndex& index);
    void paintName(QPainter& painter, const QRect& rect, int row, bool isTold) const;

    const Theme& m_theme;
    const SubjectModel& m_model;
};

}  // namespace refrain::ui
