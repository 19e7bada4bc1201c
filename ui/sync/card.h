#pragma once

#include "ui/common/textdelegate.h"

#include <QFrame>

namespace refrain::ui {

class TextLabel;

/// One figure with its name above and what it means below.
class Card final : public QFrame {
    Q_OBJECT

public:
    Card(const Theme& theme, const QString& title, QWidget* parent);

    void setFigure(const QString& figure, Tone tone, const QString& meaning);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_title;
    TextLabel* m_figure;
    TextLabel* m_meaning;
};

}  // namespace refrain::ui
