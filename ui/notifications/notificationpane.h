#pragma once

#include "console/sending/notifications.h"
#include "ui/notifications/recipientrows.h"

#include <QWidget>

class QProgressBar;
class QPushButton;
class QStackedLayout;
class QTableView;

namespace refrain::ui {

class FactsList;
class NoteBox;
class TextLabel;

/// One notification beside the list: how far it is, what may be done about it, and what became of each recipient.
/// Asks nobody.
class NotificationPane final : public QWidget {
    Q_OBJECT

public:
    struct Shown {
        console::SentNotification sent;
        QString category;  ///< Title.
        QString about;     ///< "by Alice, 22 Nov 2026, 10:12"
        bool mayAct = false;
    };

    NotificationPane(const Theme& theme, RecipientRows::NameOf nameOf, QWidget* parent);

    void showNothing();
    void show(const Shown& shown);
    void setBusy(bool busy);
    void setProblem(const QString& sentence);
    [[nodiscard]] RecipientRows& rows() { return *m_rows; }

signals:
    void actWanted(refrain::console::Notifications::Act act);

private:
    QWidget* buildContent(const Theme& theme);
    QWidget* buildButtons();
    void showNote(const console::SentNotification& sent);

    RecipientRows* m_rows;
    QStackedLayout* m_stack;
    QWidget* m_content;
    TextLabel* m_title;
    TextLabel* m_about;
    TextLabel* m_text;
    NoteBox* m_note;
    QProgressBar* m_progress;
    TextLabel* m_problem;
    FactsList* m_counts;
    QPushButton* m_pause;
    QPushButton* m_resume;
    QPushButton* m_cancel;
    QTableView* m_table;
};

}  // namespace refrain::ui
