#pragma once

#include "base/id.h"
#include "domain/category.h"
#include "ui/common/theme.h"
#include "ui/notifications/messagefield.h"

#include <QWidget>

#include <vector>

class QButtonGroup;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace refrain::ui {

class NoteBox;
class TextLabel;

/// A message as it is written: of which category, the text, and to whom. Asks nobody and sends nothing.
class ComposePage final : public QWidget {
    Q_OBJECT

public:
    enum class To { People, Channels, List };
    /// What is typed, all of it.
    struct Written {
        CategorySlug category;
        MessageField::Written message;
        To to = To::List;
        QString list;
        QString filter;

        /// For Desk::drafts(); empty where nothing would be lost.
        [[nodiscard]] QJsonObject draft() const;
        [[nodiscard]] static Written fromDraft(const QJsonObject& draft);
        [[nodiscard]] bool isEmpty() const
        {
            return message == MessageField::Written() && list.isEmpty() && filter.isEmpty();
        }
    };

    ComposePage(const Theme& theme, QWidget* parent);

    void setCategories(const std::vector<Category>& categories);
    void setWritten(const Written& written);
    [[nodiscard]] Written written() const;
    [[nodiscard]] CategorySlug category() const;
    [[nodiscard]] MessageField& message() { return *m_message; }
    [[nodiscard]] To to() const;
    /// What is typed beside the choice of to().
    [[nodiscard]] QString toText() const;

    /// How many recipients there are and how many of them get it; `canShow`: there is somebody to look at.
    void setRecipientsText(const QString& sentence, bool canShow);
    /// What of the list or the filter was nobody's; empty takes it away.
    void setTrouble(const QString& sentence);
    /// What the primary button does, and whether it may.
    void setSend(const QString& action, bool enabled);
    /// The test message to oneself: what is to be said of it, and whether it can be sent now. Empty hides it.
    void setTest(const QString& headline, const QString& sentence, bool canSend);
    /// Meanwhile nothing is sent. The buttons stay as they are, and the focus with them.
    void setBusy(bool busy) { m_isBusy = busy; }
    /// Why it was not sent; empty takes it away.
    void setProblem(const QString& sentence);
    void focusFirst();

signals:
    void edited();
    void recipientsEdited();
    /// Somebody wants to see who gets it.
    void previewWanted();
    void sendWanted();
    void testWanted();
    void cancelWanted();

private:
    QWidget* buildMessage(const Theme& theme);
    QWidget* buildRecipients(const Theme& theme);
    QWidget* buildButtons();
    TextLabel* label(const Theme& theme, const QString& text, QWidget* parent, QWidget* field = nullptr);
    void showChoice();
    void updateButtons();

    QComboBox* m_category;
    MessageField* m_message;
    QButtonGroup* m_to;
    QLineEdit* m_filter;
    QPlainTextEdit* m_list;
    TextLabel* m_recipients;
    QPushButton* m_show;
    TextLabel* m_trouble;
    NoteBox* m_test;
    QPushButton* m_sendTest;
    TextLabel* m_problem;
    QPushButton* m_send;
    bool m_canSend = false;
    bool m_canTest = false;
    bool m_isBusy = false;
};

}  // namespace refrain::ui
