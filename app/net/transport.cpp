#include "net/transport.h"

namespace refrain::net {

QByteArray HttpReply::header(const QByteArray& name) const
{
    for (const auto& [key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

Result<HttpReply> await(QFuture<Result<HttpReply>> future)
{
    future.waitForFinished();
    if (future.resultCount() == 0)
        return Error::cancelled(QStringLiteral("The request was given up."));
    return future.result();
}

}  // namespace refrain::net
