#pragma once

#include "ui/common/theme.h"

#include <QFrame>

namespace refrain::ui {

class TextLabel;

/// A rounded box with a headline and a few sentences: what the reader should know first.
class NoteBox final : public QFrame {
    Q_OBJECT

public:
    NoteBox(const Theme& theme, QWidget* parent);

    /// An empty headline hides the box. Plain text. Where the headline has the colour of danger or of what waits, the
    /// box is a warning and looks like one: a sign, a bar at its side.
    void setNote(const QString& headline, const QString& text, QColor Theme::*headlineColour = &Theme::text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] bool warns() const;

    const Theme& m_theme;
    QColor Theme::*m_colour = &Theme::text;
    TextLabel* m_headline;
    TextLabel* m_text;
};

}  // namespace refrain::ui
