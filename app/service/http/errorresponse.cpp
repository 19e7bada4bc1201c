#include "service/http/errorresponse.h"

#include "service/http/problem.h"
#include "service/pages/page.h"

namespace refrain::service {
namespace {

/// The addresses that people open themselves, or are sent to.
bool isForBrowsers(const QByteArray& path)
{
    for (const char* beginning : {"/o/", "/oauth/authorize", "/slack/oauth/callback", "/slack/install"}) {
        if (path.startsWith(beginning))
            return true;
    }
    return false;
}

}  // namespace

web::Response errorResponse(const web::HttpError& error)
{
    if (!isForBrowsers(error.path))
        return problemResponse(error);
    const QString what = error.status < 500 ? QStringLiteral("Nothing was changed.")
                                            : QStringLiteral("Nothing was changed. Please try again in a moment.");
    return Page{error.status, QStringLiteral("This did not work"), {error.detail, what}, {}}.response();
}

}  // namespace refrain::service
