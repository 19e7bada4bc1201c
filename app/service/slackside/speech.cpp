#include "service/slackside/speech.h"

#include <QDateTime>

namespace refrain::service {

QString Speech::written(Millis time, const char* format) const
{
    return m_words->locale().toString(QDateTime::fromMSecsSinceEpoch(time, m_zone), operator()(format));
}

QString Speech::moment(Millis time) const
{
    return QStringLiteral("%1 (%2)").arg(written(time, "formatMoment"), m_zone == QTimeZone::utc()
                                                                            ? QStringLiteral("UTC")
                                                                            : QString::fromLatin1(m_zone.id()));
}

QString Speech::time(Millis time) const
{
    return written(time, "formatTime");
}

QString Speech::day(Millis time) const
{
    return written(time, "formatDay");
}

QString Speech::list(const QStringList& names, qsizetype most) const
{
    const QString text = names.mid(0, most).join(QStringLiteral(", "));
    return names.size() > most ? operator()("andMore", text, QString::number(names.size() - most)) : text;
}

QString Speech::ownOr(const char* key, const char* otherwise) const
{
    const QString own = m_own ? m_own->sentences.value(QLatin1String(key)) : QString();
    return own.isEmpty() ? operator()(otherwise) : own;
}

QStringList Speech::durations() const
{
    return m_own && !m_own->durations.isEmpty()
               ? m_own->durations
               : QStringList{QStringLiteral("1d"), QStringLiteral("1w"), QStringLiteral("1mo")};
}

Phrasebook::Phrasebook()
{
    for (const QString& language : languages())
        m_languages.emplace_back(language, QStringLiteral(":/slack"));
}

Speech Phrasebook::speechFor(const Subject& person) const
{
    const QString language = person.locale.section(QLatin1Char('-'), 0, 0).toLower();
    const Words* words = &m_languages.front();
    for (const Words& candidate : m_languages) {
        if (candidate.language() == language)
            words = &candidate;
    }
    return {*words, zoneOf(person)};
}

}  // namespace refrain::service
