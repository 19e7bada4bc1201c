#include "wire/preference.h"

#include "wire/actor.h"

namespace refrain::wire {

QJsonObject toJson(const Preference& preference)
{
    return {
        {QStringLiteral("subject"), preference.subject.toString()},
        {QStringLiteral("category"), preference.category.toString()},
        {QStringLiteral("state"), toString(preference.state)},
        {QStringLiteral("version"), preference.version},
        {QStringLiteral("seq"), preference.version},
        {QStringLiteral("source"), preference.source ? QJsonValue(toString(*preference.source)) : QJsonValue()},
        {QStringLiteral("actor"), preference.actor ? QJsonValue(toJson(*preference.actor)) : QJsonValue()},
        {QStringLiteral("requestedBy"),
         preference.requestedBy ? QJsonValue(toString(*preference.requestedBy)) : QJsonValue()},
        {QStringLiteral("reason"), orNull(preference.reason)},
        {QStringLiteral("ticket"), orNull(preference.ticket)},
        {QStringLiteral("at"), orNull(preference.at)},
        {QStringLiteral("snoozedUntil"), orNull(preference.snoozedUntil)},
        {QStringLiteral("stateIsOwnWord"), preference.stateIsOwnWord},
        {QStringLiteral("snoozeIsOwnWord"), preference.snoozeIsOwnWord},
        {QStringLiteral("correctableUntil"), orNull(preference.correctableUntil)},
    };
}

QJsonObject toJson(const PreferenceView& view)
{
    QJsonObject object = toJson(view.preference);
    object.insert(QStringLiteral("effective"), view.deliver ? QStringLiteral("deliver") : QStringLiteral("skip"));
    object.insert(QStringLiteral("rule"), toString(view.rule));
    return object;
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
