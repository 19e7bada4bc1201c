#include "ui/notifications/notificationsscreen.h"

#include "console/desk/desk.h"
#include "ui/common/listbody.h"
#include "ui/common/subjectname.h"
#include "ui/common/timetext.h"
#include "ui/common/whendone.h"
#include "ui/notifications/composepage.h"
#include "ui/notifications/composer.h"
#include "ui/notifications/notificationpane.h"
#include "ui/notifications/notificationrows.h"
#include "ui/notifications/previewpane.h"
#include "ui/notifications/whydialog.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>

#include <algorithm>

namespace refrain::ui {

using console::NotificationDetail;
using console::NotificationPage;
using console::SentNotification;
using Act = console::Notifications::Act;

namespace {

constexpr int pageSize = 1000;

}  // namespace

NotificationsScreen::NotificationsScreen(const Theme& theme, const Clock& clock, const QTimeZone& zone,
                                         console::Desk& desk)
    : m_theme(theme),
      m_clock(clock),
      m_zone(zone),
      m_desk(desk),
      m_notifications(desk.calls()),
      m_nameOf([this](const SubjectId& id) { return shownName(m_desk, id); }),
      m_pages(new QStackedWidget(this)),
      m_listPage(new QWidget(m_pages)),
      m_list(new ListBody(theme, name(), {{tr("Message")}, {tr("Category")}, {tr("By")}, {tr("When")}, {tr("State")}},
                          {220, 120, 120, 92, 170}, 0, m_listPage)),
      m_compose(new ComposePage(theme, m_pages)),
      m_panes(new QStackedWidget),
      m_pane(new NotificationPane(theme, m_nameOf, m_panes)),
      m_preview(new PreviewPane(theme, m_nameOf, m_panes)),
      m_composer(new Composer(theme, desk, *m_compose, *m_preview, this))
{
    setObjectName(QStringLiteral("notificationsScreen"));
    build();
    connectParts();
}

NotificationsScreen::~NotificationsScreen() = default;

void NotificationsScreen::build()
{
    setProperty("ground", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    setWhatsThis(tr(
        "Notifications\nMessages that went out through Refrain: who got each, who did not, and why. Senders and admins "
        "write new ones; who opted out is skipped by itself."));
    m_panes->setObjectName(QStringLiteral("notificationsInspector"));
    m_panes->addWidget(m_pane);
    m_panes->addWidget(m_preview);
    m_list->table().setAccessibleName(tr("Notifications"));
    auto* listLayout = new QVBoxLayout(m_listPage);
    listLayout->setContentsMargins(0, 0, 0, 0);
    listLayout->setSpacing(0);
    listLayout->addWidget(buildBar());
    listLayout->addWidget(m_list, 1);
    m_pages->addWidget(m_listPage);
    m_pages->addWidget(m_compose);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
}

QWidget* NotificationsScreen::buildBar()
{
    auto* bar = new QWidget(m_listPage);
    m_new = new QPushButton(tr("Write a message"), bar);
    m_new->setObjectName(QStringLiteral("newNotification"));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(8);
    auto* why = new QPushButton(tr("Why did I get this?"), bar);
    why->setObjectName(QStringLiteral("whyThis"));
    row->addWidget(m_new);
    row->addStretch();
    row->addWidget(why);
    connect(why, &QPushButton::clicked, this, [this] {
        auto* dialog = new WhyDialog(m_theme, m_clock, m_zone, m_desk, this);
        connect(dialog, &WhyDialog::notificationWanted, m_list, &ListBody::choose);
        dialog->open();
    });
    connect(m_new, &QPushButton::clicked, this, &NotificationsScreen::compose);
    return bar;
}

void NotificationsScreen::connectParts()
{
    m_poll.setInterval(1000);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (!isVisible() || !isRunning())
            m_poll.stop();
        else
            load();
    });
    connect(m_list, &ListBody::chosenChanged, this, &NotificationsScreen::showChosen);
    connect(m_list, &ListBody::opened, this, &Screen::inspectorWanted);
    connect(m_list, &ListBody::actionTriggered, this, [this] {
        if (m_loaded)
            compose();
        else
            load();
    });
    connect(m_list->table().verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == m_list->table().verticalScrollBar()->maximum())
            loadMore();
    });
    connect(m_pane, &NotificationPane::actWanted, this, &NotificationsScreen::act);
    connect(&m_pane->rows(), &RecipientRows::moreWanted, this, &NotificationsScreen::readMore);
    connect(m_compose, &ComposePage::previewWanted, this, &Screen::inspectorWanted);
    connect(m_composer, &Composer::said, this, &Screen::said);
    connect(m_composer, &Composer::left, this, &NotificationsScreen::showList);
    connect(m_composer, &Composer::sent, this, [this](const QString& id) {
        m_wanted = id;
        showList();
        load();
    });
    connect(&m_desk, &console::Desk::workspaceChanged, this, [this] {
        m_new->setVisible(maySend());
        if (m_loaded)
            showRows();
        restoreDraft();
    });
    connect(&m_desk, &console::Desk::categoriesChanged, this, &NotificationsScreen::restoreDraft);
    connect(&m_desk, &console::Desk::connectionChanged, this, [this](const console::ConnectionState& state) {
        if (state.kind != console::ConnectionState::Kind::Online || !isVisible())
            return;
        load();
        if (m_pages->currentWidget() == m_compose)
            m_composer->begin();
    });
    m_new->setVisible(maySend());
}

bool NotificationsScreen::maySend() const
{
    return m_desk.role() == Role::Sender || m_desk.role() == Role::Admin;
}

QWidget* NotificationsScreen::inspector()
{
    return m_panes;
}

QWidget* NotificationsScreen::mainPane()
{
    return m_pages->currentWidget() == m_compose ? static_cast<QWidget*>(m_compose) : m_list->pane();
}

void NotificationsScreen::entered()
{
    load();
    restoreDraft();
    if (m_pages->currentWidget() != m_compose)
        return;
    m_composer->begin();
    emit besideWanted();
}

bool NotificationsScreen::undo()
{
    if (!m_composer->undo())
        return false;
    compose();
    return true;
}

void NotificationsScreen::load()
{
    if (!m_loaded)
        m_list->showLoading();
    whenDone(m_notifications.list(), this, [this](const Result<NotificationPage>& page) {
        if (!page && !m_loaded)
            m_list->showState(QStringLiteral("offline"), page.error().message(), tr("Try again"),
                              page.error().context());
        if (!page)
            return;
        if (!m_loaded)
            m_next = page->next;
        m_loaded = true;
        take(page->items);
        if (isRunning())
            m_poll.start();
    });
}

void NotificationsScreen::loadMore()
{
    if (m_next.isEmpty() || m_loadingMore)
        return;
    m_loadingMore = true;
    whenDone(m_notifications.list(m_next), this, [this](const Result<NotificationPage>& page) {
        m_loadingMore = false;
        if (!page) {
            emit said(page.error().message());
            return;
        }
        m_next = page->next;
        take(page->items);
    });
}

void NotificationsScreen::take(const std::vector<SentNotification>& items)
{
    for (const SentNotification& item : items) {
        const auto known = std::find_if(m_rows.begin(), m_rows.end(), [&](const SentNotification& sent) {
            return sent.notification.id == item.notification.id;
        });
        if (known == m_rows.end())
            m_rows.push_back(item);
        else
            *known = item;
    }
    std::sort(m_rows.begin(), m_rows.end(), [](const SentNotification& a, const SentNotification& b) {
        return std::tuple(-a.notification.createdAt, a.notification.id) <
               std::tuple(-b.notification.createdAt, b.notification.id);
    });
    showRows();
}

void NotificationsScreen::showRows()
{
    std::vector<TextRow> rows;
    rows.reserve(m_rows.size());
    for (const SentNotification& sent : m_rows)
        rows.push_back(listRow(sent, titleOf(sent.notification.category), m_clock.now(), m_zone));
    m_list->setNone(QStringLiteral("notifications"),
                    maySend() ? tr("Nothing was sent through Refrain yet.")
                              : tr("Nothing was sent through Refrain yet. Senders and admins can."),
                    maySend() ? tr("Write a message") : QString());
    m_list->setRows(std::move(rows));
    if (!m_wanted.isEmpty() && find(m_wanted))
        m_list->choose(std::exchange(m_wanted, {}));
    else if (m_list->chosen().isEmpty() && !m_rows.empty())
        m_list->choose(m_rows.front().notification.id);
    else
        refreshChosen();
}

void NotificationsScreen::showChosen()
{
    ++m_generation;
    if (!m_panes)
        return;
    const SentNotification* sent = find(m_list->chosen());
    m_pane->showNothing();
    if (sent)
        refreshChosen();
}

void NotificationsScreen::refreshChosen()
{
    if (const SentNotification* sent = find(m_list->chosen()))
        showDetail({*sent, {}, {}});
    readChosen();
}

void NotificationsScreen::readChosen()
{
    const QString id = m_list->chosen();
    if (id.isEmpty())
        return;
    const quint64 generation = ++m_generation;
    whenDone(m_notifications.read(id, {}, pageSize), this,
             [this, generation](const Result<NotificationDetail>& detail) {
                 if (generation != m_generation || !m_panes)
                     return;
                 if (!detail) {
                     m_pane->setProblem(detail.error().message());
                     return;
                 }
                 showDetail(*detail);
             });
}

void NotificationsScreen::readMore(const QString& after)
{
    const QString id = m_list->chosen();
    whenDone(m_notifications.read(id, after, pageSize), this, [this, id](const Result<NotificationDetail>& detail) {
        if (!m_panes || id != m_list->chosen())
            return;
        if (!detail) {
            m_pane->rows().moreFailed();
            return;
        }
        m_pane->rows().append(fateRows(*detail, m_nameOf), detail->next);
    });
}

void NotificationsScreen::showDetail(const NotificationDetail& detail)
{
    const Notification& notification = detail.sent.notification;
    const QString when = shortTime(notification.createdAt, m_zone);
    m_pane->show(
        {detail.sent, titleOf(notification.category),
         notification.actor.name.isEmpty() ? when : tr("by %1, %2").arg(inSentence(notification.actor.name), when),
         maySend()});
    // Pages beyond the first are not read anew while it runs: who scrolled there keeps them.
    if (!detail.recipients.empty() && m_pane->rows().rowCount() <= pageSize)
        m_pane->rows().reset(fateRows(detail, m_nameOf), detail.next);
}

bool NotificationsScreen::isRunning() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const SentNotification& sent) {
        return sent.notification.state == NotificationState::Queued ||
               sent.notification.state == NotificationState::Sending;
    });
}

const SentNotification* NotificationsScreen::find(const QString& id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const SentNotification& sent) { return sent.notification.id == id; });
    return found == m_rows.end() ? nullptr : &*found;
}

QString NotificationsScreen::titleOf(const CategorySlug& category) const
{
    const Category* known = m_desk.category(category);
    return known ? known->title : category.toString();
}

}  // namespace refrain::ui
