#include "ui/approvals/ruledialog.h"

#include "ui/common/labels.h"
#include "ui/common/wheelguard.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSpinBox>

namespace refrain::ui {

RuleDialog::RuleDialog(const Theme& theme, const ApprovalPolicy& policy, bool isActive, QWidget* parent)
    : QDialog(parent),
      m_before(policy),
      m_isActive(isActive),
      m_on(new QCheckBox(tr("A second admin has to approve"), this)),
      m_note(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this))
{
    setObjectName(QStringLiteral("approvalRuleDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What needs approval"));
    setMinimumWidth(440);
    m_on->setObjectName(QStringLiteral("ruleOn"));
    m_on->setChecked(policy.on);
    const QString above = tr("Acts and messages for more people than");
    const QString hours = tr("Hours that a request waits");
    m_above = box("ruleAbove", above, int(ApprovalPolicy::smallestAbove), int(ApprovalPolicy::largestAbove),
                  int(policy.above));
    m_hours = box("ruleHours", hours, 1, int(ApprovalPolicy::longestWait), int(policy.expiresAfterHours));
    m_note->setObjectName(QStringLiteral("ruleNote"));
    m_note->setColour(&Theme::muted);
    m_save = new QPushButton(this);
    m_save->setObjectName(QStringLiteral("ruleSave"));
    m_save->setProperty("primary", true);
    m_save->setDefault(true);
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(QStringLiteral("ruleCancel"));
    auto* form = new QFormLayout;
    form->addRow(above, m_above);
    form->addRow(hours, m_hours);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(m_on);
    layout->addLayout(form);
    layout->addWidget(m_note);
    layout->addLayout(row);
    connect(m_on, &QCheckBox::toggled, this, &RuleDialog::update);
    connect(m_above, &QSpinBox::valueChanged, this, &RuleDialog::update);
    connect(m_hours, &QSpinBox::valueChanged, this, &RuleDialog::update);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        emit saved(this->policy());
        accept();
    });
    update();
}

QSpinBox* RuleDialog::box(const char* name, const QString& words, int smallest, int largest, int value)
{
    auto* made = new QSpinBox(this);
    made->setObjectName(QLatin1String(name));
    made->setAccessibleName(words);
    made->setRange(smallest, largest);
    made->setGroupSeparatorShown(true);
    made->setValue(value);
    new WheelGuard(made);
    return made;
}

ApprovalPolicy RuleDialog::policy() const
{
    return {m_on->isChecked(), m_above->value(), m_hours->value()};
}

void RuleDialog::update()
{
    const bool needsApproval = m_isActive && isWeaker(m_before, policy());
    m_above->setEnabled(m_on->isChecked());
    m_hours->setEnabled(m_on->isChecked());
    m_note->setText(needsApproval
                        ? tr("A weaker rule needs a second admin's approval itself: until then the present one holds.")
                        : tr("Whatever overrides a person's own no needs approval whatever its size. It all holds as "
                             "soon as there are two admins."));
    m_save->setText(needsApproval ? tr("Send for approval") : tr("Save"));
    m_save->setEnabled(policy() != m_before);
}

}  // namespace refrain::ui
