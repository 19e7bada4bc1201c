#include "wire/subject.h"

#include "wire/fieldreader.h"
#include "wire/jsontext.h"

namespace refrain::wire {

namespace {

/// The shape, for either way of writing it.
template <class Put>
void describe(const Subject& subject, Put& put)
{
    put("id", subject.id.toString());
    put("kind", toString(subject.kind));
    put("name", subject.name);
    put("displayName", subject.displayName);
    put("email", subject.email);
    put("title", subject.title);
    put("tz", subject.tz);
    put("locale", subject.locale);
    put("topic", subject.topic);
    put("role", toString(subject.role));
    put("deleted", subject.deleted);
    put("bot", subject.bot);
    put("archived", subject.archived);
    put("private", subject.isPrivate);
    put("addressDead", subject.addressDead);
    put.orNull("person", subject.person.toString());
    if (!subject.movedTo.isEmpty())
        put("movedTo", subject.movedTo.toString());
    put("formerNames", subject.formerNames);
    put("updatedAt", toRfc3339(subject.updatedAt));
}

}  // namespace

QJsonObject toJson(const Subject& subject)
{
    JsonFields fields;
    describe(subject, fields);
    return fields.object;
}

QByteArray toJsonText(const Subject& subject)
{
    JsonText fields;
    describe(subject, fields);
    return std::move(fields).text();
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
    subject.movedTo = SubjectId(in.text("movedTo"));
    subject.formerNames = in.texts("formerNames");
    subject.updatedAt = in.time("updatedAt").value_or(0);
    if (const Result<> done = in.done(); !done)
        return done.error();
    return subject;
}

}  // namespace refrain::wire
