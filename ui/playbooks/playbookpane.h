#pragma once

#include "console/sending/playbooks.h"
#include "ui/common/inspectorpane.h"

class QComboBox;
class QGridLayout;
class QPushButton;
class QVBoxLayout;

namespace refrain::ui {

class FactsList;
class NoteBox;
class SlackMessage;
class TextLabel;

/// One playbook beside the list: what it does, how it stands, what people see of it, and what may be done. Asks nobody.
class PlaybookPane final : public InspectorPane {
    Q_OBJECT

public:
    struct Shown {
        console::Playbook playbook;
        console::PlaybookCopy copy;     ///< Version 0: the library's own.
        std::optional<Category> about;  ///< What an announcement tells of.
        QString stateAbout;             ///< Who published it and when.
        QList<std::pair<QString, QString>> facts;
        bool mayAct = false;
        bool isWritten = false;  ///< It is being written beside: nothing can be pressed here.
    };

    explicit PlaybookPane(const Theme& theme);

    void showNothing() { showContent(false); }
    void show(const Shown& shown);
    /// The language in which it is shown; where the playbook has it.
    void setLanguage(const QString& language);
    void setProblem(const QString& sentence);
    void setBusy(bool busy);

signals:
    void useWanted();
    void customiseWanted();
    void publishWanted();
    void unpublishWanted();
    /// The announcement, to oneself alone.
    void testWanted();
    void notificationWanted();

private:
    QWidget* buildButtons();
    void showState();
    void showMessages();
    void showLanguages();

    const Theme& m_theme;
    Shown m_shown;
    TextLabel* m_title;
    TextLabel* m_about;
    NoteBox* m_note;
    QGridLayout* m_grid = nullptr;
    QPushButton* m_use = nullptr;
    QPushButton* m_publish = nullptr;
    QPushButton* m_customise = nullptr;
    QPushButton* m_unpublish = nullptr;
    QPushButton* m_test = nullptr;
    QPushButton* m_open = nullptr;
    TextLabel* m_problem;
    TextLabel* m_description;
    TextLabel* m_heading;
    QComboBox* m_language;
    QVBoxLayout* m_messages;
    QList<std::pair<TextLabel*, SlackMessage*>> m_rows;
    FactsList* m_facts;
    QString m_wanted;  ///< Language.
};

}  // namespace refrain::ui
