#include "web/parameters.h"

#include <QStringList>

namespace refrain::web {

namespace {

QString decoded(QByteArray text)
{
    text.replace('+', ' ');
    return QString::fromUtf8(QByteArray::fromPercentEncoding(text));
}

}  // namespace

Parameters Parameters::parse(const QByteArray& encoded)
{
    Parameters parameters;
    for (const QByteArray& part : encoded.split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        parameters.m_entries.emplace_back(decoded(equals < 0 ? part : part.left(equals)),
                                          equals < 0 ? QString() : decoded(part.mid(equals + 1)));
    }
    return parameters;
}

QString Parameters::value(QStringView name) const
{
    for (const Entry& entry : m_entries)
        if (entry.first == name)
            return entry.second;
    return {};
}

QStringList Parameters::values(QStringView name) const
{
    QStringList found;
    for (const Entry& entry : m_entries)
        if (entry.first == name)
            found << entry.second;
    return found;
}

bool Parameters::contains(QStringView name) const
{
    for (const Entry& entry : m_entries)
        if (entry.first == name)
            return true;
    return false;
}

}  // namespace refrain::web
