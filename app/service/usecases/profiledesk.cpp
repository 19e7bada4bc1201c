#include "service/usecases/profiledesk.h"

#include "service/usecases/profilealias.h"
#include "service/usecases/recordjson.h"
#include "slack/failure.h"
#include "slack/methods/conversationsinfo.h"
#include "slack/methods/usersinfo.h"
#include "slack/methods/userslookupbyemail.h"
#include "slack/webhookposter.h"
#include "store/subjectstore.h"
#include "wire/subject.h"

#include <algorithm>

namespace refrain::service {
namespace {

constexpr qsizetype longestId = 255;

bool isSame(const store::Profile& a, const store::Profile& b)
{
    return a.addressKind == b.addressKind && a.address.equals(b.address.reveal()) &&
           a.accessToken.equals(b.accessToken.reveal()) && a.aliasOf == b.aliasOf && a.resolved == b.resolved &&
           a.problem == b.problem;
}

Result<> keepSubject(WorkspaceTransaction& transaction, const store::Profile& profile, const EditContext& context)
{
    store::SubjectStore subjects(transaction.database());
    const SubjectId id(profile.distinctId);
    const auto known = subjects.find(transaction.workspace(), id);
    if (!known)
        return known.error();
    if (*known && (*known)->kind != SubjectKind::Profile)
        return Error::invalid(QStringLiteral("“%1” is a member or channel of this workspace, so no profile may be "
                                             "called so.")
                                  .arg(profile.distinctId),
                              QStringLiteral("/distinctId"));
    Subject after = known->value_or(Subject());
    after.id = id;
    after.kind = SubjectKind::Profile;
    after.name = profile.distinctId;
    after.role = SubjectRole::External;
    after.addressDead = !profile.problem.isEmpty();
    if (*known == after)
        return {};
    after.updatedAt = transaction.now();
    store::ChangeRecord record;
    record.type = QStringLiteral("subject");
    record.subject = id;
    record.source = context.source;
    record.actor = context.actor;
    record.before = *known ? toText(wire::toJson(**known)) : QByteArrayLiteral("null");
    record.after = toText(wire::toJson(after));
    if (Result<> done = subjects.put(transaction.workspace(), after); !done)
        return done;
    const Result<qint64> seq = transaction.change(std::move(record));
    return seq ? Result<>() : Result<>(seq.error());
}

AuditEntry entryFor(const store::Profile& profile, const EditContext& context)
{
    AuditEntry entry;
    entry.type = QStringLiteral("profile");
    entry.outcome = QStringLiteral("accepted");
    entry.source = context.source;
    entry.actor = context.actor;
    entry.subject = profile.aliasOf.isEmpty() ? SubjectId(profile.distinctId) : profile.aliasOf;
    entry.after = {{QStringLiteral("distinctId"), profile.distinctId},
                   {QStringLiteral("address"), profile.addressKind}};
    return entry;
}

wire::ProfileAnswer answerFor(const store::Profile& profile)
{
    wire::ProfileAnswer answer;
    answer.distinctId = profile.distinctId;
    answer.address = {addressKindFromString(profile.addressKind).value_or(AddressKind::Email), profile.address,
                      profile.accessToken};
    answer.aliasOf = profile.aliasOf;
    answer.problem = profile.problem;
    answer.updatedAt = profile.updatedAt;
    return answer;
}

Result<> checkId(const QString& distinctId)
{
    const bool isControl = std::any_of(distinctId.begin(), distinctId.end(), [](QChar c) { return !c.isPrint(); });
    if (distinctId.isEmpty() || distinctId.size() > longestId || isControl || distinctId == everyCategory().toString())
        return Error::invalid(QStringLiteral("A distinct id has 1 to %1 visible characters.").arg(longestId),
                              QStringLiteral("/distinctId"));
    if (looksLikeSlackId(distinctId))
        return Error::invalid(QStringLiteral("“%1” looks like an id of Slack's, so it would be taken for a member or "
                                             "channel. Choose another distinct id; a channel's is channel_<name>.")
                                  .arg(distinctId),
                              QStringLiteral("/distinctId"));
    return {};
}

}  // namespace

Result<> keepProfile(WorkspaceTransaction& transaction, const store::Vault& vault, const store::Profile& profile,
                     const EditContext& context)
{
    const auto before =
        store::ProfileStore(transaction.database(), vault).find(transaction.workspace(), profile.distinctId);
    if (!before)
        return before.error();
    if (Result<> done = keepSubject(transaction, profile, context); !done)
        return done;
    if (*before && isSame(**before, profile))
        return {};
    if (Result<> done = putProfile(transaction, vault, profile, context); !done)
        return done;
    const Result<qint64> index = transaction.audit(entryFor(profile, context));
    return index ? Result<>() : Result<>(index.error());
}

Result<wire::ProfileAnswer> ProfileDesk::find(const WorkspaceId& workspace, const QString& distinctId)
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    const auto profile = store::ProfileStore(**database, m_parts.vault).find(workspace, distinctId);
    if (!profile)
        return profile.error();
    if (!*profile)
        return Error::notFound(QStringLiteral("There is no profile with this distinct id."));
    return answerFor(**profile);
}

Result<wire::ProfileAnswer> ProfileDesk::put(const WorkspaceId& workspace, const QString& distinctId,
                                             const wire::ProfileRequest& request, const EditContext& context)
{
    if (Result<> usable = checkId(distinctId); !usable)
        return usable.error();
    store::Profile profile;
    profile.distinctId = distinctId;
    profile.addressKind = toString(request.address.kind);
    profile.address = request.address.value;
    profile.accessToken = request.address.accessToken;
    if (request.address.kind == AddressKind::IncomingWebhook &&
        !slack::isWebhookUrl(QString::fromUtf8(profile.address.reveal()), m_parts.slackUrl))
        return Error::invalid(QStringLiteral("A webhook's address begins with https://hooks.slack.com/services/, or "
                                             "with %1/services/. Nothing was stored.")
                                  .arg(m_parts.slackUrl.toString()),
                              QStringLiteral("/slack/incoming_webhook/url"));
    if (Result<> resolved = resolve(workspace, profile); !resolved)
        return resolved.error();
    Result<wire::ProfileAnswer> answer = m_parts.writer.write<wire::ProfileAnswer>(
        workspace, [&](WorkspaceTransaction& transaction) -> Result<wire::ProfileAnswer> {
            profile.updatedAt = transaction.now();
            if (Result<> kept = keepProfile(transaction, m_parts.vault, profile, context); !kept)
                return kept.error();
            const auto stored = store::ProfileStore(transaction.database(), m_parts.vault).find(workspace, distinctId);
            if (!stored)
                return stored.error();
            return answerFor(**stored);
        });
    if (answer)
        answer->warnings = request.dropped;
    return answer;
}

/// Finds out whose address it is; what it is an alias of must be known here.
Result<> ProfileDesk::resolve(const WorkspaceId& workspace, store::Profile& profile)
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    const AddressKind kind = addressKindFromString(profile.addressKind).value_or(AddressKind::Email);
    if (kind == AddressKind::IncomingWebhook) {
        // Which channel a webhook leads to only Slack's own page told; the same address leads there still.
        const auto known = store::ProfileStore(**database, m_parts.vault).find(workspace, profile.distinctId);
        if (!known)
            return known.error();
        if (*known && (*known)->address.equals(profile.address.reveal()))
            profile.aliasOf = (*known)->aliasOf;
        return {};
    }
    if (kind == AddressKind::Email) {
        if (Result<> asked = resolveEmail(workspace, profile); !asked)
            return asked;
    } else {
        profile.resolved = SubjectId(QString::fromUtf8(profile.address.reveal()));
    }
    if (kind == AddressKind::ChannelId) {
        const Result<SubjectId> current = store::SubjectStore(**database).current(workspace, profile.resolved);
        if (!current)
            return current.error();
        profile.resolved = *current;
        profile.address = Secret(current->toString().toUtf8());
    }
    const auto subject = store::SubjectStore(**database).find(workspace, profile.resolved);
    if (!subject)
        return subject.error();
    if (*subject && (*subject)->kind != SubjectKind::Profile)
        profile.aliasOf = profile.resolved;
    else if (kind != AddressKind::Email)
        profile.problem = faultOf(workspace, profile, kind);
    return {};
}

/// What Slack says against an id that the directory does not know; empty where it knows it, or cannot tell: the token
/// may be of another workspace, and need not be allowed to look people up.
QString ProfileDesk::faultOf(const WorkspaceId& workspace, const store::Profile& profile, AddressKind kind)
{
    const slack::Credential credential{workspace, profile.accessToken};
    const auto wordOf = [](const Error& error) {
        return error.is(ErrorCode::NotFound) ? slack::errorWord(error) : QString();
    };
    if (kind == AddressKind::UserId) {
        const auto user = m_parts.api.run(credential, slack::UsersInfo(profile.resolved));
        return !user ? wordOf(user.error()) : user->subject.deleted ? QStringLiteral("user_disabled") : QString();
    }
    const auto found = m_parts.api.run(credential, slack::ConversationsInfo(profile.resolved));
    return !found ? wordOf(found.error()) : found->channel.archived ? QStringLiteral("is_archived") : QString();
}

Result<> ProfileDesk::resolveEmail(const WorkspaceId& workspace, store::Profile& profile)
{
    const Result<store::Database*> database = m_parts.pool.connection();
    if (!database)
        return database.error();
    const QString email = QString::fromUtf8(profile.address.reveal());
    auto known = store::SubjectStore(**database).withEmail(workspace, email);
    if (!known)
        return known.error();
    std::erase_if(*known, [](const Subject& subject) { return subject.kind != SubjectKind::User || subject.deleted; });
    if (known->size() == 1) {
        profile.resolved = known->front().id;
        return {};
    }
    const auto user =
        m_parts.api.run(slack::Credential{workspace, profile.accessToken}, slack::UsersLookupByEmail(email));
    if (user) {
        profile.resolved = user->subject.id;
        return {};
    }
    const QString word = slack::errorWord(user.error());
    if (word.isEmpty() || user.error().is(ErrorCode::Unavailable))
        return Error::unavailable(QStringLiteral("Slack could not be asked whose address this is. Nothing was stored; "
                                                 "try again in a moment."),
                                  user.error().context());
    profile.problem = word;
    return {};
}

}  // namespace refrain::service
