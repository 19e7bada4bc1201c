#pragma once

#include "base/clock.h"
#include "console/desk/desk.h"
#include "console/links/deeplink.h"
#include "domain/receiptid.h"
#include "ui/common/theme.h"
#include "ui/shell/findoffer.h"

#include <QObject>
#include <QTimeZone>
#include <QTimer>

#include <functional>
#include <memory>

class QUrl;

namespace refrain::ui {

class CategoriesScreen;
class ChangeNotices;
class MainWindow;
class NotificationsScreen;
class QuickFind;
class Screen;
class Settings;
class SubjectScreen;
class TrayNotice;

/// One signed-in workspace in the main window: builds its screens and ties them to its desk. Owns the desk; while it
/// lives, the window shows it. A new screen is one line in the constructor.
class Workspace final : public QObject {
    Q_OBJECT

public:
    Workspace(const Theme& theme, Settings& settings, const Clock& clock, const QTimeZone& zone, MainWindow& window,
              std::unique_ptr<console::Desk> desk, std::function<bool(const QUrl&)> openInBrowser = {});
    ~Workspace() override;

    [[nodiscard]] console::Desk& desk() { return *m_desk; }
    /// Begins to load and sync.
    void start();
    /// Asks first where changes wait; ended() follows.
    void signOut();
    /// Shows somebody, as soon as the directory has them.
    void open(const SubjectId& subject);
    /// One more sentence for the status line; empty takes it away.
    void setNotice(const QString& sentence);

signals:
    /// The People table shows its first rows.
    void ready();
    /// The whole directory is in the tables.
    void whole();
    /// Signed out, revoked or expired: sign in again.
    void ended(const QString& sentence);
    /// A link was typed or pasted; it may lead to another workspace.
    void linkWanted(const refrain::console::DeepLink& link);
    /// The window is to be seen: something needs a person.
    void attentionWanted();
    /// An admin wants to connect a channel by its webhook.
    void channelConnectionWanted();

private:
    void addSavedViews();
    void showStatus();
    void showProgress();
    void show(Screen* screen);
    void showPeople(const QString& filter);
    void reveal(const SubjectId& subject);
    void connectFind();
    [[nodiscard]] FindOffers commands();
    [[nodiscard]] FindOffers records(const QString& typed);
    void showReceipt(const ReceiptId& id);
    void showNotification(const QString& id);
    void leave();

    const Theme& m_theme;
    Settings& m_settings;
    MainWindow& m_window;
    const Clock& m_clock;
    QTimeZone m_zone;
    std::unique_ptr<console::Desk> m_desk;
    SubjectScreen* m_people;
    SubjectScreen* m_channels;
    NotificationsScreen* m_notifications;
    CategoriesScreen* m_categories;
    std::unique_ptr<QuickFind> m_find;
    std::unique_ptr<ChangeNotices> m_notices;
    std::unique_ptr<TrayNotice> m_tray;
    SubjectId m_awaited;  ///< A link's, until the directory has them.
    QString m_notice;
    bool m_leaving = false;
    QTimer m_tick;
};

}  // namespace refrain::ui
