#include "ui/shell/statusline.h"

#include "ui/common/labels.h"
#include "ui/shell/statusitem.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

namespace refrain::ui {

namespace {

TextLabel* newLabel(const Theme& theme, QWidget* parent)
{
    auto* label = new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Elided, parent);
    label->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    return label;
}

}  // namespace

StatusLine::StatusLine(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_itemRow(new QHBoxLayout),
      m_progress(new QProgressBar(this)),
      m_progressText(newLabel(theme, this)),
      m_act(new QPushButton(this)),
      m_directory(new StatusItem(theme, QStringLiteral("statusDirectory"), this))
{
    setObjectName(QStringLiteral("statusLine"));
    setAccessibleName(tr("Status"));
    setFixedHeight(metric::statusHeight);
    m_act->setObjectName(QStringLiteral("statusAct"));
    m_act->setProperty("link", true);
    m_act->setFont(fontFor(TextRole::Secondary));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(120);
    m_progressText->setColour(&Theme::muted);

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 1, 16, 0);
    layout->setSpacing(12);
    m_itemRow->setSpacing(20);
    layout->addLayout(m_itemRow);
    layout->addStretch(1);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_progressText, m_progress, m_act, m_directory})
        layout->addWidget(widget);
    setProgress({});
    connect(m_directory, &StatusItem::clicked, this, [this] { emit wanted(m_directory->about()); });
    connect(m_act, &QPushButton::clicked, this, &StatusLine::progressActed);
}

void StatusLine::setSentences(const std::vector<console::StatusSentence>& sentences)
{
    while (m_items.size() < qsizetype(sentences.size())) {
        auto* item = new StatusItem(m_theme, QStringLiteral("statusItem%1").arg(m_items.size()), this);
        m_itemRow->addWidget(item);
        m_items << item;
        connect(item, &StatusItem::clicked, this, [this, item] { emit wanted(item->about()); });
    }
    for (qsizetype i = 0; i < m_items.size(); ++i) {
        m_items.at(i)->setVisible(i < qsizetype(sentences.size()));
        if (i < qsizetype(sentences.size()))
            m_items.at(i)->setSentence(sentences[size_t(i)]);
    }
}

void StatusLine::setDirectory(const QString& text)
{
    m_directory->setVisible(!text.isEmpty());
    m_directory->setSentence({console::StatusSentence::Tone::Calm, text, console::StatusSentence::About::People});
}

void StatusLine::setProgress(const ProgressView& progress)
{
    const bool shown = !progress.text.isEmpty();
    m_progressText->setText(progress.text);
    m_progress->setMaximum(progress.thousandths < 0 ? 0 : 1000);
    m_progress->setValue(qMax(0, progress.thousandths));
    m_act->setText(progress.action);
    m_progressText->setVisible(shown);
    m_progress->setVisible(shown && progress.thousandths >= 0);
    m_act->setVisible(shown && !progress.action.isEmpty());
}

void StatusLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.window);
    painter.fillRect(0, 0, width(), 1, m_theme.line);
}

}  // namespace refrain::ui
