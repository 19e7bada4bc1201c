#include "wire/change.h"

#include "wire/actor.h"
#include "wire/jsontext.h"

#include <utility>

namespace refrain::wire {

namespace {

QJsonValue orNull(const QJsonObject& object)
{
    return object.isEmpty() ? QJsonValue() : QJsonValue(object);
}

/// All but the actor, before and after.
template <class Put>
void describe(const Change& change, Put& put)
{
    put("seq", change.seq);
    put("type", change.type);
    put("at", toRfc3339(change.at));
    put.orNull("source", change.source ? toString(*change.source) : QString());
    put.orNull("reason", change.reason);
    if (!change.subject.isEmpty())
        put("subject", change.subject.toString());
    if (!change.category.isEmpty())
        put("category", change.category.toString());
}

}  // namespace

QJsonObject toJson(const Change& change)
{
    JsonFields fields;
    describe(change, fields);
    fields.object.insert(QStringLiteral("actor"), toJson(change.actor));
    fields.object.insert(QStringLiteral("before"), orNull(change.before));
    fields.object.insert(QStringLiteral("after"), orNull(change.after));
    return fields.object;
}

QByteArray toJsonText(const Change& change, const QByteArray& before, const QByteArray& after)
{
    JsonText fields;
    describe(change, fields);
    fields.raw("actor", toJsonText(change.actor));
    fields.raw("before", before);
    fields.raw("after", after);
    return std::move(fields).text();
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
