#include "domain/auditentry.h"

namespace refrain {

namespace {

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue timeOrNull(std::optional<Millis> time)
{
    return textOrNull(toRfc3339(time));
}

QJsonValue objectOrNull(const QJsonObject& object)
{
    return object.isEmpty() ? QJsonValue() : QJsonValue(object);
}

}  // namespace

QJsonObject toJson(const AuditEntry& entry)
{
    QJsonObject json{
        {QStringLiteral("workspace"), entry.workspace.toString()},
        {QStringLiteral("index"), entry.index},
        {QStringLiteral("seq"), entry.seq ? QJsonValue(*entry.seq) : QJsonValue()},
        {QStringLiteral("at"), toRfc3339(entry.at)},
        {QStringLiteral("type"), entry.type},
        {QStringLiteral("outcome"), entry.outcome},
        {QStringLiteral("source"), toString(entry.source)},
        {QStringLiteral("actor"), QJsonObject{{QStringLiteral("kind"), toString(entry.actor.kind)},
                                              {QStringLiteral("id"), textOrNull(entry.actor.id)},
                                              {QStringLiteral("name"), textOrNull(entry.actor.name)}}},
        {QStringLiteral("subject"), textOrNull(entry.subject.toString())},
        {QStringLiteral("category"), textOrNull(entry.category.toString())},
        {QStringLiteral("requestedBy"), entry.requestedBy ? QJsonValue(toString(*entry.requestedBy)) : QJsonValue()},
        {QStringLiteral("reason"), textOrNull(entry.reason)},
        {QStringLiteral("ticket"), textOrNull(entry.ticket)},
        {QStringLiteral("receivedAt"), timeOrNull(entry.receivedAt)},
        {QStringLiteral("before"), objectOrNull(entry.before)},
        {QStringLiteral("after"), objectOrNull(entry.after)},
    };
    // Younger than the first logs: their leaves stay what they were.
    if (!entry.context.isEmpty())
        json.insert(QStringLiteral("context"), entry.context);
    return json;
}

Result<AuditEntry> auditEntryFromJson(const QJsonObject& object)
{
    const auto text = [&object](const char* key) { return object.value(QLatin1String(key)).toString(); };
    const QJsonObject actor = object.value(QLatin1String("actor")).toObject();
    const auto at = fromRfc3339(text("at"));
    const auto source = sourceFromString(text("source"));
    const auto kind = actorKindFromString(actor.value(QLatin1String("kind")).toString());
    const qint64 index = object.value(QLatin1String("index")).toInteger(-1);
    if (!at || !source || !kind || index < 0)
        return Error::corrupt(QStringLiteral("An entry of the audit log cannot be read."), text("at"));
    const QJsonValue seq = object.value(QLatin1String("seq"));

    AuditEntry entry;
    entry.workspace = WorkspaceId(text("workspace"));
    entry.index = index;
    if (seq.isDouble())
        entry.seq = seq.toInteger();
    entry.at = *at;
    entry.type = text("type");
    entry.outcome = text("outcome");
    entry.source = *source;
    entry.actor = {*kind, actor.value(QLatin1String("id")).toString(), actor.value(QLatin1String("name")).toString()};
    entry.subject = SubjectId(text("subject"));
    entry.category = CategorySlug(text("category"));
    entry.requestedBy = requestedByFromString(text("requestedBy"));
    entry.reason = text("reason");
    entry.ticket = text("ticket");
    entry.receivedAt = fromRfc3339(text("receivedAt"));
    entry.before = object.value(QLatin1String("before")).toObject();
    entry.after = object.value(QLatin1String("after")).toObject();
    entry.context = object.value(QLatin1String("context")).toObject();
    return entry;
}

}  // namespace refrain
