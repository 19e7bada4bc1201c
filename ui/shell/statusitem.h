#pragma once

#include "console/desk/deskstatus.h"
#include "ui/common/theme.h"

#include <QAbstractButton>

namespace refrain::ui {

/// One sentence of the status line: it opens the list that it is about. One line, elided, whole as its tooltip.
class StatusItem final : public QAbstractButton {
    Q_OBJECT

public:
    StatusItem(const Theme& theme, const QString& name, QWidget* parent);

    void setSentence(const console::StatusSentence& sentence);
    [[nodiscard]] console::StatusSentence::About about() const { return m_about; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    const Theme& m_theme;
    QColor Theme::*m_colour = &Theme::muted;
    console::StatusSentence::About m_about = console::StatusSentence::About::Nothing;
};

}  // namespace refrain::ui
