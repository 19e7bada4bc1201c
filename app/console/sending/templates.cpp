#include "console/sending/templates.h"

#include "console/engine/backendcalls.h"
#include "wire/actor.h"
#include "wire/fieldreader.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace refrain::console {

namespace {

Result<StoredTemplate> readTemplate(const QJsonObject& object)
{
    wire::FieldReader in(object);
    StoredTemplate read;
    read.slug = in.requiredText("slug");
    read.title = in.text("title");
    read.description = in.text("description");
    read.source = in.text("source");
    read.sample = in.object("sample");
    read.archived = in.flag("archived", false);
    read.version = in.number("version", 0);
    read.updatedAt = in.time("updatedAt").value_or(0);
    read.updatedBy = wire::readActor(in, "updatedBy").value_or(Actor());
    if (Result<> done = in.done(); !done)
        return done.error();
    return read;
}

QJsonObject bodyOf(const StoredTemplate& wish)
{
    return {{QStringLiteral("title"), wish.title},
            {QStringLiteral("description"), wish.description},
            {QStringLiteral("source"), wish.source},
            {QStringLiteral("sample"), wish.sample},
            {QStringLiteral("archived"), wish.archived}};
}

ApiRequest requestFor(const QByteArray& method, const QString& path, QJsonObject body)
{
    ApiRequest request;
    request.method = method;
    request.path = QStringLiteral("templates") + path;
    request.body = std::move(body);
    return request;
}

}  // namespace

int faultyLine(const QString& sentence)
{
    static const QRegularExpression line(QStringLiteral("^Line (\\d{1,6})(?:, column \\d{1,6})? of the template"));
    return line.match(sentence).captured(1).toInt();
}

Result<QJsonObject> objectFrom(const QString& text)
{
    QJsonParseError fault;
    const QByteArray bytes = text.toUtf8();
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (fault.error != QJsonParseError::NoError)
        return Error::invalid(fault.errorString(), QString::number(bytes.left(fault.offset).count('\n') + 1));
    if (!document.isObject())
        return Error::invalid(QStringLiteral("not an object"), QStringLiteral("1"));
    return document.object();
}

QFuture<Result<std::vector<StoredTemplate>>> Templates::list()
{
    return m_calls.list(QStringLiteral("templates"), readTemplate);
}

QFuture<Result<StoredTemplate>> Templates::create(const StoredTemplate& wish)
{
    ApiRequest request = requestFor("POST", {}, bodyOf(wish));
    request.body.insert(QStringLiteral("slug"), wish.slug);
    return m_calls.ask<StoredTemplate>(std::move(request), readTemplate);
}

QFuture<Result<StoredTemplate>> Templates::save(const StoredTemplate& wish)
{
    ApiRequest request = requestFor("PATCH", u'/' + ApiRequest::segment(wish.slug), bodyOf(wish));
    request.ifMatch = QByteArray::number(wish.version);
    return m_calls.ask<StoredTemplate>(std::move(request), readTemplate);
}

QFuture<Result<RenderedMessage>> Templates::render(const QString& source, const QJsonObject& data,
                                                   const CategorySlug& category)
{
    ApiRequest request = requestFor("POST", QStringLiteral(":preview"),
                                    {{QStringLiteral("source"), source}, {QStringLiteral("data"), data}});
    if (!category.isEmpty())
        request.body.insert(QStringLiteral("category"), category.toString());
    return m_calls.ask<RenderedMessage>(std::move(request), [](const QJsonObject& json) -> Result<RenderedMessage> {
        return RenderedMessage{json.value(QLatin1String("text")).toString(),
                               json.value(QLatin1String("blocks")).toArray()};
    });
}

}  // namespace refrain::console
