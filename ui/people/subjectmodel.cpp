#include "ui/people/subjectmodel.h"

#include "base/direction.h"
#include "console/table/builtinwords.h"
#include "console/table/rowset.h"
#include "console/table/slacktext.h"
#include "console/table/subjecttable.h"
#include "console/table/tableview.h"
#include "console/table/toggle.h"
#include "ui/common/access/accessible.h"
#include "ui/common/cellwords.h"
#include "ui/common/timetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace refrain::ui {

using console::SortKey;

namespace {

// More changed rows than this are told as one range: cheaper than many small repaints.
constexpr qsizetype manyRows = 64;
constexpr qsizetype longestLine = 256;

/// "aaliyah.jackson" says no more than "Aaliyah Jackson".
QString lettersOf(const QString& text)
{
    QString out;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            out += c.toCaseFolded();
    }
    return out;
}

/// A name as a row has room for it: spaces around it are Slack's to allow and would stand as a crooked column, what
/// turns directions would show another name, and thousands of letters would be measured for nothing. Empty where
/// nothing of it can be seen.
QString inOneLine(const QString& text)
{
    QString line = withoutTurns(text.left(longestLine)).simplified();
    for (QChar& c : line) {
        if (c.category() == QChar::Other_Control)
            c = u' ';
    }
    const bool isSeen = std::any_of(line.begin(), line.end(),
                                    [](QChar c) { return !c.isSpace() && c.category() != QChar::Other_Format; });
    return isSeen ? line : QString();
}

}  // namespace

SubjectModel::SubjectModel(console::SubjectTable& table, console::TableView& view, const Clock& clock,
                           const QTimeZone& zone, QObject* parent)
    : QAbstractTableModel(parent), m_table(table), m_view(view), m_clock(clock), m_zone(zone)
{
    connect(&m_view, &console::TableView::aboutToChange, this, [this] { beginResetModel(); });
    connect(&m_view, &console::TableView::changed, this, [this] { endResetModel(); });
    connect(&m_table, &console::SubjectTable::rowsChanged, this,
            [this](const QList<int>& rows) { announce(rows, 0, columnCount() - 1); });
    connect(&m_table, &console::SubjectTable::cellsChanged, this,
            [this](const QList<int>& rows) { announce(rows, Name, columnCount() - 1); });
    connect(&m_table, &console::SubjectTable::categoriesChanged, this, [this] {
        beginResetModel();
        endResetModel();
    });
}

int SubjectModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_view.count();
}

int SubjectModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : changedColumn() + 1;
}

int SubjectModel::categoryCount() const
{
    return int(m_table.categories().size());
}

int SubjectModel::categoryOf(int column) const
{
    return column >= FirstCategory && column < changedColumn() ? column - FirstCategory : -1;
}

int SubjectModel::tableRow(int row) const
{
    return m_view.rowAt(row);
}

SubjectId SubjectModel::subjectAt(int row) const
{
    return m_table.id(tableRow(row));
}

int SubjectModel::rowOf(const SubjectId& subject) const
{
    const int row = m_table.rowOf(subject);
    return row < 0 ? -1 : m_view.positionOf(row);
}

console::Cell SubjectModel::cell(const QModelIndex& index) const
{
    return m_table.cell(tableRow(index.row()), categoryOf(index.column()));
}

QString SubjectModel::displayName(int row) const
{
    const int at = tableRow(row);
    const QString name = inOneLine(m_table.name(at));
    const QString shown = name.isEmpty() ? inOneLine(m_table.displayName(at)) : name;
    if (shown.isEmpty())
        return m_table.id(at).toString();
    return m_table.kind(at) == SubjectKind::Channel ? QStringLiteral("# ") + shown : shown;
}

QString SubjectModel::distinction(int row) const
{
    const int at = tableRow(row);
    if (m_table.namesakes(at) < 2)
        return {};
    const QString handle = m_table.displayName(at);
    if (!handle.isEmpty() && lettersOf(handle) != lettersOf(m_table.name(at)))
        return handle;
    const QString title = m_table.title(at);
    return title.isEmpty() ? m_table.id(at).toString() : title;
}

QStringList SubjectModel::tags(int row) const
{
    const int at = tableRow(row);
    QStringList out;
    const SubjectRole role = m_table.role(at);
    if (m_table.isOptedOutOfEverything(at))
        out << optOutTag();
    if (m_table.kind(at) == SubjectKind::Channel) {
        if (m_table.isPrivate(at))
            out << tr("Private");
        if (m_table.isArchived(at))
            out << tr("Archived");
    } else {
        if (m_table.isDeleted(at))
            out << tr("Left");
        if (m_table.isBot(at))
            out << tr("App");
        else if (role != SubjectRole::Member)
            out << roleText(role);
    }
    return out;
}

void SubjectModel::timePassed()
{
    if (rowCount() > 0)
        emit dataChanged(index(0, changedColumn()), index(rowCount() - 1, changedColumn()), {Qt::DisplayRole});
}

bool SubjectModel::isBusy() const
{
    return m_view.isBusy();
}

bool SubjectModel::isGone(int row) const
{
    const int at = tableRow(row);
    return m_table.isDeleted(at) || m_table.isArchived(at);
}

QVariant SubjectModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const bool isCell = categoryOf(index.column()) >= 0;
    switch (role) {
        case Qt::DisplayRole: return isCell ? QVariant() : text(index);
        case Qt::AccessibleTextRole: return words(index);
        case Qt::WhatsThisRole: return help(index);
        case CellRole: return isCell ? QVariant::fromValue(cell(index)) : QVariant();
        case SwitchRole: return switched(index);
        case Qt::TextAlignmentRole:
            return QVariant::fromValue(Qt::AlignVCenter | (isCell                              ? Qt::AlignHCenter
                                                           : index.column() == changedColumn() ? Qt::AlignRight
                                                                                               : Qt::AlignLeft));
        default: return {};
    }
}

QVariant SubjectModel::text(const QModelIndex& index) const
{
    const int at = tableRow(index.row());
    switch (index.column()) {
        case Name: return displayName(index.row());
        case Email: return inOneLine(m_table.email(at));
        case Title: return inOneLine(m_table.title(at));
        case Topic: return mentionsNamed(m_table.topic(at));
        case Role: return roleText(m_table.role(at));
        default: break;
    }
    const Millis changed = m_table.changedAt(at);
    return relativeTime(changed > 0 ? std::optional(changed) : std::nullopt, m_clock.now(), m_zone);
}

bool SubjectModel::hasSelection() const
{
    return m_selection && !m_selection->isEmpty();
}

bool SubjectModel::isSelected(int row) const
{
    return m_selection && m_selection->contains(quint32(tableRow(row)));
}

QString SubjectModel::mentionsNamed(const QString& text) const
{
    if (!m_people)
        return text;
    return console::mentionsNamed(text, [this](const QString& id) {
        const int row = m_people->rowOf(SubjectId(id));
        return row < 0 ? QString() : m_people->name(row).simplified();
    });
}

QString SubjectModel::words(const QModelIndex& index) const
{
    const int category = categoryOf(index.column());
    if (category >= 0)
        return cellWords(m_table.categories()[size_t(category)].title, cell(index), m_zone);
    if (index.column() == Name) {
        QStringList said = QStringList{displayName(index.row()), distinction(index.row())} + tags(index.row());
        if (isSelected(index.row()))
            said << tr("selected");
        said.removeAll(QString());
        return said.join(QStringLiteral(", "));
    }
    return text(index).toString();
}

QVariant SubjectModel::switched(const QModelIndex& index) const
{
    const int category = categoryOf(index.column());
    if (category < 0)
        return {};
    const console::Cell shown = cell(index);
    const bool can = console::Toggle::of(m_table.categories()[size_t(category)], shown).wish().has_value();
    return can ? QVariant(shown.delivers) : QVariant();
}

QString SubjectModel::help(const QModelIndex& index) const
{
    const int category = categoryOf(index.column());
    if (category < 0)
        return tr("%1\n%2. ← and → lead to the categories, Enter to the details.")
            .arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(), words(index));
    const Category& shown = m_table.categories()[size_t(category)];
    const console::Toggle toggle = console::Toggle::of(shown, cell(index));
    const QString act = toggle.wish()
                            ? tr("Space or a click on the mark switches it; Enter shows who may turn it back.")
                            : toggle.explanation();
    return (QStringList{shown.title + u'\n' + words(index), console::builtInWords(shown.description), act}).join(u'\n');
}

QVariant SubjectModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(categoryOf(section) >= 0     ? Qt::AlignHCenter
                   : section == changedColumn() ? Qt::AlignRight
                                                : Qt::AlignLeft);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (const int category = categoryOf(section); category >= 0) {
        const Category& shown = m_table.categories()[size_t(category)];
        return role == Qt::DisplayRole
                   ? shown.title
                   : QStringLiteral("<b>%1</b><br>%2")
                         .arg(shown.title.toHtmlEscaped(), console::builtInWords(shown.description).toHtmlEscaped());
    }
    if (role == Qt::ToolTipRole)
        return {};
    switch (section) {
        case Name: return tr("Name");
        case Email: return tr("Email");
        case Title: return tr("Title");
        case Topic: return tr("Topic");
        case Role: return tr("Role");
        default: return tr("Changed");
    }
}

QString SubjectModel::columnName(int column) const
{
    switch (column) {
        case Name: return QStringLiteral("name");
        case Email: return QStringLiteral("email");
        case Title: return QStringLiteral("title");
        case Topic: return QStringLiteral("topic");
        case Role: return QStringLiteral("role");
        default: break;
    }
    const int category = categoryOf(column);
    // A colon keeps a category that is called "name" apart from the column.
    return category < 0 ? QStringLiteral("changed") : u':' + m_table.categories()[size_t(category)].slug.toString();
}

SortKey SubjectModel::sortKeyOf(int column) const
{
    switch (column) {
        case Name: return {SortKey::Field::Name};
        case Email: return {SortKey::Field::Email};
        case Title: return {SortKey::Field::Title};
        case Topic: return {SortKey::Field::Topic};
        case Role: return {SortKey::Field::Role};
        default: break;
    }
    const int category = categoryOf(column);
    return category < 0 ? SortKey{SortKey::Field::Changed} : SortKey{SortKey::Field::Category, category};
}

void SubjectModel::announce(const QList<int>& tableRows, int firstColumn, int lastColumn)
{
    if (rowCount() == 0)
        return;
    if (tableRows.size() > manyRows) {
        emit dataChanged(index(0, firstColumn), index(rowCount() - 1, lastColumn));
        return;
    }
    for (const int row : tableRows) {
        const int at = m_view.positionOf(row);
        if (at >= 0)
            emit dataChanged(index(at, firstColumn), index(at, lastColumn));
    }
}

QString optOutTag()
{
    return QStringLiteral("OPT_OUT");
}

QString roleText(SubjectRole role)
{
    switch (role) {
        case SubjectRole::Owner: return SubjectModel::tr("Owner");
        case SubjectRole::Admin: return SubjectModel::tr("Admin");
        case SubjectRole::Member: return SubjectModel::tr("Member");
        case SubjectRole::Guest:
        case SubjectRole::SingleChannelGuest: return SubjectModel::tr("Guest");
        case SubjectRole::External: return SubjectModel::tr("External");
    }
    return {};
}

}  // namespace refrain::ui
