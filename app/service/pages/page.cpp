#include "service/pages/page.h"

#include <QFile>

namespace refrain::service {
namespace {

QByteArray resource(const QString& name)
{
    QFile file(QStringLiteral(":/pages/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString withoutMarks(const QString& text)
{
    return text.toHtmlEscaped().replace(QLatin1Char('%'), QLatin1String("&#37;"));
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
    return PageFrame{status, language, QStringLiteral("Refrain"), title}.around(body);
}

web::Response PageFrame::around(const QString& body) const
{
    QString html = QString::fromUtf8(resource(QStringLiteral("page.html")));
    html.replace(QLatin1String("%language%"), language);
    html.replace(QLatin1String("%brand%"), withoutMarks(brand));
    html.replace(QLatin1String("%title%"), withoutMarks(title));
    // The body goes last: nothing in it may be taken for a mark.
    html.replace(QLatin1String("%body%"), body);
    web::Response response = web::Response::html(html.toUtf8(), status);
    response.set("Content-Language", language.toLatin1());
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
