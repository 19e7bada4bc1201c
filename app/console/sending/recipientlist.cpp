#include "console/sending/recipientlist.h"

#include "console/table/fold.h"
#include "console/table/filter/subjectquery.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QtConcurrentRun>

namespace refrain::console {

namespace {

constexpr size_t mostLeftOut = 100;

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
    SubjectQuery query = SubjectQuery::parse(filter, table.categories);
    if (!wantsGone)
        query.require(RowTest::What::Active);
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

/// Whose a name is.
struct Named {
    QString id;       ///< Of the last of them.
    int bearers = 0;  ///< Who can be meant by it; those who are gone are not.
    RecipientList::Why gone = RecipientList::Why::Nobody;
};
using Names = QHash<QByteArray, Named>;

RecipientList::Why whyGone(quint8 flags, bool isChannel)
{
    if (isChannel)
        return RecipientList::Why::Archived;
    return flags & PackedSubject::Bot ? RecipientList::Why::Program : RecipientList::Why::Left;
}

void collect(Names& names, const TableSnapshot& table, const QSet<QByteArray>& wanted,
             const std::atomic_bool& cancelled)
{
    constexpr quint8 gone = PackedSubject::Deleted | PackedSubject::Bot | PackedSubject::Archived;
    for (quint32 row = 0; row < quint32(table.rowCount) && !cancelled; ++row) {
        const auto& packed = table.block(row).rows[row & (SubjectBlock::capacity - 1)];
        const QString id = textOf(table, row, PackedSubject::Id);
        const bool isChannel = packed.kind == quint8(SubjectKind::Channel);
        QSet<QByteArray> own{fold(id), fold(textOf(table, row, PackedSubject::Email))};
        const QString shown = textOf(table, row, PackedSubject::Name);
        const QByteArray called = fold(isChannel ? QLatin1Char('#') + shown : shown);
        if (!(packed.flags & gone))
            own << called;
        else if (wanted.contains(called))
            names[called].gone = whyGone(packed.flags, isChannel);
        for (const QByteArray& name : std::as_const(own)) {
            if (name.isEmpty() || !wanted.contains(name))
                continue;
            Named& named = names[name];
            named.id = id;
            ++named.bearers;
        }
    }
}

RecipientList listed(const QString& text, const std::vector<TableSnapshot>& tables, const std::atomic_bool& cancelled)
{
    static const QRegularExpression between(QStringLiteral("[\\n\\r,;\\t]+"));
    QStringList entries;
    QSet<QByteArray> wanted;
    for (const QString& part : text.split(between, Qt::SkipEmptyParts)) {
        const QString entry = part.simplified();
        if (entry.isEmpty())
            continue;
        entries << entry;
        wanted << fold(entry);
    }
    Names names;
    for (const TableSnapshot& table : tables)
        collect(names, table, wanted, cancelled);
    RecipientList list;
    QSet<QString> seen;
    for (const QString& entry : std::as_const(entries)) {
        const Named named = names.value(fold(entry));
        const bool isOutside = named.bearers == 0 && !entry.contains(QLatin1Char(' ')) &&
                               !entry.contains(QLatin1Char('@')) && !entry.startsWith(QLatin1Char('#'));
        if (named.bearers == 1) {
            add(list, seen, named.id);
        } else if (isOutside) {
            add(list, seen, entry);
        } else {
            ++list.leftOutCount;
            if (list.leftOut.size() < mostLeftOut)
                list.leftOut.push_back(
                    {entry, named.bearers > 1 ? RecipientList::Why::Shared : named.gone, named.bearers});
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
