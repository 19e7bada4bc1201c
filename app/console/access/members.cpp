#include "console/access/members.h"

#include "console/engine/backendcalls.h"
#include "wire/fieldreader.h"

namespace refrain::console {

namespace {

Result<Member> readMember(const QJsonObject& object)
{
    wire::FieldReader in(object);
    Member member;
    member.id = SubjectId(in.requiredText("id"));
    member.name = in.text("name");
    member.role = in.word("role", roleFromString, Role::Viewer);
    member.grantedBy = SubjectId(in.text("grantedBy"));
    member.grantedAt = in.time("grantedAt").value_or(0);
    if (Result<> done = in.done(); !done)
        return done.error();
    return member;
}

ApiRequest requestFor(const QByteArray& method, const QString& path, QJsonObject body = {})
{
    ApiRequest request;
    request.method = method;
    request.path = path;
    request.body = std::move(body);
    return request;
}

QString pathOf(const SubjectId& id)
{
    return QStringLiteral("members/") + ApiRequest::segment(id.toString());
}

}  // namespace

QFuture<Result<std::vector<Member>>> Members::list()
{
    return m_calls.list(QStringLiteral("members"), readMember);
}

QFuture<Result<>> Members::give(const SubjectId& id, Role role)
{
    return m_calls.order(requestFor("POST", QStringLiteral("members"),
                                    {{QStringLiteral("id"), id.toString()}, {QStringLiteral("role"), toString(role)}}));
}

QFuture<Result<>> Members::change(const SubjectId& id, Role role)
{
    return m_calls.order(requestFor("PATCH", pathOf(id), {{QStringLiteral("role"), toString(role)}}));
}

QFuture<Result<>> Members::remove(const SubjectId& id)
{
    return m_calls.order(requestFor("DELETE", pathOf(id)));
}

}  // namespace refrain::console
