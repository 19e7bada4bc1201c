#include "ui/sync/syncmodel.h"

#include "ui/common/timetext.h"
#include "ui/people/changecontroller.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace refrain::ui {

using console::ChangeStage;
using console::Exchange;

namespace {

QString betweenText(Exchange::Between between)
{
    switch (between) {
        case Exchange::Between::ConsoleBackend: return SyncModel::tr("Console ↔ backend");
        case Exchange::Between::BackendSlack: return SyncModel::tr("Backend ← Slack");
        case Exchange::Between::BackendConnector: return SyncModel::tr("Backend → connector");
    }
    return {};
}

void setOutcome(SyncLine& line, SyncOutcome outcome)
{
    switch (outcome) {
        case SyncOutcome::Ok:
            line.outcome = SyncModel::tr("✓ done");
            line.tone = Tone::Good;
            return;
        case SyncOutcome::Partial:
            line.outcome = SyncModel::tr("◐ partly");
            line.tone = Tone::Waiting;
            return;
        case SyncOutcome::Failed:
            line.outcome = SyncModel::tr("! failed");
            line.tone = Tone::Danger;
            return;
        case SyncOutcome::Running:
            line.outcome = SyncModel::tr("○ running");
            line.tone = Tone::Waiting;
            return;
    }
}

void setOutcome(SyncLine& line, ChangeStage stage)
{
    switch (stage) {
        case ChangeStage::Shown:
        case ChangeStage::Waiting:
            line.outcome = SyncModel::tr("○ waiting");
            line.tone = Tone::Waiting;
            return;
        case ChangeStage::Confirmed:
            line.outcome = SyncModel::tr("✓ done");
            line.tone = Tone::Good;
            return;
        case ChangeStage::Refused:
            line.outcome = SyncModel::tr("! refused");
            line.tone = Tone::Danger;
            return;
        case ChangeStage::Failed:
            line.outcome = SyncModel::tr("! failed");
            line.tone = Tone::Danger;
            return;
    }
}

}  // namespace

SyncLine lineOf(const Exchange& exchange)
{
    SyncLine line;
    line.at = exchange.startedAt;
    line.between = betweenText(exchange.between);
    line.what = exchange.what;
    line.result = exchange.error.isEmpty() ? exchange.result : exchange.error;
    line.took = exchange.finishedAt ? durationText(*exchange.finishedAt - exchange.startedAt) : QStringLiteral("—");
    line.exchange = exchange;
    setOutcome(line, exchange.outcome);
    return line;
}

SyncLine lineOf(const console::LocalChange& change)
{
    SyncLine line;
    line.at = change.madeAt;
    line.between = SyncModel::tr("Console → backend");
    line.what = SyncModel::tr("1 change");
    line.result = changeSentence(change);
    line.took = QStringLiteral("—");
    line.change = change.id;
    setOutcome(line, change.stage);
    return line;
}

SyncModel::SyncModel(const QTimeZone& zone, QObject* parent) : QAbstractTableModel(parent), m_zone(zone) {}

int SyncModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

int SyncModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString SyncModel::text(const SyncLine& line, int column) const
{
    switch (Column(column)) {
        case When: return timeText(line.at);
        case Between: return line.between;
        case What: return line.what;
        case Result: return line.result;
        case Took: return line.took;
        case Outcome: return line.outcome;
        case ColumnCount: break;
    }
    return {};
}

QVariant SyncModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const SyncLine& line = lineAt(index.row());
    const int column = index.column();
    switch (role) {
        case Qt::DisplayRole: return text(line, column);
        case Qt::ToolTipRole: return (column == When ? exactTime(line.at, m_zone) : text(line, column)).toHtmlEscaped();
        case Qt::TextAlignmentRole: return column == Took ? QVariant(int(Qt::AlignRight)) : QVariant();
        case StrongRole: return column == Between || column == Outcome;
        case TabularRole: return column == When || column == Took;
        case ToneRole:
            if (column == Outcome)
                return int(line.tone == Tone::Good && !m_live ? Tone::Muted : line.tone);
            return int(column == Between || column == What ? Tone::Text : Tone::Muted);
        default: return {};
    }
}

QVariant SyncModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == Took)
        return int(Qt::AlignRight);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
        case When: return tr("Time");
        case Between: return tr("Between");
        case What: return tr("What");
        case Result: return tr("Result");
        case Took: return tr("Took");
        case Outcome: return tr("Outcome");
        case ColumnCount: break;
    }
    return {};
}

void SyncModel::setLines(std::vector<SyncLine> lines)
{
    std::stable_sort(lines.begin(), lines.end(), [](const SyncLine& a, const SyncLine& b) {
        if (a.change.isEmpty() != b.change.isEmpty())
            return b.change.isEmpty();
        return a.at > b.at;
    });
    beginResetModel();
    m_lines = std::move(lines);
    sift();
    endResetModel();
}

void SyncModel::setFilter(const QString& text)
{
    beginResetModel();
    m_filter = text.trimmed();
    sift();
    endResetModel();
}

void SyncModel::setLive(bool live)
{
    if (std::exchange(m_live, live) != live && rowCount() > 0)
        emit dataChanged(index(0, Outcome), index(rowCount() - 1, Outcome), {ToneRole});
}

void SyncModel::setNow(Millis now)
{
    const QDate today = QDateTime::fromMSecsSinceEpoch(now, m_zone).date();
    if (std::exchange(m_today, today) != today && rowCount() > 0)
        emit dataChanged(index(0, When), index(rowCount() - 1, When), {Qt::DisplayRole});
}

QString SyncModel::timeText(Millis at) const
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(at, m_zone);
    if (time.date() == m_today || !m_today.isValid())
        return time.toString(QStringLiteral("HH:mm:ss"));
    return QLocale().toString(time, tr("d MMM, HH:mm", "a date's and a time's format"));
}

void SyncModel::sift()
{
    m_shown.clear();
    for (size_t i = 0; i < m_lines.size(); ++i) {
        const SyncLine& line = m_lines[i];
        const QString words = line.between + u' ' + line.what + u' ' + line.result + u' ' + line.outcome;
        if (m_filter.isEmpty() || words.contains(m_filter, Qt::CaseInsensitive))
            m_shown.push_back(int(i));
    }
}

int SyncModel::rowOf(const QString& key) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (lineAt(row).key() == key)
            return row;
    }
    return -1;
}

}  // namespace refrain::ui
