#include "service/slackside/visitors.h"

#include "base/direction.h"
#include "store/changestore.h"
#include "store/subjectstore.h"

namespace refrain::service {

Actor Visitor::actor() const
{
    return {ActorKind::SlackUser, subject.id.toString(),
            subject.displayName.isEmpty() ? subject.name : subject.displayName};
}

bool Visitor::isAdmin() const
{
    return subject.role == SubjectRole::Admin || subject.role == SubjectRole::Owner;
}

Result<Visitor> Visitors::admit(const WorkspaceId& workspace, const SubjectId& user, const QString& name,
                                bool isStranger)
{
    const Result<store::Database*> database = m_pool.connection();
    if (!database)
        return database.error();
    if (user.isEmpty())
        return Error::invalid(QStringLiteral("Slack did not say who this is, so nothing was changed."));
    if (const Result<qint64> known = store::ChangeStore(**database).lastSeq(workspace); !known)
        return known.error();
    const auto found = store::SubjectStore(**database).find(workspace, user);
    if (!found)
        return found.error();
    if (*found && !(*found)->deleted)
        return Visitor{workspace, **found};
    Visitor visitor{workspace, found->value_or(Subject())};
    Subject& subject = visitor.subject;
    if (!*found) {
        subject.id = user;
        subject.name = name.isEmpty() ? user.toString() : withoutTurns(name);
        subject.role = isStranger ? SubjectRole::External : SubjectRole::Member;
    }
    // Whoever types and presses is there, whatever the last full sync did not see.
    subject.deleted = false;
    if (const Result<SyncCounts> done = m_directory.put(workspace, {{subject}, {}, {}}); !done)
        return done.error();
    return visitor;
}

}  // namespace refrain::service
