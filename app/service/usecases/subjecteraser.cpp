#include "service/usecases/subjecteraser.h"

#include "service/usecases/profilealias.h"
#include "service/usecases/recordjson.h"
#include "store/acknowledgementstore.h"
#include "store/approvalstore.h"
#include "store/auditstore.h"
#include "store/changestore.h"
#include "store/definitionstore.h"
#include "store/importstore.h"
#include "store/memberstore.h"
#include "store/notificationstore.h"
#include "store/preferencestore.h"
#include "store/profilestore.h"
#include "store/subjectstore.h"
#include "wire/preference.h"
#include "wire/subject.h"

#include <QJsonArray>

#include <limits>

namespace refrain::service {
namespace {

constexpr int all = std::numeric_limits<int>::max();

Subject blank(Subject subject)
{
    for (QString* text : {&subject.name, &subject.displayName, &subject.email, &subject.title, &subject.tz,
                          &subject.locale, &subject.topic})
        text->clear();
    subject.formerNames.clear();
    return subject;
}

Preference blank(Preference preference)
{
    preference.reason.clear();
    preference.ticket.clear();
    if (preference.actor && preference.actor->id == preference.subject.toString())
        preference.actor->name.clear();
    return preference;
}

/// A record of the feed without its texts; what decisions at a moment of the past need stays.
QByteArray blankRecord(const QByteArray& text, const QString& type, const SubjectId& subject)
{
    QJsonObject record = fromText(text);
    if (record.isEmpty() || type == profileChange)
        return text;
    if (type == QLatin1String("subject")) {
        for (const char* key : {"name", "displayName", "email", "title", "tz", "locale", "topic"})
            record.insert(QLatin1String(key), QString());
        record.insert(QStringLiteral("formerNames"), QJsonArray());
        return toText(record);
    }
    record.insert(QStringLiteral("reason"), QJsonValue());
    record.insert(QStringLiteral("ticket"), QJsonValue());
    QJsonObject actor = record.value(QLatin1String("actor")).toObject();
    if (actor.value(QLatin1String("id")).toString() == subject.toString()) {
        actor.insert(QStringLiteral("name"), QString());
        record.insert(QStringLiteral("actor"), actor);
    }
    return toText(record);
}

Result<qint64> blankFeed(WorkspaceTransaction& transaction, const SubjectId& subject)
{
    store::ChangeStore changes(transaction.database());
    const auto known = changes.ofSubject(transaction.workspace(), subject, 0, all);
    if (!known)
        return known.error();
    qint64 count = 0;
    for (const store::ChangeRecord& change : *known) {
        store::ChangeRecord after = change;
        after.reason.clear();
        if (after.actor.id == subject.toString())
            after.actor.name.clear();
        after.before = blankRecord(change.before, change.type, subject);
        after.after = blankRecord(change.after, change.type, subject);
        const bool same = after.reason == change.reason && after.actor == change.actor &&
                          after.before == change.before && after.after == change.after;
        if (same)
            continue;
        ++count;
        if (Result<> done = changes.rewrite(transaction.workspace(), after); !done)
            return done.error();
    }
    return count;
}

/// `before` is blank already: the feed keeps no text of what it says was erased.
Result<> tellFeed(WorkspaceTransaction& transaction, store::ChangeRecord record)
{
    if (Result<qint64> seq = transaction.change(std::move(record)); !seq)
        return seq.error();
    return {};
}

/// Consoles first forget the subject with all they hold, then learn what is left of it.
Result<> blankDirectory(WorkspaceTransaction& transaction, const Subject& subject)
{
    const Subject after = blank(subject);
    if (Result<> done = store::SubjectStore(transaction.database()).put(transaction.workspace(), after); !done)
        return done;
    store::ChangeRecord record;
    record.type = QStringLiteral("subject");
    record.subject = subject.id;
    record.before = toText(wire::toJson(after));
    if (Result<> done = tellFeed(transaction, record); !done)
        return done;
    record.before = "null";
    record.after = toText(wire::toJson(after));
    return tellFeed(transaction, record);
}

/// Each gets a number of its own in the feed, by which consoles that forgot it know the choice again.
Result<qint64> blankPreferences(WorkspaceTransaction& transaction, const SubjectId& subject)
{
    store::PreferenceStore preferences(transaction.database());
    const auto known = preferences.ofSubject(transaction.workspace(), subject);
    if (!known)
        return known.error();
    qint64 count = 0;
    for (const Preference& before : *known) {
        Preference after = blank(before);
        count += after == before ? 0 : 1;
        const Result<qint64> next = transaction.nextSeq();
        if (!next)
            return next.error();
        after.version = *next;
        store::ChangeRecord record;
        record.type = QStringLiteral("preference");
        record.subject = subject;
        record.category = after.category;
        record.source = after.source;
        record.before = toText(wire::toJson(blank(before)));
        record.after = toText(wire::toJson(after));
        if (Result<> done = preferences.put(transaction.workspace(), after); !done)
            return done.error();
        if (Result<> done = tellFeed(transaction, std::move(record)); !done)
            return done.error();
    }
    return count;
}

Result<std::vector<Erasure::Kept>> keptOf(WorkspaceTransaction& transaction, const Subject& subject)
{
    std::vector<Erasure::Kept> kept{
        {QStringLiteral("The id %1 and the bare choices.").arg(subject.id.toString()),
         QStringLiteral("Without them an opt-out could not be honoured any longer.")},
        {QStringLiteral("The leaves of the audit log."),
         QStringLiteral("They hold no readable value; without value and salt nothing about them can be guessed.")},
        {QStringLiteral("The entry that says this erasure was done, with the id."),
         QStringLiteral("It is the record that the request was answered.")},
        {QStringLiteral("What this person did for others, with their id and name, in the others' history."),
         QStringLiteral("It belongs to the others' record of who changed their choices.")},
        {QStringLiteral("Which notifications went to the id, when, and what became of them."),
         QStringLiteral("It is the senders' journal; it holds the id alone.")},
        {QStringLiteral("That the id sent notifications, edited templates, workflows and playbooks, or is named in a "
                        "workflow's recipients."),
         QStringLiteral("They are the company's; no name stands there.")},
        {QStringLiteral("Which senders asked about the id before they sent, and what they were told, for 90 days."),
         QStringLiteral("It is the senders' journal; it holds the id alone.")},
        {QStringLiteral("Answers kept for repeated requests, for up to 7 days, and backups."),
         QStringLiteral("The former end by themselves; delete backups from before the erasure in your own time.")}};
    if (!subject.deleted && subject.kind == SubjectKind::User)
        kept.push_back({QStringLiteral("What Slack tells: the next reading of the directory brings the name back."),
                        QStringLiteral("Slack still calls this person active. Deactivate or rename them there, then "
                                       "erase again.")});
    const auto member = store::MemberStore(transaction.database()).find(transaction.workspace(), subject.id.toString());
    if (!member)
        return member.error();
    if (*member)
        kept.push_back({QStringLiteral("Their role in the console, with name, and their sessions."),
                        QStringLiteral("They may still sign in. Remove them under /members.")});
    return kept;
}

Result<> audit(WorkspaceTransaction& transaction, const SubjectId& subject, const EditContext& context,
               const Erasure& erasure)
{
    AuditEntry entry;
    entry.type = QString(store::erasureEntry);
    entry.outcome = QStringLiteral("accepted");
    entry.source = context.source;
    entry.actor = context.actor;
    entry.reason = context.reason;
    entry.subject = subject;
    entry.after = QJsonObject{{QStringLiteral("auditEntries"), erasure.auditEntries},
                              {QStringLiteral("changes"), erasure.changes},
                              {QStringLiteral("preferences"), erasure.preferences},
                              {QStringLiteral("profiles"), erasure.profiles}};
    if (Result<qint64> index = transaction.audit(std::move(entry)); !index)
        return index.error();
    return {};
}

/// What they were told, and which rows of imports named them and were not taken over.
Result<> forgetJournals(WorkspaceTransaction& transaction, const Subject& subject)
{
    const Result<> done =
        store::AcknowledgementStore(transaction.database()).forget(transaction.workspace(), subject.id);
    return done ? store::ImportStore(transaction.database())
                      .forgetLeft(transaction.workspace(), {subject.id.toString(), subject.email})
                : done;
}

/// What there is to erase is found by erasing it; the feed hears of it only where there was something.
Result<Erasure> eraseAll(WorkspaceTransaction& transaction, const Subject& subject, const EditContext& context)
{
    const WorkspaceId& workspace = transaction.workspace();
    Erasure erasure;
    erasure.directory = blank(subject) != subject;
    const Result<qint64> entries = store::AuditStore(transaction.database()).eraseOpenings(workspace, subject.id);
    const Result<qint64> changes = blankFeed(transaction, subject.id);
    const Result<qint64> profiles = store::forgetProfiles(transaction.database(), workspace, subject.id);
    if (!entries || !changes || !profiles)
        return !entries ? entries.error() : !changes ? changes.error() : profiles.error();
    const Result<qint64> sent = store::forgetSender(transaction.database(), workspace, subject.id);
    const Result<qint64> edited = store::forgetEditor(transaction.database(), workspace, subject.id);
    const Result<qint64> asked = store::forgetInApprovals(transaction.database(), workspace, subject.id);
    if (!sent || !edited || !asked)
        return !sent ? sent.error() : !edited ? edited.error() : asked.error();
    if (Result<> done = forgetJournals(transaction, subject); !done)
        return done.error();
    erasure.auditEntries = *entries;
    erasure.changes = *changes;
    erasure.profiles = *profiles;
    auto kept = keptOf(transaction, subject);
    if (!kept)
        return kept.error();
    erasure.kept = *std::move(kept);
    if (!erasure.isEmpty()) {
        if (Result<> done = blankDirectory(transaction, subject); !done)
            return done.error();
        const Result<qint64> preferences = blankPreferences(transaction, subject.id);
        if (!preferences)
            return preferences.error();
        erasure.preferences = *preferences;
        if (Result<> done = audit(transaction, subject.id, context, erasure); !done)
            return done.error();
    }
    const Result<qint64> next = transaction.nextSeq();
    if (!next)
        return next.error();
    erasure.seq = *next - 1;
    return erasure;
}

}  // namespace

Result<Erasure> SubjectEraser::erase(const WorkspaceId& workspace, const SubjectId& id, const EditContext& context,
                                     const BeforeCommit& beforeCommit)
{
    return m_writer.write<Erasure>(workspace, [&](WorkspaceTransaction& transaction) -> Result<Erasure> {
        const auto subject = store::SubjectStore(transaction.database()).find(workspace, id);
        if (!subject)
            return subject.error();
        if (!*subject)
            return Error::notFound(QStringLiteral("There is nobody and no channel with this id."));
        Result<Erasure> erasure = eraseAll(transaction, **subject, context);
        if (erasure && beforeCommit) {
            if (Result<> done = beforeCommit(transaction.database(), *erasure); !done)
                return done.error();
        }
        return erasure;
    });
}

}  // namespace refrain::service
