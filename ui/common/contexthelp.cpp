#include "ui/common/contexthelp.h"

#include "ui/common/labels.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <functional>

namespace refrain::ui {

namespace {

/// Goes with the next key or click; F1, or a click on its last line, leads on into the manual.
class HelpPopover final : public QFrame {
public:
    HelpPopover(const Theme& theme, const QString& words, std::function<void()> more, QWidget* parent)
        : QFrame(parent, Qt::Popup), m_theme(theme), m_more(std::move(more))
    {
        setObjectName(QStringLiteral("helpPopover"));
        setAttribute(Qt::WA_DeleteOnClose);
        setFixedWidth(340);
        auto* headline = new TextLabel(theme, TextRole::Heading, TextLabel::Fit::Wrapped, this);
        headline->setText(words.section(u'\n', 0, 0));
        auto* text = new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, this);
        text->setText(words.section(u'\n', 1));
        text->setVisible(!text->text().isEmpty());
        setAccessibleName(words);
        auto* layout = new QVBoxLayout(this);
        layout->setContentsMargins(16, 12, 16, 12);
        layout->setSpacing(4);
        layout->addWidget(headline);
        layout->addWidget(text);
        auto* lead = new QPushButton(ContextHelp::tr("F1 again: the manual"), this);
        lead->setObjectName(QStringLiteral("helpManual"));
        lead->setProperty("link", true);
        lead->setFocusPolicy(Qt::NoFocus);
        connect(lead, &QPushButton::clicked, this, &HelpPopover::goOn);
        layout->addWidget(lead, 0, Qt::AlignLeft);
        setFixedHeight(layout->heightForWidth(width()));
    }

protected:
    void keyPressEvent(QKeyEvent* event) override
    {
        if (event->matches(QKeySequence::HelpContents))
            goOn();
        else
            close();
    }
    void mousePressEvent(QMouseEvent*) override { close(); }
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.raised);
        painter.setPen(m_theme.accent);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }

private:
    void goOn()
    {
        close();
        m_more();
    }

    const Theme& m_theme;
    std::function<void()> m_more;
};

/// What of the widget has the focus: of a list its current cell.
QRect focusRect(const QWidget* widget)
{
    const auto* view = qobject_cast<const QAbstractItemView*>(widget);
    if (!view || !view->currentIndex().isValid())
        return {widget->mapToGlobal(QPoint()), widget->size()};
    const QRect cell = view->visualRect(view->currentIndex());
    return {view->viewport()->mapToGlobal(cell.topLeft()), cell.size()};
}

}  // namespace

ContextHelp::ContextHelp(const Theme& theme, QWidget* window) : QObject(window), m_theme(theme), m_window(window)
{
    auto* shortcut = new QShortcut(QKeySequence::HelpContents, window);
    connect(shortcut, &QShortcut::activated, this, &ContextHelp::explain);
}

QString ContextHelp::wordsFor(const QWidget* widget)
{
    if (const auto* view = qobject_cast<const QAbstractItemView*>(widget)) {
        const QString words = view->currentIndex().data(Qt::WhatsThisRole).toString();
        if (!words.isEmpty())
            return words;
    }
    for (; widget; widget = widget->parentWidget()) {
        if (!widget->whatsThis().isEmpty())
            return widget->whatsThis();
    }
    return {};
}

void ContextHelp::explain()
{
    const QWidget* focused = QApplication::focusWidget();
    if (!focused)
        focused = m_window;
    QString words = wordsFor(focused);
    if (words.isEmpty())
        words = tr("Refrain\nTab and F6 lead on, ? lists the keys. F1 explains what has the focus.");
    auto* popover = new HelpPopover(
        m_theme, words, [this] { emit manualWanted(); }, m_window);
    const QRect window(m_window->mapToGlobal(QPoint()), m_window->size());
    const QRect at = focusRect(focused);
    const bool below = at.bottom() + 6 + popover->height() < window.bottom();
    const int y = below ? at.bottom() + 6 : at.top() - 6 - popover->height();
    popover->move(qBound(window.left() + 8, at.left(), qMax(window.left() + 8, window.right() - popover->width() - 8)),
                  qMax(window.top() + 8, y));
    popover->show();
}

}  // namespace refrain::ui
