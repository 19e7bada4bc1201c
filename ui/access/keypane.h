#pragma once

#include "base/secret.h"
#include "console/access/accesskeys.h"
#include "ui/common/inspectorpane.h"

class QLineEdit;
class QPushButton;

namespace refrain::ui {

class FactsList;
class NoteBox;
class RolePicker;
class TextLabel;

/// One API key beside the list; or the form for a new one, and then the key itself, shown this once. Asks nobody.
class KeyPane final : public InspectorPane {
    Q_OBJECT

public:
    struct Shown {
        console::AccessKey key;
        QString createdBy;
        QString createdAt;
        QString lastUsedAt;
        QString revokedAt;
    };

    explicit KeyPane(const Theme& theme);

    /// Wherever it goes from a new key, the key is forgotten.
    void showNothing();
    void showKey(const Shown& shown);
    void showForm();
    void showMade(const QString& name, const Secret& secret);
    /// A form half filled in, or a key that was not put away yet: nothing else is to be shown by itself.
    [[nodiscard]] bool isKept() const { return m_page == Page::Form || m_page == Page::Made; }
    [[nodiscard]] bool showsSecret() const { return m_page == Page::Made; }
    void setBusy(bool busy);
    void setProblem(const QString& sentence);

signals:
    void createWanted(const QString& name, refrain::Role role);
    void revokeWanted();
    void cancelWanted();
    /// The key was put away.
    void doneWanted();
    void copied();

private:
    enum class Page { Nothing, Key, Form, Made };

    QWidget* buildForm(const Theme& theme);
    QWidget* buildMade();
    void show(Page page);
    void updateButtons();

    Page m_page = Page::Nothing;
    bool m_isBusy = false;
    TextLabel* m_name;
    TextLabel* m_about;
    NoteBox* m_note;
    QWidget* m_form;
    QLineEdit* m_nameField;
    RolePicker* m_role;
    QPushButton* m_create;
    QPushButton* m_cancel;
    QWidget* m_made;
    QLineEdit* m_secret;
    QPushButton* m_copy;
    TextLabel* m_problem;
    FactsList* m_facts;
    QPushButton* m_revoke = nullptr;
};

}  // namespace refrain::ui
