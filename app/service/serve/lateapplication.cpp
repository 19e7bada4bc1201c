#include "service/serve/lateapplication.h"

#include "service/http/errorresponse.h"

#include <utility>

namespace refrain::service {

void LateApplication::handle(web::Request request, web::Reply reply)
{
    if (web::Application* application = m_application.load())
        return application->handle(std::move(request), std::move(reply));
    reply.send(error({503, QStringLiteral("Refrain is starting; try again in a moment."), request.path}));
}

qint64 LateApplication::bodyLimit(const web::Request& head) const
{
    const web::Application* application = m_application.load();
    return application ? application->bodyLimit(head) : Application::bodyLimit(head);
}

web::Response LateApplication::error(const web::HttpError& error) const
{
    const web::Application* application = m_application.load();
    return application ? application->error(error) : errorResponse(error);
}

}  // namespace refrain::service
