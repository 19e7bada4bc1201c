#include "web/application.h"

namespace refrain::web {

qint64 Application::bodyLimit(const Request&) const
{
    return defaultBodyLimit;
}

Response Application::error(const HttpError& error) const
{
    return Response::text(error.detail.toUtf8() + '\n', error.status);
}

}  // namespace refrain::web
