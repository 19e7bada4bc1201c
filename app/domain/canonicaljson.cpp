#include "domain/canonicaljson.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>
#include <vector>

namespace refrain {

namespace {

bool comesFirst(const QString& a, const QString& b)
{
    return std::lexicographical_compare(a.utf16(), a.utf16() + a.size(), b.utf16(), b.utf16() + b.size());
}

class Writer {
public:
    Writer(const ReplaceText& replace, const QString& pointer) : m_replace(replace), m_pointer(pointer) {}

    [[nodiscard]] QByteArray written(const QJsonValue& value)
    {
        write(value);
        return std::move(m_out);
    }

private:
    void write(const QJsonValue& value)
    {
        switch (value.type()) {
            case QJsonValue::Null:
            case QJsonValue::Undefined: m_out += "null"; return;
            case QJsonValue::Bool: m_out += value.toBool() ? "true" : "false"; return;
            case QJsonValue::Double: m_out += canonicalNumber(value.toDouble()); return;
            case QJsonValue::String: writeText(value.toString()); return;
            case QJsonValue::Array: writeArray(value.toArray()); return;
            case QJsonValue::Object: writeObject(value.toObject()); return;
        }
    }

    void writeText(const QString& text)
    {
        const std::optional<QByteArray> other = m_replace ? m_replace(m_pointer, text) : std::nullopt;
        if (other)
            m_out += *other;
        else
            appendCanonical(m_out, text);
    }

    void writeObject(const QJsonObject& object)
    {
        std::vector<std::pair<QString, QJsonValue>> fields;
        fields.reserve(size_t(object.size()));
        for (auto field = object.begin(); field != object.end(); ++field)
            fields.emplace_back(field.key(), field.value());
        std::sort(fields.begin(), fields.end(),
                  [](const auto& a, const auto& b) { return comesFirst(a.first, b.first); });
        m_out += '{';
        for (size_t i = 0; i < fields.size(); ++i) {
            if (i > 0)
                m_out += ',';
            appendCanonical(m_out, fields[i].first);
            m_out += ':';
            writeInside(fields[i].first, fields[i].second);
        }
        m_out += '}';
    }

    void writeArray(const QJsonArray& array)
    {
        m_out += '[';
        for (qsizetype i = 0; i < array.size(); ++i) {
            if (i > 0)
                m_out += ',';
            writeInside(QString::number(i), array.at(i));
        }
        m_out += ']';
    }

    void writeInside(QString key, const QJsonValue& value)
    {
        const qsizetype outside = m_pointer.size();
        if (m_replace)
            m_pointer += jsonPointerStep(std::move(key));
        write(value);
        m_pointer.truncate(outside);
    }

    const ReplaceText& m_replace;
    QByteArray m_out;
    QString m_pointer;
};

}  // namespace

void appendCanonical(QByteArray& out, const QString& text)
{
    const bool isPlainAscii = std::all_of(text.begin(), text.end(), [](QChar c) {
        return c >= QLatin1Char(0x20) && c < QLatin1Char(0x7f) && c != QLatin1Char('"') && c != QLatin1Char('\\');
    });
    if (isPlainAscii) {  // nearly all there is to write: nothing to convert
        const qsizetype at = out.size();
        out.resize(at + text.size() + 2);
        char* to = out.data() + at;
        *to++ = '"';
        to = std::transform(text.begin(), text.end(), to, [](QChar c) { return char(c.unicode()); });
        *to = '"';
        return;
    }
    const QByteArray utf8 = text.toUtf8();
    out += '"';
    for (const char c : utf8) {
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

void appendKey(QByteArray& out, char before, const char* key)
{
    const std::size_t size = std::strlen(key);
    const qsizetype at = out.size();
    out.resize(at + qsizetype(size) + 4);
    char* to = out.data() + at;
    *to++ = before;
    *to++ = '"';
    to = std::copy_n(key, size, to);
    *to++ = '"';
    *to = ':';
}

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

QString jsonPointerStep(QString key)
{
    if (!key.contains(QLatin1Char('~')) && !key.contains(QLatin1Char('/')))
        return key.prepend(QLatin1Char('/'));
    return QLatin1Char('/') +
           key.replace(QLatin1Char('~'), QLatin1String("~0")).replace(QLatin1Char('/'), QLatin1String("~1"));
}

QByteArray canonicalJson(const QJsonValue& value, const ReplaceText& replace, const QString& pointer)
{
    return Writer(replace, pointer).written(value);
}

}  // namespace refrain
