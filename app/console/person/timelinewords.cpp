#include "console/person/timelinewords.h"

#include "console/audit/auditwords.h"
#include "console/engine/cachestore.h"
#include "domain/notification.h"
#include "domain/receiptid.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace refrain::console {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TimelineWords)
};

constexpr qsizetype longestQuote = 80;

QString textOf(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toString();
}

QString titleOf(const CategorySlug& slug, CacheStore& cache)
{
    for (const Category& category : cache.categories().valueOr({})) {
        if (category.slug == slug)
            return category.title;
    }
    return slug.toString();
}

QString nameOf(const SubjectId& id, CacheStore& cache)
{
    const auto known = cache.subject(id);
    return known && *known ? Wording::nameOf(**known) : id.toString();
}

QString quoted(const QString& text)
{
    const QString line = text.simplified();
    return line.isEmpty()
               ? QString()
               : QStringLiteral("“%1”").arg(line.size() > longestQuote ? line.left(longestQuote) + u'…' : line);
}

/// "by Ann in the console"
QString sentBy(const QJsonObject& item)
{
    const QJsonObject actor = item.value(QLatin1String("actor")).toObject();
    const QString name = textOf(actor, "name").isEmpty() ? textOf(actor, "id") : textOf(actor, "name");
    const auto source = sourceFromString(textOf(item, "source"));
    return Text::tr("by %1 %2", "person, way")
        .arg(name.isEmpty() ? Text::tr("Refrain") : name, source ? Wording::how(*source) : QString())
        .trimmed();
}

void sayMessage(HistoryEntry& entry, const QJsonObject& item, const Subject& whose, CacheStore& cache,
                const Wording& wording)
{
    const CategorySlug slug(textOf(item, "category"));
    const QString title = titleOf(slug, cache);
    QStringList how;
    switch (recipientOutcomeFromString(textOf(item, "outcome")).value_or(RecipientOutcome::Uncertain)) {
        case RecipientOutcome::Sent: entry.what = Text::tr("Message of “%1” sent").arg(title); break;
        case RecipientOutcome::Skipped: {
            entry.what = Text::tr("Message of “%1” kept back").arg(title);
            Category category;
            category.slug = slug;
            Decision decision;
            if (const auto rule = ruleFromString(textOf(item, "rule")); rule && *rule != Rule::Required) {
                decision.rule = *rule;
                how << (*rule == Rule::Unreachable ? Text::tr("Nothing could be sent there.")
                                                   : wording.why(category, decision, whose));
            }
            break;
        }
        case RecipientOutcome::Failed:
            entry.what = Text::tr("Message of “%1” could not be sent").arg(title);
            entry.refused = true;
            how << textOf(item, "error");
            break;
        default:
            entry.what = Text::tr("Message of “%1”: it may have arrived or not").arg(title);
            entry.refused = true;
            break;
    }
    if (const SubjectId other(textOf(item, "sameAs")); !other.isEmpty())
        how << Text::tr("It reached the same address through %1.").arg(nameOf(other, cache));
    how << sentBy(item) << quoted(textOf(item, "text"));
    how.removeAll(QString());
    entry.how = how.join(u' ');
    entry.notification = textOf(item, "notification");
}

QString valueWords(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? Text::tr("yes") : Text::tr("no");
    const QString text = value.toVariant().toString().simplified();
    return text.isEmpty() ? Text::tr("nothing") : text;
}

/// What the directory calls its fields, as people do; empty for one that nobody asks about.
QString fieldWords(const QString& field)
{
    if (field == QLatin1String("name"))
        return Text::tr("Name");
    if (field == QLatin1String("displayName"))
        return Text::tr("Display name");
    if (field == QLatin1String("email"))
        return Text::tr("E-mail");
    if (field == QLatin1String("title"))
        return Text::tr("Title");
    if (field == QLatin1String("topic"))
        return Text::tr("Topic");
    if (field == QLatin1String("role"))
        return Text::tr("Role in Slack");
    if (field == QLatin1String("tz"))
        return Text::tr("Time zone");
    if (field == QLatin1String("locale"))
        return Text::tr("Language");
    if (field == QLatin1String("private"))
        return Text::tr("Private");
    return {};
}

/// Some say it all by themselves.
QString changeWords(const QString& field, const QJsonValue& before, const QJsonValue& after, bool isChannel)
{
    const bool is = after.toBool();
    if (field == QLatin1String("deleted"))
        return is ? Text::tr("Left the workspace") : Text::tr("Came back to the workspace");
    if (field == QLatin1String("archived"))
        return is ? Text::tr("Archived") : Text::tr("No longer archived");
    if (field == QLatin1String("person") && !isChannel)
        return after.toString().isEmpty() ? Text::tr("No longer linked with another account")
                                          : Text::tr("Linked with another account");
    const QString words = fieldWords(field);
    return words.isEmpty()
               ? QString()
               : Text::tr("%1: %2, was %3", "field, now, before").arg(words, valueWords(after), valueWords(before));
}

void sayDirectory(HistoryEntry& entry, const QJsonObject& item, const Subject& whose)
{
    const bool isChannel = whose.kind == SubjectKind::Channel;
    entry.how = Text::tr("from Slack's directory");
    if (item.value(QLatin1String("isNew")).toBool()) {
        entry.what = Text::tr("Came into the directory");
        return;
    }
    QStringList words;
    const QJsonArray changes = item.value(QLatin1String("changes")).toArray();
    for (const QJsonValue& value : changes) {
        const QJsonObject change = value.toObject();
        words << changeWords(textOf(change, "field"), change.value(QLatin1String("before")),
                             change.value(QLatin1String("after")), isChannel);
    }
    words.removeAll(QString());
    entry.what = words.isEmpty() ? Text::tr("Details changed") : words.join(QStringLiteral("; "));
}

/// What Refrain told them, in Slack, of what others changed for them.
void sayTold(HistoryEntry& entry, const QJsonObject& item)
{
    const QString outcome = textOf(item, "outcome");
    const int choices = int(qMax(qint64(1), item.value(QLatin1String("choices")).toInteger()));
    if (outcome == QLatin1String("told"))
        entry.what = Text::tr("Told in Slack of %n change(s)", nullptr, choices);
    else if (outcome == QLatin1String("waiting"))
        entry.what = Text::tr("Not told in Slack yet of %n change(s)", nullptr, choices);
    else if (outcome == QLatin1String("failed"))
        entry.what = Text::tr("Could not be told in Slack of %n change(s)", nullptr, choices);
    else
        entry.what = Text::tr("May have been told in Slack of %n change(s), or not", nullptr, choices);
    entry.refused = outcome != QLatin1String("told");
    entry.how = entry.refused ? textOf(item, "error") : Text::tr("by Refrain, in a direct message");
}

void saySync(HistoryEntry& entry, const QJsonObject& item)
{
    entry.what = Text::tr("Last compared with Slack's directory");
    entry.how = textOf(item, "outcome") == QLatin1String("running") ? Text::tr("The reading is not over yet.")
                                                                    : Text::tr("What differed stands here as well.");
    entry.run = textOf(item, "run");
}

/// A system that must follow, and has something else.
void sayDrift(HistoryEntry& entry, const QJsonObject& item, CacheStore& cache)
{
    entry.what = Text::tr("%1: not the same in %2", "category, system")
                     .arg(titleOf(CategorySlug(textOf(item, "category")), cache), textOf(item, "connector"));
    entry.refused = textOf(item, "state") == QLatin1String("open");
    entry.how = textOf(item, "state") == QLatin1String("repaired") ? Text::tr("It has been repaired.")
                : entry.refused ? Text::tr("It may still send. Sync shows what is done about it.")
                                : Text::tr("It is left as it is.");
}

}  // namespace

HistoryEntry auditHistoryEntryOf(const QJsonObject& item, CacheStore& cache, const Wording& wording)
{
    const AuditRow row = auditRowOf(item, cache, wording);
    HistoryEntry entry;
    entry.kind = row.type == QLatin1String("preference") ? HistoryEntry::Kind::Choice : HistoryEntry::Kind::Act;
    entry.index = row.index;
    entry.at = row.at;
    entry.refused = row.refused;
    entry.what = row.category.isEmpty() ? (row.after.isEmpty() ? row.type : row.after)
                                        : Text::tr("%1: %2", "category, state").arg(row.categoryTitle, row.after);
    if (row.refused)
        entry.what = Text::tr("Refused: %1").arg(entry.what);
    QStringList how{Text::tr("by %1 %2", "person, way").arg(row.actor, row.source).trimmed()};
    if (const QString asked = requestedByWords(row.requestedBy); !asked.isEmpty())
        how << asked;
    if (!row.reason.isEmpty())
        how << quoted(row.reason);
    if (!row.ticket.isEmpty())
        how << Text::tr("ticket %1").arg(row.ticket);
    entry.how = how.join(QStringLiteral(" · "));
    entry.receipt = ReceiptId::of(row.index, QByteArray::fromHex(row.leafHash.toLatin1())).toString();
    return entry;
}

HistoryEntry timelineEntryOf(const QJsonObject& item, const Subject& whose, CacheStore& cache, const Wording& wording)
{
    const QString kind = textOf(item, "kind");
    if (kind == QLatin1String("entry"))
        return auditHistoryEntryOf(item, cache, wording);
    HistoryEntry entry;
    entry.index = -1;
    entry.at = fromRfc3339(textOf(item, "at")).value_or(0);
    entry.what = kind;
    if (kind == QLatin1String("message")) {
        entry.kind = HistoryEntry::Kind::Message;
        sayMessage(entry, item, whose, cache, wording);
    } else if (kind == QLatin1String("directory")) {
        entry.kind = HistoryEntry::Kind::Directory;
        sayDirectory(entry, item, whose);
    } else if (kind == QLatin1String("told")) {
        entry.kind = HistoryEntry::Kind::Told;
        sayTold(entry, item);
    } else if (kind == QLatin1String("sync")) {
        entry.kind = HistoryEntry::Kind::Sync;
        saySync(entry, item);
    } else if (kind == QLatin1String("drift")) {
        entry.kind = HistoryEntry::Kind::Sync;
        sayDrift(entry, item, cache);
    }
    return entry;
}

}  // namespace refrain::console
