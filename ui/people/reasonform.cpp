#include "ui/people/reasonform.h"

#include "ui/common/labels.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace refrain::ui {

ReasonForm::ReasonForm(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      m_who(new QButtonGroup(this)),
      m_reason(new QLineEdit(this)),
      m_ticket(new QLineEdit(this)),
      m_problem(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this))
{
    auto* heading = new TextLabel(theme, TextRole::Heading, TextLabel::Fit::Wrapped, this);
    heading->setText(tr("Who asked?"));
    auto* whoRow = new QHBoxLayout;
    whoRow->setSpacing(6);
    const std::pair<RequestedBy, QString> answers[] = {{RequestedBy::Person, tr("The person")},
                                                       {RequestedBy::Staff, tr("Us")},
                                                       {RequestedBy::Legal, tr("A legal request")}};
    for (const auto& [value, text] : answers) {
        auto* button = new QPushButton(text, this);
        button->setObjectName(QStringLiteral("asked-") + toString(value));
        button->setCheckable(true);
        m_who->addButton(button, int(value));
        whoRow->addWidget(button);
    }
    whoRow->addStretch();
    reset();
    m_reason->setObjectName(QStringLiteral("reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setMaxLength(500);
    m_ticket->setObjectName(QStringLiteral("ticket"));
    m_ticket->setPlaceholderText(tr("Ticket"));
    m_ticket->setAccessibleName(tr("Ticket"));
    m_ticket->setMaximumWidth(104);
    setWhatsThis(
        tr("Who asked?\nGoes along with every change and into the audit log. What the person or the law asked "
           "for binds: who turned it off is asked before it is turned back. What you do on your own account you "
           "may take back yourself."));
    setReasonNeeded(false);
    m_problem->setColour(&Theme::danger);
    m_problem->hide();

    auto* fields = new QHBoxLayout;
    fields->setSpacing(6);
    fields->addWidget(m_reason, 1);
    fields->addWidget(m_ticket);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 12);
    layout->setSpacing(8);
    layout->addWidget(heading);
    layout->addLayout(whoRow);
    layout->addLayout(fields);
    layout->addWidget(m_problem);

    connect(m_reason, &QLineEdit::textEdited, m_problem, &QWidget::hide);
    for (QLineEdit* field : {m_reason, m_ticket})
        connect(field, &QLineEdit::returnPressed, this, &ReasonForm::submitted);
}

void ReasonForm::reset()
{
    m_who->button(int(RequestedBy::Staff))->setChecked(true);
}

void ReasonForm::setAbout(SubjectKind kind)
{
    m_who->button(int(RequestedBy::Person))
        ->setText(kind == SubjectKind::Channel ? tr("Its managers") : tr("The person"));
}

RequestedBy ReasonForm::requestedBy() const
{
    return RequestedBy(m_who->checkedId());
}

QString ReasonForm::reason() const
{
    return m_reason->text().trimmed();
}

QString ReasonForm::ticket() const
{
    return m_ticket->text().trimmed();
}

void ReasonForm::setReasonNeeded(bool needed)
{
    m_reason->setPlaceholderText(needed ? tr("Reason (needed)") : tr("Reason"));
}

void ReasonForm::askForReason()
{
    m_problem->setText(tr("Say in a few words why, then press Enter: your role needs a reason with every change."));
    m_problem->show();
    m_reason->setFocus(Qt::OtherFocusReason);
}

}  // namespace refrain::ui
