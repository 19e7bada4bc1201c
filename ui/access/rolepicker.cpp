#include "ui/access/rolepicker.h"

#include "console/access/rolewords.h"
#include "ui/common/labels.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

namespace refrain::ui {

RolePicker::RolePicker(const Theme& theme, const std::vector<Role>& roles, QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    for (const Role role : roles) {
        auto* button = new QRadioButton(console::roleName(role), this);
        button->setObjectName(QStringLiteral("role-") + toString(role));
        button->setAccessibleDescription(console::roleMeaning(role));
        button->setWhatsThis(console::roleName(role) + u'\n' + console::roleMeaning(role));
        m_group->addButton(button, int(role));
        auto* meaning = new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, this);
        meaning->setText(console::roleMeaning(role));
        meaning->setColour(&Theme::muted);
        meaning->setContentsMargins(24, 0, 0, 6);
        layout->addWidget(button);
        layout->addWidget(meaning);
    }
    connect(m_group, &QButtonGroup::idClicked, this, [this](int id) { emit chosen(Role(id)); });
}

void RolePicker::setRole(Role role)
{
    if (QAbstractButton* button = m_group->button(int(role)))
        button->setChecked(true);
}

void RolePicker::focusChosen()
{
    if (QAbstractButton* button = m_group->checkedButton())
        button->setFocus(Qt::OtherFocusReason);
}

Role RolePicker::role() const
{
    return Role(m_group->checkedId());
}

}  // namespace refrain::ui
