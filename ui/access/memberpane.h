#pragma once

#include "console/access/members.h"
#include "domain/subject.h"
#include "ui/common/inspectorpane.h"

#include <optional>

class QPushButton;

namespace refrain::console {
class SubjectTable;
}

namespace refrain::ui {

class FactsList;
class NoteBox;
class PersonPicker;
class RolePicker;
class TextLabel;

/// One member beside the list, with the role to be changed or taken away; or somebody who is to get their first one.
/// Asks nobody.
class MemberPane final : public InspectorPane {
    Q_OBJECT

public:
    struct Shown {
        console::Member member;
        QString about;      ///< "bea@acme.test · U0001"
        QString grantedBy;  ///< A name.
        QString since;
        bool isSelf = false;
        bool isLastAdmin = false;  ///< Neither role nor place can be taken away.
    };

    MemberPane(const Theme& theme, console::SubjectTable& people);

    void showNothing();
    void showMember(const Shown& shown);
    /// Somebody new; what was typed is forgotten.
    void showNew();
    [[nodiscard]] bool isNew() const { return m_isNew; }
    /// Meanwhile nothing is asked for; the buttons keep their looks and the focus.
    void setBusy(bool busy);
    /// Why it was not done; empty takes it away.
    void setProblem(const QString& sentence);

signals:
    void giveWanted(const refrain::SubjectId& person, refrain::Role role);
    void changeWanted(refrain::Role role);
    void removeWanted();
    void cancelWanted();

private:
    QWidget* buildButtons();
    void act();
    void updateButtons();

    std::optional<Shown> m_shown;
    bool m_isNew = false;
    bool m_isBusy = false;
    TextLabel* m_name;
    TextLabel* m_about;
    NoteBox* m_note;
    PersonPicker* m_person;
    TextLabel* m_roleHeading;
    RolePicker* m_role;
    TextLabel* m_problem;
    FactsList* m_facts;
    QPushButton* m_act;
    QPushButton* m_remove;
    QPushButton* m_cancel;
};

}  // namespace refrain::ui
