#include "ui/workspace.h"

#include "console/audit/auditreader.h"
#include "console/table/subjecttable.h"
#include "console/views/viewcounts.h"
#include "ui/access/keysscreen.h"
#include "ui/access/membersscreen.h"
#include "ui/activity/activityscreen.h"
#include "ui/approvals/approvalsscreen.h"
#include "ui/bulk/bulkdesk.h"
#include "ui/categories/categoriesscreen.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/noticebar.h"
#include "ui/common/screen.h"
#include "ui/common/timetext.h"
#include "ui/imports/importsscreen.h"
#include "ui/insights/insightsscreen.h"
#include "ui/notifications/notificationsscreen.h"
#include "ui/people/changenotices.h"
#include "ui/people/savedviewlist.h"
#include "ui/people/subjectscreens.h"
#include "ui/playbooks/playbooksscreen.h"
#include "ui/shell/headerbar.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/quickfind.h"
#include "ui/shell/statusline.h"
#include "ui/sync/syncscreen.h"
#include "ui/templates/templatesscreen.h"
#include "ui/tray/traynotice.h"
#include "ui/workflows/workflowsscreen.h"

#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

namespace refrain::ui {

namespace {

/// Only for those who may.
QPushButton* newConnectChannelButton(console::Desk& desk)
{
    auto* button = new QPushButton(Workspace::tr("Connect…"));
    button->setObjectName(QStringLiteral("connectChannel"));
    button->setToolTip(Workspace::tr("Connect a channel by its webhook"));
    button->setAccessibleName(button->toolTip());
    button->setWhatsThis(Workspace::tr(
        "Connect a channel\nSlack asks in the browser which channel it shall be. Senders can then write to it, also "
        "where the app is not a member."));
    const auto show = [button, &desk] { button->setVisible(desk.mayAdminister()); };
    QObject::connect(&desk, &console::Desk::workspaceChanged, button, show);
    show();
    return button;
}

}  // namespace

Workspace::Workspace(const Theme& theme, Settings& settings, const Clock& clock, const QTimeZone& zone,
                     MainWindow& window, std::unique_ptr<console::Desk> desk,
                     std::function<bool(const QUrl&)> openInBrowser)
    : m_theme(theme), m_settings(settings), m_window(window), m_clock(clock), m_zone(zone), m_desk(std::move(desk))
{
    console::Desk& d = *m_desk;
    m_people = new SubjectScreen(theme, settings, clock, zone, d, d.people(), peopleKind());
    m_channels = new SubjectScreen(theme, settings, clock, zone, d, d.channels(), channelsKind());
    QPushButton* connectChannel = newConnectChannelButton(d);
    m_channels->addToBar(connectChannel);
    auto* sync = new SyncScreen(theme, clock, zone, d);
    auto* imports = new ImportsScreen(theme, settings, clock, zone, d);
    auto* activity = new ActivityScreen(theme, clock, zone, d.audit(), d);
    auto* playbooks = new PlaybooksScreen(theme, zone, d);
    m_notifications = new NotificationsScreen(theme, clock, zone, d);
    auto* templates = new TemplatesScreen(theme, clock, zone, d);
    auto* workflows = new WorkflowsScreen(theme, clock, zone, d);
    m_categories = new CategoriesScreen(theme, d);
    auto* insights = new InsightsScreen(theme, clock, zone, d);
    auto* approvals = new ApprovalsScreen(theme, clock, zone, d);
    m_window.showScreens({m_people, m_channels, m_categories, playbooks, m_notifications, workflows, templates,
                          activity, sync, approvals, imports, insights, new MembersScreen(theme, clock, zone, d),
                          new KeysScreen(theme, clock, zone, d)});
    addSavedViews();
    m_notices = std::make_unique<ChangeNotices>(d, m_window.notice());
    connectFind();
    for (SubjectScreen* screen : {m_people, m_channels}) {
        screen->setOpenPage(openInBrowser);
        connect(screen, &SubjectScreen::subjectWanted, this, &Workspace::reveal);
        connect(screen, &SubjectScreen::receiptWanted, this, &Workspace::showReceipt);
        connect(screen, &SubjectScreen::notificationWanted, this, &Workspace::showNotification);
        connect(screen, &SubjectScreen::importWanted, imports, [this, imports] {
            show(imports);
            imports->begin();
        });
    }
    const auto lookForAwaited = [this] {
        if (!m_awaited.isEmpty())
            open(m_awaited);
    };
    connect(&d.people(), &console::SubjectTable::rowsAdded, this, lookForAwaited);
    connect(&d, &console::Desk::progressChanged, this, lookForAwaited);
    m_tray = std::make_unique<TrayNotice>(theme, d, settings);
    connect(m_tray.get(), &TrayNotice::clicked, this, &Workspace::attentionWanted);
    connect(sync, &SyncScreen::subjectWanted, this, &Workspace::reveal);
    const auto showRun = [this, sync](const QString& id) {
        show(sync);
        sync->reveal(id);
    };
    for (SubjectScreen* screen : {m_people, m_channels})
        connect(screen, &SubjectScreen::runWanted, this, showRun);
    connect(activity, &ActivityScreen::subjectWanted, this, &Workspace::reveal);
    connect(activity, &ActivityScreen::takeBackWanted, this,
            [this](const console::BulkAct& act, const std::vector<console::BulkItem>& items) {
                const bool ofChannels = !items.empty() && m_desk->tableOf(items.front().subject) == &m_desk->channels();
                SubjectScreen* screen = ofChannels ? m_channels : m_people;
                show(screen);
                screen->bulk().takeBack(act, items);
            });
    for (Screen* screen : std::initializer_list<Screen*>{m_people, m_channels, imports}) {
        connect(screen, &Screen::requestWanted, approvals, [this, approvals](const QString& id) {
            show(approvals);
            approvals->reveal(id);
        });
    }
    connect(activity, &ActivityScreen::importUndoWanted, this, [this, imports](const QString& id) {
        show(imports);
        imports->undoImport(id);
    });
    connect(insights, &InsightsScreen::opened, this, [this, activity, showRun](const PlotTarget& target) {
        switch (target.kind) {
            case PlotTarget::Kind::None: break;
            case PlotTarget::Kind::Activity:
                show(activity);
                activity->showOnly(target.filter);
                break;
            case PlotTarget::Kind::Notification: showNotification(target.id); break;
            case PlotTarget::Kind::Sync: showRun(target.id); break;
        }
    });
    connect(connectChannel, &QPushButton::clicked, this, &Workspace::channelConnectionWanted);
    connect(playbooks, &PlaybooksScreen::notificationWanted, this, &Workspace::showNotification);
    connect(workflows, &WorkflowsScreen::notificationWanted, this, &Workspace::showNotification);
    connect(templates, &TemplatesScreen::messageWanted, this, [this](const QString& slug) {
        show(m_notifications);
        m_notifications->composeFrom(slug);
    });
    connect(m_people, &SubjectScreen::rowsShown, this, &Workspace::ready);
    connect(&m_window, &MainWindow::undoRequested, m_notices.get(), [this] {
        if (!m_window.currentScreen()->undo())
            m_notices->undoLast();
    });
    connect(&d, &console::Desk::statusChanged, this, &Workspace::showStatus);
    connect(&d, &console::Desk::progressChanged, this, &Workspace::showProgress);
    connect(&m_window.statusLine(), &StatusLine::progressActed, this, [this] {
        if (m_desk->progress().stopped)
            m_desk->continueSync();
        else
            m_desk->stopSync();
    });
    connect(&m_window.statusLine(), &StatusLine::wanted, this,
            [this, activity, sync, approvals](console::StatusSentence::About about) {
                using About = console::StatusSentence::About;
                switch (about) {
                    case About::Nothing: break;
                    case About::Log: show(activity); break;
                    case About::Exchanges: show(sync); break;
                    case About::People: showPeople({}); break;
                    case About::Approvals: show(approvals); break;
                }
            });
    connect(sync, &SyncScreen::peopleWanted, this, [this] { showPeople({}); });
    connect(m_categories, &CategoriesScreen::peopleWanted, this, &Workspace::showPeople);
    connect(&d.people(), &console::SubjectTable::rowsAdded, this, &Workspace::showStatus);
    connect(&d, &console::Desk::workspaceChanged, this, &Workspace::showStatus);
    connect(&d, &console::Desk::connectionChanged, this, [this](const console::ConnectionState& state) {
        if (state.kind == console::ConnectionState::Kind::SessionEnded)
            emit ended(state.sentence);
    });
    // "synced 2 min ago" goes stale by itself.
    m_tick.setInterval(20'000);
    connect(&m_tick, &QTimer::timeout, this, &Workspace::showStatus);
    connect(&m_tick, &QTimer::timeout, &d.viewCounts(), &console::ViewCounts::timePassed);
    m_tick.start();
    showStatus();
    showProgress();
}

void Workspace::addSavedViews()
{
    auto* views = new SavedViewList(m_theme, *m_desk);
    m_window.setSidebarFoot(views);
    connect(views, &SavedViewList::wanted, this, [this](const QString& filter, bool ofChannels) {
        SubjectScreen* screen = ofChannels ? m_channels : m_people;
        show(screen);
        screen->setFilter(filter);
    });
    connect(views, &SavedViewList::said, &m_window.notice(),
            [this](const QString& sentence) { m_window.notice().say(sentence); });
    connect(&m_window, &MainWindow::screenShown, views, [this, views](Screen* screen) {
        const bool lists = screen == m_people || screen == m_channels;
        views->setShown(lists ? screen->filterField()->text() : QString(), screen == m_channels);
    });
    for (SubjectScreen* screen : {m_people, m_channels}) {
        connect(screen->filterField(), &QLineEdit::textChanged, views,
                [this, views, screen](const QString& filter) { views->setShown(filter, screen == m_channels); });
    }
}

Workspace::~Workspace()
{
    // The screens look at the desk: they go first.
    m_find.reset();
    m_tray.reset();
    m_notices.reset();
    m_window.showScreens({});
    m_window.header().setWorkspace({});
    m_window.setWindowTitle(QStringLiteral("Refrain"));
    m_window.header().setAccount({});
    m_window.statusLine().setSentences({});
    m_window.statusLine().setDirectory({});
    m_window.statusLine().setProgress({});
}

void Workspace::start()
{
    m_desk->start();
}

void Workspace::signOut()
{
    const std::vector<console::LocalChange>& outbox = m_desk->outbox();
    const int waiting =
        int(std::count_if(outbox.begin(), outbox.end(), [](const console::LocalChange& c) { return c.isOpen(); }));
    if (m_leaving)
        return;
    if (waiting == 0) {
        leave();
        return;
    }
    const QString who = m_desk->workspace().userName;
    auto* dialog = new ConfirmDialog(
        m_theme,
        {tr("Sign out while %1 change(s) wait?", nullptr, waiting).arg(grouped(waiting)),
         tr("What waits is not in force. It is kept on this computer, and sent when %1 signs in again here.").arg(who),
         tr("Sign out")},
        &m_window);
    connect(dialog, &QDialog::accepted, this, &Workspace::leave);
    dialog->open();
}

void Workspace::leave()
{
    m_leaving = true;
    // The backend may take its time: meanwhile it is said what goes on, and nothing more can be begun.
    m_window.setBusy(tr("Signing out."));
    m_desk->signOut();
}

void Workspace::setNotice(const QString& sentence)
{
    m_notice = sentence;
    showStatus();
}

void Workspace::showStatus()
{
    const console::WorkspaceInfo& info = m_desk->workspace();
    const QString name = info.name.isEmpty() ? info.id : info.name;
    m_window.header().setWorkspace(name);
    m_window.setWindowTitle(name.isEmpty() ? QStringLiteral("Refrain") : tr("%1 – Refrain", "workspace").arg(name));
    m_window.header().setAccount(info.userName);
    std::vector<console::StatusSentence> sentences = m_desk->statusSummary();
    if (!m_notice.isEmpty())
        sentences.push_back({console::StatusSentence::Tone::Waiting, m_notice});
    m_window.statusLine().setSentences(sentences);
    const int count = m_desk->people().rowCount();
    const QString people = tr("Directory: %1 people", nullptr, count).arg(grouped(count));
    m_window.statusLine().setDirectory(
        info.directorySyncedAt
            ? people + tr(", synced %1").arg(relativeTime(info.directorySyncedAt, m_clock.now(), m_zone))
            : people);
}

void Workspace::showProgress()
{
    const console::LoadProgress& progress = m_desk->progress();
    m_window.statusLine().setProgress(progressView(progress, m_clock.now()));
    if (progress.stage == console::LoadProgress::Stage::Done)
        emit whole();
}

void Workspace::show(Screen* screen)
{
    m_window.showScreen(int(m_window.screens().indexOf(screen)));
}

void Workspace::showPeople(const QString& filter)
{
    show(m_people);
    m_people->setFilter(filter);
}

void Workspace::reveal(const SubjectId& subject)
{
    const bool channel = m_desk->tableOf(subject) == &m_desk->channels();
    SubjectScreen* screen = channel ? m_channels : m_people;
    show(screen);
    screen->reveal(subject);
}

void Workspace::showNotification(const QString& id)
{
    show(m_notifications);
    m_notifications->reveal(id);
}

}  // namespace refrain::ui
