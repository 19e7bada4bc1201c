#include "ui/common/statepanel.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace refrain::ui {

namespace {

constexpr int sentenceWidth = 360;
constexpr int leastWidth = 160;

}  // namespace

StatePanel::StatePanel(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_icon(new QLabel(this)),
      m_sentence(new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, this)),
      m_action(new QPushButton(this)),
      m_fold(new QPushButton(tr("Details"), this)),
      m_details(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this))
{
    m_action->setObjectName(QStringLiteral("stateAction"));
    m_fold->setObjectName(QStringLiteral("stateDetails"));
    m_fold->setProperty("link", true);
    m_fold->setCheckable(true);
    m_sentence->setObjectName(QStringLiteral("stateSentence"));
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setColour(&Theme::muted);
    m_details->setAlignment(Qt::AlignCenter);
    m_details->setColour(&Theme::muted);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addStretch(2);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_icon, m_sentence, m_action, m_fold, m_details})
        layout->addWidget(widget, 0, Qt::AlignHCenter);
    layout->addStretch(3);

    connect(m_action, &QPushButton::clicked, this, &StatePanel::actionTriggered);
    connect(m_fold, &QPushButton::toggled, m_details, &QWidget::setVisible);
}

void StatePanel::show(const QString& iconName, const QString& sentence, const QString& action, const QString& details)
{
    m_icon->setPixmap(icon(iconName, m_theme, &Theme::muted).pixmap(QSize(32, 32), devicePixelRatioF()));
    m_sentence->setText(sentence);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_details->setText(details);
    fit();
    m_fold->setVisible(!details.isEmpty());
    m_fold->setChecked(false);
    m_details->hide();
    QWidget::show();
}

void StatePanel::fit()
{
    // Centred in the layout, they would be given the width of a word and the height of one line.
    const int wide = qBound(leastWidth, width() - 40, sentenceWidth);
    for (TextLabel* label : {m_sentence, m_details}) {
        label->setFixedWidth(wide);
        label->setMinimumHeight(qMax(0, label->heightForWidth(wide)));
    }
}

QSize StatePanel::minimumSizeHint() const
{
    return {leastWidth + 40, QWidget::minimumSizeHint().height()};
}

void StatePanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

}  // namespace refrain::ui
