#include "ui/access/memberpane.h"

#include "ui/access/personpicker.h"
#include "ui/access/rolepicker.h"
#include "ui/common/factslist.h"
#include "ui/common/labels.h"
#include "ui/common/notebox.h"
#include "ui/common/subjectname.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace refrain::ui {

MemberPane::MemberPane(const Theme& theme, console::SubjectTable& people)
    : InspectorPane(theme, QStringLiteral("membersInspector"),
                    tr("Choose somebody to see what they may do here, and to change it."), nullptr),
      m_name(new TextLabel(theme, TextRole::Title, TextLabel::Fit::Wrapped, content())),
      m_about(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, content())),
      m_note(new NoteBox(theme, content())),
      m_person(new PersonPicker(theme, people, content())),
      m_roleHeading(new TextLabel(theme, TextRole::Heading, TextLabel::Fit::Wrapped, content())),
      m_role(new RolePicker(theme, {Role::Viewer, Role::Support, Role::Sender, Role::Admin}, content())),
      m_problem(new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, content())),
      m_facts(new FactsList(theme, content()))
{
    setFocusPolicy(Qt::NoFocus);
    m_name->setObjectName(QStringLiteral("memberName"));
    m_about->setColour(&Theme::muted);
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_roleHeading->setText(tr("Role"));
    m_problem->setObjectName(QStringLiteral("memberProblem"));
    m_problem->setColour(&Theme::danger);
    auto* layout = new QVBoxLayout(content());
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(8);
    layout->addWidget(m_name);
    layout->addWidget(m_about);
    layout->addWidget(m_note);
    layout->addWidget(m_person);
    layout->addSpacing(4);
    layout->addWidget(m_roleHeading);
    layout->addWidget(m_role);
    layout->addWidget(m_problem);
    layout->addWidget(buildButtons());
    layout->addSpacing(8);
    layout->addWidget(m_facts);
    layout->addStretch();
    connect(m_role, &RolePicker::chosen, this, &MemberPane::updateButtons);
    connect(m_person, &PersonPicker::chosen, this, [this] {
        setProblem({});
        updateButtons();
    });
    showNothing();
}

QWidget* MemberPane::buildButtons()
{
    auto* box = new QWidget(content());
    m_act = new QPushButton(box);
    m_act->setObjectName(QStringLiteral("saveRole"));
    m_act->setProperty("primary", true);
    m_remove = new QPushButton(tr("Take the role away"), box);
    m_remove->setObjectName(QStringLiteral("removeMember"));
    m_cancel = new QPushButton(tr("Cancel"), box);
    m_cancel->setObjectName(QStringLiteral("cancelMember"));
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QPushButton* button : {m_act, m_remove, m_cancel})
        row->addWidget(button);
    row->addStretch();
    connect(m_act, &QPushButton::clicked, this, &MemberPane::act);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (!m_isBusy)
            emit removeWanted();
    });
    connect(m_cancel, &QPushButton::clicked, this, &MemberPane::cancelWanted);
    return box;
}

void MemberPane::showNothing()
{
    m_shown.reset();
    m_isNew = false;
    showContent(false);
}

void MemberPane::showMember(const Shown& shown)
{
    const bool another = !m_shown || m_shown->member.id != shown.member.id;
    const bool other = another || m_shown->member != shown.member;
    m_shown = shown;
    m_isNew = false;
    const QString name = shown.member.name.isEmpty() ? shown.member.id.toString() : shown.member.name;
    m_name->setText(shown.isSelf ? tr("%1 (you)").arg(inSentence(name)) : name);
    m_about->setText(shown.about);
    m_about->show();
    if (m_person->field().hasFocus())
        m_role->focusChosen();
    m_person->hide();
    if (shown.isLastAdmin)
        m_note->setNote(tr("This is the only admin."),
                        tr("Somebody must be able to give roles, so this one stays. Make somebody else admin first."));
    else
        m_note->setNote({}, {});
    m_facts->setFacts({{tr("Given by"), shown.grantedBy}, {tr("Since"), shown.since}});
    m_facts->show();
    if (other)  // What is half chosen is not lost to news about something else.
        m_role->setRole(shown.member.role);
    if (another)
        setProblem({});
    updateButtons();
    showContent(true);
}

void MemberPane::showNew()
{
    m_shown.reset();
    m_isNew = true;
    m_name->setText(tr("Give somebody a role"));
    m_about->setText(tr("They sign in with Slack, in their own console."));
    m_note->setNote({}, {});
    m_facts->hide();
    m_person->clear();
    m_person->show();
    m_role->setRole(Role::Support);
    setProblem({});
    updateButtons();
    showContent(true);
    m_person->field().setFocus(Qt::OtherFocusReason);
}

void MemberPane::setBusy(bool busy)
{
    m_isBusy = busy;
}

void MemberPane::setProblem(const QString& sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void MemberPane::act()
{
    if (m_isBusy)
        return;
    if (m_isNew)
        emit giveWanted(m_person->person(), m_role->role());
    else
        emit changeWanted(m_role->role());
}

void MemberPane::updateButtons()
{
    const bool isFixed = m_shown && m_shown->isLastAdmin;
    m_act->setText(m_isNew ? tr("Give the role") : tr("Change the role"));
    const bool canAct = m_isNew ? !m_person->person().isEmpty() : m_shown && m_role->role() != m_shown->member.role;
    m_role->setEnabled(!isFixed);
    // Where the button that was pressed has nothing more to do, the focus stays beside it.
    if (m_act->hasFocus() && (!canAct || isFixed))
        m_role->focusChosen();
    m_act->setEnabled(!isFixed && canAct);
    m_remove->setVisible(!m_isNew);
    m_remove->setEnabled(!isFixed);
    m_cancel->setVisible(m_isNew);
}

}  // namespace refrain::ui
