#include "wire/preference.h"

#include "wire/actor.h"
#include "wire/jsontext.h"

#include <utility>

namespace refrain::wire {

namespace {

/// All but the actor.
template <class Put>
void describe(const Preference& preference, Put& put)
{
    put("subject", preference.subject.toString());
    put("category", preference.category.toString());
    put("state", toString(preference.state));
    put("version", preference.version);
    put("seq", preference.version);
    put.orNull("source", preference.source ? toString(*preference.source) : QString());
    put.orNull("requestedBy", preference.requestedBy ? toString(*preference.requestedBy) : QString());
    put.orNull("reason", preference.reason);
    put.orNull("ticket", preference.ticket);
    put.orNull("at", toRfc3339(preference.at));
    put.orNull("snoozedUntil", toRfc3339(preference.snoozedUntil));
    put("stateIsOwnWord", preference.stateIsOwnWord);
    put("snoozeIsOwnWord", preference.snoozeIsOwnWord);
    put.orNull("correctableUntil", toRfc3339(preference.correctableUntil));
}

template <class Put>
void describe(const PreferenceView& view, Put& put)
{
    describe(view.preference, put);
    put("effective", view.deliver ? QStringLiteral("deliver") : QStringLiteral("skip"));
    put("rule", toString(view.rule));
}

template <class Described>
QJsonObject fieldsOf(const Described& described, const std::optional<Actor>& actor)
{
    JsonFields fields;
    describe(described, fields);
    fields.object.insert(QStringLiteral("actor"), actor ? QJsonValue(toJson(*actor)) : QJsonValue());
    return fields.object;
}

template <class Described>
QByteArray textOf(const Described& described, const std::optional<Actor>& actor)
{
    JsonText fields;
    describe(described, fields);
    fields.raw("actor", actor ? toJsonText(*actor) : QByteArrayLiteral("null"));
    return std::move(fields).text();
}

}  // namespace

QJsonObject toJson(const Preference& preference)
{
    return fieldsOf(preference, preference.actor);
}

QByteArray toJsonText(const Preference& preference)
{
    return textOf(preference, preference.actor);
}

QJsonObject toJson(const PreferenceView& view)
{
    return fieldsOf(view, view.preference.actor);
}

QByteArray toJsonText(const PreferenceView& view)
{
    return textOf(view, view.preference.actor);
}

Result<PreferenceView> preferenceFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    PreferenceView view;
    Preference& preference = view.preference;
    preference.subject = SubjectId(in.requiredText("subject"));
    preference.category = CategorySlug(in.requiredText("category"));
    preference.state = in.word("state", preferenceStateFromString, PreferenceState::Default);
    preference.version = in.number("version", 0);
    preference.source = in.word("source", sourceFromString);
    preference.actor = readActor(in, "actor");
    preference.requestedBy = in.word("requestedBy", requestedByFromString);
    preference.reason = in.text("reason");
    preference.ticket = in.text("ticket");
    preference.at = in.time("at");
    preference.snoozedUntil = in.time("snoozedUntil");
    preference.stateIsOwnWord = in.flag("stateIsOwnWord", false);
    preference.snoozeIsOwnWord = in.flag("snoozeIsOwnWord", false);
    preference.correctableUntil = in.time("correctableUntil");
    view.rule = in.word("rule", ruleFromString, Rule::DefaultIn);
    view.deliver = in.text("effective") != QLatin1String("skip");
    if (const Result<> done = in.done(); !done)
        return done.error();
    return view;
}

}  // namespace refrain::wire
