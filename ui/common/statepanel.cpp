#include "ui/common/statepanel.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace refrain::ui {

namespace {

constexpr int sentenceWidth = 360;

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
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setColour(&Theme::muted);
    m_details->setAlignment(Qt::AlignCenter);
    m_details->setColour(&Theme::muted);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    for (TextLabel* label : {m_sentence, m_details})
        label->setMinimumWidth(sentenceWidth);

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
    // Centred in the layout, they would be given the height of one line.
    m_sentence->setMinimumHeight(qMax(0, m_sentence->heightForWidth(sentenceWidth)));
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_details->setText(details);
    m_details->setMinimumHeight(qMax(0, m_details->heightForWidth(sentenceWidth)));
    m_fold->setVisible(!details.isEmpty());
    m_fold->setChecked(false);
    m_details->hide();
    QWidget::show();
}

}  // namespace refrain::ui
