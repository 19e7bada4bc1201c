#pragma once

#include "base/clock.h"
#include "console/desk/desk.h"
#include "ui/common/theme.h"
#include "ui/shell/findoffer.h"

#include <QObject>
#include <QTimeZone>
#include <QTimer>

#include <memory>

namespace refrain::ui {

class CategoriesScreen;
class ChangeNotices;
class MainWindow;
class NotificationsScreen;
class QuickFind;
class Screen;
class Settings;
class SubjectScreen;

/// One signed-in workspace in the main window: builds its screens and ties them to its desk. Owns the desk; while it
/// lives, the window shows it. A new screen is one line in the constructor.
class Workspace final : public QObject {
    Q_OBJECT

public:
    Workspace(const Theme& theme, Settings& settings, const Clock& clock, const QTimeZone& zone, MainWindow& window,
              std::unique_ptr<console::Desk> desk);
    ~Workspace() override;

    [[nodiscard]] console::Desk& desk() { return *m_desk; }
    /// Begins to load and sync.
    void start();
    /// Asks first where changes wait; ended() follows.
    void signOut();
    /// One more sentence for the status line; empty takes it away.
    void setNotice(const QString& sentence);

signals:
    /// The People table shows its first rows.
    void ready();
    /// The whole directory is in the tables.
    void whole();
    /// Signed out, revoked or expired: sign in again.
    void ended(const QString& sentence);
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
    QString m_notice;
    bool m_leaving = false;
    QTimer m_tick;
};

}  // namespace refrain::ui
