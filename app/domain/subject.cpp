#include "domain/subject.h"

#include "base/enumnames.h"

namespace refrain {

namespace {

constexpr EnumNames<SubjectKind, 3> subjectKindNames{{{
    {SubjectKind::User, "user"},
    {SubjectKind::Channel, "channel"},
    {SubjectKind::Profile, "profile"},
}}};

constexpr EnumNames<SubjectRole, 6> subjectRoleNames{{{
    {SubjectRole::Owner, "owner"},
    {SubjectRole::Admin, "admin"},
    {SubjectRole::Member, "member"},
    {SubjectRole::Guest, "guest"},
    {SubjectRole::SingleChannelGuest, "single_channel_guest"},
    {SubjectRole::External, "external"},
}}};

}  // namespace

QString toString(SubjectKind value)
{
    return subjectKindNames.name(value);
}

std::optional<SubjectKind> subjectKindFromString(const QString& name)
{
    return subjectKindNames.value(name);
}

QString toString(SubjectRole value)
{
    return subjectRoleNames.name(value);
}

std::optional<SubjectRole> subjectRoleFromString(const QString& name)
{
    return subjectRoleNames.value(name);
}

QTimeZone zoneOf(const Subject& subject)
{
    // Without a name QTimeZone takes the zone of this computer.
    const QTimeZone own = subject.tz.isEmpty() ? QTimeZone::utc() : QTimeZone(subject.tz.toLatin1());
    return own.isValid() ? own : QTimeZone::utc();
}

bool isReachable(const Subject& subject)
{
    return !subject.deleted && !subject.bot && !subject.archived && !subject.addressDead;
}

}  // namespace refrain
