#include "console/bulk/pastedlist.h"

#include <QHash>
#include <QRegularExpression>
#include <QtConcurrentRun>

namespace refrain::console {

namespace {

struct Entry {
    QString given;
    QByteArray key;  ///< Lower case: neither ids nor addresses are told apart by case.
};

QByteArray keyOf(std::string_view text)
{
    return QByteArray(text.data(), qsizetype(text.size())).toLower();
}

/// What stands in angle brackets is what is meant.
QByteArray meantBy(const QString& entry)
{
    static const QRegularExpression bracketed(QStringLiteral("<(?:mailto:|@|#)?([^<>|]+)(?:\\|[^<>]*)?>"));
    const QRegularExpressionMatch match = bracketed.match(entry);
    return (match.hasMatch() ? match.captured(1) : entry).trimmed().toUtf8().toLower();
}

std::vector<Entry> entriesOf(const QString& text)
{
    static const QRegularExpression between(QStringLiteral("[\\n\\r,;\\t]+"));
    std::vector<Entry> entries;
    for (const QString& part : text.split(between, Qt::SkipEmptyParts)) {
        const QString given = part.simplified();
        if (!given.isEmpty())
            entries.push_back({given, meantBy(given)});
    }
    return entries;
}

PastedList match(const QString& text, const TableSnapshot& table, const std::atomic_bool& cancelled)
{
    std::vector<Entry> entries = entriesOf(text);
    QHash<QByteArray, bool> found;
    for (const Entry& entry : entries)
        found.insert(entry.key, false);
    PastedList list;
    list.entries = qint64(entries.size());
    for (quint32 row = 0; row < quint32(table.rowCount) && !found.isEmpty() && !cancelled; ++row) {
        bool isMeant = false;
        for (const PackedSubject::Field field : {PackedSubject::Id, PackedSubject::Email}) {
            const auto known = found.find(keyOf(table.field(row, field)));
            if (known == found.end())
                continue;
            *known = true;
            isMeant = true;
        }
        if (isMeant)
            list.rows.push_back(row);
    }
    for (const Entry& entry : entries) {
        if (!found.value(entry.key))
            list.unmatched << entry.given;
    }
    return cancelled ? PastedList() : list;
}

}  // namespace

QFuture<PastedList> matchPasted(const QString& text, TableSnapshot table, std::shared_ptr<std::atomic_bool> cancelled)
{
    return QtConcurrent::run([text, table = std::move(table), cancelled] { return match(text, table, *cancelled); });
}

}  // namespace refrain::console
