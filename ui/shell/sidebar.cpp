#include "ui/shell/sidebar.h"

#include "ui/common/icons.h"
#include "ui/common/tabular.h"
#include "ui/common/timetext.h"

#include <QFrame>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace refrain::ui {

SidebarButton::SidebarButton(const Theme& theme, const QString& iconName, const QString& title, QWidget* parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(ui::icon(iconName, theme))
{
    setText(title);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    describe();
}

void SidebarButton::setCount(qint64 count)
{
    if (m_count == count)
        return;
    m_count = count;
    describe();
    update();
}

void SidebarButton::setNested(bool nested)
{
    m_isNested = nested;
    update();
}

void SidebarButton::setIconsOnly(bool iconsOnly)
{
    m_iconsOnly = iconsOnly;
    describe();
    update();
}

void SidebarButton::setKey(const QKeySequence& key)
{
    m_key = key.toString(QKeySequence::NativeText);
    setAccessibleDescription(m_key);
    describe();
}

QSize SidebarButton::sizeHint() const
{
    return {m_iconsOnly ? 40 : 180, 32};
}

void SidebarButton::describe()
{
    const QString words = m_count < 0 ? text() : text() + QStringLiteral(", ") + grouped(m_count);
    setAccessibleName(words);
    const QStringList told{m_iconsOnly ? words : QString(), m_key};
    setToolTip(told.join(u'\n').trimmed());
}

void SidebarButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF box = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (isChecked() || underMouse()) {
        QColor ground = m_theme.selection;
        ground.setAlphaF(isChecked() ? 1.0F : 0.5F);
        painter.setPen(m_theme.highContrast && isChecked() ? QPen(m_theme.accent, 2) : QPen(Qt::NoPen));
        painter.setBrush(ground);
        painter.drawRoundedRect(box, metric::radius, metric::radius);
    }
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(box, metric::radius, metric::radius);
    }
    if (m_iconsOnly) {
        m_icon.paint(&painter, QRect(width() / 2 - 9, height() / 2 - 9, 18, 18));
        return;
    }
    QFont font = fontFor(isChecked() ? TextRole::Heading : TextRole::Body);
    painter.setFont(font);
    painter.setPen(m_theme.text);
    const QRect inner = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(m_isNested ? 28 : 12, 0, -12, 0));
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft, text());
    if (m_count >= 0) {
        if (!isChecked())
            painter.setPen(m_theme.muted);
        drawTabular(painter, inner, grouped(m_count));
    }
}

Sidebar::Sidebar(const Theme& theme, QWidget* parent) : QScrollArea(parent), m_theme(theme), m_layout(new QVBoxLayout)
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidgetResizable(true);
    auto* content = new QWidget;
    content->setLayout(m_layout);
    setWidget(content);
    setObjectName(QStringLiteral("sidebar"));
    setAccessibleName(tr("Screens"));
    m_layout->setContentsMargins(8, 12, 8, 12);
    m_layout->setSpacing(0);
    m_layout->addStretch();
    setFixedWidth(metric::sidebarWidth);
}

int Sidebar::addScreen(const QString& name, const QString& iconName, const QString& title, bool nested)
{
    auto* button = new SidebarButton(m_theme, iconName, title, widget());
    button->setNested(nested);
    button->setObjectName(QStringLiteral("sidebar") + name);
    const int index = int(m_buttons.size());
    m_buttons << button;
    m_layout->insertWidget(m_layout->count() - 1, button);
    connect(button, &QAbstractButton::clicked, this, [this, index] { emit chosen(index); });
    return index;
}

void Sidebar::addSeparator()
{
    auto* box = new QWidget(widget());
    auto* line = new QFrame(box);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    auto* layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 8, 0, 8);
    layout->addWidget(line);
    m_layout->insertWidget(m_layout->count() - 1, box);
    m_separators.insert(m_buttons.size(), box);
}

void Sidebar::setOffered(int index, bool offered)
{
    m_buttons.at(index)->setVisible(offered);
    for (auto separator = m_separators.begin(); separator != m_separators.end(); ++separator) {
        const auto next = std::next(separator);
        const qsizetype end = next == m_separators.end() ? m_buttons.size() : next.key();
        bool any = false;
        for (qsizetype i = separator.key(); i < end; ++i)
            any = any || !m_buttons.at(i)->isHidden();
        separator.value()->setVisible(any);
    }
}

void Sidebar::setCount(int index, qint64 count)
{
    m_buttons.at(index)->setCount(count);
}

void Sidebar::setKey(int index, const QKeySequence& key)
{
    m_buttons.at(index)->setKey(key);
}

void Sidebar::setFoot(QWidget* foot)
{
    m_foot = new QWidget(widget());
    auto* layout = new QVBoxLayout(m_foot);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(foot);
    m_layout->insertWidget(m_layout->count() - 1, m_foot);
}

void Sidebar::setCurrent(int index)
{
    m_buttons.at(index)->setChecked(true);
    ensureWidgetVisible(m_buttons.at(index), 0, 8);
}

void Sidebar::setIconsOnly(bool iconsOnly)
{
    for (SidebarButton* button : m_buttons)
        button->setIconsOnly(iconsOnly);
    if (m_foot)
        m_foot->setVisible(!iconsOnly);
    setFixedWidth(iconsOnly ? metric::sidebarIconWidth : metric::sidebarWidth);
}

void Sidebar::focusCurrent()
{
    for (SidebarButton* button : m_buttons) {
        if (button->isChecked())
            button->setFocus(Qt::ShortcutFocusReason);
    }
}

void Sidebar::keyPressEvent(QKeyEvent* event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    auto* focused = qobject_cast<SidebarButton*>(focusWidget());
    const qsizetype at = m_buttons.indexOf(focused);
    if (step == 0 || at < 0) {
        QWidget::keyPressEvent(event);
        return;
    }
    qsizetype to = at + step;
    while (to >= 0 && to < m_buttons.size() && m_buttons.at(to)->isHidden())
        to += step;
    if (to < 0 || to >= m_buttons.size())
        return;
    SidebarButton* next = m_buttons.at(to);
    next->setFocus(Qt::TabFocusReason);
    next->click();
}

}  // namespace refrain::ui
