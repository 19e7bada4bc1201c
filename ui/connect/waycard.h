#pragma once

#include "ui/common/theme.h"

#include <QAbstractButton>
#include <QIcon>

namespace refrain::ui {

/// One way to begin: an icon, what it is, what it means. The whole card is the button.
class WayCard final : public QAbstractButton {
    Q_OBJECT

public:
    WayCard(const Theme& theme, const QString& iconName, const QString& title, const QString& meaning, QWidget* parent);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QRect meaningRect(int width) const;

    const Theme& m_theme;
    QIcon m_icon;
    QString m_meaning;
};

}  // namespace refrain::ui
