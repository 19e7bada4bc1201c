#pragma once

#include "ui/common/textdelegate.h"

#include <QAbstractButton>

namespace refrain::ui {

class TextLabel;

/// One figure with its name above and what it means below; pressed, it opens the list behind it.
class Card final : public QAbstractButton {
    Q_OBJECT

public:
    Card(const Theme& theme, const QString& title, QWidget* parent);

    /// `name`: the object's. `opens`: what pressing it shows, in words.
    void setOpens(const QString& name, const QString& opens);
    void setFigure(const QString& figure, Tone tone, const QString& meaning);
    /// Where three of them share little room: the figure alone, what it means in the tooltip.
    void setCompact(bool compact);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    const Theme& m_theme;
    QString m_title;
    QString m_opens;
    bool m_isCompact = false;
    TextLabel* m_figure;
    TextLabel* m_meaning;
};

}  // namespace refrain::ui
