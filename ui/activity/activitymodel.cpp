#include "ui/activity/activitymodel.h"

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
    return parent.isValid() ? 0 : int(m_rows.size());
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
    switch (role) {
        case Qt::DisplayRole: return text(row, index.column());
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
            const QString reason = console::builtInWords(row.reason);
            return row.ticket.isEmpty() ? reason : reason + QStringLiteral(" · ") + row.ticket;
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
        case When: return tr("Time (%1)").arg(QString::fromUtf8(m_zone.id()));
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
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [index](const console::AuditRow& row) { return row.index == index; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
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

int ActivityModel::timeWidth() const
{
    const QFontMetrics metrics(fontFor(TextRole::Body));
    int widest = metrics.horizontalAdvance(headerData(When, Qt::Horizontal, Qt::DisplayRole).toString());
    for (int row = 0; row < qMin(rowCount(), 100); ++row)
        widest = qMax(widest, qCeil(tabularWidth(QFontMetricsF(metrics), text(rowAt(row), When))));
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
    endResetModel();
}

void ActivityModel::append(console::AuditPage page)
{
    m_next = page.next;
    m_fetching = false;
    if (page.rows.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(page.rows.size()) - 1);
    m_rows.insert(m_rows.end(), std::make_move_iterator(page.rows.begin()), std::make_move_iterator(page.rows.end()));
    endInsertRows();
}

void ActivityModel::setTitles(QHash<CategorySlug, QString> titles)
{
    m_titles = std::move(titles);
    if (rowCount() > 0)
        emit dataChanged(index(0, What), index(rowCount() - 1, What));
}

}  // namespace refrain::ui
