#include "console/imports/columnmapping.h"

#include "base/clock.h"

#include <QDateTime>

#include <algorithm>
#include <array>

namespace refrain::console {

namespace {

/// Letters and digits alone, small: "E-Mail address" is "emailaddress".
QString plain(const QString& text)
{
    QString out;
    for (const QChar c : text.toCaseFolded()) {
        if (c.isLetterOrNumber())
            out += c;
    }
    return out;
}

struct Known {
    const char* field;
    std::array<const char*, 14> names;  ///< The likeliest first.
};

constexpr std::array<Known, 8> known{{
    {"subject",
     {"subject", "slackid", "slackuserid", "userid", "memberid", "distinctid", "channelid", "email", "emailaddress",
      "mail", "user", "recipient", "address", "id"}},
    {"category", {"category", "categoryslug", "topic", "list", "messagetype", "kategorie", "thema", "liste"}},
    {"state", {"state", "status", "preference", "choice", "subscription", "zustand", "stand"}},
    {"snoozedUntil", {"snoozeduntil", "snooze", "until", "bis"}},
    {"requestedBy", {"requestedby", "askedby"}},
    {"reason", {"reason", "comment", "note", "grund", "kommentar"}},
    {"ticket", {"ticket", "ticketid", "case", "caseid", "vorgang"}},
    {"at", {"at", "date", "optedoutat", "unsubscribedat", "unsubscribetime", "timestamp", "time", "datum", "zeit"}},
}};

/// A column that holds addresses, whatever it is called.
QString columnOfAddresses(const QStringList& columns, const std::vector<wire::ImportRow>& rows)
{
    for (const QString& column : columns) {
        const auto isAddress = [&](const wire::ImportRow& row) {
            return row.fields.value(column).contains(QLatin1Char('@'));
        };
        if (!rows.empty() && std::all_of(rows.begin(), rows.end(), isAddress))
            return column;
    }
    return columns.size() == 1 ? columns.front() : QString();
}

QString columnOfCategories(const QStringList& columns, const std::vector<wire::ImportRow>& rows,
                           const QHash<QString, QString>& categories)
{
    for (const QString& column : columns) {
        const auto known = std::count_if(rows.begin(), rows.end(), [&](const wire::ImportRow& row) {
            return categories.contains(plain(row.fields.value(column)));
        });
        if (known * 2 > qsizetype(rows.size()))
            return column;
    }
    return {};
}

/// Days and times as people write them; what is none of them stays.
QString timeWord(const QString& text)
{
    if (text.isEmpty() || fromRfc3339(text))
        return text;
    const QDateTime read =
        QDateTime::fromString(QString(text).replace(QLatin1Char(' '), QLatin1Char('T')), Qt::ISODate);
    if (!read.isValid())
        return text;
    return toRfc3339(QDateTime(read.date(), read.time(), Qt::UTC).toMSecsSinceEpoch());
}

}  // namespace

QString stateWord(const QString& text)
{
    static const QStringList out{QStringLiteral("optedout"),     QStringLiteral("optout"), QStringLiteral("out"),
                                 QStringLiteral("unsubscribed"), QStringLiteral("off"),    QStringLiteral("no"),
                                 QStringLiteral("stop"),         QStringLiteral("nein"),   QStringLiteral("aus"),
                                 QStringLiteral("unsubscribe")};
    static const QStringList in{QStringLiteral("optedin"),    QStringLiteral("optin"),     QStringLiteral("in"),
                                QStringLiteral("subscribed"), QStringLiteral("subscribe"), QStringLiteral("yes"),
                                QStringLiteral("on"),         QStringLiteral("ja"),        QStringLiteral("an")};
    const QString word = plain(text);
    if (out.contains(word))
        return QStringLiteral("opted_out");
    if (in.contains(word))
        return QStringLiteral("opted_in");
    return text;
}

wire::ImportRow ColumnMapping::mapped(const wire::ImportRow& row) const
{
    wire::ImportRow made;
    made.line = row.line;
    made.fault = row.fault;
    for (const char* name : wire::importFields) {
        const QString field = QString::fromLatin1(name);
        const auto column = columns.constFind(field);
        QString text = column == columns.constEnd() ? QString() : row.fields.value(*column).trimmed();
        if (text.isEmpty())
            text = same.value(field);
        if (text.isEmpty())
            continue;
        if (field == QLatin1String("state"))
            text = stateWord(text);
        else if (field == QLatin1String("category"))
            text = categories.value(plain(text), text);
        else if (field == QLatin1String("at") || field == QLatin1String("snoozedUntil"))
            text = timeWord(text);
        made.fields.insert(field, text);
    }
    return made;
}

ColumnMapping ColumnMapping::guess(const QStringList& columns, const std::vector<wire::ImportRow>& rows,
                                   const std::vector<Category>& all)
{
    ColumnMapping mapping;
    mapping.know(all);
    for (const Known& entry : known) {
        QString found;
        for (const char* name : entry.names) {
            const auto is = [name](const QString& column) { return name && plain(column) == QLatin1String(name); };
            const auto column = std::find_if(columns.begin(), columns.end(), is);
            if (found.isEmpty() && column != columns.end())
                found = *column;
        }
        if (found.isEmpty() && QLatin1String(entry.field) == QLatin1String("subject"))
            found = columnOfAddresses(columns, rows);
        if (found.isEmpty() && QLatin1String(entry.field) == QLatin1String("category"))
            found = columnOfCategories(columns, rows, mapping.categories);
        if (!found.isEmpty())
            mapping.columns.insert(QString::fromLatin1(entry.field), found);
    }
    mapping.same.insert(QStringLiteral("state"), QStringLiteral("opted_out"));
    return mapping;
}

void ColumnMapping::know(const std::vector<Category>& all)
{
    categories.clear();
    for (const Category& category : all)
        categories.insert(plain(category.title), category.slug.toString());
    // A slug is meant before a title is.
    for (const Category& category : all)
        categories.insert(plain(category.slug.toString()), category.slug.toString());
    categories.remove(QString());
}

}  // namespace refrain::console
