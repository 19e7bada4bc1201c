#include "ui/insights/insightsscreen.h"

#include "console/desk/desk.h"
#include "console/table/builtinwords.h"
#include "ui/common/labels.h"
#include "ui/common/notebox.h"
#include "ui/common/skeleton.h"
#include "ui/common/statepanel.h"
#include "ui/common/timetext.h"
#include "ui/common/whendone.h"
#include "ui/insights/insightplots.h"
#include "ui/insights/plotcard.h"

#include <QComboBox>
#include <QDateEdit>
#include <QGridLayout>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace refrain::ui {

namespace {

using Step = console::InsightsQuestion::Step;

constexpr Millis day = 24LL * 3600 * 1000;
constexpr int ownPeriod = 0;  ///< Of the chooser: from one day to another.
constexpr int twoColumnsFrom = 940;
constexpr int mostDays = 92;  ///< Longer periods are told by weeks.
constexpr int countingPauseMs = 2000;

}  // namespace

InsightsScreen::InsightsScreen(const Theme& theme, const Clock& clock, const QTimeZone& zone, console::Desk& desk)
    : m_theme(theme),
      m_clock(clock),
      m_zone(zone),
      m_desk(desk),
      m_insights(desk.calls()),
      m_note(new NoteBox(theme, this)),
      m_scroll(new QScrollArea(this)),
      m_grid(new QGridLayout),
      m_state(new StatePanel(theme, this)),
      m_skeleton(new Skeleton(theme, this))
{
    setObjectName(QStringLiteral("insightsScreen"));
    setProperty("ground", QStringLiteral("window"));
    setAttribute(Qt::WA_StyledBackground);
    setWhatsThis(tr(
        "Insights\nWhat people chose, after which messages, how, and whether it reached everybody who has to follow. "
        "Each point opens the list behind it; every plot is there as a table too, and can be exported."));
    auto* body = new QWidget(this);
    m_stack = new QStackedLayout(body);
    for (QWidget* pane : std::initializer_list<QWidget*>{m_skeleton, m_scroll, m_state})
        m_stack->addWidget(pane);
    auto* notes = new QVBoxLayout;
    notes->setContentsMargins(16, 0, 16, 0);
    notes->addWidget(m_note);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    layout->addLayout(notes);
    layout->addWidget(body, 1);
    m_note->setNote({}, {});
    buildCards();
    connectParts();
    fillCategories();
}

InsightsScreen::~InsightsScreen() = default;

QWidget* InsightsScreen::buildBar()
{
    auto* bar = new QWidget(this);
    m_period = new QComboBox(bar);
    m_period->setObjectName(QStringLiteral("insightsPeriod"));
    m_period->setAccessibleName(tr("Period"));
    m_period->addItem(tr("Last 7 days"), 7);
    m_period->addItem(tr("Last 30 days"), 30);
    m_period->addItem(tr("Last 90 days"), 90);
    m_period->addItem(tr("From … to …"), ownPeriod);
    m_period->setCurrentIndex(1);
    m_from = new QDateEdit(bar);
    m_from->setObjectName(QStringLiteral("insightsFrom"));
    m_from->setAccessibleName(tr("First day"));
    m_to = new QDateEdit(bar);
    m_to->setObjectName(QStringLiteral("insightsTo"));
    m_to->setAccessibleName(tr("Last day"));
    const QDate today = QDateTime::fromMSecsSinceEpoch(m_clock.now(), m_zone).date();
    for (QDateEdit* edit : {m_from, m_to}) {
        edit->setDisplayFormat(tr("d MMM yyyy", "a day's format"));
        edit->setCalendarPopup(true);
        edit->setMaximumDate(today);
        edit->hide();
    }
    m_from->setDate(today.addDays(-29));
    m_to->setDate(today);
    m_categories = new QPushButton(bar);
    m_categories->setObjectName(QStringLiteral("insightsCategories"));
    m_categoryMenu = new QMenu(m_categories);
    m_categoryMenu->setObjectName(QStringLiteral("insightsCategoryMenu"));
    m_categories->setMenu(m_categoryMenu);
    m_time = new TextLabel(m_theme, TextRole::Secondary, TextLabel::Fit::Elided, bar);
    m_time->setObjectName(QStringLiteral("insightsTime"));
    m_time->setColour(&Theme::muted);
    m_time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_period, m_from, m_to, m_categories})
        row->addWidget(widget);
    row->addWidget(m_time, 1);
    return bar;
}

void InsightsScreen::buildCards()
{
    auto* page = new QWidget;
    page->setObjectName(QStringLiteral("insightsPage"));
    m_grid->setContentsMargins(16, 4, 16, 16);
    m_grid->setSpacing(12);
    page->setLayout(m_grid);
    for (const char* id : {"optouts", "optins", "broadcasts", "sources", "delays", "syncs", "waiting"}) {
        auto* card = new PlotCard(m_theme, QString::fromLatin1(id), page);
        connect(card, &PlotCard::opened, this, &InsightsScreen::opened);
        connect(card, &PlotCard::said, this, &Screen::said);
        m_cards << card;
    }
    m_scroll->setObjectName(QStringLiteral("insightsScroll"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(page);
    arrangeCards();
}

void InsightsScreen::connectParts()
{
    connect(m_period, &QComboBox::currentIndexChanged, this, &InsightsScreen::periodChosen);
    connect(m_from, &QDateEdit::dateChanged, this, &InsightsScreen::periodChosen);
    connect(m_to, &QDateEdit::dateChanged, this, &InsightsScreen::periodChosen);
    connect(m_state, &StatePanel::actionTriggered, this, &InsightsScreen::load);
    connect(&m_desk, &console::Desk::categoriesChanged, this, &InsightsScreen::fillCategories);
    connect(&m_desk, &console::Desk::outboxChanged, this, [this] {
        if (m_report && isVisible())
            m_cards.last()->setPlot(waitingPlot(*m_report, facts()));
    });
    connect(&m_desk, &console::Desk::connectionChanged, this, [this](const console::ConnectionState& state) {
        if (isVisible() && state.kind == console::ConnectionState::Kind::Online)
            load();
    });
    m_again.setSingleShot(true);
    m_again.setInterval(countingPauseMs);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (isVisible())
            load();
    });
}

QWidget* InsightsScreen::mainPane()
{
    return m_stack->currentWidget() == m_scroll ? m_cards.first()->pane() : m_period;
}

void InsightsScreen::entered()
{
    load();
}

void InsightsScreen::resizeEvent(QResizeEvent* event)
{
    Screen::resizeEvent(event);
    arrangeCards();
}

/// The first over the whole width, the others in pairs where there is room.
void InsightsScreen::arrangeCards()
{
    const int columns = width() >= twoColumnsFrom ? 2 : 1;
    for (PlotCard* card : m_cards)
        m_grid->removeWidget(card);
    int place = 0;
    for (PlotCard* card : m_cards) {
        const bool isWide = place == 0 && columns == 2;
        m_grid->addWidget(card, place / columns, place % columns, 1, isWide ? 2 : 1);
        place += isWide ? 2 : 1;
    }
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, columns == 2 ? 1 : 0);
    m_grid->setRowStretch(m_grid->rowCount(), 1);
}

void InsightsScreen::fillCategories()
{
    m_categoryMenu->clear();
    for (const Category& category : m_desk.categories()) {
        QAction* act = m_categoryMenu->addAction(console::builtInWords(category.title));
        act->setObjectName(QStringLiteral("insightsCategory_") + category.slug.toString());
        act->setData(category.slug.toString());
        act->setCheckable(true);
        act->setChecked(m_chosen.contains(category.slug));
        connect(act, &QAction::toggled, this, &InsightsScreen::categoriesChosen);
    }
    m_categoryMenu->addSeparator();
    QAction* all = m_categoryMenu->addAction(tr("All categories"));
    all->setObjectName(QStringLiteral("insightsAllCategories"));
    connect(all, &QAction::triggered, this, [this] {
        m_chosen.clear();
        fillCategories();
    });
    categoriesChosen();
}

void InsightsScreen::categoriesChosen()
{
    QSet<CategorySlug> chosen;
    QString one;
    for (const QAction* act : m_categoryMenu->actions()) {
        if (!act->isChecked())
            continue;
        chosen.insert(CategorySlug(act->data().toString()));
        one = act->text();
    }
    m_chosen = chosen;
    m_categories->setText(chosen.isEmpty()     ? tr("All categories")
                          : chosen.size() == 1 ? one
                                               : tr("%n categories", nullptr, int(chosen.size())));
    m_categories->setAccessibleName(tr("Categories: %1").arg(m_categories->text()));
    if (m_report)
        showReport();
}

void InsightsScreen::periodChosen()
{
    const bool isOwn = m_period->currentData().toInt() == ownPeriod;
    m_from->setVisible(isOwn);
    m_to->setVisible(isOwn);
    if (m_from->date() > m_to->date())
        (sender() == m_from ? m_to : m_from)->setDate(sender() == m_from ? m_from->date() : m_to->date());
    load();
}

console::InsightsQuestion InsightsScreen::question() const
{
    console::InsightsQuestion asked;
    // The days are the reader's, as all times in this console are.
    const QTimeZone& zone = m_zone;
    const int days = m_period->currentData().toInt();
    const QDate last = days == ownPeriod ? m_to->date() : QDateTime::fromMSecsSinceEpoch(m_clock.now(), zone).date();
    const QDate first = days == ownPeriod ? m_from->date() : last.addDays(1 - days);
    asked.from = first.startOfDay(zone).toMSecsSinceEpoch();
    asked.to = last.addDays(1).startOfDay(zone).toMSecsSinceEpoch();
    const qint64 length = first.daysTo(last) + 1;
    asked.zone = zone;
    asked.step = length <= 2 ? Step::Hour : length <= mostDays ? Step::Day : Step::Week;
    return asked;
}

InsightFacts InsightsScreen::facts() const
{
    InsightFacts facts;
    facts.categories = m_desk.allCategories();
    facts.chosen = m_chosen;
    facts.now = m_clock.now();
    for (const console::LocalChange& change : m_desk.outbox()) {
        if (!change.isOpen())
            continue;
        ++facts.waitingHere;
        facts.waitingSince = std::min(facts.waitingSince.value_or(change.madeAt), change.madeAt);
    }
    return facts;
}

void InsightsScreen::load()
{
    const quint64 generation = ++m_generation;
    const console::InsightsQuestion asked = question();
    whenDone(m_insights.read(asked), this, [this, generation, asked](const Result<console::InsightsReport>& report) {
        if (generation != m_generation)
            return;
        if (!report) {
            showFailure(report.error());
            return;
        }
        m_report = *report;
        m_asked = asked;
        m_reportAt = m_clock.now();
        m_note->setNote({}, {});
        if (!report->isComplete) {
            m_note->setNote(tr("Still being counted"),
                            tr("Much has been changed at once. The newest changes come in by themselves."));
            m_again.start();
        }
        showReport();
    });
}

void InsightsScreen::showReport()
{
    const std::vector<Plot> plots = insightPlots(*m_report, facts());
    for (size_t i = 0; i < plots.size(); ++i)
        m_cards.at(qsizetype(i))->setPlot(plots[i]);
    m_stack->setCurrentWidget(m_scroll);
    showTime();
}

void InsightsScreen::showTime()
{
    m_time->setText(tr("Days and times as in %1 · as of %2", "city, time")
                        .arg(zoneName(m_report->zone), console::Wording(m_zone).moment(m_reportAt, m_clock.now())));
}

void InsightsScreen::showFailure(const Error& error)
{
    if (!m_report) {
        m_state->show(QStringLiteral("offline"), error.message(), tr("Try again"), error.context());
        m_stack->setCurrentWidget(m_state);
        return;
    }
    // What is shown stays, and says of when it is.
    m_note->setNote(tr("These are the figures of %1").arg(exactTime(m_reportAt, m_zone)),
                    m_asked == question() ? error.message()
                                          : tr("The period that you chose could not be had: %1").arg(error.message()),
                    &Theme::pending);
}

}  // namespace refrain::ui
