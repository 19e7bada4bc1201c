#pragma once

#include "console/sending/notifications.h"
#include "console/sending/playbooks.h"
#include "ui/common/screen.h"
#include "ui/playbooks/playbookcards.h"
#include "ui/playbooks/playbookpane.h"

#include <QPointer>
#include <QTimeZone>

#include <functional>

class QListView;
class QStackedWidget;

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class FilterField;
class PlaybookEditor;
class Skeleton;
class StatePanel;

/// Ready flows: what they do, what people read then, and which of them this workspace uses. Whoever has a role sees
/// them; admins use, write and publish.
class PlaybooksScreen final : public Screen {
    Q_OBJECT

public:
    PlaybooksScreen(const Theme& theme, const QTimeZone& zone, console::Desk& desk);
    ~PlaybooksScreen() override;

    [[nodiscard]] QString name() const override { return QStringLiteral("playbooks"); }
    [[nodiscard]] QString title() const override { return tr("Playbooks"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("playbooks"); }
    [[nodiscard]] QWidget* inspector() override { return m_pane; }
    [[nodiscard]] QLineEdit* filterField() override;
    [[nodiscard]] QWidget* mainPane() override;
    void entered() override;
    bool undo() override;

signals:
    /// An announcement's journal is to be shown.
    void notificationWanted(const QString& id);

private:
    void build();
    void connectParts();
    void connectEditor();
    void load();
    void take();
    void showCards();
    [[nodiscard]] std::vector<PlaybookCard> cards() const;
    void choose(const QString& id);
    void showChosen();
    [[nodiscard]] PlaybookPane::Shown shownOf(const console::Playbook& playbook,
                                              const console::PlaybookCopy& copy) const;
    void begin(const console::Playbook& playbook, const console::PlaybookCopy& before,
               const console::PlaybookCopy& written);
    /// What brings back what is written now.
    [[nodiscard]] std::function<void()> backToWritten();
    void showWritten();
    void save(bool over);
    void leaveEditor();
    void keepDraft();
    /// Once: what was being written when the workspace was left.
    void restoreDraft();
    void keep(const console::PlaybookCopy& stored);
    void publish();
    void askToAnnounce(const console::Playbook& known, const console::PlaybookCopy& own,
                       const console::AnnouncementReach& reach, const std::function<void()>& act);
    void unpublish();
    void test();
    void ask(const QString& headline, const QString& text, const QString& action, const std::function<void()>& act);
    void run(QFuture<Result<console::PlaybookCopy>> act, const QString& sentence, std::function<void()> back);
    [[nodiscard]] const console::Playbook* playbook(const QString& slug) const;
    [[nodiscard]] const console::PlaybookCopy* copy(const QString& slug) const;
    [[nodiscard]] const console::PlaybookCopy* chosenCopy() const;
    [[nodiscard]] QString freeSlug(const QString& wish) const;

    const Theme& m_theme;
    QTimeZone m_zone;
    console::Desk& m_desk;
    console::Playbooks m_playbooks;
    console::Notifications m_notifications;
    QStackedWidget* m_pages;
    QWidget* m_listPage;
    FilterField* m_filter;
    QStackedWidget* m_body;
    QListView* m_view;
    StatePanel* m_state;
    Skeleton* m_skeleton;
    PlaybookCards* m_cards;
    PlaybookEditor* m_editor;
    QPointer<PlaybookPane> m_pane;
    std::vector<console::Playbook> m_library;
    std::vector<console::PlaybookCopy> m_copies;
    QString m_chosen;              ///< "copy:slug" or "library:slug".
    std::function<void()> m_back;  ///< Takes the last act back; empty: there is none.
    bool m_loaded = false;
    bool m_restored = false;
};

}  // namespace refrain::ui
