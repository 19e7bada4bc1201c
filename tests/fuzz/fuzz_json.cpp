#include "domain/canonicaljson.h"
#include "tests/fuzz/fuzz.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

/// What is canonical stays as it is when it is read and written again.
void refrain::fuzz::tryInput(const QByteArray& input)
{
    const QJsonDocument document = QJsonDocument::fromJson(input);
    if (document.isNull())
        return;
    const auto value = [](const QJsonDocument& d) {
        return d.isArray() ? QJsonValue(d.array()) : QJsonValue(d.object());
    };
    const QByteArray canonical = canonicalJson(value(document));
    const QJsonDocument again = QJsonDocument::fromJson(canonical);
    require(!again.isNull());
    require(canonicalJson(value(again)) == canonical);
}
