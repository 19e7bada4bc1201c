#include "wire/category.h"

#include "service/approvals/approvalground.h"
#include "service/http/listquery.h"
#include "service/http/problem.h"
#include "service/routes/apiroutes.h"
#include "service/routes/approvalroutes.h"
#include "store/categorystore.h"
#include "wire/fieldreader.h"
#include "wire/preferencechange.h"

namespace refrain::service {
namespace {

constexpr qsizetype longestReason = 500;

web::Response categoryResponse(const Category& category, int status)
{
    return web::Response::json(wire::toJson(category), status).set("ETag", wire::etag(category.version));
}

/// `made`: the status of success, 201 for a new one.
web::Response answerOf(const CategoryOutcome& outcome, int made)
{
    using Kind = CategoryOutcome::Kind;
    switch (outcome.kind) {
        case Kind::Changed: return categoryResponse(outcome.category, made);
        case Kind::Unchanged: return categoryResponse(outcome.category, 200);
        case Kind::Mismatch: {
            wire::Problem problem{
                wire::ProblemCode::PreconditionFailed, outcome.sentence, {}, wire::toJson(outcome.category)};
            return problemResponse(problem).set("ETag", wire::etag(outcome.category.version));
        }
        case Kind::Conflict: return problemResponse(Error::conflict(outcome.sentence));
        case Kind::Unknown: return problemResponse(Error::notFound(outcome.sentence));
        case Kind::Unprocessable: return problemResponse(fieldError(outcome.pointer, outcome.sentence));
    }
    return problemResponse(Error::internal(QStringLiteral("An edit ended in no known way.")));
}

Result<web::Response> list(const ApiCall& call, const ApiParts& parts)
{
    const Result<int> limit = limitOf(call.request);
    const Result<QStringList> after = positionOf(call.request, 1);
    if (!limit || !after)
        return !limit ? limit.error() : after.error();
    const Result<ListPage<Category>> page = parts.reader.categories(call.workspace());
    if (!page)
        return page.error();
    const qsizetype start = after->first().toLongLong();
    QJsonArray items;
    for (qsizetype i = start; i < qsizetype(page->items.size()) && items.size() < *limit; ++i)
        items.append(wire::toJson(page->items[size_t(i)]));
    const qsizetype end = start + items.size();
    const bool more = end < qsizetype(page->items.size());
    return listResponse(items, more ? opaque({QString::number(end)}) : QString(), page->seq);
}

Result<web::Response> one(const ApiCall& call, const ApiParts& parts)
{
    const Result<store::Database*> database = parts.pool.connection();
    if (!database)
        return database.error();
    const CategorySlug slug(call.request.parameter(QStringLiteral("slug")));
    const Result<std::optional<Category>> category = store::CategoryStore(**database).find(call.workspace(), slug);
    if (!category)
        return category.error();
    if (!*category)
        return Error::notFound(QStringLiteral("There is no category “%1”.").arg(slug.toString()));
    return categoryResponse(**category, 200);
}

Result<EditContext> contextOf(const ApiCall& call, const QJsonObject& body)
{
    const Result<std::optional<qint64>> version = wire::versionFromIfMatch(call.request.header("If-Match"));
    if (!version)
        return version.error();
    wire::FieldReader in(body);
    EditContext context{call.principal.source, call.principal.actor, in.sentence("reason", longestReason), *version};
    if (Result<> done = in.done(); !done)
        return done.error();
    return context;
}

/// A second admin is asked about edits of what is there; nobody gets by that with a new category that is required.
Result<> mayBeginRequired(store::Database& database, const WorkspaceId& workspace, const Category& category)
{
    const auto rule = ApprovalGate::rule(database, workspace);
    if (!rule)
        return rule.error();
    Category optional = category;
    optional.required = false;
    const Result<qint64> overridden =
        rule->active() && category.required ? overriddenBy(database, workspace, optional, category) : Result<qint64>(0);
    if (!overridden)
        return overridden.error();
    return *overridden == 0
               ? Result<>()
               : fieldError(QStringLiteral("/required"),
                            QStringLiteral("%1 people turned all optional messages off themselves and would get this. "
                                           "Nothing was made. Create it as optional, then make it required: a second "
                                           "admin is asked about that.")
                                .arg(*overridden));
}

Result<web::Response> create(const ApiCall& call, const ApiParts& parts, const Repeatable::Keep& keep)
{
    const Result<QJsonObject> body = call.body();
    if (!body)
        return body.error();
    Result<Category> category = wire::categoryFromJson(*body);
    const Result<EditContext> context = contextOf(call, *body);
    if (!category || !context)
        return !category ? category.error() : context.error();
    if (!body->value(QLatin1String("position")).isDouble())
        category->position = CategoryWriter::atTheEnd;
    const auto beforeCommit = [&](store::Database& database, const CategoryOutcome& outcome) -> Result<> {
        if (Result<> free = mayBeginRequired(database, call.workspace(), outcome.category); !free)
            return free;
        return keep(database, answerOf(outcome, 201));
    };
    const Result<CategoryOutcome> outcome =
        parts.categories.create(call.workspace(), *category, *context, beforeCommit);
    if (!outcome)
        return outcome.error();
    return answerOf(*outcome, 201);
}

Result<web::Response> edit(const ApiCall& call, const ApiParts& parts, const Repeatable::Keep& keep)
{
    const Result<QJsonObject> body = call.body();
    if (!body)
        return body.error();
    // Whether the fields can be read at all does not depend on the category that they are put into.
    const Result<Category> readable = wire::patched(Category{}, *body);
    const Result<EditContext> context = contextOf(call, *body);
    if (!readable || !context)
        return !readable ? readable.error() : context.error();
    web::Response response;
    const auto beforeCommit = [&](store::Database& database, const GuardedEdit& guarded) {
        response = guarded.approval ? approvalAnswer(*guarded.approval) : answerOf(guarded.outcome, 200);
        return keep(database, response);
    };
    const CategorySlug slug(call.request.parameter(QStringLiteral("slug")));
    const auto edited = parts.guarded.editCategory(call.workspace(), slug, *body, *context, beforeCommit);
    if (!edited)
        return edited.error();
    return response;
}

}  // namespace

void addCategoryRoutes(Api& api, const ApiParts& parts)
{
    api.add("GET", QStringLiteral("/categories"), Permission::Read,
            [parts](const ApiCall& call) { return list(call, parts); });
    api.add("GET", QStringLiteral("/categories/{slug}"), Permission::Read,
            [parts](const ApiCall& call) { return one(call, parts); });
    api.add("POST", QStringLiteral("/categories"), Permission::Administer, [parts](const ApiCall& call) {
        return parts.repeatable.run(call, [&](const Repeatable::Keep& keep) { return create(call, parts, keep); });
    });
    api.add("PATCH", QStringLiteral("/categories/{slug}"), Permission::Administer, [parts](const ApiCall& call) {
        return parts.repeatable.run(call, [&](const Repeatable::Keep& keep) { return edit(call, parts, keep); });
    });
}

}  // namespace refrain::service
