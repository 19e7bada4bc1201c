#include "wire/link.h"

#include "wire/fieldreader.h"

namespace refrain::wire {

Result<LinkRequest> linkRequestFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    LinkRequest request;
    request.subject = SubjectId(in.requiredText("subject"));
    request.category = CategorySlug(in.text("category"));
    request.expiresAt = in.time("expiresAt");
    request.notification = in.text("notification");
    if (in.has("category") && !in.isNull("category") && request.category.isEmpty())
        in.fail("category", QStringLiteral("A category has a name; leave it out for all of the person's switches."));
    if (const Result<> done = in.done(); !done)
        return done.error();
    return request;
}

QJsonObject toJson(const LinkRequest& request)
{
    return {{QStringLiteral("subject"), request.subject.toString()},
            {QStringLiteral("category"), orNull(request.category.toString())},
            {QStringLiteral("expiresAt"), orNull(request.expiresAt)},
            {QStringLiteral("notification"), orNull(request.notification)}};
}

}  // namespace refrain::wire
