#pragma once

#include "domain/category.h"
#include "ui/common/inspectorpane.h"
#include "ui/common/theme.h"

#include <vector>

class QPushButton;

namespace refrain::ui {

class CategoryForm;
class NoteBox;
class TextLabel;

/// One category beside the list: its fields, and before anything is saved what that would mean for people. Asks nobody
/// and sends nothing.
class CategoryEditor final : public InspectorPane {
    Q_OBJECT

public:
    /// What is shown, and on what it is based.
    struct Draft {
        Category before;  ///< As it is in force; an empty slug for a new one.
        Category after;   ///< As the fields have it.
        [[nodiscard]] bool isNew() const { return before.slug.isEmpty(); }
        [[nodiscard]] bool isDirty() const { return before != after; }
    };

    explicit CategoryEditor(const Theme& theme, QWidget* parent = nullptr);

    void showNothing();
    /// `parents`: what may be its group.
    void showDraft(const Draft& draft, const std::vector<Category>& parents, bool mayEdit);
    [[nodiscard]] Draft draft() const;
    /// What saving would mean, the gravest first; `isGrave` colours it. Empty: nothing was edited.
    void setImpact(const QStringList& sentences, bool isGrave);
    /// Why it cannot be, or was not, saved; empty takes it away.
    void setProblem(const QString& sentence);
    void setSavable(bool savable);
    /// What the button would undo; empty: nothing.
    void setUndoText(const QString& text);
    void focusFirst();

signals:
    void edited();
    void saveWanted();
    void discardWanted();
    /// Away with it, or back again.
    void archiveWanted();
    void undoWanted();

private:
    QWidget* buildButtons();
    void updateButtons();

    const Theme& m_theme;
    Category m_before;
    bool m_shown = false;
    bool m_mayEdit = false;
    TextLabel* m_name;
    TextLabel* m_about;
    CategoryForm* m_form;
    NoteBox* m_impact;
    TextLabel* m_problem;
    QPushButton* m_save;
    QPushButton* m_discard;
    QPushButton* m_archive;
    QPushButton* m_undo;
};

}  // namespace refrain::ui
