#include "wire/subject.h"

#include "wire/fieldreader.h"

namespace refrain::wire {

QJsonObject toJson(const Subject& subject)
{
    return {
        {QStringLiteral("id"), subject.id.toString()},
        {QStringLiteral("kind"), toString(subject.kind)},
        {QStringLiteral("name"), subject.name},
        {QStringLiteral("displayName"), subject.displayName},
        {QStringLiteral("email"), subject.email},
        {QStringLiteral("title"), subject.title},
        {QStringLiteral("tz"), subject.tz},
        {QStringLiteral("locale"), subject.locale},
        {QStringLiteral("topic"), subject.topic},
        {QStringLiteral("role"), toString(subject.role)},
        {QStringLiteral("deleted"), subject.deleted},
        {QStringLiteral("bot"), subject.bot},
        {QStringLiteral("archived"), subject.archived},
        {QStringLiteral("private"), subject.isPrivate},
        {QStringLiteral("addressDead"), subject.addressDead},
        {QStringLiteral("person"), orNull(subject.person.toString())},
        {QStringLiteral("formerNames"), QJsonArray::fromStringList(subject.formerNames)},
        {QStringLiteral("updatedAt"), toRfc3339(subject.updatedAt)},
    };
}

Result<Subject> subjectFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    Subject subject;
    subject.id = SubjectId(in.requiredText("id"));
    subject.kind = in.word("kind", subjectKindFromString, SubjectKind::User);
    subject.name = in.text("name");
    subject.displayName = in.text("displayName");
    subject.email = in.text("email");
    subject.title = in.text("title");
    subject.tz = in.text("tz");
    subject.locale = in.text("locale");
    subject.topic = in.text("topic");
    subject.role = in.word("role", subjectRoleFromString, SubjectRole::Member);
    subject.deleted = in.flag("deleted", false);
    subject.bot = in.flag("bot", false);
    subject.archived = in.flag("archived", false);
    subject.isPrivate = in.flag("private", false);
    subject.addressDead = in.flag("addressDead", false);
    subject.person = PersonId(in.text("person"));
    subject.formerNames = in.texts("formerNames");
    subject.updatedAt = in.time("updatedAt").value_or(0);
    if (const Result<> done = in.done(); !done)
        return done.error();
    return subject;
}

}  // namespace refrain::wire
