#include "wire/change.h"

#include "wire/actor.h"

namespace refrain::wire {

namespace {

QJsonValue orNull(const QJsonObject& object)
{
    return object.isEmpty() ? QJsonValue() : QJsonValue(object);
}

}  // namespace

QJsonObject toJson(const Change& change)
{
    QJsonObject object{
        {QStringLiteral("seq"), change.seq},
        {QStringLiteral("type"), change.type},
        {QStringLiteral("at"), toRfc3339(change.at)},
        {QStringLiteral("source"), change.source ? QJsonValue(toString(*change.source)) : QJsonValue()},
        {QStringLiteral("actor"), toJson(change.actor)},
        {QStringLiteral("reason"), wire::orNull(change.reason)},
        {QStringLiteral("before"), orNull(change.before)},
        {QStringLiteral("after"), orNull(change.after)},
    };
    if (!change.subject.isEmpty())
        object.insert(QStringLiteral("subject"), change.subject.toString());
    if (!change.category.isEmpty())
        object.insert(QStringLiteral("category"), change.category.toString());
    return object;
}

Result<Change> changeFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    Change change;
    change.seq = in.number("seq", 0);
    change.type = in.requiredText("type");
    change.subject = SubjectId(in.text("subject"));
    change.category = CategorySlug(in.text("category"));
    change.at = in.requiredTime("at");
    change.source = in.word("source", sourceFromString);
    change.actor = readActor(in, "actor").value_or(Actor());
    change.reason = in.text("reason");
    change.before = in.object("before");
    change.after = in.object("after");
    if (const Result<> done = in.done(); !done)
        return done.error();
    return change;
}

}  // namespace refrain::wire
