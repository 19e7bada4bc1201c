#include "ui/people/subjectscreen.h"

#include "console/desk/desk.h"
#include "console/table/subjecttable.h"
#include "ui/bulk/bulkdesk.h"
#include "ui/bulk/manymenu.h"
#include "ui/bulk/selectionbar.h"
#include "ui/common/cellwords.h"
#include "ui/common/filterfield.h"
#include "ui/common/skeleton.h"
#include "ui/common/statepanel.h"
#include "ui/common/timetext.h"
#include "ui/common/whendone.h"
#include "ui/people/changecontroller.h"
#include "ui/people/marklegend.h"
#include "ui/people/quickfilters.h"
#include "ui/people/rowselection.h"
#include "ui/people/subjectfilter.h"
#include "ui/people/subjectinspector.h"
#include "ui/people/subjectmodel.h"
#include "ui/people/subjecttableview.h"

#include <QMenu>
#include <QPushButton>
#include <QStackedLayout>

namespace refrain::ui {

SubjectScreen::SubjectScreen(const Theme& theme, Settings& settings, const Clock& clock, const QTimeZone& zone,
                             console::Desk& desk, console::SubjectTable& table, SubjectScreenKind kind)
    : m_theme(theme),
      m_clock(clock),
      m_zone(zone),
      m_desk(desk),
      m_table(table),
      m_kind(std::move(kind)),
      m_rows(table),
      m_model(new SubjectModel(table, m_rows, clock, m_zone, this)),
      m_view(new SubjectTableView(theme, *m_model, m_rows, settings, m_kind.name, m_kind.offeredColumns,
                                  m_kind.shownColumns, this)),
      m_inspector(new SubjectInspector(theme, clock, zone, m_kind.name)),
      m_changes(new ChangeController(theme, desk, m_inspector->reasonForm(), this)),
      m_filter(new FilterField(m_kind.name, m_kind.filterHint, this)),
      m_filtering(new SubjectFilter(*m_filter, m_rows, m_table, m_kind.filterHint)),
      m_columns(new QPushButton(tr("Columns"), this)),
      m_state(new StatePanel(theme, this)),
      m_skeleton(new Skeleton(theme, this))
{
    setObjectName(m_kind.name + QStringLiteral("Screen"));
    m_model->setPeople(desk.people());
    build();
    connectTable();
    connectInspector();
    updateState();
}

SubjectScreen::~SubjectScreen() = default;

void SubjectScreen::build()
{
    setProperty("ground", QStringLiteral("surface"));
    setAttribute(Qt::WA_StyledBackground);
    setWhatsThis(m_kind.help);
    m_columns->setWhatsThis(
        tr("Columns\nWhich columns stand in the table, and how high its rows are. Widths are "
           "remembered as you drag them."));
    m_columns->setObjectName(m_kind.name + QStringLiteral("Columns"));
    auto* menu = new QMenu(m_columns);
    menu->setObjectName(m_kind.name + QStringLiteral("ColumnMenu"));
    m_columns->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { m_view->fillColumnMenu(*menu); });

    m_bar = new QHBoxLayout;
    m_bar->setContentsMargins(16, 12, 16, 12);
    m_bar->setSpacing(8);
    m_bar->addWidget(m_filter, 1);
    m_bar->addWidget(new QuickFilters(m_kind.name, *m_filter, m_table, m_desk.views(), this));
    m_bar->addWidget(m_columns);
    m_bar->addWidget(buildLegendButton());
    auto* body = new QWidget(this);
    m_stack = new QStackedLayout(body);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_state);
    m_stack->addWidget(m_skeleton);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(m_bar);
    layout->addWidget(body, 1);
    auto* selection = new RowSelection(*m_view, *m_model, m_rows, m_table);
    auto* bulk = m_bulk = new BulkDesk(
        {m_theme, m_clock, m_zone, m_desk, m_table, m_rows, *selection, m_kind.name, m_kind.counted}, this);
    connect(bulk, &BulkDesk::said, this, &Screen::said);
    connect(bulk, &BulkDesk::requestWanted, this, &Screen::requestWanted);
    connect(bulk->files(), &FileMenu::importWanted, this, &SubjectScreen::importWanted);
    layout->addWidget(bulk->bar());
    m_bar->insertWidget(2, bulk->menu());
    m_bar->insertWidget(3, bulk->files());
}

QWidget* SubjectScreen::buildLegendButton()
{
    auto* button = new QPushButton(QStringLiteral("?"), this);
    button->setObjectName(m_kind.name + QStringLiteral("Legend"));
    button->setProperty("flat", true);
    button->setToolTip(tr("What the marks mean"));
    button->setAccessibleName(tr("What the marks mean"));
    button->setWhatsThis(m_kind.help);
    connect(button, &QPushButton::clicked, this,
            [this, button] { (new MarkLegend(m_theme, this))->openBelow(*button); });
    return button;
}

void SubjectScreen::connectTable()
{
    m_detailDelay.setSingleShot(true);
    m_detailDelay.setInterval(60);
    m_detailAgain.setSingleShot(true);
    m_detailAgain.setInterval(5000);
    m_tick.setInterval(20'000);
    connect(&m_tick, &QTimer::timeout, m_model, &SubjectModel::timePassed);
    m_tick.start();
    connect(&m_detailAgain, &QTimer::timeout, this, &SubjectScreen::loadDetail);
    connect(&m_detailDelay, &QTimer::timeout, this, &SubjectScreen::loadDetail);
    connect(m_filter, &QLineEdit::textChanged, this, &SubjectScreen::updateState);
    connect(m_filter, &FilterField::listWanted, this, [this] {
        if (m_stack->currentWidget() == m_view)
            m_view->enter();
        else
            mainPane()->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_rows, &console::TableView::changed, this, &SubjectScreen::updateState);
    connect(&m_rows, &console::TableView::busyChanged, this, &SubjectScreen::updateState);
    connect(&m_table, &console::SubjectTable::rowsAdded, this, &SubjectScreen::updateCount);
    connect(&m_table, &console::SubjectTable::wasReset, this, &SubjectScreen::updateState);
    connect(&m_desk, &console::Desk::progressChanged, this, &SubjectScreen::updateState);
    connect(&m_desk, &console::Desk::progressChanged, this, [this](const console::LoadProgress& progress) {
        if (progress.stage == console::LoadProgress::Stage::Done)
            m_view->dropIfGone();
    });
    connect(&m_desk, &console::Desk::connectionChanged, this, [this](const console::ConnectionState& state) {
        updateState();
        showContact();
        if (m_isPartial && state.kind == console::ConnectionState::Kind::Online)
            m_detailDelay.start();
    });
    connect(m_state, &StatePanel::actionTriggered, this, [this] {
        if (m_filter->text().isEmpty())
            m_desk.retry();
        m_filtering->mend();
    });
    connect(m_view, &SubjectTableView::currentSubjectChanged, this, [this](const SubjectId& subject) {
        // A refusal counts as looked at once somebody saw why and went on.
        if (!m_sawRefusal.isEmpty())
            m_desk.acknowledge(std::exchange(m_sawRefusal, {}));
        showSubject(subject);
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentColumnChanged, &m_detailDelay,
            qOverload<>(&QTimer::start));
    connect(m_view, &SubjectTableView::markActivated, this, [this](const QModelIndex& index) {
        const int category = m_model->categoryOf(index.column());
        m_changes->toggle(m_model->subjectAt(index.row()), m_table.categories()[size_t(category)].slug);
    });
    connect(m_view, &SubjectTableView::detailsWanted, this, &Screen::inspectorWanted);
    connect(m_view, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        if (m_model->categoryOf(index.column()) < 0)
            emit inspectorWanted();
    });
    connect(m_view, &SubjectTableView::provenanceWanted, this, &SubjectScreen::showProvenance);
}

QWidget* SubjectScreen::inspector()
{
    return m_inspector;
}

QLineEdit* SubjectScreen::filterField()
{
    return m_filter;
}

QWidget* SubjectScreen::mainPane()
{
    // While there are no rows, what stands in their place passes the focus on to them.
    return m_stack->currentWidget();
}

void SubjectScreen::reveal(const SubjectId& subject)
{
    emit inspectorWanted();
    if (m_view->select(subject))
        return;
    m_filter->clear();
    // The filter's answer comes later; the row is there by then.
    connect(
        &m_rows, &console::TableView::changed, m_view, [this, subject] { m_view->select(subject); },
        Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
}

void SubjectScreen::turnOff(const SubjectId& subject, const CategorySlug& category)
{
    reveal(subject);
    m_changes->turnOff(subject, category);
}

void SubjectScreen::setFilter(const QString& text)
{
    m_filter->setText(text);
}

void SubjectScreen::updateCount()
{
    const int all = m_table.rowCount();
    emit countChanged(all);
    m_filter->setCount(m_filter->text().isEmpty() ? grouped(all)
                                                  : tr("%1 of %2").arg(grouped(m_rows.count()), grouped(all)));
}

void SubjectScreen::updateState()
{
    updateCount();
    const bool loading = m_desk.progress().stage != console::LoadProgress::Stage::Done;
    if (m_rows.count() > 0) {
        m_stack->setCurrentWidget(m_view);
        if (!loading && m_rows.isComplete() && !m_rows.isBusy() && m_filter->text().isEmpty())
            m_view->selectFirst();
        if (!std::exchange(m_saidRows, true))
            emit rowsShown();
    } else if (m_table.rowCount() > 0) {
        if (m_rows.isBusy())
            return;
        const QString trouble = m_filtering->trouble();
        m_state->show(QStringLiteral("search"), trouble.isEmpty() ? m_kind.nobody : trouble, m_filtering->mending());
        m_stack->setCurrentWidget(m_state);
    } else if (m_desk.connection().kind == console::ConnectionState::Kind::Offline) {
        m_state->show(QStringLiteral("offline"), m_desk.connection().sentence, tr("Try again"));
        m_stack->setCurrentWidget(m_state);
    } else if (loading) {
        m_stack->setCurrentWidget(m_skeleton);
    } else {
        m_state->show(QStringLiteral("empty"), m_kind.none);
        m_stack->setCurrentWidget(m_state);
    }
}

CategorySlug SubjectScreen::currentCategory() const
{
    const int category = m_model->categoryOf(m_view->currentIndex().column());
    return category < 0 ? CategorySlug() : m_table.categories()[size_t(category)].slug;
}

}  // namespace refrain::ui
