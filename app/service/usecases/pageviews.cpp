#include "service/usecases/pageviews.h"

#include "wire/problem.h"

namespace refrain::service {
namespace {

constexpr auto base64 = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// Sealed for every workspace alike: which one it is, only the content says.
store::Vault::Place place()
{
    return {QStringLiteral("page_views"), QString(), QStringLiteral("token")};
}

Error unknown()
{
    return Error::notFound(QStringLiteral("There is no such page."));
}

}  // namespace

PageViews::Ticket PageViews::make(const WorkspaceId& workspace, const SubjectId& subject) const
{
    const Millis end = m_clock.now() + lifetime;
    const QByteArrayList parts{QByteArray::number(end), workspace.toString().toUtf8(), subject.toString().toUtf8()};
    return {Secret(m_vault.seal(Secret(parts.join('\n')), place()).toBase64(base64)), end};
}

Result<LinkView> PageViews::open(const QByteArray& token) const
{
    const auto sealed = QByteArray::fromBase64Encoding(token, base64 | QByteArray::AbortOnBase64DecodingErrors);
    const auto plain = sealed && !(*sealed).isEmpty() ? m_vault.open(*sealed, place()) : Result<Secret>(unknown());
    if (!plain)
        return unknown();
    const QByteArrayList parts = plain->reveal().split('\n');
    if (parts.size() != 3)
        return unknown();
    if (parts.at(0).toLongLong() <= m_clock.now())
        return wire::problemError(wire::ProblemCode::Gone, QStringLiteral("This page has ended."));
    return m_desk.preview(WorkspaceId(QString::fromUtf8(parts.at(1))), SubjectId(QString::fromUtf8(parts.at(2))));
}

}  // namespace refrain::service
