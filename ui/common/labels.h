#pragma once

#include "ui/common/theme.h"

#include <QLabel>

namespace refrain::ui {

/// A label of plain text: what comes from Slack is never read as markup. Its colour follows the theme.
/// With `elided` it keeps to one line and shows the whole text as its tooltip when cut.
class TextLabel final : public QLabel {
    Q_OBJECT

public:
    enum class Fit { Wrapped, Elided };

    TextLabel(const Theme& theme, TextRole role, Fit fit, QWidget* parent = nullptr);

    /// Which of the theme's colours the text has; text by default.
    void setColour(QColor Theme::*colour);
    /// A sentence that begins with a right-to-left name keeps the order and the side of the window's language.
    void setText(const QString& text);
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] bool isCut() const;
    void recolour();

    const Theme& m_theme;
    Fit m_fit;
    QColor Theme::*m_colour = &Theme::text;
};

}  // namespace refrain::ui
