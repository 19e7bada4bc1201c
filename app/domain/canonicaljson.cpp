#include "domain/canonicaljson.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <array>
#include <charconv>

namespace refrain {

namespace {

void writeString(QByteArray& out, const QString& text)
{
    out += '"';
    for (const char c : text.toUtf8()) {
        switch (c) {
            case '"': out += "\\\""; break;
            case '\\': out += "\\\\"; break;
            case '\b': out += "\\b"; break;
            case '\f': out += "\\f"; break;
            case '\n': out += "\\n"; break;
            case '\r': out += "\\r"; break;
            case '\t': out += "\\t"; break;
            default:
                if (static_cast<unsigned char>(c) < 0x20)
                    out += "\\u00" + QByteArray(1, c).toHex();
                else
                    out += c;
        }
    }
    out += '"';
}

void write(QByteArray& out, const QJsonValue& value);

void writeObject(QByteArray& out, const QJsonObject& object)
{
    QStringList keys = object.keys();
    std::sort(keys.begin(), keys.end(), [](const QString& a, const QString& b) {
        return std::lexicographical_compare(a.utf16(), a.utf16() + a.size(), b.utf16(), b.utf16() + b.size());
    });
    out += '{';
    for (qsizetype i = 0; i < keys.size(); ++i) {
        if (i > 0)
            out += ',';
        writeString(out, keys[i]);
        out += ':';
        write(out, object.value(keys[i]));
    }
    out += '}';
}

void writeArray(QByteArray& out, const QJsonArray& array)
{
    out += '[';
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (i > 0)
            out += ',';
        write(out, array.at(i));
    }
    out += ']';
}

void write(QByteArray& out, const QJsonValue& value)
{
    switch (value.type()) {
        case QJsonValue::Null:
        case QJsonValue::Undefined: out += "null"; return;
        case QJsonValue::Bool: out += value.toBool() ? "true" : "false"; return;
        case QJsonValue::Double: out += canonicalNumber(value.toDouble()); return;
        case QJsonValue::String: writeString(out, value.toString()); return;
        case QJsonValue::Array: writeArray(out, value.toArray()); return;
        case QJsonValue::Object: writeObject(out, value.toObject()); return;
    }
}

}  // namespace

QByteArray canonicalNumber(double number)
{
    if (number == 0)
        return QByteArrayLiteral("0");  // -0 as well
    if (number < 0)
        return '-' + canonicalNumber(-number);

    // The shortest digits that read back as the same double: "d.ddde±xx". ECMA-262, 6.1.6.1.20.
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.begin(), buffer.end(), number, std::chars_format::scientific).ptr;
    const QByteArray shortest(buffer.data(), end - buffer.data());
    const qsizetype e = shortest.indexOf('e');
    const QByteArray digits = shortest.left(e).replace(".", "");
    const qsizetype k = digits.size();
    const int n = shortest.mid(e + 1).toInt() + 1;

    if (k <= n && n <= 21)
        return digits + QByteArray(n - k, '0');
    if (0 < n && n <= 21)
        return digits.left(n) + '.' + digits.mid(n);
    if (-6 < n && n <= 0)
        return "0." + QByteArray(-n, '0') + digits;
    const QByteArray exponent = (n > 0 ? "e+" : "e-") + QByteArray::number(std::abs(n - 1));
    return (k == 1 ? digits : digits.left(1) + '.' + digits.mid(1)) + exponent;
}

QByteArray canonicalJson(const QJsonValue& value)
{
    QByteArray out;
    write(out, value);
    return out;
}

}  // namespace refrain
