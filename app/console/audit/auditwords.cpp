#include "console/audit/auditwords.h"

#include "console/access/rolewords.h"
#include "console/desk/numbers.h"
#include "console/engine/cachestore.h"
#include "console/engine/workspacereader.h"
#include "console/table/statewords.h"
#include "domain/auditentry.h"
#include "domain/merkletree.h"

#include <QCoreApplication>

namespace refrain::console {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(AuditWords)
};

/// A new category in full, of an edit only what differs from `other`.
QString categoryWords(const QJsonObject& object, const QJsonObject& other, bool isNew)
{
    QStringList parts;
    const auto value = [&](const char* key) { return object.value(QLatin1String(key)); };
    const auto differs = [&](const char* key) { return !isNew && value(key) != other.value(QLatin1String(key)); };
    const auto add = [&](const char* key, const QString& yes, const QString& no) {
        if (differs(key) || (isNew && value(key).toBool()))
            parts << (value(key).toBool() ? yes : no);
    };
    if (isNew || differs("defaultState"))
        parts << (value("defaultState").toString() == QLatin1String("opted_out") ? Text::tr("off by default")
                                                                                 : Text::tr("on by default"));
    add("required", Text::tr("required"), Text::tr("optional"));
    add("paused", Text::tr("paused"), Text::tr("not paused"));
    add("archived", Text::tr("archived"), Text::tr("in use"));
    for (const char* key : {"title", "description", "requiredReason"}) {
        if (differs(key))
            parts << QStringLiteral("“%1”").arg(value(key).toString());
    }
    if (differs("position"))
        parts << Text::tr("place %1").arg(value("position").toInt());
    const QString words = parts.join(QStringLiteral(", "));
    return isNew ? Text::tr("created: %1").arg(words) : words.isEmpty() ? Text::tr("edited") : words;
}

/// A role's name, and of one that a later version knows the word itself.
QString roleWords(const QString& word)
{
    const std::optional<Role> role = roleFromString(word);
    return role ? roleName(*role) : word;
}

/// What an admin defined by name: a template, a workflow, a playbook.
QString definitionWords(const QJsonObject& object, const QJsonObject& other)
{
    const QString title = object.value(QLatin1String("title")).toString();
    QStringList parts{title.isEmpty() ? object.value(QLatin1String("slug")).toString() : title};
    const auto add = [&](const char* key, const QString& yes, const QString& no) {
        const QLatin1String name(key);
        if (object.contains(name) && object.value(name).toBool() != other.value(name).toBool())
            parts << (object.value(name).toBool() ? yes : no);
    };
    add("paused", Text::tr("paused"), Text::tr("not paused"));
    add("archived", Text::tr("archived"), Text::tr("in use"));
    add("published", Text::tr("published"), Text::tr("not published"));
    return parts.join(QStringLiteral(", "));
}

/// What was known of a message to many when somebody sent, held, went on with or ended it.
QString notificationWords(const QJsonObject& object)
{
    const auto count = [&](const char* key) { return object.value(QLatin1String(key)).toInteger(); };
    const QString state = object.value(QLatin1String("state")).toString();
    if (state == QLatin1String("queued"))
        return Text::tr("to %1 recipients").arg(count("queued"));
    if (state == QLatin1String("paused"))
        return Text::tr("paused: %1 sent, %2 wait").arg(count("sent")).arg(count("queued"));
    if (state == QLatin1String("cancelled"))
        return Text::tr("cancelled: %1 sent").arg(count("sent"));
    return Text::tr("goes on: %1 sent, %2 wait").arg(count("sent")).arg(count("queued"));
}

/// A file of choices, when it was begun, ended or undone.
QString importWords(const QJsonObject& object)
{
    const auto count = [&](const char* key) { return grouped(object.value(QLatin1String(key)).toInteger()); };
    const QString name = object.value(QLatin1String("name")).toString();
    const QString state = object.value(QLatin1String("state")).toString();
    if (state == QLatin1String("running") || state == QLatin1String("gathering"))
        return Text::tr("“%1” begun").arg(name);
    if (state == QLatin1String("held"))
        return Text::tr("“%1” waits for a second admin").arg(name);
    if (state == QLatin1String("applying"))
        return Text::tr("“%1” approved, and begun").arg(name);
    if (state == QLatin1String("refused"))
        return Text::tr("“%1” refused: nothing of it is in force").arg(name);
    if (state == QLatin1String("expired"))
        return Text::tr("“%1” expired: nothing of it is in force").arg(name);
    if (state == QLatin1String("undoing"))
        return Text::tr("“%1”: to be undone").arg(name);
    if (state == QLatin1String("undone"))
        return Text::tr("“%1” undone: %2 turned back, %3 stayed").arg(name, count("undone"), count("kept"));
    return Text::tr("“%1”: %2 changed, %3 wait, %4 left out")
        .arg(name, count("changed"), count("waiting"), count("refused"));
}

/// A request for a second admin's approval, at each of its steps.
QString approvalWords(const QJsonObject& object)
{
    const QString state = object.value(QLatin1String("state")).toString();
    const QString size = grouped(object.value(QLatin1String("size")).toInteger());
    const QString asker = object.value(QLatin1String("requestedBy"))[QLatin1String("name")].toString();
    if (state == QLatin1String("waiting"))
        return Text::tr("asked for, about %1").arg(size);
    const bool goesOn = object.value(QLatin1String("kind")) == QLatin1String("import");
    if (state == QLatin1String("applying") || (state == QLatin1String("applied") && goesOn))
        return Text::tr("approved, as %1 asked").arg(asker);
    if (state == QLatin1String("applied"))
        return Text::tr("in force, as %1 asked: %2")
            .arg(asker, grouped(object.value(QLatin1String("changed")).toInteger()));
    if (state == QLatin1String("refused"))
        return Text::tr("refused; %1 had asked").arg(asker);
    if (state == QLatin1String("withdrawn"))
        return Text::tr("withdrawn");
    if (state == QLatin1String("expired"))
        return Text::tr("expired; %1 had asked").arg(asker);
    return Text::tr("outdated; %1 had asked").arg(asker);
}

/// What was done to anything but a preference; empty where there are no words of ours for it.
QString actWords(const QString& type, const QJsonObject& object, const QJsonObject& other, bool isNew)
{
    const auto text = [&](const char* key) { return object.value(QLatin1String(key)).toString(); };
    const auto count = [&](const char* key) { return object.value(QLatin1String(key)).toInteger(); };
    if (object.isEmpty())
        return {};
    if (type == QLatin1String("category"))
        return categoryWords(object, other, isNew);
    if (type == QLatin1String("member"))
        return roleWords(text("role"));
    if (type == QLatin1String("workspace"))
        return Text::tr("connected as %1").arg(text("name"));
    if (type == QLatin1String("sync_run"))
        return inWords(
            {count("read"), count("added"), count("changed"), count("removed"), count("sent"), count("failed")});
    if (type == QLatin1String("apikey"))
        return QStringList{
            text("name"), object.value(QLatin1String("revoked")).toBool() ? Text::tr("ended") : roleWords(text("role"))}
            .join(QStringLiteral(", "));
    if (type == QLatin1String("link"))
        return Text::tr("opt-out link made");
    if (type == QLatin1String("notification"))
        return notificationWords(object);
    if (type == QLatin1String("import"))
        return importWords(object);
    if (type == QLatin1String("approval"))
        return approvalWords(object);
    if (type == QLatin1String("restore"))
        return object.contains(QLatin1String("logKept")) ? Text::tr("as of change %1").arg(count("seq"))
                                                         : Text::tr("%1 changes").arg(count("seq"));
    if (type == QLatin1String("template") || type == QLatin1String("workflow") || type == QLatin1String("playbook"))
        return definitionWords(object, other);
    return {};
}

/// "off", "on", "workspace default", "snoozed until …": what a preference says; the keys that matter of anything else.
QString stateWords(const QJsonObject& object, const Wording& wording)
{
    if (object.isEmpty())
        return {};
    const QString state = object.value(QLatin1String("state")).toString();
    QString words;
    if (state == QLatin1String("opted_out"))
        words = StateWords::off();
    else if (state == QLatin1String("opted_in"))
        words = StateWords::on();
    else if (state == QLatin1String("default"))
        words = object.value(QLatin1String("category")).toString() == everyCategory().toString()
                    ? StateWords::on()
                    : StateWords::workspaceDefault();
    if (const auto end = fromRfc3339(object.value(QLatin1String("snoozedUntil")).toString())) {
        const QString snooze = StateWords::snoozedUntil(wording.exactTime(*end));
        words = words.isEmpty() ? snooze : words + QStringLiteral(", ") + snooze;
    }
    if (!words.isEmpty())
        return words;
    QStringList parts;
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.value().isObject() && !it.value().isArray() && !it.value().isNull())
            parts << it.key() + QStringLiteral(": ") + it.value().toVariant().toString();
    }
    return parts.join(QStringLiteral(", "));
}

StoredChoice choiceIn(const QJsonObject& preference)
{
    StoredChoice choice;
    choice.state = preferenceStateFromString(preference.value(QLatin1String("state")).toString())
                       .value_or(PreferenceState::Default);
    choice.snoozedUntil = fromRfc3339(preference.value(QLatin1String("snoozedUntil")).toString());
    return choice;
}

}  // namespace

QString requestedByWords(std::optional<RequestedBy> who)
{
    if (!who)
        return {};
    switch (*who) {
        case RequestedBy::Person: return Text::tr("asked for by the person");
        case RequestedBy::Staff: return Text::tr("on staff's own account");
        case RequestedBy::Legal: return Text::tr("on a legal request");
    }
    return {};
}

AuditRow auditRowOf(const QJsonObject& item, CacheStore& cache, const Wording& wording)
{
    AuditRow row;
    row.index = item.value(QLatin1String("index")).toInteger();
    const QByteArray leaf = QByteArray::fromBase64(item.value(QLatin1String("leaf")).toString().toLatin1());
    row.leafHash = QString::fromLatin1(leafHash(leaf).toHex());
    const auto entry = auditEntryFromJson(item.value(QLatin1String("entry")).toObject());
    if (!entry)
        return row;
    row.seq = entry->seq;
    row.at = entry->at;
    row.type = entry->type;
    row.subject = entry->subject;
    row.category = entry->category;
    row.reason = entry->reason;
    row.ticket = entry->ticket;
    row.requestedBy = entry->requestedBy;
    row.import = entry->context.value(QLatin1String("import")).toString();
    row.approvedBy = entry->context.value(QLatin1String("approvedBy"))[QLatin1String("name")].toString();
    row.importLine = entry->context.value(QLatin1String("line")).toInteger();
    // A sync run has an outcome of its own, which is no refusal.
    row.refused = !entry->outcome.isEmpty() && entry->outcome != QLatin1String("accepted") &&
                  entry->type != QLatin1String("sync_run");
    row.source = Wording::how(entry->source);
    row.way = entry->source;
    row.found = choiceIn(entry->before);
    row.made = choiceIn(entry->after);
    row.actor = entry->actor.kind == ActorKind::System ? QStringLiteral("Refrain")
                : entry->actor.name.isEmpty()          ? entry->actor.id
                                                       : entry->actor.name;
    row.actorId = entry->actor.kind == ActorKind::System ? QString() : entry->actor.id;
    row.byProgram = entry->actor.kind == ActorKind::ApiKey;
    const auto words = [&](const QJsonObject& object, const QJsonObject& other, bool isNew) {
        const QString act = actWords(entry->type, object, other, isNew);
        return act.isEmpty() ? stateWords(object, wording) : act;
    };
    row.before = words(entry->before, entry->after, false);
    row.after = words(entry->after, entry->before, entry->before.isEmpty());
    const SubjectId whom = entry->type == QLatin1String("member")
                               ? SubjectId(entry->after.value(QLatin1String("user")).toString())
                               : entry->subject;
    const auto subject = cache.subject(whom);
    row.subjectName = subject && *subject ? (*subject)->name : whom.toString();
    row.categoryTitle = entry->category.toString();
    for (const Category& category : cache.categories().valueOr({})) {
        if (category.slug == entry->category)
            row.categoryTitle = category.title;
    }
    return row;
}

QStringList auditCsvHeader()
{
    return {QStringLiteral("index"),   QStringLiteral("time"),         QStringLiteral("type"),
            QStringLiteral("subject"), QStringLiteral("name"),         QStringLiteral("category"),
            QStringLiteral("before"),  QStringLiteral("after"),        QStringLiteral("refused"),
            QStringLiteral("actor"),   QStringLiteral("source"),       QStringLiteral("reason"),
            QStringLiteral("ticket"),  QStringLiteral("requested_by"), QStringLiteral("leaf_hash")};
}

QStringList auditCsvFields(const AuditRow& row)
{
    return {QString::number(row.index),
            toRfc3339(row.at),
            row.type,
            row.subject.toString(),
            row.subjectName,
            row.category.toString(),
            row.before,
            row.after,
            row.refused ? QStringLiteral("yes") : QStringLiteral("no"),
            row.actor,
            row.source,
            row.reason,
            row.ticket,
            row.requestedBy ? toString(*row.requestedBy) : QString(),
            row.leafHash};
}

}  // namespace refrain::console
