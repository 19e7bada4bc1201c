#pragma once

#include "ui/common/theme.h"

#include <QList>
#include <QPointer>
#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace refrain::ui {

class HeaderBar;
class HelpWindow;
class NoticeBar;
class Screen;
class Settings;
class Sidebar;
class StatusLine;

/// Places what others build: header, sidebar, the current screen, its inspector, status line. Below 1,100 px the
/// inspector is a drawer, which stands beside the table while a name and its marks still fit there and lies over it
/// where they do not; below 900 px the sidebar shows icons. Knows no screen by name.
class MainWindow final : public QWidget {
    Q_OBJECT

public:
    MainWindow(const Theme& theme, Settings& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] HeaderBar& header() { return *m_header; }
    [[nodiscard]] StatusLine& statusLine() { return *m_status; }
    /// Lies over the foot of whichever page is in front.
    [[nodiscard]] NoticeBar& notice() { return *m_notice; }

    /// One page over the whole middle (connecting); takes ownership of it, and of the screens shown before.
    void showPage(QWidget* page);
    /// The screens of a workspace, in order; takes ownership.
    void showScreens(const QList<Screen*>& screens);
    void showScreen(int index);
    /// Below the screens in the sidebar; takes ownership. Goes with the screens.
    void setSidebarFoot(QWidget* foot);
    /// Says what goes on and takes no more input, until other screens or a page are shown.
    void setBusy(const QString& sentence);
    [[nodiscard]] const QList<Screen*>& screens() const { return m_screens; }
    [[nodiscard]] Screen* currentScreen() const;

    void openInspector();
    void showBeside();
    /// How wide the details are, and whether the page still has room left of them.
    [[nodiscard]] int inspectorRoom() const;
    [[nodiscard]] bool fitsBeside() const;
    void closeInspector();

    /// The list of keys.
    void showKeys();
    /// The manual, at the screen in front.
    void openManual();

signals:
    void screenShown(refrain::ui::Screen* screen);
    void undoRequested();
    void findRequested();
    /// The window was closed: everything may end.
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addShortcuts();
    void goToScreen(int index);
    void stepScreen(int by);
    void addScreen(Screen* screen);
    void dropScreens();
    void lookAfterLists(Screen& screen);
    /// What stands at the foot of the page and must not be covered.
    [[nodiscard]] int footHeight() const;
    void arrange();
    void placeInspector();
    void moveBetweenPanes();
    /// The details, or what in them takes the focus now.
    void focusBeside();
    void escape();
    [[nodiscard]] bool isOverlay() const;

    Settings& m_settings;
    HeaderBar* m_header;
    Sidebar* m_sidebar = nullptr;
    QWidget* m_body;
    QSplitter* m_splitter;
    QStackedWidget* m_pages;
    QStackedWidget* m_inspectors;
    StatusLine* m_status;
    NoticeBar* m_notice;
    QList<Screen*> m_screens;
    QList<QWidget*> m_inspectorOf;
    QWidget* m_page = nullptr;
    QPointer<HelpWindow> m_manual;
    const Theme& m_theme;
    bool m_inspectorOpen = true;
    bool m_overlayOpen = false;
};

}  // namespace refrain::ui
