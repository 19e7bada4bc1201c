#include "service/routes/apiroutes.h"
#include "wire/page.h"

#include "service/http/listquery.h"

namespace refrain::service {
namespace {

QJsonObject toJson(const store::Member& member)
{
    return {{QStringLiteral("id"), member.user},
            {QStringLiteral("name"), member.name},
            {QStringLiteral("role"), toString(member.role)},
            {QStringLiteral("grantedBy"), wire::orNull(member.grantedBy)},
            {QStringLiteral("grantedAt"), toRfc3339(member.grantedAt)}};
}

Result<web::Response> list(const ApiCall& call, const ApiParts& parts)
{
    const Result<qint64> seq = parts.reader.seq(call.workspace());
    if (!seq)
        return seq.error();
    const Result<std::vector<store::Member>> members = parts.members.all(call.workspace());
    if (!members)
        return members.error();
    QJsonArray items;
    for (const store::Member& member : *members)
        items.append(toJson(member));
    return pageResponse(call.request, items, *seq);
}

struct Wish {
    QString user;
    Role role = Role::Viewer;
};

/// `needsUser`: the id stands in the body, not in the path.
Result<Wish> readWish(const ApiCall& call, bool needsUser)
{
    const Result<QJsonObject> body = call.body();
    if (!body)
        return body.error();
    wire::FieldReader in(*body);
    Wish wish;
    wish.user = needsUser ? in.requiredText("id") : call.request.parameter(QStringLiteral("id"));
    const std::optional<Role> role = in.word("role", roleFromString);
    if (!role && in.done())
        in.fail("role", QStringLiteral("A role is needed."));
    if (Result<> done = in.done(); !done)
        return done.error();
    wish.role = *role;
    return wish;
}

Result<web::Response> add(const ApiCall& call, const ApiParts& parts)
{
    const Result<Wish> wish = readWish(call, true);
    if (!wish)
        return wish.error();
    const Result<store::Member> member =
        parts.members.add(call.workspace(), wish->user, wish->role, call.principal.actor);
    if (!member)
        return member.error();
    return web::Response::json(toJson(*member), 201);
}

Result<web::Response> change(const ApiCall& call, const ApiParts& parts)
{
    const Result<Wish> wish = readWish(call, false);
    if (!wish)
        return wish.error();
    const Result<store::Member> member =
        parts.members.change(call.workspace(), wish->user, wish->role, call.principal.actor);
    if (!member)
        return member.error();
    return web::Response::json(toJson(*member));
}

Result<web::Response> remove(const ApiCall& call, const ApiParts& parts)
{
    const QString user = call.request.parameter(QStringLiteral("id"));
    if (Result<> done = parts.members.remove(call.workspace(), user, call.principal.actor); !done)
        return done.error();
    return web::Response::empty();
}

}  // namespace

void addMemberRoutes(Api& api, const ApiParts& parts)
{
    using Write = Result<web::Response> (*)(const ApiCall&, const ApiParts&);
    const auto write = [&](const QByteArray& method, const QString& path, Write answer) {
        api.add(method, path, Permission::Administer, [parts, answer](const ApiCall& call) {
            return parts.repeatable.run(call, [&](const Repeatable::Keep&) { return answer(call, parts); });
        });
    };
    api.add("GET", QStringLiteral("/members"), Permission::Read,
            [parts](const ApiCall& call) { return list(call, parts); });
    write("POST", QStringLiteral("/members"), add);
    write("PATCH", QStringLiteral("/members/{id}"), change);
    write("DELETE", QStringLiteral("/members/{id}"), remove);
}

}  // namespace refrain::service
