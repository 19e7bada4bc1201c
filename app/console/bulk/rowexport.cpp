#include "console/bulk/rowexport.h"

#include "console/bulk/rowsink.h"
#include "console/table/statewords.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QPromise>
#include <QtConcurrentRun>

namespace refrain::console {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(refrain::console::RowExport)
};

constexpr int tellingEvery = 1'000;

QString textOf(const TableSnapshot& table, quint32 row, PackedSubject::Field field)
{
    const std::string_view text = table.field(row, field);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

ExportedRow read(const TableSnapshot& table, quint32 row)
{
    const SubjectBlock::Row& packed = table.block(row).rows[row & (SubjectBlock::capacity - 1)];
    ExportedRow out;
    out.subject.id = SubjectId(textOf(table, row, PackedSubject::Id));
    out.subject.name = textOf(table, row, PackedSubject::Name);
    out.subject.displayName = textOf(table, row, PackedSubject::DisplayName);
    out.subject.email = textOf(table, row, PackedSubject::Email);
    out.subject.title = textOf(table, row, PackedSubject::Title);
    out.subject.topic = textOf(table, row, PackedSubject::Topic);
    out.subject.kind = SubjectKind(packed.kind);
    out.subject.role = SubjectRole(packed.role);
    out.subject.deleted = packed.flags & PackedSubject::Deleted;
    out.subject.bot = packed.flags & PackedSubject::Bot;
    out.subject.archived = packed.flags & PackedSubject::Archived;
    out.subject.isPrivate = packed.flags & PackedSubject::Private;
    for (int category = -1; category < int(table.categories.size()); ++category)
        out.cells.push_back(table.cell(row, category));
    return out;
}

QString words(const Cell& cell, const QTimeZone& zone)
{
    if (cell.unreachable)
        return StateWords::nothingSent();
    switch (cell.state) {
        case CellState::DefaultOn: return StateWords::byDefault(true);
        case CellState::DefaultOff: return StateWords::byDefault(false);
        case CellState::OptedOut: return cell.fromParent ? StateWords::offWithParent() : StateWords::off();
        case CellState::OptedIn: return StateWords::on();
        case CellState::Required: return StateWords::required();
        case CellState::Paused: return StateWords::paused();
        case CellState::Snoozed: break;
    }
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(cell.snoozedUntil.value_or(0), zone);
    return StateWords::snoozedUntil(end.toString(QStringLiteral("yyyy-MM-dd HH:mm")));
}

QStringList titlesOf(const RowExport& plan)
{
    QStringList titles{Text::tr("ID"), Text::tr("Name"), Text::tr("Display name")};
    titles << (plan.channels ? QStringList{Text::tr("Topic")}
                             : QStringList{Text::tr("Email"), Text::tr("Title"), Text::tr("Role")});
    titles << Text::tr("Gone") << Text::tr("All optional messages");
    for (const Category& category : plan.table.categories)
        titles << category.title;
    return titles;
}

QStringList wordsOf(const RowExport& plan, const ExportedRow& row)
{
    const Subject& who = row.subject;
    QStringList cells{who.id.toString(), who.name, who.displayName};
    cells << (plan.channels ? QStringList{who.topic} : QStringList{who.email, who.title, toString(who.role)});
    cells << (who.deleted || who.archived ? Text::tr("yes") : QString());
    for (const Cell& cell : row.cells)
        cells << words(cell, plan.zone);
    return cells;
}

void write(QPromise<Result<qint64>>& promise, const RowExport& plan)
{
    promise.setProgressRange(0, int(plan.rows.size()));
    const std::unique_ptr<RowSink> sink = RowSink::make(plan);
    Result<> done = sink->begin(titlesOf(plan));
    for (size_t i = 0; i < plan.rows.size() && done; ++i) {
        if (i % tellingEvery == 0)
            promise.setProgressValue(int(i));
        if (promise.isCanceled())
            return;
        const ExportedRow row = read(plan.table, plan.rows[i]);
        done = sink->add(row, plan.format == ExportFormat::JsonLines ? QStringList() : wordsOf(plan, row));
    }
    if (done)
        done = sink->finish();
    promise.setProgressValue(int(plan.rows.size()));
    promise.addResult(done ? Result<qint64>(qint64(plan.rows.size())) : Result<qint64>(done.error()));
}

}  // namespace

QString suffixOf(ExportFormat format)
{
    switch (format) {
        case ExportFormat::Csv: return QStringLiteral(".csv");
        case ExportFormat::JsonLines: return QStringLiteral(".jsonl");
        case ExportFormat::Xlsx: return QStringLiteral(".xlsx");
    }
    return {};
}

QFuture<Result<qint64>> exportRows(RowExport plan)
{
    return QtConcurrent::run([plan = std::move(plan)](QPromise<Result<qint64>>& promise) { write(promise, plan); });
}

}  // namespace refrain::console
