#pragma once

#include "base/clock.h"
#include "console/sending/notifications.h"
#include "ui/common/screen.h"
#include "ui/common/theme.h"
#include "ui/notifications/recipientrows.h"

#include <QPointer>
#include <QTimeZone>
#include <QTimer>

class QPushButton;
class QStackedWidget;

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class ComposePage;
class Composer;
class ListBody;
class NotificationPane;
class PreviewPane;

/// What was sent through Refrain, how far it is and who got it; and a new message. Whoever has a role sees it; senders
/// and admins send.
class NotificationsScreen final : public Screen {
    Q_OBJECT

public:
    NotificationsScreen(const Theme& theme, const Clock& clock, const QTimeZone& zone, console::Desk& desk);
    ~NotificationsScreen() override;

    [[nodiscard]] QString name() const override { return QStringLiteral("notifications"); }
    [[nodiscard]] QString title() const override { return tr("Notifications"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("notifications"); }
    [[nodiscard]] QWidget* inspector() override;
    [[nodiscard]] QWidget* mainPane() override;
    void entered() override;
    bool undo() override;
    /// Chooses one; where it is not in the list yet, once it is.
    void reveal(const QString& id);
    /// A new message, made of a template.
    void composeFrom(const QString& templateSlug);

private:
    void build();
    QWidget* buildBar();
    void connectParts();
    [[nodiscard]] bool maySend() const;
    void load();
    void loadMore();
    void take(const std::vector<console::SentNotification>& items);
    void showRows();
    void showChosen();
    void refreshChosen();
    void readChosen();
    void readMore(const QString& after);
    void showDetail(const console::NotificationDetail& detail);
    [[nodiscard]] bool isRunning() const;
    void act(console::Notifications::Act act);
    void order(const QString& id, console::Notifications::Act act);
    void compose();
    void restoreDraft();
    void showList();
    [[nodiscard]] const console::SentNotification* find(const QString& id) const;
    [[nodiscard]] QString titleOf(const CategorySlug& category) const;

    const Theme& m_theme;
    const Clock& m_clock;
    QTimeZone m_zone;
    console::Desk& m_desk;
    console::Notifications m_notifications;
    RecipientRows::NameOf m_nameOf;
    QStackedWidget* m_pages;
    QWidget* m_listPage;
    ListBody* m_list;
    QPushButton* m_new = nullptr;
    ComposePage* m_compose;
    QPointer<QStackedWidget> m_panes;
    NotificationPane* m_pane;
    PreviewPane* m_preview;
    Composer* m_composer;
    QTimer m_poll;
    std::vector<console::SentNotification> m_rows;  ///< Newest first.
    QString m_next;                                 ///< Where the older ones begin.
    QString m_wanted;                               ///< To be chosen once it is in the list.
    bool m_loaded = false;
    bool m_loadingMore = false;
    quint64 m_generation = 0;
};

}  // namespace refrain::ui
