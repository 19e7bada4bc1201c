#include "ui/connect/progresspage.h"

#include "ui/common/icons.h"
#include "ui/common/labels.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace refrain::ui {

namespace {

QPushButton* newButton(const QString& name, const QString& text, QWidget* parent)
{
    auto* button = new QPushButton(text, parent);
    button->setObjectName(name);
    return button;
}

}  // namespace

ProgressPage::ProgressPage(const Theme& theme, QWidget* parent) : QWidget(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("progressPage"));
    auto* column = new QWidget(this);
    column->setFixedWidth(520);
    m_icon = new QLabel(column);
    m_title = new TextLabel(theme, TextRole::Figure, TextLabel::Fit::Wrapped, column);
    m_title->setObjectName(QStringLiteral("progressTitle"));
    m_sentence = new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, column);
    m_sentence->setObjectName(QStringLiteral("progressSentence"));
    m_sentence->setColour(&Theme::muted);
    m_addressRow = new QWidget(column);
    m_address = new QLineEdit(m_addressRow);
    m_address->setObjectName(QStringLiteral("signInAddress"));
    m_address->setReadOnly(true);
    m_address->setAccessibleName(tr("Address for the browser"));
    QPushButton* copy = newButton(QStringLiteral("copyAddress"), tr("Copy"), m_addressRow);
    m_action = newButton(QStringLiteral("progressAction"), {}, column);
    m_action->setProperty("primary", true);
    m_second = newButton(QStringLiteral("progressSecond"), {}, column);
    m_cancel = newButton(QStringLiteral("progressCancel"), tr("Cancel"), column);
    m_fold = newButton(QStringLiteral("progressDetails"), tr("Details"), column);
    m_fold->setProperty("link", true);
    m_fold->setCheckable(true);
    m_details = new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, column);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setColour(&Theme::muted);

    auto* addressLayout = new QHBoxLayout(m_addressRow);
    addressLayout->setContentsMargins(0, 0, 0, 0);
    addressLayout->setSpacing(8);
    addressLayout->addWidget(m_address, 1);
    addressLayout->addWidget(copy);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {m_action, m_second, m_cancel})
        buttons->addWidget(button);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addStretch(2);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_icon, m_title, m_sentence, m_addressRow})
        layout->addWidget(widget);
    layout->addLayout(buttons);
    layout->addWidget(m_fold, 0, Qt::AlignLeft);
    layout->addWidget(m_details);
    layout->addStretch(3);
    auto* outer = new QHBoxLayout(this);
    outer->addStretch();
    outer->addWidget(column);
    outer->addStretch();

    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_address->text()); });
    connect(m_action, &QPushButton::clicked, this, &ProgressPage::actionTriggered);
    connect(m_second, &QPushButton::clicked, this, &ProgressPage::secondTriggered);
    connect(m_cancel, &QPushButton::clicked, this, &ProgressPage::cancelled);
    connect(m_fold, &QPushButton::toggled, m_details, &QWidget::setVisible);
}

void ProgressPage::setContent(const Content& content)
{
    m_icon->setPixmap(icon(content.iconName, m_theme, content.isFailure ? &Theme::danger : &Theme::accent)
                          .pixmap(QSize(40, 40), devicePixelRatioF()));
    m_title->setText(content.title);
    m_sentence->setText(content.sentence);
    m_address->setText(content.address.toString(QUrl::FullyEncoded));
    m_address->setCursorPosition(0);
    m_addressRow->setVisible(!content.address.isEmpty());
    m_action->setText(content.action);
    m_action->setVisible(!content.action.isEmpty());
    m_second->setText(content.second);
    m_second->setVisible(!content.second.isEmpty());
    m_cancel->setText(!content.dismiss.isEmpty() ? content.dismiss : content.isFailure ? tr("Back") : tr("Cancel"));
    m_details->setText(content.details);
    m_fold->setVisible(!content.details.isEmpty());
    m_details->setVisible(m_fold->isChecked() && !content.details.isEmpty());
}

}  // namespace refrain::ui
