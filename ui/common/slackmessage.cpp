#include "ui/common/slackmessage.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/tagpainter.h"

#include <QGridLayout>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

namespace refrain::ui {

namespace {

using console::MessagePart;

constexpr int buttonHeight = 28;
constexpr int buttonGap = 6;
constexpr int picture = 24;
constexpr int inset = 12;
constexpr int textLeft = inset + picture + 8;

}  // namespace

SlackButtons::SlackButtons(const Theme& theme, const QStringList& titles, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_titles(titles)
{
    setFont(fontFor(TextRole::Secondary));
    setAccessibleName(titles.join(QStringLiteral(", ")));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QList<QRect> SlackButtons::places(int width) const
{
    QList<QRect> rects;
    int x = 0;
    int y = 0;
    for (const QString& title : m_titles) {
        const int wide = qMin(width, fontMetrics().horizontalAdvance(title) + 24);
        if (x > 0 && x + wide > width) {
            x = 0;
            y += buttonHeight + buttonGap;
        }
        rects << QRect(x, y, wide, buttonHeight);
        x += wide + buttonGap;
    }
    return rects;
}

int SlackButtons::heightForWidth(int width) const
{
    const QList<QRect> rects = places(width);
    return rects.isEmpty() ? 0 : rects.last().bottom() + 1;
}

QSize SlackButtons::sizeHint() const
{
    return {220, heightForWidth(220)};
}

QSize SlackButtons::minimumSizeHint() const
{
    return {80, buttonHeight};
}

void SlackButtons::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QList<QRect> rects = places(width());
    QColor edge = m_theme.muted;
    edge.setAlphaF(m_theme.highContrast ? 1.0F : 0.5F);
    for (qsizetype i = 0; i < rects.size(); ++i) {
        painter.setPen(edge);
        painter.setBrush(m_theme.surface);
        painter.drawRoundedRect(QRectF(rects.at(i)).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter.setPen(m_theme.text);
        const QRect inner = rects.at(i).adjusted(8, 0, -8, 0);
        painter.drawText(inner, Qt::AlignCenter,
                         fontMetrics().elidedText(m_titles.at(i), Qt::ElideRight, inner.width()));
    }
}

SlackMessage::SlackMessage(const Theme& theme, QWidget* parent)
    : QFrame(parent), m_theme(theme), m_sign(signIcon(theme))
{
    setObjectName(QStringLiteral("slackMessage"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(textLeft, inset + 20, inset, inset);
}

void SlackMessage::setMessage(const QString& text, const QJsonArray& blocks)
{
    setParts(console::messageParts(text, blocks));
}

void SlackMessage::setParts(const std::vector<MessagePart>& parts)
{
    if (m_body && parts == m_parts && m_builtWith == m_theme.text)
        return;
    m_parts = parts;
    build();
}

void SlackMessage::build()
{
    delete m_body;
    m_builtWith = m_theme.text;
    m_body = new QWidget(this);
    auto* inner = new QVBoxLayout(m_body);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(8);
    for (const MessagePart& part : m_parts)
        addPart(part, *inner);
    layout()->addWidget(m_body);
}

void SlackMessage::addPart(const MessagePart& part, QVBoxLayout& layout)
{
    using Sort = MessagePart::Sort;
    // Where contrast is asked for, lines are too dark to write upon.
    const QColor code = m_theme.highContrast ? m_theme.selection : m_theme.line;
    const console::MarkupColours colours{m_theme.accent.name(), code.name(), m_theme.line.name()};
    const auto html = [&](const QString& text) {
        return part.plain ? text.toHtmlEscaped().replace(u'\n', QLatin1String("<br/>"))
                          : console::markupToHtml(text, colours, m_nameOf);
    };
    switch (part.sort) {
        case Sort::Text: layout.addWidget(richText(html(part.text), fontFor(TextRole::Body), m_body)); return;
        case Sort::Heading: layout.addWidget(richText(html(part.text), fontFor(TextRole::Title), m_body)); return;
        case Sort::Quiet: layout.addWidget(richText(html(part.text), fontFor(TextRole::Secondary), m_body)); return;
        case Sort::Buttons: layout.addWidget(new SlackButtons(m_theme, part.items, m_body)); return;
        case Sort::Divider: {
            auto* line = new QFrame(m_body);
            line->setFrameShape(HLine);
            line->setFrameShadow(Plain);
            line->setForegroundRole(QPalette::Mid);
            layout.addWidget(line);
            return;
        }
        case Sort::Fields: {
            auto* grid = new QGridLayout;
            grid->setSpacing(8);
            for (int i = 0; i < part.items.size(); ++i)
                grid->addWidget(richText(html(part.items.at(i)), fontFor(TextRole::Body), m_body), i / 2, i % 2,
                                Qt::AlignTop);
            layout.addLayout(grid);
            return;
        }
        case Sort::Unknown: {
            auto* label = new TextLabel(m_theme, TextRole::Secondary, TextLabel::Fit::Wrapped, m_body);
            label->setText(tr("[%1: Slack shows it]", "a part of a message, by Slack's name").arg(part.text));
            label->setColour(&Theme::muted);
            layout.addWidget(label);
            return;
        }
    }
}

QWidget* SlackMessage::richText(const QString& html, const QFont& font, QWidget* parent)
{
    auto* label = new QLabel(parent);
    label->setObjectName(QStringLiteral("slackText"));
    label->setTextFormat(Qt::RichText);
    label->setFont(font);
    label->setWordWrap(true);
    label->setMinimumWidth(40);
    label->setText(html);
    return label;
}

void SlackMessage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.highContrast ? m_theme.text : m_theme.line);
    painter.setBrush(m_theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metric::noteRadius, metric::noteRadius);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.selection);
    painter.drawRoundedRect(QRectF(inset, inset, picture, picture), 5, 5);
    m_sign.paint(&painter, QRect(inset + 4, inset + 4, picture - 8, picture - 8));
    painter.setPen(m_theme.text);
    painter.setFont(fontFor(TextRole::Heading));
    const QString name = QStringLiteral("Refrain");
    const QRect head(textLeft, inset - 2, width() - textLeft - inset, 20);
    painter.drawText(head, Qt::AlignVCenter | Qt::AlignLeft, name);
    paintTag(painter, head.adjusted(painter.fontMetrics().horizontalAdvance(name) + 8, 0, 0, 0),
             tr("App", "as Slack marks a program's messages"), m_theme);
}

void SlackMessage::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    // Later: the application walks through its widgets just now, and none may go meanwhile.
    if (event->type() == QEvent::StyleChange && m_body && m_builtWith != m_theme.text)
        QTimer::singleShot(0, this, [this] { setParts(std::vector(m_parts)); });
}

}  // namespace refrain::ui
