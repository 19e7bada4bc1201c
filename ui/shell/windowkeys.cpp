#include "ui/common/contexthelp.h"
#include "ui/common/noticebar.h"
#include "ui/common/screen.h"
#include "ui/help/helpwindow.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/screenkeys.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/shell/sidebar.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLineEdit>
#include <QLocale>
#include <QShortcut>
#include <QStackedWidget>

namespace refrain::ui {

namespace {

bool takesFocus(const QWidget& part)
{
    return part.isVisible() && part.isEnabled() && (part.focusPolicy() & Qt::TabFocus);
}

}  // namespace

// What the keys of the window do; ShortcutSheet lists them.

void MainWindow::addShortcuts()
{
    const auto on = [this](const QKeySequence& keys, auto act) {
        auto* shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    on(Qt::Key_F6, &MainWindow::moveBetweenPanes);
    on(Qt::Key_Escape, &MainWindow::escape);
    on(QKeySequence::Undo, &MainWindow::undoRequested);
    on(Qt::CTRL | Qt::Key_K, &MainWindow::findRequested);
    on(Qt::Key_Slash, [this] {
        QLineEdit* filter = m_screens.isEmpty() ? nullptr : currentScreen()->filterField();
        if (filter) {
            filter->setFocus(Qt::ShortcutFocusReason);
            filter->selectAll();
        }
    });
    connect(new ContextHelp(m_theme, this), &ContextHelp::manualWanted, this, &MainWindow::openManual);
    on(Qt::SHIFT | Qt::Key_F1, &MainWindow::openManual);
    on(Qt::Key_Question, &MainWindow::showKeys);
    for (int i = 0; i < int(maxScreenKeys); ++i) {
        on(screenKey(i), [this, i] {
            if (i < m_screens.size() && m_screens.at(i)->isOffered())
                goToScreen(i);
        });
    }
    on(Qt::CTRL | Qt::Key_PageDown, [this] { stepScreen(+1); });
    on(Qt::CTRL | Qt::Key_PageUp, [this] { stepScreen(-1); });
}

void MainWindow::goToScreen(int index)
{
    // What was said is of the screen that is left; what must stay is in the status line.
    if (m_screens.at(index) != currentScreen())
        m_notice->dismiss();
    showScreen(index);
}

void MainWindow::stepScreen(int by)
{
    for (qsizetype at = m_screens.indexOf(currentScreen()) + by; at >= 0 && at < m_screens.size(); at += by) {
        if (m_screens.at(at)->isOffered()) {
            goToScreen(int(at));
            return;
        }
    }
}

void MainWindow::showKeys()
{
    QList<std::pair<QString, QString>> screens;
    for (int i = 0; i < m_screens.size(); ++i) {
        if (m_screens.at(i)->isOffered())
            screens << std::pair{screenKey(i).toString(QKeySequence::NativeText), m_screens.at(i)->title()};
    }
    auto* sheet = new ShortcutSheet(m_theme, screens, this);
    sheet->show();
    sheet->activateWindow();
}

void MainWindow::openManual()
{
    if (!m_manual)
        m_manual = new HelpWindow(m_theme, Manual::load(QLocale().name()), this);
    m_manual->showPage(currentScreen() ? currentScreen()->name() : QStringLiteral("index"));
}

void MainWindow::moveBetweenPanes()
{
    if (m_screens.isEmpty())
        return;
    QList<QWidget*> panes{m_sidebar, m_pages->currentWidget()};
    if (m_inspectors->isVisible())
        panes << m_inspectors->currentWidget();
    const QWidget* focused = QApplication::focusWidget();
    qsizetype at = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (focused && (panes.at(i) == focused || panes.at(i)->isAncestorOf(focused)))
            at = i + 1;
    }
    QWidget* next = panes.at(at % panes.size());
    if (next == m_sidebar)
        m_sidebar->focusCurrent();
    else if (next == currentScreen())
        currentScreen()->mainPane()->setFocus(Qt::ShortcutFocusReason);
    else
        focusBeside();
}

void MainWindow::focusBeside()
{
    QWidget* pane = m_inspectors->currentWidget();
    QWidget* first = pane->focusPolicy() & Qt::TabFocus ? pane : nullptr;
    for (QWidget* part = pane->nextInFocusChain(); part != pane && !first; part = part->nextInFocusChain()) {
        if (pane->isAncestorOf(part) && takesFocus(*part))
            first = part;
    }
    // A list before the buttons above it: Enter, Enter must not pause what goes out.
    for (QAbstractItemView* list : pane->findChildren<QAbstractItemView*>()) {
        if (first && first != pane && takesFocus(*list)) {
            first = list;
            break;
        }
    }
    if (first)
        first->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::escape()
{
    Screen* screen = currentScreen();
    if (!screen)
        return;
    if (isOverlay() && m_overlayOpen)
        closeInspector();
    else
        screen->mainPane()->setFocus(Qt::ShortcutFocusReason);
}

}  // namespace refrain::ui
