#include "service/usecases/recordjson.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace refrain::service {

namespace {

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue timeOrNull(std::optional<Millis> time)
{
    return textOrNull(toRfc3339(time));
}

QString text(const QJsonObject& record, const char* key)
{
    return record.value(QLatin1String(key)).toString();
}

bool flag(const QJsonObject& record, const char* key)
{
    return record.value(QLatin1String(key)).toBool();
}

qint64 number(const QJsonObject& record, const char* key)
{
    return record.value(QLatin1String(key)).toInteger();
}

QJsonValue toJson(const std::optional<Actor>& actor)
{
    if (!actor)
        return {};
    return QJsonObject{{QStringLiteral("kind"), toString(actor->kind)},
                       {QStringLiteral("id"), textOrNull(actor->id)},
                       {QStringLiteral("name"), textOrNull(actor->name)}};
}

std::optional<Actor> actorFrom(const QJsonValue& value)
{
    if (!value.isObject())
        return std::nullopt;
    const QJsonObject object = value.toObject();
    return Actor{actorKindFromString(text(object, "kind")).value_or(ActorKind::System), text(object, "id"),
                 text(object, "name")};
}

}  // namespace

QJsonObject recordOf(const Preference& preference)
{
    return {
        {QStringLiteral("subject"), preference.subject.toString()},
        {QStringLiteral("category"), preference.category.toString()},
        {QStringLiteral("state"), toString(preference.state)},
        {QStringLiteral("snoozedUntil"), timeOrNull(preference.snoozedUntil)},
        {QStringLiteral("version"), preference.version},
        {QStringLiteral("seq"), preference.version},
        {QStringLiteral("source"), preference.source ? QJsonValue(toString(*preference.source)) : QJsonValue()},
        {QStringLiteral("actor"), toJson(preference.actor)},
        {QStringLiteral("requestedBy"),
         preference.requestedBy ? QJsonValue(toString(*preference.requestedBy)) : QJsonValue()},
        {QStringLiteral("reason"), textOrNull(preference.reason)},
        {QStringLiteral("ticket"), textOrNull(preference.ticket)},
        {QStringLiteral("at"), timeOrNull(preference.at)},
    };
}

QJsonObject recordOf(const Subject& subject)
{
    return {
        {QStringLiteral("id"), subject.id.toString()},
        {QStringLiteral("kind"), toString(subject.kind)},
        {QStringLiteral("name"), subject.name},
        {QStringLiteral("displayName"), subject.displayName},
        {QStringLiteral("email"), subject.email},
        {QStringLiteral("title"), subject.title},
        {QStringLiteral("tz"), subject.tz},
        {QStringLiteral("locale"), subject.locale},
        {QStringLiteral("topic"), subject.topic},
        {QStringLiteral("role"), toString(subject.role)},
        {QStringLiteral("deleted"), subject.deleted},
        {QStringLiteral("bot"), subject.bot},
        {QStringLiteral("archived"), subject.archived},
        {QStringLiteral("private"), subject.isPrivate},
        {QStringLiteral("addressDead"), subject.addressDead},
        {QStringLiteral("person"), textOrNull(subject.person.toString())},
        {QStringLiteral("formerNames"), QJsonArray::fromStringList(subject.formerNames)},
        {QStringLiteral("updatedAt"), toRfc3339(subject.updatedAt)},
    };
}

QJsonObject recordOf(const Category& category)
{
    return {
        {QStringLiteral("slug"), category.slug.toString()},
        {QStringLiteral("title"), category.title},
        {QStringLiteral("description"), category.description},
        {QStringLiteral("kind"), toString(category.kind)},
        {QStringLiteral("parent"), textOrNull(category.parent.toString())},
        {QStringLiteral("defaultState"),
         toString(category.defaultIn ? PreferenceState::OptedIn : PreferenceState::OptedOut)},
        {QStringLiteral("required"), category.required},
        {QStringLiteral("requiredReason"), category.requiredReason},
        {QStringLiteral("paused"), category.paused},
        {QStringLiteral("resubscribe"), toString(category.resubscribe)},
        {QStringLiteral("onFailure"), toString(category.onFailure)},
        {QStringLiteral("position"), category.position},
        {QStringLiteral("archived"), category.archived},
        {QStringLiteral("version"), category.version},
    };
}

Preference preferenceFromRecord(const QJsonObject& record)
{
    Preference preference;
    preference.subject = SubjectId(text(record, "subject"));
    preference.category = CategorySlug(text(record, "category"));
    preference.state = preferenceStateFromString(text(record, "state")).value_or(PreferenceState::Default);
    preference.snoozedUntil = fromRfc3339(text(record, "snoozedUntil"));
    preference.version = number(record, "version");
    preference.source = sourceFromString(text(record, "source"));
    preference.actor = actorFrom(record.value(QLatin1String("actor")));
    preference.requestedBy = requestedByFromString(text(record, "requestedBy"));
    preference.reason = text(record, "reason");
    preference.ticket = text(record, "ticket");
    preference.at = fromRfc3339(text(record, "at"));
    return preference;
}

Subject subjectFromRecord(const QJsonObject& record)
{
    Subject subject;
    subject.id = SubjectId(text(record, "id"));
    subject.kind = subjectKindFromString(text(record, "kind")).value_or(SubjectKind::User);
    subject.name = text(record, "name");
    subject.displayName = text(record, "displayName");
    subject.email = text(record, "email");
    subject.title = text(record, "title");
    subject.tz = text(record, "tz");
    subject.locale = text(record, "locale");
    subject.topic = text(record, "topic");
    subject.role = subjectRoleFromString(text(record, "role")).value_or(SubjectRole::Member);
    subject.deleted = flag(record, "deleted");
    subject.bot = flag(record, "bot");
    subject.archived = flag(record, "archived");
    subject.isPrivate = flag(record, "private");
    subject.addressDead = flag(record, "addressDead");
    subject.person = PersonId(text(record, "person"));
    const QJsonArray formerNames = record.value(QLatin1String("formerNames")).toArray();
    for (const QJsonValue& name : formerNames)
        subject.formerNames << name.toString();
    subject.updatedAt = fromRfc3339(text(record, "updatedAt")).value_or(0);
    return subject;
}

Category categoryFromRecord(const QJsonObject& record)
{
    Category category;
    category.slug = CategorySlug(text(record, "slug"));
    category.title = text(record, "title");
    category.description = text(record, "description");
    category.kind = categoryKindFromString(text(record, "kind")).value_or(CategoryKind::Message);
    category.parent = CategorySlug(text(record, "parent"));
    category.defaultIn = text(record, "defaultState") != toString(PreferenceState::OptedOut);
    category.required = flag(record, "required");
    category.requiredReason = text(record, "requiredReason");
    category.paused = flag(record, "paused");
    category.resubscribe = resubscribeFromString(text(record, "resubscribe")).value_or(Resubscribe::UserOnly);
    category.onFailure = onFailureFromString(text(record, "onFailure")).value_or(OnFailure::Skip);
    category.position = int(number(record, "position"));
    category.archived = flag(record, "archived");
    category.version = number(record, "version");
    return category;
}

QByteArray toText(const QJsonObject& record)
{
    return record.isEmpty() ? QByteArrayLiteral("null") : QJsonDocument(record).toJson(QJsonDocument::Compact);
}

QJsonObject fromText(const QByteArray& text)
{
    return QJsonDocument::fromJson(text).object();
}

}  // namespace refrain::service
