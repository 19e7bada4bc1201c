#include "ui/common/noticebar.h"

#include "ui/common/labels.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace refrain::ui {

NoticeBar::NoticeBar(const Theme& theme, QWidget* parent)
    : QFrame(parent),
      m_theme(theme),
      m_sentence(new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, this)),
      m_action(new QPushButton(this))
{
    setObjectName(QStringLiteral("noticeBar"));
    m_sentence->setObjectName(QStringLiteral("noticeText"));
    m_action->setObjectName(QStringLiteral("noticeAction"));
    m_action->setFocusPolicy(Qt::TabFocus);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 8, 12, 8);
    layout->setSpacing(12);
    layout->addWidget(m_sentence, 1);
    layout->addWidget(m_action);
    m_timer.setSingleShot(true);
    m_timer.setInterval(10'000);
    connect(&m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] {
        hide();
        emit actionTriggered();
    });
    parent->installEventFilter(this);
    hide();
}

void NoticeBar::say(const QString& sentence, const QString& action)
{
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    const bool stood = isVisible();
    show();
    place();
    raise();
    m_timer.start();
    // Screen readers say what appears: the next sentence in a bar that stands there is told as appearing too.
    QAccessibleEvent told(this, stood ? QAccessible::ObjectShow : QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

QString NoticeBar::sentence() const
{
    return isVisibleTo(parentWidget()) ? m_sentence->text() : QString();
}

void NoticeBar::dismiss()
{
    m_timer.stop();
    hide();
    m_sentence->setText({});
    m_action->setText({});
    setAccessibleName({});
}

void NoticeBar::setRoom(const QRect& room)
{
    m_room = room;
    if (isVisible())
        place();
}

void NoticeBar::place()
{
    const int room = this->room().width() - 48;
    const int text = m_sentence->fontMetrics().horizontalAdvance(m_sentence->text());
    const int wide = qMin(room, text + 48 + (m_action->text().isEmpty() ? 0 : m_action->sizeHint().width() + 12));
    const int high = qMax(layout()->heightForWidth(wide), 44);
    setGeometry(this->room().left() + (this->room().width() - wide) / 2, this->room().bottom() + 1 - high - 16, wide,
                high);
}

void NoticeBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.accent);
    painter.setBrush(m_theme.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::noteRadius, metric::noteRadius);
}

void NoticeBar::enterEvent(QEnterEvent* event)
{
    QFrame::enterEvent(event);
    m_timer.stop();
}

void NoticeBar::leaveEvent(QEvent* event)
{
    QFrame::leaveEvent(event);
    m_timer.start();
}

bool NoticeBar::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

}  // namespace refrain::ui
