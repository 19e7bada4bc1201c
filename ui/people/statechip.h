#pragma once

#include "ui/common/markpainter.h"

#include <QAbstractButton>

namespace refrain::ui {

/// A category's state as a switch with its word: "✕ out", "on", "🔒 required" drawn in the marks' shapes.
class StateChip final : public QAbstractButton {
    Q_OBJECT

public:
    StateChip(const Theme& theme, QWidget* parent);

    void setState(Mark mark, Ring ring, const QString& word);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] bool hasGlyph() const;
    [[nodiscard]] QColor colour() const;

    const Theme& m_theme;
    Mark m_mark = Mark::Unknown;
    Ring m_ring = Ring::None;
};

}  // namespace refrain::ui
