#include "base/error.h"

#include <utility>

namespace refrain {

Error::Error(ErrorCode code, QString message, QString context)
    : m_code(code), m_message(std::move(message)), m_context(std::move(context))
{
}

bool Error::isTransient() const
{
    return m_code == ErrorCode::Unavailable || m_code == ErrorCode::Timeout;
}

QString Error::toString() const
{
    return m_context.isEmpty() ? m_message : QStringLiteral("%1 (%2)").arg(m_message, m_context);
}

Error Error::invalid(QString message, QString context)
{
    return {ErrorCode::Invalid, std::move(message), std::move(context)};
}

Error Error::notFound(QString message, QString context)
{
    return {ErrorCode::NotFound, std::move(message), std::move(context)};
}

Error Error::unauthorized(QString message, QString context)
{
    return {ErrorCode::Unauthorized, std::move(message), std::move(context)};
}

Error Error::forbidden(QString message, QString context)
{
    return {ErrorCode::Forbidden, std::move(message), std::move(context)};
}

Error Error::conflict(QString message, QString context)
{
    return {ErrorCode::Conflict, std::move(message), std::move(context)};
}

Error Error::precondition(QString message, QString context)
{
    return {ErrorCode::Precondition, std::move(message), std::move(context)};
}

Error Error::unavailable(QString message, QString context)
{
    return {ErrorCode::Unavailable, std::move(message), std::move(context)};
}

Error Error::timeout(QString message, QString context)
{
    return {ErrorCode::Timeout, std::move(message), std::move(context)};
}

Error Error::cancelled(QString message, QString context)
{
    return {ErrorCode::Cancelled, std::move(message), std::move(context)};
}

Error Error::corrupt(QString message, QString context)
{
    return {ErrorCode::Corrupt, std::move(message), std::move(context)};
}

Error Error::internal(QString message, QString context)
{
    return {ErrorCode::Internal, std::move(message), std::move(context)};
}

}  // namespace refrain
