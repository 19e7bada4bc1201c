#include "service/usecases/subjectrekeyer.h"

#include "service/usecases/editcontext.h"
#include "service/usecases/profilealias.h"
#include "service/usecases/recipientrekeyer.h"
#include "service/usecases/recordjson.h"
#include "store/preferencestore.h"
#include "store/profilestore.h"
#include "store/redirection.h"
#include "store/subjectstore.h"
#include "wire/preference.h"
#include "wire/subject.h"

namespace refrain::service {
namespace {

QString reason(const SubjectId& from)
{
    return QStringLiteral("Slack gave %1 this new id.").arg(from.toString());
}

Result<> writeSubject(WorkspaceTransaction& transaction, const std::optional<Subject>& before, const Subject& after)
{
    if (before == after)
        return {};
    store::ChangeRecord record;
    record.type = QStringLiteral("subject");
    record.subject = after.id;
    record.before = before ? toText(wire::toJson(*before)) : QByteArrayLiteral("null");
    record.after = toText(wire::toJson(after));
    if (Result<> done = store::SubjectStore(transaction.database()).put(transaction.workspace(), after); !done)
        return done;
    const Result<qint64> seq = transaction.change(std::move(record));
    return seq ? Result<>() : Result<>(seq.error());
}

/// The choice stays whose word it was; only that it moved is ours. `there`: what it takes the place of.
Result<> moveChoice(WorkspaceTransaction& transaction, Preference choice, const SubjectId& from,
                    const Preference& there)
{
    const SubjectId to = there.subject;
    const Result<qint64> next = transaction.nextSeq();
    if (!next)
        return next.error();
    AuditEntry entry;
    entry.type = QStringLiteral("preference");
    entry.outcome = QStringLiteral("accepted");
    entry.source = Source::Policy;
    entry.subject = to;
    entry.category = choice.category;
    entry.reason = reason(from);
    choice.subject = to;
    choice.version = *next;
    if (there.version > 0)
        entry.before = wire::toJson(there);
    entry.after = wire::toJson(choice);
    entry.seq = *next;

    store::ChangeRecord record;
    record.type = entry.type;
    record.subject = to;
    record.category = choice.category;
    record.source = entry.source;
    record.reason = entry.reason;
    record.before = there.version > 0 ? toText(entry.before) : QByteArrayLiteral("null");
    record.after = toText(entry.after);
    if (Result<qint64> seq = transaction.change(std::move(record)); !seq)
        return seq.error();
    if (Result<> done = store::PreferenceStore(transaction.database()).put(transaction.workspace(), choice); !done)
        return done;
    const Result<qint64> index = transaction.audit(std::move(entry));
    return index ? Result<>() : Result<>(index.error());
}

Result<> moveChoices(WorkspaceTransaction& transaction, const SubjectId& from, const SubjectId& to)
{
    store::PreferenceStore preferences(transaction.database());
    const auto choices = preferences.ofSubject(transaction.workspace(), from);
    if (!choices)
        return choices.error();
    for (const Preference& choice : *choices) {
        const Result<Preference> there = preferences.find(transaction.workspace(), to, choice.category);
        if (!there)
            return there.error();
        if (there->version > choice.version)
            continue;  // said later
        if (Result<> done = moveChoice(transaction, choice, from, *there); !done)
            return done;
    }
    return {};
}

Result<> moveProfiles(WorkspaceTransaction& transaction, const store::Vault& vault, const SubjectId& from,
                      const SubjectId& to)
{
    store::ProfileStore profiles(transaction.database(), vault);
    const auto leading = profiles.leadingTo(transaction.workspace(), from);
    if (!leading)
        return leading.error();
    for (store::Profile profile : *leading) {
        if (profile.aliasOf == from)
            profile.aliasOf = to;
        if (profile.resolved == from)
            profile.resolved = to;
        if (profile.address.reveal() == from.toString().toUtf8())
            profile.address = Secret(to.toString().toUtf8());
        profile.updatedAt = transaction.now();
        const EditContext context{Source::Policy, {}, reason(from), {}};
        if (Result<> done = putProfile(transaction, vault, profile, context); !done)
            return done;
    }
    return {};
}

}  // namespace

Result<bool> SubjectRekeyer::move(const WorkspaceId& workspace, const SubjectId& from, const SubjectId& to)
{
    return m_writer.write<bool>(workspace, [&](WorkspaceTransaction& transaction) -> Result<bool> {
        const Result<bool> named = moveRecipients(transaction, from, to, reason(from));
        if (!named)
            return named.error();
        store::SubjectStore subjects(transaction.database());
        const auto old = subjects.find(workspace, from);
        if (!old)
            return old.error();
        const auto there = subjects.find(workspace, to);
        if (!there)
            return there.error();
        if (!*old || from == to || (*old)->movedTo == to)
            return *named;
        Subject moved = there->value_or(**old);
        moved.id = to;
        if (!moved.movedTo.isEmpty()) {  // Slack gave an id that it had given up
            moved.movedTo = {};
            moved.deleted = false;
        }
        Subject gone = **old;
        gone.deleted = true;
        gone.movedTo = to;
        if (Result<> done = writeSubject(transaction, *there, moved); !done)
            return done.error();
        if (Result<> done = moveChoices(transaction, from, to); !done)
            return done.error();
        if (Result<> done = moveProfiles(transaction, m_vault, from, to); !done)
            return done.error();
        if (Result<> done = store::redirect(transaction.database(), workspace, from, to); !done)
            return done.error();
        if (Result<> done = writeSubject(transaction, *old, gone); !done)
            return done.error();
        return true;
    });
}

}  // namespace refrain::service
