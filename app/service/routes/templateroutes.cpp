#include "service/routes/templateroutes.h"

#include "service/http/problem.h"
#include "service/http/slowroute.h"
#include "store/categorystore.h"
#include "wire/fieldreader.h"

namespace refrain::service {
namespace {

Result<QJsonArray> buttonsFor(const ApiCall& call, const CategorySlug& slug, const TemplateRouteParts& parts)
{
    if (slug.isEmpty())
        return QJsonArray();
    const Result<store::Database*> database = parts.definitions.pool.connection();
    if (!database)
        return database.error();
    const auto category = store::CategoryStore(**database).find(call.workspace(), slug);
    if (!category)
        return category.error();
    if (!*category || slug == everyCategory())
        return fieldError(QStringLiteral("/category"),
                          QStringLiteral("There is no category “%1”.").arg(slug.toString().left(80)));
    return parts.buttons(call.principal, **category);
}

web::Response answerOf(const Message& message, const QJsonArray& buttons)
{
    return web::Response::json(
        {{QStringLiteral("text"), message.text}, {QStringLiteral("blocks"), messageBlocks(message, buttons)}});
}

/// What is tried: a stored template, or a source that nobody has stored yet.
Result<wire::MessageTemplate> wishOf(const ApiCall& call, const QJsonObject& body, const TemplateRouteParts& parts)
{
    QJsonObject wish = body;
    if (!slugOf(call).isEmpty()) {
        const Result<store::Definition> known = parts.definitions.desk.find(call.workspace(), slugOf(call));
        if (!known)
            return known.error();
        wish = known->body;
        if (body.contains(QLatin1String("source")))
            wish.insert(QStringLiteral("source"), body.value(QLatin1String("source")));
    }
    if (body.contains(QLatin1String("data")))
        wish.insert(QStringLiteral("sample"), body.value(QLatin1String("data")));
    Result<wire::MessageTemplate> read = wire::messageTemplateFromJson(wish, templateLimits);
    if (!read && read.error().context() == QLatin1String("/sample"))
        return fieldError(QStringLiteral("/data"), read.error().message());
    return read;
}

Result<web::Response> preview(const ApiCall& call, const TemplateRouteParts& parts)
{
    const Result<QJsonObject> body = call.body();
    if (!body)
        return body.error();
    const Result<wire::MessageTemplate> wish = wishOf(call, *body, parts);
    if (!wish)
        return wish.error();
    wire::FieldReader in(*body);
    const CategorySlug category(in.text("category"));
    if (const Result<> done = in.done(); !done)
        return done.error();
    const Result<QJsonArray> buttons = buttonsFor(call, category, parts);
    if (!buttons)
        return buttons.error();
    const Result<Message> message = render(parts.program, wish->source, wish->sample);
    if (message)
        return answerOf(*message, *buttons);
    const bool isSource = slugOf(call).isEmpty() || body->contains(QLatin1String("source"));
    return message.error().is(ErrorCode::Invalid)
               ? fieldError(isSource ? QStringLiteral("/source") : QStringLiteral("/data"), message.error().message())
               : message.error();
}

}  // namespace

void addTemplateRoutes(Api& api, const TemplateRouteParts& parts)
{
    const QString path = QStringLiteral("/templates");
    addDefinitionRoutes(api, path, parts.definitions);
    for (const char* verb : {":preview", "/{slug}:preview"}) {
        addSlow(api, parts.definitions.tasks, "POST", path + QLatin1String(verb), Permission::Send,
                [parts](const ApiCall& call) { return preview(call, parts); });
    }
}

}  // namespace refrain::service
