#include "service/routes/messageroutes.h"

#include "service/http/listquery.h"
#include "store/changestore.h"
#include "store/messagestore.h"
#include "wire/actor.h"

#include <QRegularExpression>

namespace refrain::service {
namespace {

/// What is asked for: one message by its place in Slack, or those to somebody within a time.
struct Query {
    QString channel;
    QString ts;
    SubjectId subject;
    Millis from = 0;
    Millis to = 0;
};

Error missing(const char* field, const char* sentence)
{
    return Error::invalid(QString::fromUtf8(sentence), QLatin1Char('/') + QLatin1String(field));
}

Result<Query> readQuery(const web::Request& request)
{
    static const QRegularExpression slackTime(QStringLiteral("^\\d{1,12}\\.\\d{6}$"));
    Query query;
    query.channel = request.query.value(QStringLiteral("channel"));
    query.ts = request.query.value(QStringLiteral("ts"));
    query.subject = SubjectId(request.query.value(QStringLiteral("subject")));
    if (query.channel.isEmpty() == query.subject.isEmpty())
        return missing("channel", "Name either channel, with ts, or subject, with from and to.");
    if (!query.channel.isEmpty()) {
        if (!slackTime.match(query.ts).hasMatch())
            return missing("ts", "A message's ts is Slack's, as in 1700000000.123456.");
        return query;
    }
    const auto from = timeOf(request, "from");
    const auto to = timeOf(request, "to");
    if (!from || !to)
        return !from ? from.error() : to.error();
    if (!*from || !*to)
        return missing(*from ? "to" : "from", "This is missing.");
    query.from = **from;
    query.to = **to;
    return query;
}

QJsonObject toJson(const store::PostedMessage& message)
{
    return {{QStringLiteral("notification"), message.notification},
            {QStringLiteral("category"), message.category.toString()},
            {QStringLiteral("subject"), message.subject.toString()},
            {QStringLiteral("channel"), message.channel},
            {QStringLiteral("ts"), message.ts},
            {QStringLiteral("at"), toRfc3339(message.at)},
            {QStringLiteral("source"), toString(message.source)},
            {QStringLiteral("actor"), wire::toJson(message.actor)}};
}

Result<web::Response> find(const ApiCall& call, store::DatabasePool& pool)
{
    const Result<Query> query = readQuery(call.request);
    const Result<int> limit = limitOf(call.request);
    if (!query || !limit)
        return !query ? query.error() : limit.error();
    const Result<store::Database*> database = pool.connection();
    if (!database)
        return database.error();
    store::MessageStore messages(**database);
    const bool isOne = !query->channel.isEmpty();
    const auto found = isOne ? messages.at(call.workspace(), query->channel, query->ts)
                             : messages.between(call.workspace(), query->subject, query->from, query->to, *limit);
    const Result<std::optional<SubjectId>> whose =
        isOne ? messages.subjectOf(call.workspace(), query->channel) : std::optional(query->subject);
    const Result<qint64> seq = store::ChangeStore(**database).lastSeq(call.workspace());
    if (!found || !whose || !seq)
        return !found ? found.error() : !whose ? whose.error() : seq.error();
    QJsonArray items;
    for (const store::PostedMessage& message : *found)
        items.append(toJson(message));
    return web::Response::json({{QStringLiteral("items"), items},
                                {QStringLiteral("next"), QJsonValue()},
                                {QStringLiteral("seq"), *seq},
                                {QStringLiteral("subject"), wire::orNull(whose->value_or(SubjectId()).toString())}});
}

}  // namespace

void addMessageRoutes(Api& api, store::DatabasePool& pool)
{
    api.add("GET", QStringLiteral("/messages"), Permission::SeeSent,
            [&pool](const ApiCall& call) { return find(call, pool); });
}

}  // namespace refrain::service
