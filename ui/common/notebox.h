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

    /// An empty headline hides the box. Plain text.
    void setNote(const QString& headline, const QString& text, QColor Theme::*headlineColour = &Theme::text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    TextLabel* m_headline;
    TextLabel* m_text;
};

}  // namespace refrain::ui
