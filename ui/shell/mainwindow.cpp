#include "ui/shell/mainwindow.h"

#include "ui/common/access/accessible.h"
#include "ui/common/icons.h"
#include "ui/common/noticebar.h"
#include "ui/common/screen.h"
#include "ui/common/settings.h"
#include "ui/common/windowplace.h"
#include "ui/shell/headerbar.h"
#include "ui/shell/screenkeys.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/statusline.h"

#include <QAbstractItemView>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

namespace refrain::ui {

namespace {

/// A name and four marks.
constexpr int leastBeside = 360;

}  // namespace

MainWindow::MainWindow(const Theme& theme, Settings& settings, QWidget* parent)
    : QWidget(parent),
      m_settings(settings),
      m_header(new HeaderBar(theme, this)),
      m_body(new QWidget(this)),
      m_splitter(new QSplitter(Qt::Horizontal, m_body)),
      m_pages(new QStackedWidget(m_splitter)),
      m_inspectors(new QStackedWidget(m_splitter)),
      m_status(new StatusLine(theme, this)),
      m_notice(new NoticeBar(theme, m_body)),
      m_theme(theme),
      m_inspectorOpen(settings.isInspectorOpen())
{
    installAccessibility();
    setObjectName(QStringLiteral("MainWindow"));
    setWindowTitle(QStringLiteral("Refrain"));
    setWindowIcon(programIcon());
    setAttribute(Qt::WA_StyledBackground);
    setMinimumSize(560, 340);  // of 1280 x 800 at twice the size, a frame and a panel leave no more

    m_inspectors->setObjectName(QStringLiteral("inspectorPane"));
    m_inspectors->setProperty("ground", QStringLiteral("window"));
    m_inspectors->setAttribute(Qt::WA_StyledBackground);
    m_splitter->setObjectName(QStringLiteral("bodySplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setCollapsible(0, false);
    m_splitter->setCollapsible(1, false);

    auto* bodyLayout = new QHBoxLayout(m_body);
    bodyLayout->setContentsMargins(0, 0, 0, 0);
    bodyLayout->setSpacing(0);
    bodyLayout->addWidget(m_splitter, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_body, 1);
    layout->addWidget(m_status);

    m_body->installEventFilter(this);
    connect(m_header, &HeaderBar::inspectorToggled, this, [this](bool open) {
        if (open)
            openInspector();
        else
            closeInspector();
    });
    connect(m_splitter, &QSplitter::splitterMoved, this,
            [this] { m_settings.setInspectorWidth(m_inspectors->width()); });
    addShortcuts();
    if (!m_settings.restoreWindow(*this))
        resize(QSize(1440, 900).boundedTo(screen()->availableSize() - QSize(40, 60)));
    else if (!isMaximized() && !isFullScreen() && !screen()->availableGeometry().contains(geometry()))
        placeOver(*this, size());  // The screen that it stood on was larger.
    m_status->hide();
    m_inspectors->hide();
}

MainWindow::~MainWindow() = default;

void MainWindow::showPage(QWidget* page)
{
    dropScreens();
    m_page = page;
    m_pages->addWidget(page);
    m_pages->setCurrentWidget(page);
    m_status->hide();
    page->setFocus();
    arrange();
}

void MainWindow::showScreens(const QList<Screen*>& screens)
{
    dropScreens();
    m_sidebar = new Sidebar(m_theme, m_body);
    static_cast<QHBoxLayout*>(m_body->layout())->insertWidget(0, m_sidebar);
    connect(m_sidebar, &Sidebar::chosen, this, &MainWindow::goToScreen);
    for (Screen* screen : screens)
        addScreen(screen);
    m_status->show();
    if (!m_screens.isEmpty())
        showScreen(0);
    arrange();
}

void MainWindow::addScreen(Screen* screen)
{
    if (screen->beginsGroup())
        m_sidebar->addSeparator();
    const int index = m_sidebar->addScreen(screen->name(), screen->iconName(), screen->title(), screen->isNested());
    m_sidebar->setKey(index, screenKey(index));
    m_screens << screen;
    m_pages->addWidget(screen);
    lookAfterLists(*screen);
    QWidget* inspector = screen->inspector();
    m_inspectorOf << inspector;
    if (inspector)
        m_inspectors->addWidget(inspector);
    const auto offer = [this, screen, index] {
        m_sidebar->setOffered(index, screen->isOffered());
        if (!screen->isOffered() && screen == currentScreen() && index > 0)
            showScreen(0);
    };
    offer();
    connect(screen, &Screen::offerChanged, m_sidebar, offer);
    connect(screen, &Screen::countChanged, m_sidebar, [this, index](qint64 n) { m_sidebar->setCount(index, n); });
    connect(screen, &Screen::said, m_notice, [this](const QString& sentence) { m_notice->say(sentence); });
    connect(screen, &Screen::undoWanted, this, &MainWindow::undoRequested);
    connect(screen, &Screen::besideWanted, this, [this, screen] {
        if (screen == currentScreen())
            showBeside();
    });
    connect(screen, &Screen::inspectorWanted, this, [this, screen] {
        if (screen != currentScreen())
            return;
        openInspector();
        focusBeside();
    });
}

void MainWindow::lookAfterLists(Screen& screen)
{
    for (QAbstractItemView* list : screen.findChildren<QAbstractItemView*>()) {
        if (qobject_cast<QTableView*>(list) && list->accessibleName().isEmpty())
            list->setAccessibleName(screen.title());
        // In a narrow window whoever clicks a row looks for what can be done with it.
        if (list->objectName().isEmpty() || list->property("staysOnClick").toBool())
            continue;
        connect(list, &QAbstractItemView::clicked, this, [this, &screen] {
            if (&screen == currentScreen())
                showBeside();
        });
    }
    for (QWidget* part : screen.findChildren<QWidget*>()) {
        if (part->property("foot").toBool())
            part->installEventFilter(this);
    }
}

int MainWindow::footHeight() const
{
    const Screen* screen = currentScreen();
    int high = 0;
    for (const QWidget* part : screen ? screen->findChildren<QWidget*>() : QList<QWidget*>()) {
        if (part->property("foot").toBool() && part->isVisibleTo(screen))
            high = qMax(high, part->height());
    }
    return high;
}

void MainWindow::dropScreens()
{
    m_notice->dismiss();
    for (QWidget* part : std::initializer_list<QWidget*>{m_header, m_splitter, m_inspectors})
        part->setEnabled(true);
    // Screens go before their inspectors: they hold the pointers.
    for (Screen* screen : std::exchange(m_screens, {}))
        delete screen;
    for (QWidget* inspector : std::exchange(m_inspectorOf, {}))
        delete inspector;
    delete std::exchange(m_page, nullptr);
    delete std::exchange(m_sidebar, nullptr);
}

void MainWindow::showScreen(int index)
{
    Screen* screen = m_screens.at(index);
    m_pages->setCurrentWidget(screen);
    m_notice->raise();
    if (QWidget* inspector = m_inspectorOf.at(index))
        m_inspectors->setCurrentWidget(inspector);
    m_sidebar->setCurrent(index);
    m_overlayOpen = false;
    arrange();
    screen->mainPane()->setFocus(Qt::OtherFocusReason);
    screen->entered();
    emit screenShown(screen);
}

void MainWindow::setSidebarFoot(QWidget* foot)
{
    m_sidebar->setFoot(foot);
    arrange();
}

void MainWindow::setBusy(const QString& sentence)
{
    m_notice->say(sentence);
    m_notice->stay();
    for (QWidget* part : std::initializer_list<QWidget*>{m_header, m_splitter, m_inspectors, m_sidebar}) {
        if (part)
            part->setEnabled(false);
    }
}

Screen* MainWindow::currentScreen() const
{
    return qobject_cast<Screen*>(m_pages->currentWidget());
}

bool MainWindow::isOverlay() const
{
    return width() < metric::overlayBelow;
}

void MainWindow::openInspector()
{
    if (isOverlay()) {
        m_overlayOpen = true;
    } else {
        m_inspectorOpen = true;
        m_settings.setInspectorOpen(true);
    }
    arrange();
}

void MainWindow::showBeside()
{
    // In a wide window it stands there already, unless somebody closed it.
    if (isOverlay() && fitsBeside())
        openInspector();
}

void MainWindow::closeInspector()
{
    if (isOverlay()) {
        m_overlayOpen = false;
    } else {
        m_inspectorOpen = false;
        m_settings.setInspectorOpen(false);
    }
    arrange();
    if (Screen* screen = currentScreen())
        screen->mainPane()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::arrange()
{
    const Screen* screen = currentScreen();
    const bool has = screen && m_inspectorOf.at(m_screens.indexOf(screen));
    const bool overlay = isOverlay();
    // Beside the details of a narrow window the screens stand as icons: names, marks and buttons keep their room.
    if (m_sidebar)
        m_sidebar->setIconsOnly(width() < metric::iconBarBelow || (overlay && has && m_overlayOpen));
    if (overlay != (m_inspectors->parentWidget() == m_body)) {
        if (overlay)
            m_inspectors->setParent(m_body);
        else
            m_splitter->addWidget(m_inspectors);
        m_inspectors->setProperty("overlay", overlay);
        m_inspectors->style()->polish(m_inspectors);
    }
    m_header->setInspectorToggle(has, has && (overlay ? m_overlayOpen : m_inspectorOpen), overlay);
    m_inspectors->setVisible(has && (overlay ? m_overlayOpen : m_inspectorOpen));
    placeInspector();
}

int MainWindow::inspectorRoom() const
{
    return qMax(m_settings.inspectorWidth(), m_inspectors->minimumSizeHint().width());
}

bool MainWindow::fitsBeside() const
{
    const int side = !m_sidebar ? 0 : isOverlay() ? metric::sidebarIconWidth : m_sidebar->width();
    return m_body->width() - side - inspectorRoom() >= leastBeside;
}

void MainWindow::placeInspector()
{
    const bool shown = m_inspectors->isVisibleTo(m_body);
    const int wide = inspectorRoom();
    const int side = m_sidebar ? m_sidebar->width() : 0;
    // The table makes way for the details as long as names and marks still fit beside them.
    const bool lies = shown && isOverlay();
    const bool fits = fitsBeside();
    m_body->layout()->setContentsMargins(0, 0, lies && fits ? wide : 0, 0);
    if (lies) {
        m_inspectors->setGeometry(m_body->width() - wide, 0, wide, m_body->height());
        m_inspectors->raise();
    } else if (shown) {
        m_splitter->setSizes({m_splitter->width() - wide, wide});
    }
    // What is said stands over the page, and where the details lie on it, over both: its action is never covered.
    const bool covered = lies && !fits;
    const int room = m_body->width() - side - (shown && !covered ? wide : 0);
    m_notice->setRoom(QRect(side, 0, room, m_body->height() - footHeight()));
    m_notice->raise();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    m_settings.saveWindow(*this);
    QWidget::closeEvent(event);
    emit closed();
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_body && event->type() == QEvent::Resize)
        placeInspector();
    else if (watched != m_body && (event->type() == QEvent::Show || event->type() == QEvent::Hide))
        QMetaObject::invokeMethod(this, &MainWindow::placeInspector, Qt::QueuedConnection);
    return QWidget::eventFilter(watched, event);
}

}  // namespace refrain::ui
