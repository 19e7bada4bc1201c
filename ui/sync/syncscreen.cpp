#include "ui/sync/syncscreen.h"

#include "console/desk/desk.h"
#include "console/engine/agreementcheck.h"
#include "console/table/subjecttable.h"
#include "ui/common/statepanel.h"
#include "ui/common/textdelegate.h"
#include "ui/common/timetext.h"
#include "ui/common/whendone.h"
#include "ui/sync/card.h"
#include "ui/sync/runinspector.h"
#include "ui/sync/synccards.h"
#include "ui/sync/syncmodel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QTableView>

#include <algorithm>

namespace refrain::ui {

using console::Agreement;
using console::LocalChange;

namespace {

constexpr int allFrom = 860;
constexpr int betweenFrom = 680;
constexpr int cardsFrom = 480;

const LocalChange* changeWith(const std::vector<LocalChange>& changes, const console::LocalChangeId& id)
{
    const auto found = std::find_if(changes.begin(), changes.end(), [&](const LocalChange& c) { return c.id == id; });
    return found == changes.end() ? nullptr : &*found;
}

}  // namespace

SyncScreen::SyncScreen(const Theme& theme, const Clock& clock, const QTimeZone& zone, console::Desk& desk)
    : m_theme(theme),
      m_clock(clock),
      m_zone(zone),
      m_desk(desk),
      m_model(new SyncModel(zone, this)),
      m_table(new QTableView(this)),
      m_inspector(new RunInspector(theme, zone)),
      m_agreement(new Card(theme, tr("Console and backend"), this)),
      m_outbox(new Card(theme, tr("Waiting in the outbox"), this)),
      m_directory(new Card(theme, tr("Directory from Slack"), this)),
      m_state(new StatePanel(theme, this))
{
    setObjectName(QStringLiteral("syncScreen"));
    build();
    connectParts();
    fill();
    showCards();
}

SyncScreen::~SyncScreen() = default;

void SyncScreen::build()
{
    setProperty("ground", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    setUpTable(*m_table, m_theme, QStringLiteral("syncTable"));
    m_table->setModel(m_model);
    constexpr int widths[] = {112, 178, 148, 300, 70, 108};
    for (int column = 0; column < SyncModel::ColumnCount; ++column)
        m_table->setColumnWidth(column, widths[column]);
    const QFontMetrics words(fontFor(TextRole::Name));
    m_table->setColumnWidth(SyncModel::Outcome,
                            qMax(widths[SyncModel::Outcome], words.horizontalAdvance(SyncModel::tr("! failed")) + 32));
    m_table->horizontalHeader()->setSectionResizeMode(SyncModel::Result, QHeaderView::Stretch);

    auto* cards = new QHBoxLayout;
    cards->setContentsMargins(16, 16, 16, 4);
    cards->setSpacing(12);
    for (Card* card : {m_agreement, m_outbox, m_directory})
        cards->addWidget(card, 1);
    m_agreement->setOpens(QStringLiteral("agreementCard"), tr("Show the comparisons"));
    m_outbox->setOpens(QStringLiteral("outboxCard"), tr("Show what waits"));
    m_directory->setOpens(QStringLiteral("directoryCard"), tr("Show the people"));
    auto* body = new QWidget(this);
    m_stack = new QStackedLayout(body);
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_state);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(cards);
    layout->addWidget(buildBar());
    layout->addWidget(body, 1);
}

QWidget* SyncScreen::buildBar()
{
    auto* bar = new QWidget(this);
    m_filter = new QLineEdit(bar);
    m_filter->setObjectName(QStringLiteral("syncFilter"));
    m_filter->setPlaceholderText(tr("Filter by system, kind, outcome, person"));
    m_filter->setAccessibleName(tr("Filter"));
    m_check = new QPushButton(tr("Check now"), bar);
    m_check->setObjectName(QStringLiteral("checkAgreement"));
    m_sync = new QPushButton(tr("Sync directory"), bar);
    m_sync->setObjectName(QStringLiteral("syncDirectory"));
    m_sync->setToolTip(tr("Read people and channels from Slack anew"));
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_filter, 1);
    layout->addWidget(m_check);
    layout->addWidget(m_sync);
    return bar;
}

void SyncScreen::connectParts()
{
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model->setFilter(text);
        fill();
    });
    connect(m_check, &QPushButton::clicked, this, [this] {
        m_desk.checkAgreement();
        m_desk.refreshExchanges();
    });
    connect(m_sync, &QPushButton::clicked, this, &SyncScreen::syncDirectory);
    connect(m_agreement, &Card::clicked, this, [this] { m_filter->setText(console::AgreementCheck::title()); });
    connect(m_outbox, &Card::clicked, this, &SyncScreen::showWaiting);
    connect(m_directory, &Card::clicked, this, &SyncScreen::peopleWanted);
    connect(m_state, &StatePanel::actionTriggered, m_filter, &QLineEdit::clear);
    connect(&m_desk, &console::Desk::exchangesChanged, this, &SyncScreen::fill);
    connect(&m_desk, &console::Desk::outboxChanged, this, [this] {
        fill();
        showCards();
    });
    connect(&m_desk, &console::Desk::agreementChanged, this, &SyncScreen::showCards);
    connect(&m_desk, &console::Desk::workspaceChanged, this, &SyncScreen::showCards);
    connect(&m_desk, &console::Desk::connectionChanged, this, &SyncScreen::showCards);
    connect(&m_desk, &console::Desk::progressChanged, this, &SyncScreen::showCards);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        if (now.isValid()) {
            m_currentKey = m_model->lineAt(now.row()).key();
            showCurrent();
        }
    });
    connect(m_table, &QTableView::activated, this, &Screen::inspectorWanted);
    connect(m_inspector, &RunInspector::retryWanted, this,
            [this](const console::LocalChangeId& id) { m_desk.retry(id); });
    connect(m_inspector, &RunInspector::discardWanted, this, &SyncScreen::giveUp);
    connect(m_inspector, &RunInspector::subjectWanted, this, &SyncScreen::subjectWanted);
    // "4 s ago" goes stale by itself.
    m_tick.setInterval(5000);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (isVisible())
            showCards();
    });
    m_tick.start();
}

QWidget* SyncScreen::inspector()
{
    return m_inspector;
}

QWidget* SyncScreen::mainPane()
{
    return m_stack->currentWidget();
}

void SyncScreen::resizeEvent(QResizeEvent* event)
{
    Screen::resizeEvent(event);
    // Where there is little room it goes to the result; what is left out stands in the details as well.
    for (Card* card : {m_agreement, m_outbox, m_directory})
        card->setCompact(width() < cardsFrom);
    m_table->setColumnHidden(SyncModel::Took, width() < allFrom);
    m_table->setColumnHidden(SyncModel::Between, width() < betweenFrom);
    m_table->setColumnWidth(SyncModel::What, qBound(148, width() / 5, 200));
}

void SyncScreen::entered()
{
    m_desk.refreshExchanges();
    showCards();
}

void SyncScreen::reveal(const QString& run)
{
    m_filter->clear();
    if (run.isEmpty())
        return;
    m_currentKey = run;
    fill();
    if (m_model->rowOf(run) >= 0)
        emit inspectorWanted();
    else
        emit said(tr("That run is older than what is listed here."));
}

/// What waits stands on top of the list.
void SyncScreen::showWaiting()
{
    m_filter->clear();
    if (m_desk.outbox().empty()) {
        emit said(tr("Nothing waits here."));
        return;
    }
    m_currentKey = m_desk.outbox().front().id.toString();
    fill();
    m_table->scrollToTop();
    m_table->setFocus();
}

void SyncScreen::fill()
{
    std::vector<SyncLine> lines;
    for (const LocalChange& change : m_desk.outbox())
        lines.push_back(lineOf(change));
    for (const console::Exchange& exchange : m_desk.exchanges())
        lines.push_back(lineOf(exchange));
    m_model->setLines(std::move(lines));
    emit countChanged(m_desk.outbox().empty() ? -1 : qint64(m_desk.outbox().size()));
    if (m_model->rowCount() > 0) {
        m_stack->setCurrentWidget(m_table);
    } else {
        const bool filtered = m_model->total() > 0;
        m_state->show(filtered ? QStringLiteral("search") : QStringLiteral("sync"),
                      filtered ? tr("No exchange matches this filter.") : tr("No exchange has taken place yet."),
                      filtered ? tr("Clear filter") : QString());
        m_stack->setCurrentWidget(m_state);
    }
    if (const int row = m_model->rowOf(m_currentKey); row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
    else if (!m_currentKey.isEmpty())
        m_inspector->showNothing();
}

void SyncScreen::showCurrent()
{
    const int row = m_model->rowOf(m_currentKey);
    if (row < 0)
        return;
    const SyncLine& line = m_model->lineAt(row);
    if (line.change.isEmpty())
        m_inspector->showExchange(line);
    else if (const LocalChange* change = changeWith(m_desk.outbox(), line.change))
        m_inspector->showChange(line, *change);
}

void SyncScreen::syncDirectory()
{
    m_asking = true;
    showCards();
    whenDone(m_desk.syncDirectory(), this, [this](const Result<>& asked) {
        m_asking = false;
        showCards();
        emit said(asked ? tr("The directory is being read from Slack.")
                        : tr("The directory was not read: %1 What was known stays.").arg(asked.error().message()));
    });
}

void SyncScreen::giveUp(const console::LocalChangeId& id)
{
    const LocalChange* change = changeWith(m_desk.outbox(), id);
    if (change && change->stage == console::ChangeStage::Refused)
        m_desk.acknowledge(id);
    else
        m_desk.discard(id);
}

void SyncScreen::showCards()
{
    const SyncFacts facts{m_desk.connection(), m_desk.progress(), m_clock.now(), m_zone};
    const bool isOnline = facts.connection.kind == console::ConnectionState::Kind::Online;
    const auto fillCard = [](Card* card, const CardText& text) {
        card->setFigure(text.figure, text.tone, text.meaning);
    };
    fillCard(m_agreement, agreementCard(m_desk.agreement(), facts));
    fillCard(m_outbox, outboxCard(m_desk.outbox(), facts));
    fillCard(m_directory, directoryCard(m_desk.workspace().directorySyncedAt, m_desk.people().rowCount(),
                                        m_desk.channels().rowCount(), facts));
    m_check->setEnabled(isOnline && m_desk.agreement().kind != Agreement::Kind::Checking);
    m_sync->setVisible(m_desk.workspace().role == Role::Admin);
    m_sync->setEnabled(isOnline && !m_asking);
    m_model->setLive(isOnline);
    m_model->setNow(facts.now);
}

}  // namespace refrain::ui
