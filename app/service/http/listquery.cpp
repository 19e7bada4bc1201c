#include "service/http/listquery.h"

#include "service/http/problem.h"
#include "wire/jsontext.h"
#include "wire/page.h"

#include <algorithm>
#include <utility>

namespace refrain::service {
namespace {

constexpr int defaultLimit = 100;
constexpr qint64 highestLimit = 1000;

QString text(const web::Request& request, const char* name)
{
    return request.query.value(QString::fromLatin1(name));
}

QString pointer(const char* name)
{
    return QLatin1Char('/') + QString::fromLatin1(name);
}

}  // namespace

Result<int> limitOf(const web::Request& request)
{
    const Result<qint64> limit = numberOf(request, "limit", defaultLimit);
    if (!limit)
        return limit.error();
    if (*limit < 1 || *limit > highestLimit)
        return fieldError(pointer("limit"), QStringLiteral("limit must be 1 to %1.").arg(highestLimit));
    return int(*limit);
}

Result<qint64> numberOf(const web::Request& request, const char* name, qint64 fallback)
{
    if (!request.query.contains(QString::fromLatin1(name)))
        return fallback;
    bool isNumber = false;
    const qint64 value = text(request, name).toLongLong(&isNumber);
    if (!isNumber || value < 0)
        return fieldError(pointer(name),
                          QStringLiteral("%1 must be a whole number of at least 0.").arg(QString::fromLatin1(name)));
    return value;
}

Result<std::optional<Millis>> timeOf(const web::Request& request, const char* name)
{
    if (text(request, name).isEmpty())
        return std::optional<Millis>();
    const std::optional<Millis> time = fromRfc3339(text(request, name));
    if (!time)
        return fieldError(pointer(name),
                          QStringLiteral("%1 must be a time of RFC 3339.").arg(QString::fromLatin1(name)));
    return time;
}

Result<QStringList> positionOf(const web::Request& request, qsizetype parts)
{
    const QByteArray after = text(request, "after").toLatin1();
    if (after.isEmpty())
        return QStringList(parts, QString());
    const auto decoded =
        QByteArray::fromBase64Encoding(after, QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals |
                                                  QByteArray::AbortOnBase64DecodingErrors);
    const QString text = QString::fromUtf8(*decoded);
    const QStringList words = text.split(QLatin1Char('\n'));
    // What no page handed out is seldom UTF-8, and a position names something.
    if (!decoded || text.toUtf8() != *decoded || words.size() != parts || words.contains(QString()))
        return fieldError(pointer("after"), QStringLiteral("after must be the next of a page before."));
    return words;
}

QString opaque(const QStringList& words)
{
    return QString::fromLatin1(words.join(QLatin1Char('\n'))
                                   .toUtf8()
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<web::Response> pageResponse(const web::Request& request, const QJsonArray& all, qint64 seq)
{
    const Result<int> limit = limitOf(request);
    const Result<QStringList> after = positionOf(request, 1);
    if (!limit || !after)
        return !limit ? limit.error() : after.error();
    const auto idOf = [](const QJsonValue& item) { return item[QLatin1String("id")].toString(); };
    auto from = all.begin();
    if (const QString last = after->first(); !last.isEmpty()) {
        from = std::find_if(all.begin(), all.end(), [&](const QJsonValue& item) { return idOf(item) == last; });
        if (from != all.end())
            ++from;
        else  // It went meanwhile.
            from = std::find_if(all.begin(), all.end(), [&](const QJsonValue& item) { return idOf(item) > last; });
    }
    QJsonArray items;
    for (; from != all.end() && items.size() < *limit; ++from)
        items.append(*from);
    return listResponse(items, from == all.end() ? QString() : opaque({idOf(items.last())}), seq);
}

web::Response listResponse(const QJsonArray& items, const QString& next, qint64 seq)
{
    return web::Response::json(wire::toJson(wire::Page{items, next, seq}));
}

web::Response listResponse(const QByteArrayList& items, const QString& next, qint64 seq)
{
    wire::JsonText page;
    page.raw("items", '[' + items.join(',') + ']');
    page.orNull("next", next);
    page("seq", seq);
    return web::Response::jsonText(std::move(page).text());
}

}  // namespace refrain::service
