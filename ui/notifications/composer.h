#pragma once

#include "console/sending/notifications.h"
#include "console/sending/recipientlist.h"
#include "ui/common/theme.h"
#include "ui/notifications/composepage.h"

#include <QObject>
#include <QTimer>

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class PreviewPane;

/// From a message that is being written to one that is sent: finds its recipients, asks who wants it, has it sent to
/// oneself first where it goes to many, asks once more, and sends it.
class Composer final : public QObject {
    Q_OBJECT

public:
    /// To more than so many it goes only after a test message; the backend holds to that too.
    static constexpr qint64 many = 100;

    /// REQUIRES: page and pane outlive this or are its window's.
    Composer(const Theme& theme, console::Desk& desk, ComposePage& page, PreviewPane& pane, QWidget* window);
    ~Composer() override;

    /// The page comes up: what may have changed meanwhile is asked anew.
    void begin();
    /// The message is made of this template, once it is known.
    void useTemplate(const QString& slug);
    /// Brings back what was thrown away last; false where there is nothing.
    bool undo();
    /// What was being written when the workspace was left; false where there is nothing, or not yet.
    bool restore();

signals:
    void sent(const QString& id);
    /// Nothing is to be sent.
    void left();
    void said(const QString& sentence);

private:
    enum class Test { None, Underway, Passed };

    void connectPage();
    void keepDraft();
    void resolve();
    void takeRecipients(const console::RecipientList& list);
    /// Of a list that is too long, how many are left out; else empty.
    [[nodiscard]] QString beyondText() const;
    void preview();
    void render();
    void changed();
    void update();
    void updateTest();
    void sendTest();
    void followTest(const QString& id);
    void takeTest(const console::NotificationDetail& detail);
    [[nodiscard]] bool needsApproval() const;
    void ask();
    void send();
    [[nodiscard]] console::NotificationDraft draft(std::vector<SubjectId> recipients);

    const Theme& m_theme;
    console::Desk& m_desk;
    ComposePage& m_page;
    PreviewPane& m_pane;
    QWidget* m_window;
    console::Notifications m_notifications;
    console::RecipientList m_list;
    console::CancelFlag m_cancelled;
    QTimer m_resolveSoon;
    quint64 m_generation = 0;
    bool m_isPreviewed = false;
    Test m_test = Test::None;
    QString m_testWords;  ///< What became of the test message.
    QString m_wantedTemplate;
    ComposePage::Written m_thrownAway;
    bool m_restored = false;
    QByteArray m_key;  ///< Of this very message; empty once it is changed.
};

}  // namespace refrain::ui
