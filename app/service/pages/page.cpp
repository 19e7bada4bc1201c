#include "service/pages/page.h"

#include <QFile>

namespace refrain::service {
namespace {

QByteArray resource(const QString& name)
{
    QFile file(QStringLiteral(":/pages/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

void harden(web::Response& response)
{
    response.set("Cache-Control", "no-store")
        .set("Referrer-Policy", "no-referrer")
        .set("X-Content-Type-Options", "nosniff")
        .set("Content-Security-Policy",
             "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
}

web::Response Page::response() const
{
    QString body;
    for (const QString& sentence : sentences)
        body += QStringLiteral("<p>%1</p>\n").arg(sentence.toHtmlEscaped());
    if (!detail.isEmpty())
        body += QStringLiteral("<p class=\"detail\">%1</p>\n").arg(detail.toHtmlEscaped());
    QString html = QString::fromUtf8(resource(QStringLiteral("page.html")));
    // The body goes last: nothing in it may be taken for a mark.
    html.replace(QLatin1String("%title%"), title.toHtmlEscaped().replace(QLatin1Char('%'), QLatin1String("&#37;")));
    html.replace(QLatin1String("%body%"), body);
    web::Response response = web::Response::html(html.toUtf8(), status);
    harden(response);
    return response;
}

web::Response pageStyle()
{
    web::Response response;
    response.set("Content-Type", "text/css; charset=utf-8").set("X-Content-Type-Options", "nosniff");
    response.set("Cache-Control", "public, max-age=3600");
    response.body = resource(QStringLiteral("page.css"));
    return response;
}

}  // namespace refrain::service
