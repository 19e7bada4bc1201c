#pragma once

#include "ui/common/theme.h"

#include <QFrame>
#include <QTimer>

class QPushButton;

namespace refrain::ui {

class TextLabel;

/// One sentence over the foot of its parent, with an action where there is one ("Undo"). Goes by itself after ten
/// seconds, unless the pointer rests on it; moves nothing else.
class NoticeBar final : public QFrame {
    Q_OBJECT

public:
    NoticeBar(const Theme& theme, QWidget* parent);

    void say(const QString& sentence, const QString& action = {});
    [[nodiscard]] QString sentence() const;

signals:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();

    const Theme& m_theme;
    TextLabel* m_sentence;
    QPushButton* m_action;
    QTimer m_timer;
};

}  // namespace refrain::ui
