#include "ui/activity/activitymodel.h"

#include "console/audit/auditwords.h"
#include "console/table/builtinwords.h"
#include "ui/common/tabular.h"
#include "ui/common/textdelegate.h"
#include "ui/common/theme.h"
#include "ui/common/timetext.h"

#include <QDateTime>
#include <QFontMetrics>
#include <QLocale>
#include <QtMath>

#include <algorithm>

namespace refrain::ui {

namespace {

constexpr Millis actPause = 10'000;
constexpr size_t leastGroup = 3;

}  // namespace

QString typeWords(const QString& type)
{
    const std::pair<QLatin1String, QString> words[] = {
        {QLatin1String("preference"), ActivityModel::tr("Choice")},
        {QLatin1String("category"), ActivityModel::tr("Category")},
        {QLatin1String("workspace"), ActivityModel::tr("Workspace")},
        {QLatin1String("member"), ActivityModel::tr("Role")},
        {QLatin1String("sync_run"), ActivityModel::tr("Directory sync")},
        {QLatin1String("link"), ActivityModel::tr("Opt-out link")},
        {QLatin1String("person"), ActivityModel::tr("Linked accounts")},
        {QLatin1String("apikey"), ActivityModel::tr("API key")},
        {QLatin1String("setting"), ActivityModel::tr("Setting")},
        {QLatin1String("profile"), ActivityModel::tr("Profile")},
        {QLatin1String("notification"), ActivityModel::tr("Notification")},
        {QLatin1String("import"), ActivityModel::tr("Import")},
        {QLatin1String("approval"), ActivityModel::tr("Approval")},
        {QLatin1String("template"), ActivityModel::tr("Template")},
        {QLatin1String("workflow"), ActivityModel::tr("Workflow")},
        {QLatin1String("playbook"), ActivityModel::tr("Playbook")},
        {QLatin1String("restore"), ActivityModel::tr("Backup restored")},
        {QLatin1String("erasure_request"), ActivityModel::tr("Wish for erasure")},
        {QLatin1String("erasure"), ActivityModel::tr("Erasure")},
    };
    for (const auto& [name, word] : words) {
        if (type == name)
            return word;
    }
    return type;
}

ActivityModel::ActivityModel(const QTimeZone& zone, QObject* parent) : QAbstractTableModel(parent), m_zone(zone) {}

int ActivityModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ActivityModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ActivityModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const console::AuditRow& row = rowAt(index.row());
    const Line& line = m_lines[size_t(index.row())];
    switch (role) {
        case Qt::DisplayRole:
            if (line.isInGroup && index.column() == Whom)
                return QStringLiteral("    ") + text(row, Whom);
            return line.size > 0 ? groupText(line, index.column()) : text(row, index.column());
        case Qt::AccessibleTextRole:
            if (line.size > 0 && index.column() == Whom)
                return isOpen(index.row()) ? tr("%1, open").arg(groupText(line, Whom))
                                           : tr("%1, closed; Enter opens it").arg(groupText(line, Whom));
            return line.size > 0 ? groupText(line, index.column()) : text(row, index.column());
        case Qt::ToolTipRole:
            return (index.column() == When ? exactTime(row.at, m_zone) : text(row, index.column())).toHtmlEscaped();
        case StrongRole: return index.column() == Whom;
        case TabularRole: return index.column() == When;
        case ToneRole:
            if (row.refused && index.column() == After)
                return int(Tone::Danger);
            return int(index.column() == Whom || index.column() == After || index.column() == What ? Tone::Text
                                                                                                   : Tone::Muted);
        default: return {};
    }
}

/// What all that it stands for have in common.
QString ActivityModel::groupText(const Line& line, int column) const
{
    const console::AuditRow& first = m_rows[line.entry];
    if (column == Whom) {
        const QString mark = m_open.contains(first.index) ? QStringLiteral("▾ ") : QStringLiteral("▸ ");
        const bool mayBeMore = line.entry + size_t(line.size) == m_rows.size() && !m_next.isEmpty();
        const auto begin = m_rows.begin() + std::ptrdiff_t(line.entry);
        const bool hasChannel = std::any_of(begin, begin + line.size, [](const console::AuditRow& row) {
            return row.subject.toString().startsWith(u'C') || row.subject.toString().startsWith(u'G');
        });
        return mark + (mayBeMore    ? tr("%1 or more").arg(grouped(line.size))
                       : hasChannel ? tr("%1 people and channels", nullptr, line.size).arg(grouped(line.size))
                                    : tr("%1 people", nullptr, line.size).arg(grouped(line.size)));
    }
    return column == Before ? QString() : text(first, column);
}

int ActivityModel::groupSize(int row) const
{
    return m_lines[size_t(row)].size;
}

std::vector<console::AuditRow> ActivityModel::entriesOf(int row) const
{
    const Line& line = m_lines[size_t(row)];
    const auto first = m_rows.begin() + std::ptrdiff_t(line.entry);
    return {first, first + std::max(1, line.size)};
}

bool ActivityModel::mayGoOn(int row) const
{
    const Line& line = m_lines[size_t(row)];
    return line.size > 0 && line.entry + size_t(line.size) == m_rows.size() && !m_next.isEmpty();
}

bool ActivityModel::isOpen(int row) const
{
    return m_open.contains(rowAt(row).index);
}

void ActivityModel::toggle(int row)
{
    if (groupSize(row) == 0)
        return;
    const qint64 group = rowAt(row).index;
    if (!m_open.remove(group))
        m_open.insert(group);
    follow(linesNow());
    emit dataChanged(index(row, Whom), index(row, Whom));
}

/// One act upon many: the same by the same, at the same time, in one piece or in several within moments. What somebody
/// did by hand, one by one, never bears the same time.
std::vector<ActivityModel::Line> ActivityModel::linesNow() const
{
    const auto isSameAct = [this](size_t first, size_t second, Millis pause) {
        const console::AuditRow& a = m_rows[first];
        const console::AuditRow& b = m_rows[second];
        return a.type == QLatin1String("preference") && a.type == b.type && a.actorId == b.actorId &&
               a.source == b.source && a.category == b.category && a.after == b.after && a.refused == b.refused &&
               a.reason == b.reason && a.ticket == b.ticket && a.at - b.at <= pause;
    };
    const auto endOfPiece = [&](size_t first) {
        size_t end = first + 1;
        while (end < m_rows.size() && isSameAct(end - 1, end, 0))
            ++end;
        return end;
    };
    std::vector<Line> lines;
    for (size_t first = 0; first < m_rows.size();) {
        size_t end = endOfPiece(first);
        const bool isGroup = end - first >= leastGroup;
        while (isGroup && end < m_rows.size() && isSameAct(end - 1, end, actPause)) {
            const size_t next = endOfPiece(end);
            if (next - end < leastGroup)
                break;
            end = next;
        }
        if (isGroup)
            lines.push_back({first, int(end - first), false});
        for (size_t entry = first; entry < end && (!isGroup || m_open.contains(m_rows[first].index)); ++entry)
            lines.push_back({entry, 0, isGroup});
        first = end;
    }
    return lines;
}

/// From the line on from which it is another list; what stands above stays where it is.
void ActivityModel::follow(std::vector<Line> lines)
{
    const auto entryOf = [](const Line& line) { return std::pair(line.entry, line.size > 0); };
    size_t same = 0;
    while (same < lines.size() && same < m_lines.size() && entryOf(lines[same]) == entryOf(m_lines[same]))
        ++same;
    // What stands below and only moves is no other list either.
    size_t tail = 0;
    while (tail < lines.size() - same && tail < m_lines.size() - same &&
           entryOf(lines[lines.size() - 1 - tail]) == entryOf(m_lines[m_lines.size() - 1 - tail]))
        ++tail;
    const auto at = std::ptrdiff_t(same);
    if (const auto gone = std::ptrdiff_t(m_lines.size() - tail) - at; gone > 0) {
        beginRemoveRows({}, int(at), int(at + gone) - 1);
        m_lines.erase(m_lines.begin() + at, m_lines.begin() + at + gone);
        endRemoveRows();
    }
    if (const auto come = std::ptrdiff_t(lines.size() - tail) - at; come > 0) {
        beginInsertRows({}, int(at), int(at + come) - 1);
        m_lines.insert(m_lines.begin() + at, lines.begin() + at, lines.begin() + at + come);
        endInsertRows();
    }
    m_lines = std::move(lines);
    if (same > 0)
        emit dataChanged(index(int(same) - 1, 0), index(int(same) - 1, ColumnCount - 1));
}

QString ActivityModel::text(const console::AuditRow& row, int column) const
{
    switch (Column(column)) {
        case When:
            return QLocale().toString(QDateTime::fromMSecsSinceEpoch(row.at, m_zone),
                                      tr("d MMM yyyy, HH:mm:ss", "a date's and a time's format"));
        case Who: return row.actor;
        case Whom: return row.subjectName.isEmpty() ? row.subject.toString() : row.subjectName;
        case What:
            return row.category.isEmpty() ? typeWords(row.type) : m_titles.value(row.category, row.category.toString());
        case Before: return row.before;
        case After: return row.refused ? tr("refused") : row.after;
        case How: return row.source;
        case Why: {
            QStringList parts{console::builtInWords(row.reason), console::requestedByWords(row.requestedBy),
                              row.ticket};
            parts.removeAll(QString());
            return parts.join(QStringLiteral(" · "));
        }
        case ColumnCount: break;
    }
    return {};
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
        case When:
            return zoneName(m_zone) == QLatin1String("UTC") ? tr("Time (UTC)")
                                                            : tr("Time in %1", "a city").arg(zoneName(m_zone));
        case Who: return tr("By");
        case Whom: return tr("For");
        case What: return tr("What");
        case Before: return tr("Before");
        case After: return tr("After");
        case How: return tr("How");
        case Why: return tr("Reason");
        case ColumnCount: break;
    }
    return {};
}

bool ActivityModel::hasText(Column column) const
{
    return std::any_of(m_rows.begin(), m_rows.end(),
                       [&](const console::AuditRow& row) { return !text(row, column).isEmpty(); });
}

int ActivityModel::rowOf(qint64 index) const
{
    int closed = -1;
    for (int row = 0; row < rowCount(); ++row) {
        const Line& line = m_lines[size_t(row)];
        if (line.size == 0 && m_rows[line.entry].index == index)
            return row;
        // Numbers fall from line to line.
        if (line.size > 0 && m_rows[line.entry].index >= index &&
            m_rows[line.entry + size_t(line.size) - 1].index <= index)
            closed = row;
    }
    return closed;
}

QHash<QString, QString> ActivityModel::programs() const
{
    QHash<QString, QString> found;
    for (const console::AuditRow& row : m_rows) {
        if (row.byProgram)
            found.insert(row.actorId, row.actor);
    }
    return found;
}

int ActivityModel::wantedWidth(int column) const
{
    const QFontMetrics metrics(fontFor(column == Whom ? TextRole::Name : TextRole::Body));
    int widest = metrics.horizontalAdvance(headerData(column, Qt::Horizontal, Qt::DisplayRole).toString());
    for (int row = 0; row < qMin(rowCount(), 100); ++row) {
        const QString shown = index(row, column).data().toString();
        widest = qMax(widest, column == When ? qCeil(tabularWidth(QFontMetricsF(metrics), shown))
                                             : metrics.horizontalAdvance(shown));
    }
    return widest + 28;
}

bool ActivityModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && !m_fetching && !m_next.isEmpty();
}

void ActivityModel::fetchMore(const QModelIndex&)
{
    m_fetching = true;
    emit moreWanted(m_next);
}

void ActivityModel::reset(console::AuditPage page)
{
    beginResetModel();
    m_rows = std::move(page.rows);
    m_next = page.next;
    m_fetching = false;
    m_lines = linesNow();
    endResetModel();
}

void ActivityModel::append(console::AuditPage page)
{
    m_next = page.next;
    m_fetching = false;
    m_rows.insert(m_rows.end(), std::make_move_iterator(page.rows.begin()), std::make_move_iterator(page.rows.end()));
    follow(linesNow());
}

void ActivityModel::setTitles(QHash<CategorySlug, QString> titles)
{
    m_titles = std::move(titles);
    if (rowCount() > 0)
        emit dataChanged(index(0, What), index(rowCount() - 1, What));
}

}  // namespace refrain::ui
