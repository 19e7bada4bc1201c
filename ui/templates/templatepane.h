#pragma once

#include "console/sending/templates.h"
#include "ui/common/inspectorpane.h"
#include "ui/common/slackmessage.h"

class QComboBox;
class QPushButton;

namespace refrain::ui {

class FactsList;
class NoteBox;
class TextLabel;

/// A template beside the list or beside its editor: what it yields, as it looks, and what may be done. Asks nobody.
class TemplatePane final : public InspectorPane {
    Q_OBJECT

public:
    struct Shown {
        console::StoredTemplate stored;
        QList<std::pair<QString, QString>> facts;
        bool mayEdit = false;
        bool maySend = false;
        bool isWritten = false;  ///< It is being written beside: nothing can be pressed here.
    };

    TemplatePane(const Theme& theme, SlackMessage::NameOf nameOf);

    void showNothing() { showContent(false); }
    void show(const Shown& shown);
    void setCategories(const std::vector<Category>& categories);
    /// Whose buttons stand below the preview.
    [[nodiscard]] CategorySlug category() const;
    /// What it yields; an error says why that is nothing.
    void setRendered(const Result<console::RenderedMessage>& message);
    /// Who may not try it sees no preview, and why.
    void setNotTried(const QString& sentence);
    void setProblem(const QString& sentence);
    void setBusy(bool busy);

signals:
    void editWanted();
    void messageWanted();
    void archiveWanted();
    void categoryChanged();

private:
    QWidget* buildButtons();

    TextLabel* m_title;
    TextLabel* m_about;
    QPushButton* m_edit = nullptr;
    QPushButton* m_write = nullptr;
    QPushButton* m_archive = nullptr;
    TextLabel* m_problem;
    QComboBox* m_category;
    SlackMessage* m_message;
    NoteBox* m_note;
    FactsList* m_facts;
};

}  // namespace refrain::ui
