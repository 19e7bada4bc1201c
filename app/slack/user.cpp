#include "slack/user.h"

namespace refrain::slack {
namespace {

bool flag(const QJsonObject& object, QLatin1String name)
{
    return object.value(name).toBool();
}

QString text(const QJsonObject& object, QLatin1String name)
{
    return object.value(name).toString();
}

QString firstOf(const QString& a, const QString& b, const QString& c)
{
    return !a.isEmpty() ? a : !b.isEmpty() ? b : c;
}

SubjectRole roleOf(const QJsonObject& user)
{
    const QJsonObject org = user.value(QLatin1String("enterprise_user")).toObject();
    if (flag(user, QLatin1String("is_stranger")))
        return SubjectRole::External;
    if (flag(user, QLatin1String("is_owner")) || flag(user, QLatin1String("is_primary_owner")) ||
        flag(org, QLatin1String("is_owner")))
        return SubjectRole::Owner;
    if (flag(user, QLatin1String("is_admin")) || flag(org, QLatin1String("is_admin")))
        return SubjectRole::Admin;
    if (flag(user, QLatin1String("is_ultra_restricted")))
        return SubjectRole::SingleChannelGuest;
    return flag(user, QLatin1String("is_restricted")) ? SubjectRole::Guest : SubjectRole::Member;
}

}  // namespace

User User::parse(const QJsonObject& user)
{
    const QJsonObject profile = user.value(QLatin1String("profile")).toObject();
    User parsed;
    Subject& subject = parsed.subject;
    subject.id = SubjectId(text(user, QLatin1String("id")));
    subject.kind = SubjectKind::User;
    subject.name = firstOf(text(user, QLatin1String("real_name")), text(profile, QLatin1String("real_name")),
                           text(user, QLatin1String("name")));
    subject.displayName = text(profile, QLatin1String("display_name"));
    subject.email = text(profile, QLatin1String("email"));
    subject.title = text(profile, QLatin1String("title"));
    subject.tz = text(user, QLatin1String("tz"));
    subject.locale = text(user, QLatin1String("locale"));
    subject.role = roleOf(user);
    subject.deleted = flag(user, QLatin1String("deleted"));
    // Slackbot says of itself that it is no bot.
    subject.bot = flag(user, QLatin1String("is_bot")) || flag(user, QLatin1String("is_workflow_bot")) ||
                  flag(user, QLatin1String("is_connector_bot")) || subject.id.toString() == QLatin1String("USLACKBOT");
    subject.updatedAt = Millis(user.value(QLatin1String("updated")).toDouble()) * 1000;
    parsed.teamId = text(user, QLatin1String("team_id"));
    parsed.isAdmin = subject.role == SubjectRole::Owner || subject.role == SubjectRole::Admin;
    parsed.isInvited = flag(user, QLatin1String("is_invited_user"));
    return parsed;
}

}  // namespace refrain::slack
