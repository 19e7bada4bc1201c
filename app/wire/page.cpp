#include "wire/page.h"

namespace refrain::wire {

QJsonObject toJson(const Page& page)
{
    return {{QStringLiteral("items"), page.items},
            {QStringLiteral("next"), orNull(page.next)},
            {QStringLiteral("seq"), page.seq}};
}

Result<Page> pageFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    if (!in.has("items"))
        in.fail("items", QStringLiteral("This is missing."));
    Page page{in.array("items"), in.text("next"), in.number("seq", 0)};
    if (const Result<> done = in.done(); !done)
        return done.error();
    return page;
}

}  // namespace refrain::wire
