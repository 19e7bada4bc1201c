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
    /// Nothing of what it said is left: not on screen, not for a screen reader.
    void dismiss();
    /// What it says now stays until something else is said.
    void stay() { m_timer.stop(); }
    /// Where in its parent it stands; all of it where nothing is said.
    void setRoom(const QRect& room);

signals:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    [[nodiscard]] QRect room() const { return m_room.isValid() ? m_room : parentWidget()->rect(); }

    const Theme& m_theme;
    TextLabel* m_sentence;
    QPushButton* m_action;
    QTimer m_timer;
    QRect m_room;
};

}  // namespace refrain::ui
