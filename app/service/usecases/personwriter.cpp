#include "service/usecases/personwriter.h"

#include "service/usecases/recordjson.h"
#include "store/subjectstore.h"
#include "wire/subject.h"

#include <QJsonArray>

#include <map>

namespace refrain::service {

namespace {

using Members = std::map<SubjectId, Subject>;

/// The asked subjects with all that they are linked with already.
Result<Members> gather(WorkspaceTransaction& transaction, const std::vector<SubjectId>& ids)
{
    store::SubjectStore subjects(transaction.database());
    Members members;
    for (const SubjectId& id : ids) {
        const auto found = subjects.find(transaction.workspace(), id);
        if (!found)
            return found.error();
        if (!*found)
            return Error::notFound(
                QStringLiteral("Nobody here has the id “%1”, so nobody was linked.").arg(id.toString()));
        if ((*found)->kind == SubjectKind::Channel)
            return Error::invalid(QStringLiteral("A channel is no person, so nobody was linked."),
                                  QStringLiteral("/subjects"));
        members.emplace(id, **found);
        const auto linked = subjects.ofPerson(transaction.workspace(), (*found)->person);
        if (!linked)
            return linked.error();
        for (const Subject& other : *linked)
            members.emplace(other.id, other);
    }
    return members;
}

Result<> setPerson(WorkspaceTransaction& transaction, const Subject& before, const PersonId& person,
                   const EditContext& context)
{
    if (before.person == person)
        return {};
    Subject after = before;
    after.person = person;
    store::ChangeRecord record;
    record.type = QStringLiteral("subject");
    record.subject = after.id;
    record.source = context.source;
    record.actor = context.actor;
    record.reason = context.reason;
    record.before = toText(wire::toJson(before));
    record.after = toText(wire::toJson(after));
    if (Result<> done = store::SubjectStore(transaction.database()).put(transaction.workspace(), after); !done)
        return done;
    if (Result<qint64> seq = transaction.change(std::move(record)); !seq)
        return seq.error();
    return {};
}

Result<> audit(WorkspaceTransaction& transaction, const char* outcome, const PersonId& person, const Members& members,
               const EditContext& context)
{
    QJsonArray ids;
    for (const auto& [id, subject] : members)
        ids.append(id.toString());
    AuditEntry entry;
    entry.type = QStringLiteral("person");
    entry.outcome = QString::fromLatin1(outcome);
    entry.source = context.source;
    entry.actor = context.actor;
    entry.reason = context.reason;
    entry.after = QJsonObject{{QStringLiteral("id"), person.toString()}, {QStringLiteral("subjects"), ids}};
    if (Result<qint64> index = transaction.audit(std::move(entry)); !index)
        return index.error();
    return {};
}

}  // namespace

Result<PersonId> PersonWriter::link(const WorkspaceId& workspace, const std::vector<SubjectId>& subjects,
                                    const EditContext& context)
{
    if (context.reason.trimmed().isEmpty())
        return Error::invalid(QStringLiteral("Linking people needs a reason, so nobody was linked."),
                              QStringLiteral("/reason"));
    const PersonId person(QStringLiteral("person-") + QString::fromLatin1(m_random.token(12)));
    return m_writer.write<PersonId>(workspace, [&](WorkspaceTransaction& transaction) -> Result<PersonId> {
        const Result<Members> members = gather(transaction, subjects);
        if (!members)
            return members.error();
        if (members->size() < 2)
            return Error::invalid(QStringLiteral("A link takes two subjects, so nobody was linked."),
                                  QStringLiteral("/subjects"));
        store::PersonStore persons(transaction.database());
        for (const auto& [id, subject] : *members) {
            if (Result<> done = persons.remove(workspace, subject.person); !done)
                return done.error();
            if (Result<> done = setPerson(transaction, subject, person, context); !done)
                return done.error();
        }
        if (Result<> done = persons.put(workspace, {person, context.reason, context.actor.id, transaction.now()});
            !done)
            return done.error();
        if (Result<> done = audit(transaction, "linked", person, *members, context); !done)
            return done.error();
        return person;
    });
}

Result<> PersonWriter::unlink(const WorkspaceId& workspace, const PersonId& person, const EditContext& context)
{
    return m_writer.write<void>(workspace, [&](WorkspaceTransaction& transaction) -> Result<> {
        const auto linked = store::SubjectStore(transaction.database()).ofPerson(workspace, person);
        if (!linked)
            return linked.error();
        if (linked->empty())
            return Error::notFound(QStringLiteral("There is no such link, so nothing was changed."));
        Members members;
        for (const Subject& subject : *linked) {
            members.emplace(subject.id, subject);
            if (Result<> done = setPerson(transaction, subject, {}, context); !done)
                return done;
        }
        if (Result<> done = store::PersonStore(transaction.database()).remove(workspace, person); !done)
            return done;
        return audit(transaction, "unlinked", person, members, context);
    });
}

}  // namespace refrain::service
