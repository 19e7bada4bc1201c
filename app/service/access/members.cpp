#include "service/access/members.h"

#include "domain/change.h"
#include "service/approvals/approvalgate.h"
#include "store/sessionstore.h"
#include "store/subjectstore.h"

namespace refrain::service {
namespace {

using MaybeMember = std::optional<store::Member>;

Error unknown()
{
    return Error::notFound(QStringLiteral("This person has no role in Refrain."));
}

/// Roles of people; `service` is for API keys alone.
Result<> checkRole(Role role)
{
    if (role == Role::Service)
        return Error::invalid(QStringLiteral("The role service is for API keys alone."), QStringLiteral("/role"));
    return {};
}

Result<> audit(WorkspaceTransaction& transaction, const Actor& actor, const MaybeMember& before,
               const MaybeMember& after)
{
    const auto record = [](const MaybeMember& member) {
        return member ? QJsonObject{{QStringLiteral("user"), member->user},
                                    {QStringLiteral("role"), toString(member->role)}}
                      : QJsonObject();
    };
    AuditEntry entry;
    entry.type = QStringLiteral("member");
    entry.outcome = QStringLiteral("accepted");
    entry.source = Source::Console;
    entry.actor = actor;
    entry.before = record(before);
    entry.after = record(after);
    const Result<qint64> index = transaction.audit(std::move(entry));
    return index ? Result<>() : Result<>(index.error());
}

/// An error where `member` is the only admin there is; whoever left Slack does not count.
Result<> checkNotLastAdmin(WorkspaceTransaction& transaction, const store::Member& member)
{
    if (member.role != Role::Admin)
        return {};
    const Result<bool> others =
        store::MemberStore(transaction.database()).hasOtherAdmin(transaction.workspace(), member.user);
    if (!others)
        return others.error();
    if (!*others)
        return Error::conflict(QStringLiteral("This is the last admin. Make somebody else admin first."));
    return {};
}

/// An error where the rule about approvals would end without the only other admin's agreement. Whoever gives the role
/// up agrees by that; whoever gave it moments ago may take it back, and meanwhile it counts for nothing.
Result<> checkRuleStays(WorkspaceTransaction& transaction, const store::Member& member, const Actor& actor)
{
    if (member.role != Role::Admin || member.user == actor.id)
        return {};
    const WorkspaceId& workspace = transaction.workspace();
    const Millis slip = transaction.now() - correctionTime;
    if (member.grantedBy == actor.id && member.grantedAt > slip)
        return {};
    const auto standing = ApprovalGate::rule(transaction.database(), workspace);
    const Result<qint64> left =
        store::MemberStore(transaction.database()).adminsBesides(workspace, member.user, actor.id, slip);
    if (!standing || !left)
        return !standing ? standing.error() : left.error();
    if (!standing->active() || *left >= 2)
        return {};
    return Error::conflict(
        QStringLiteral(
            "Large acts need a second admin here, and without %1 nobody could approve any more. Nothing was "
            "changed. Make somebody else admin and try again in 15 minutes, let %1 give the role up, or turn "
            "the rule off, which %1 approves.")
            .arg(member.name.isEmpty() ? member.user : member.name));
}

Result<> checkMayLose(WorkspaceTransaction& transaction, const store::Member& member, const Actor& actor)
{
    const Result<> another = checkNotLastAdmin(transaction, member);
    return another ? checkRuleStays(transaction, member, actor) : another;
}

/// The member as they are now; NotFound where there is none.
Result<store::Member> current(WorkspaceTransaction& transaction, const QString& user)
{
    const Result<MaybeMember> found = store::MemberStore(transaction.database()).find(transaction.workspace(), user);
    if (!found)
        return found.error();
    if (!*found)
        return unknown();
    return **found;
}

}  // namespace

Result<std::vector<store::Member>> Members::all(const WorkspaceId& workspace)
{
    const Result<store::Database*> database = m_pool.connection();
    if (!database)
        return database.error();
    return store::MemberStore(**database).all(workspace);
}

Result<store::Member> Members::add(const WorkspaceId& workspace, const QString& user, Role role, const Actor& actor)
{
    if (Result<> fine = checkRole(role); !fine)
        return fine.error();
    return m_writer.write<store::Member>(workspace, [&](WorkspaceTransaction& transaction) -> Result<store::Member> {
        store::MemberStore members(transaction.database());
        const auto subject = store::SubjectStore(transaction.database()).find(workspace, SubjectId(user));
        const Result<MaybeMember> known = members.find(workspace, user);
        if (!subject || !known)
            return !subject ? subject.error() : known.error();
        if (!*subject || (*subject)->kind != SubjectKind::User || (*subject)->deleted || (*subject)->bot)
            return Error::invalid(QStringLiteral("Nobody in this workspace who could sign in has that id."),
                                  QStringLiteral("/id"));
        if (*known)
            return Error::conflict(QStringLiteral("This person has a role already; change it instead."));
        const store::Member member{user, (*subject)->name, role, actor.id, transaction.now()};
        if (Result<> done = members.put(workspace, member); !done)
            return done.error();
        if (Result<> done = audit(transaction, actor, std::nullopt, member); !done)
            return done.error();
        return member;
    });
}

Result<store::Member> Members::change(const WorkspaceId& workspace, const QString& user, Role role, const Actor& actor)
{
    if (Result<> fine = checkRole(role); !fine)
        return fine.error();
    return m_writer.write<store::Member>(workspace, [&](WorkspaceTransaction& transaction) -> Result<store::Member> {
        const Result<store::Member> before = current(transaction, user);
        if (!before || before->role == role)
            return before;
        if (Result<> fine = checkMayLose(transaction, *before, actor); !fine)
            return fine.error();
        store::Member after = *before;
        after.role = role;
        after.grantedBy = actor.id;
        after.grantedAt = transaction.now();
        if (Result<> done = store::MemberStore(transaction.database()).put(workspace, after); !done)
            return done.error();
        if (Result<> done = audit(transaction, actor, *before, after); !done)
            return done.error();
        return after;
    });
}

Result<> Members::remove(const WorkspaceId& workspace, const QString& user, const Actor& actor)
{
    return m_writer.write<void>(workspace, [&](WorkspaceTransaction& transaction) -> Result<> {
        const Result<store::Member> before = current(transaction, user);
        if (!before)
            return before.error();
        if (Result<> fine = checkMayLose(transaction, *before, actor); !fine)
            return fine;
        if (Result<bool> gone = store::MemberStore(transaction.database()).remove(workspace, user); !gone)
            return gone.error();
        const auto ended = store::SessionStore(transaction.database()).revokeUser(workspace, user, transaction.now());
        if (!ended)
            return ended.error();
        return audit(transaction, actor, *before, std::nullopt);
    });
}

}  // namespace refrain::service
