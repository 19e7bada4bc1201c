#include "console/sending/messageorigins.h"

#include "console/engine/backendcalls.h"
#include "wire/actor.h"
#include "wire/decisions.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace refrain::console {

namespace {

Result<PostedMessage> readPosted(const QJsonObject& object)
{
    wire::FieldReader in(object);
    PostedMessage message;
    message.notification = in.requiredText("notification");
    message.category = CategorySlug(in.text("category"));
    message.subject = SubjectId(in.text("subject"));
    message.at = in.requiredTime("at");
    message.actor = wire::readActor(in, "actor").value_or(Actor());
    if (Result<> done = in.done(); !done)
        return done.error();
    return message;
}

Result<PostedMessages> readAllPosted(const QJsonObject& json)
{
    auto items = readItems(json.value(QLatin1String("items")).toArray(), readPosted);
    if (!items)
        return items.error();
    return PostedMessages{*std::move(items), SubjectId(json.value(QLatin1String("subject")).toString())};
}

Result<AskedBefore> readAsked(const QJsonObject& object)
{
    wire::FieldReader in(object);
    AskedBefore asked;
    asked.at = in.requiredTime("at");
    asked.caller = wire::readActor(in, "caller").value_or(Actor());
    asked.category = CategorySlug(in.text("category"));
    // Of a list by subject the items are that subject's own answers; the last one is what held.
    wire::FieldReader answer(in.array("items").last().toObject());
    asked.deliver = answer.text("decision") == QLatin1String("deliver");
    asked.rule = answer.word("rule", ruleFromString, Rule::Unreachable);
    if (Result<> done = in.done(); !done)
        return done.error();
    return asked;
}

ApiRequest query(const QString& path, std::initializer_list<std::pair<const char*, QString>> parts)
{
    ApiRequest request;
    request.path = path;
    for (const auto& [name, value] : parts)
        request.query.addQueryItem(QLatin1String(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    return request;
}

}  // namespace

std::optional<MessagePlace> MessagePlace::fromLink(const QString& link)
{
    static const QRegularExpression shape(QStringLiteral("/archives/([CDG][A-Z0-9]+)/p(\\d{10})(\\d{6})(?:[?#]|$)"));
    const QRegularExpressionMatch match = shape.match(link.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    return MessagePlace{match.captured(1), match.captured(2) + QLatin1Char('.') + match.captured(3),
                        match.captured(2).toLongLong() * 1000 + match.captured(3).toLongLong() / 1000};
}

QFuture<Result<PostedMessages>> MessageOrigins::posted(const MessagePlace& place)
{
    return m_calls.ask<PostedMessages>(
        query(QStringLiteral("messages"), {{"channel", place.channel}, {"ts", place.ts}}), readAllPosted);
}

QFuture<Result<PostedMessages>> MessageOrigins::posted(const SubjectId& subject, Millis from, Millis to)
{
    return m_calls.ask<PostedMessages>(
        query(QStringLiteral("messages"),
              {{"subject", subject.toString()}, {"from", toRfc3339(from)}, {"to", toRfc3339(to)}}),
        readAllPosted);
}

QFuture<Result<std::vector<AskedBefore>>> MessageOrigins::asked(const SubjectId& subject, Millis from, Millis to)
{
    return m_calls.ask<std::vector<AskedBefore>>(
        query(QStringLiteral("decisions"), {{"subject", subject.toString()},
                                            {"from", toRfc3339(from)},
                                            {"to", toRfc3339(to)},
                                            {"limit", QStringLiteral("1000")}}),
        [](const QJsonObject& json) {
            auto asked = readItems(json.value(QLatin1String("items")).toArray(), readAsked);
            if (asked)
                std::erase_if(*asked, [](const AskedBefore& one) { return one.caller.kind != ActorKind::ApiKey; });
            return asked;
        });
}

QFuture<Result<Rule>> MessageOrigins::ruleAt(const CategorySlug& category, const SubjectId& subject, Millis at)
{
    ApiRequest request;
    request.method = QByteArrayLiteral("POST");
    request.path = QStringLiteral("decisions");
    wire::DecisionsRequest question;
    question.category = category;
    question.subjects = {subject};
    question.asOf = at;
    request.body = wire::toJson(question);
    return m_calls.ask<Rule>(std::move(request), [](const QJsonObject& json) -> Result<Rule> {
        const auto reply = wire::decisionsReplyFromJson(json);
        if (!reply)
            return reply.error();
        return reply->items.empty() ? Rule::Unreachable : reply->items.front().decision.rule;
    });
}

}  // namespace refrain::console
