#include "console/sending/recipientlist.h"

#include "console/table/fold.h"
#include "console/table/subjectquery.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QtConcurrentRun>

namespace refrain::console {

namespace {

constexpr int mostUnknown = 100;

QString textOf(const TableSnapshot& table, quint32 row, PackedSubject::Field field)
{
    const std::string_view text = table.field(row, field);
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

void add(RecipientList& list, QSet<QString>& seen, const QString& id)
{
    if (seen.contains(id))
        return;
    seen.insert(id);
    if (list.ids.size() < RecipientList::most)
        list.ids.emplace_back(id);
    else
        ++list.beyond;
}

RecipientList matching(const QString& filter, const TableSnapshot& table, const std::atomic_bool& cancelled)
{
    const bool wantsGone = filter.contains(QLatin1String("is:deleted")) || filter.contains(QLatin1String("is:bot")) ||
                           filter.contains(QLatin1String("is:archived"));
    const SubjectQuery query =
        SubjectQuery::parse(wantsGone ? filter : QStringLiteral("is:active ") + filter, table.categories);
    RecipientList list;
    list.hint = query.hint();
    const std::vector<char> hits = query.matches(table, cancelled);
    QSet<QString> seen;
    for (size_t row = 0; row < hits.size() && !cancelled; ++row) {
        if (hits[row])
            add(list, seen, textOf(table, quint32(row), PackedSubject::Id));
    }
    return list;
}

/// What a line may be called by, and whose it is; an empty id: more than one's.
using Names = QHash<QByteArray, QString>;

void collect(Names& names, const TableSnapshot& table, const QSet<QByteArray>& wanted,
             const std::atomic_bool& cancelled)
{
    constexpr quint8 gone = PackedSubject::Deleted | PackedSubject::Bot | PackedSubject::Archived;
    for (quint32 row = 0; row < quint32(table.rowCount) && !cancelled; ++row) {
        const auto& packed = table.block(row).rows[row & (SubjectBlock::capacity - 1)];
        const QString id = textOf(table, row, PackedSubject::Id);
        const bool isChannel = packed.kind == quint8(SubjectKind::Channel);
        QSet<QByteArray> own{fold(id), fold(textOf(table, row, PackedSubject::Email))};
        if (!(packed.flags & gone)) {
            const QString name = textOf(table, row, PackedSubject::Name);
            own << fold(isChannel ? QLatin1Char('#') + name : name);
        }
        for (const QByteArray& name : std::as_const(own)) {
            if (!name.isEmpty() && wanted.contains(name))
                names[name] = names.contains(name) && names.value(name) != id ? QString() : id;
        }
    }
}

RecipientList listed(const QString& text, const std::vector<TableSnapshot>& tables, const std::atomic_bool& cancelled)
{
    static const QRegularExpression between(QStringLiteral("[\\n\\r,;\\t]+"));
    QStringList lines;
    QSet<QByteArray> wanted;
    for (const QString& part : text.split(between, Qt::SkipEmptyParts)) {
        const QString line = part.simplified();
        if (line.isEmpty())
            continue;
        lines << line;
        wanted << fold(line);
    }
    Names names;
    for (const TableSnapshot& table : tables)
        collect(names, table, wanted, cancelled);
    RecipientList list;
    QSet<QString> seen;
    for (const QString& line : std::as_const(lines)) {
        const auto found = names.constFind(fold(line));
        const bool isOutside = found == names.constEnd() && !line.contains(QLatin1Char(' ')) &&
                               !line.contains(QLatin1Char('@')) && !line.startsWith(QLatin1Char('#'));
        if (found != names.constEnd() && !found->isEmpty()) {
            add(list, seen, *found);
        } else if (isOutside) {
            add(list, seen, line);
        } else {
            ++list.unknownCount;
            if (list.unknown.size() < mostUnknown)
                list.unknown << line;
        }
    }
    return list;
}

}  // namespace

QFuture<RecipientList> recipientsMatching(const QString& filter, TableSnapshot table, const CancelFlag& cancelled)
{
    return QtConcurrent::run(
        [filter, table = std::move(table), cancelled] { return matching(filter, table, *cancelled); });
}

QFuture<RecipientList> recipientsListed(const QString& text, std::vector<TableSnapshot> tables,
                                        const CancelFlag& cancelled)
{
    return QtConcurrent::run(
        [text, tables = std::move(tables), cancelled] { return listed(text, tables, *cancelled); });
}

}  // namespace refrain::console
