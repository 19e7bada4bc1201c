#include "ui/people/subjecttableview.h"

#include "console/table/subjecttable.h"
#include "console/table/tableview.h"
#include "ui/common/tableheader.h"
#include "ui/common/tabular.h"
#include "ui/common/timetext.h"
#include "ui/people/subjectdelegate.h"
#include "ui/people/subjectmodel.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QTimeZone>
#include <QtMath>

#include <utility>

namespace refrain::ui {

namespace {

// An OPT_OUT tag, and enough of a name to know it by.
constexpr int narrowestName = 124;
constexpr int narrowestBeside = 112;
// With less than this the name alone tells more than a name and an address that are both cut.
constexpr int roomForBoth = 320;
constexpr int roomForChanged = 190;
constexpr Millis minute = 60'000;

/// "59 min ago" in the language of the window.
int changedWidth()
{
    const QString longest = relativeTime(0, 59 * minute, QTimeZone::utc());
    return qMax(86, qCeil(tabularWidth(QFontMetricsF(fontFor(TextRole::Body)), longest)) + 26);
}

}  // namespace

SubjectTableView::SubjectTableView(const Theme& theme, SubjectModel& model, console::TableView& rows,
                                   Settings& settings, const QString& name, QList<int> offered, QList<int> shown,
                                   QWidget* parent)
    : QTableView(parent),
      m_subjects(model),
      m_rows(rows),
      m_settings(settings),
      m_name(name),
      m_offered(std::move(offered)),
      m_shownAtFirst(std::move(shown))
{
    setObjectName(name + QStringLiteral("Table"));
    setProperty("staysOnClick", true);  // The marks must stay below the pointer that goes from one to the next.
    setModel(&model);
    setItemDelegate(new SubjectDelegate(theme, model, this));
    setHorizontalHeader(new TableHeader(theme, this, 2));
    horizontalHeader()->setSortIndicatorShown(true);  // Setting a header takes it away.
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setCompact(settings.isCompact());
    setUpColumns();
}

void SubjectTableView::setUpColumns()
{
    QHeaderView* header = horizontalHeader();
    connect(header, &QHeaderView::sectionResized, this, [this](int column) {
        if (m_arranging)
            return;
        remember(column);
        stretchTexts();
    });
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this](int column, Qt::SortOrder order) {
        if (m_arranging || column < 0)
            return;
        m_rows.setSort(m_subjects.sortKeyOf(column), order);
        remember(-1);
    });
    // The queue lets the header hear of a reset first: it drops all hidden sections.
    connect(&m_subjects, &QAbstractItemModel::modelReset, this, &SubjectTableView::restorePlace);
    connect(&m_subjects, &QAbstractItemModel::modelAboutToBeReset, this,
            [this] { m_currentColumn = qMax(0, currentIndex().column()); });
    arrangeColumns();
}

QStringList SubjectTableView::columnNames() const
{
    QStringList names;
    for (int column = 0; column < m_subjects.columnCount(); ++column)
        names << m_subjects.columnName(column);
    return names;
}

void SubjectTableView::arrangeColumns()
{
    const QScopedValueRollback guard(m_arranging, true);
    m_arranged = columnNames();
    const ColumnMemory memory = m_settings.columns(m_name);
    QHeaderView* header = horizontalHeader();
    int sorted = SubjectModel::Name;
    for (int column = 0; column < m_subjects.columnCount(); ++column) {
        const QString name = m_subjects.columnName(column);
        header->setSectionHidden(column, !isShown(column));
        if (isShown(column))
            header->resizeSection(column, memory.widths.value(name, defaultWidth(column)).toInt());
        if (name == memory.sortedBy)
            sorted = column;
    }
    const auto order = memory.descending ? Qt::DescendingOrder : Qt::AscendingOrder;
    header->setSortIndicator(sorted, order);
    m_rows.setSort(m_subjects.sortKeyOf(sorted), order);
    stretchTexts();
}

bool SubjectTableView::isShown(int column) const
{
    const bool fixed = column < SubjectModel::FirstCategory;
    if (fixed && !m_offered.contains(column))
        return false;
    const bool byDefault = !fixed || m_shownAtFirst.contains(column);
    return column == SubjectModel::Name ||
           m_settings.columns(m_name).shown.value(m_subjects.columnName(column), byDefault).toBool();
}

int SubjectTableView::defaultWidth(int column) const
{
    if (m_subjects.categoryOf(column) >= 0) {
        const QString title = m_subjects.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        const QFontMetrics metrics(TableHeader::headerFont());
        int longest = 0;
        for (const QString& word : title.split(u' '))
            longest = qMax(longest, metrics.horizontalAdvance(word));
        return qBound(48, longest + 8, 96);
    }
    return column == m_subjects.changedColumn() ? changedWidth() : column == SubjectModel::Role ? 90 : 190;
}

int SubjectTableView::roomForTexts() const
{
    int others = 0;
    for (int column = 1; column < m_subjects.columnCount(); ++column)
        others += column == m_offered.value(1) ? 0 : columnWidth(column);
    return viewport()->width() - others;
}

void SubjectTableView::stretchTexts()
{
    // The name and the text beside it share what the marks leave, so that the table fills its pane and nothing is
    // pushed out of it before it must be. Whoever sets the width of either has it kept.
    const QScopedValueRollback guard(m_arranging, true);
    const int second = m_offered.value(1);
    const int changed = m_subjects.changedColumn();
    // Where there is little room the marks keep theirs: first what stands beside the name goes, then when it changed.
    setColumnHidden(changed, !isShown(changed));
    setColumnHidden(second, !isShown(second) || roomForTexts() < roomForBoth);
    setColumnHidden(changed, !isShown(changed) || (isColumnHidden(second) && roomForTexts() < roomForChanged));
    const int left = roomForTexts();
    int beside = 0;
    if (!isColumnHidden(second)) {
        const QVariant kept = m_settings.columns(m_name).widths.value(m_subjects.columnName(second));
        beside = kept.isValid() ? kept.toInt() : qMin(qMax(narrowestBeside, left * 56 / 100), left - narrowestName);
        horizontalHeader()->resizeSection(second, beside);
    }
    horizontalHeader()->resizeSection(SubjectModel::Name, qMax(narrowestName, left - beside));
}

void SubjectTableView::remember(int resized)
{
    ColumnMemory memory = m_settings.columns(m_name);
    const int second = m_offered.value(1);
    if (resized == SubjectModel::Name && !isColumnHidden(second))
        memory.widths.insert(m_subjects.columnName(second), qMax(64, roomForTexts() - columnWidth(resized)));
    else if (resized > SubjectModel::Name && !isColumnHidden(resized))
        memory.widths.insert(m_subjects.columnName(resized), columnWidth(resized));
    memory.sortedBy = m_subjects.columnName(horizontalHeader()->sortIndicatorSection());
    memory.descending = horizontalHeader()->sortIndicatorOrder() == Qt::DescendingOrder;
    m_settings.saveColumns(m_name, memory);
}

void SubjectTableView::fillColumnMenu(QMenu& menu)
{
    menu.clear();
    for (int column = 1; column < m_subjects.columnCount(); ++column) {
        if (column < SubjectModel::FirstCategory && !m_offered.contains(column))
            continue;
        const QString title = m_subjects.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        QAction* action = menu.addAction(QString(title).replace(u'&', QStringLiteral("&&")));
        action->setCheckable(true);
        action->setChecked(isShown(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            ColumnMemory memory = m_settings.columns(m_name);
            memory.shown.insert(m_subjects.columnName(column), shown);
            m_settings.saveColumns(m_name, memory);
            arrangeColumns();
        });
    }
    menu.addSeparator();
    QAction* compact = menu.addAction(tr("Compact rows"));
    compact->setCheckable(true);
    compact->setChecked(m_settings.isCompact());
    connect(compact, &QAction::toggled, this, &SubjectTableView::setCompact);
}

void SubjectTableView::setCompact(bool compact)
{
    m_settings.setCompact(compact);
    verticalHeader()->setDefaultSectionSize(compact ? metric::compactRowHeight : metric::rowHeight);
}

bool SubjectTableView::select(const SubjectId& subject)
{
    const int row = m_subjects.rowOf(subject);
    if (row < 0)
        return false;
    m_chosenByUs = false;
    setCurrentIndex(m_subjects.index(row, qMax(0, currentIndex().column())));
    scrollTo(currentIndex(), PositionAtCenter);
    return true;
}

void SubjectTableView::selectFirst()
{
    const bool isFirst = m_subjects.rowCount() > 0 && m_subjects.subjectAt(0) == m_current;
    if ((!m_chosen.isEmpty() && !m_chosenByUs) || m_subjects.rowCount() == 0 || isFirst)
        return;
    setAutoScroll(false);
    selectionModel()->clearCurrentIndex();  // It may be this one already, chosen by nobody.
    setCurrentIndex(m_subjects.index(0, SubjectModel::Name));
    setAutoScroll(true);
    m_chosenByUs = true;
}

void SubjectTableView::enter()
{
    m_chosenByUs = false;
    if (m_current.isEmpty() && m_subjects.rowCount() > 0) {
        selectionModel()->clearCurrentIndex();
        setCurrentIndex(m_subjects.index(0, SubjectModel::Name));
    }
    setFocus(Qt::OtherFocusReason);
}

void SubjectTableView::dropIfGone()
{
    if (m_chosen.isEmpty() || m_subjects.table().rowOf(m_chosen) >= 0)
        return;
    m_chosen = {};
    leave();
}

void SubjectTableView::leave()
{
    if (m_current.isEmpty())
        return;
    m_current = {};
    emit currentSubjectChanged(m_current);
}

void SubjectTableView::focusInEvent(QFocusEvent* event)
{
    // Without a current row Qt takes the first without selecting it: nobody has chosen that one.
    const QScopedValueRollback guard(m_choosing, currentIndex().isValid());
    QTableView::focusInEvent(event);
}

void SubjectTableView::restorePlace()
{
    if (columnNames() != m_arranged)
        arrangeColumns();
    // Another filter is looked at from its top. Otherwise nothing moves unless the person moved it.
    const bool isNewFilter = m_rows.filter() != m_placedFor;
    const int at = isNewFilter ? 0 : verticalScrollBar()->value();
    const int row = m_chosen.isEmpty() ? -1 : m_subjects.rowOf(m_chosen);
    if (row >= 0)
        setCurrentRow(row);
    else if (m_rows.isComplete() && m_subjects.table().rowOf(m_chosen) >= 0)
        leave();
    executeDelayedItemsLayout();
    verticalScrollBar()->setValue(at);
    if (isNewFilter && row >= 0)
        scrollTo(currentIndex());
    if (m_rows.isComplete())
        m_placedFor = m_rows.filter();
}

void SubjectTableView::setCurrentRow(int row)
{
    setAutoScroll(false);
    setCurrentIndex(m_subjects.index(row, qMin(m_currentColumn, m_subjects.columnCount() - 1)));
    setAutoScroll(true);
}

void SubjectTableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    // A reset clears the current row for a moment only; whoever is shown stays shown.
    if (!current.isValid() || !m_choosing)
        return;
    const SubjectId subject = m_subjects.subjectAt(current.row());
    if (subject == m_current)
        return;
    m_chosen = m_current = subject;
    emit currentSubjectChanged(subject);
}

bool SubjectTableView::isOnMark(const QModelIndex& index, const QPoint& position) const
{
    if (!index.isValid() || m_subjects.categoryOf(index.column()) < 0)
        return false;
    const QPoint off = position - visualRect(index).center();
    return qAbs(off.x()) <= 16 && qAbs(off.y()) <= 16;
}

void SubjectTableView::mousePressEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    const bool chosenByUs = std::exchange(m_chosenByUs, false);
    const bool wasSelected = index.isValid() && selectionModel()->isRowSelected(index.row()) && !chosenByUs;
    QTableView::mousePressEvent(event);
    m_pressedMark = event->button() == Qt::LeftButton && wasSelected && isOnMark(index, position)
                        ? QPersistentModelIndex(index)
                        : QPersistentModelIndex();
}

void SubjectTableView::mouseReleaseEvent(QMouseEvent* event)
{
    QTableView::mouseReleaseEvent(event);
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    if (m_pressedMark.isValid() && index == m_pressedMark && isOnMark(index, position))
        emit markActivated(index);
    m_pressedMark = QPersistentModelIndex();
}

void SubjectTableView::keyPressEvent(QKeyEvent* event)
{
    m_chosenByUs = false;
    const QModelIndex index = currentIndex();
    const bool acts = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return ||
                      event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down || event->key() == Qt::Key_Up;
    if (acts && m_current.isEmpty()) {
        enter();  // Nobody is selected: the first key selects, and does nothing to anybody.
        return;
    }
    if (event->key() == Qt::Key_Space && index.isValid() && event->modifiers() == Qt::NoModifier) {
        if (m_subjects.categoryOf(index.column()) >= 0)
            emit markActivated(index);
        return;
    }
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && index.isValid()) {
        emit detailsWanted();
        return;
    }
    QTableView::keyPressEvent(event);
}

bool SubjectTableView::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QModelIndex index = indexAt(help->pos());
        if (index.isValid())
            emit provenanceWanted(index, help->globalPos());
        return true;
    }
    return QTableView::viewportEvent(event);
}

void SubjectTableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    stretchTexts();
}

}  // namespace refrain::ui
