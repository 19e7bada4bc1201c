#include "sandbox/world/names.h"

#include "sandbox/world/wordlists.h"

#include <QStringList>

#include <algorithm>

namespace refrain::sandbox {

namespace {

/// Reads "native=ascii" or a Latin name by itself; `_` stands for a space.
std::vector<Name> namesFrom(const char* list)
{
    std::vector<Name> names;
    for (QString word : QString::fromUtf8(list).split(u' ', Qt::SkipEmptyParts)) {
        word.replace(u'_', u' ');
        const qsizetype cut = word.indexOf(u'=');
        if (cut < 0)
            names.push_back({word, asciiFold(word)});
        else
            names.push_back({word.left(cut), word.mid(cut + 1)});
    }
    return names;
}

std::vector<QString> linesFrom(const char* list)
{
    const QStringList lines = QString::fromUtf8(list).split(u'\n', Qt::SkipEmptyParts);
    return {lines.begin(), lines.end()};
}

}  // namespace

Names::Names()
    : m_hostile(linesFrom(words::hostile)), m_titles(linesFrom(words::titles)), m_bots(linesFrom(words::bots))
{
    for (const words::CultureWords& words : words::cultures) {
        const QStringList zones = QString::fromLatin1(words.zones).split(u' ');
        m_cultures.push_back({QString::fromLatin1(words.locale),
                              {zones.begin(), zones.end()},
                              words.familyFirst,
                              words.initials,
                              namesFrom(words.given),
                              namesFrom(words.family)});
    }
    // The longest names a directory has to show, long enough to break any fixed column.
    m_hostile.push_back(QStringLiteral("Wolfeschlegelsteinhausenbergerdorff ").repeated(3).trimmed());
    m_hostile.push_back(QString(80, u'W'));
    for (const words::ZoneWords& zone : words::zones)
        m_zones.push_back({QString::fromLatin1(zone.name), QString::fromLatin1(zone.label), zone.offset});
}

const TimeZone& Names::timeZone(const QString& name) const
{
    const auto found =
        std::find_if(m_zones.begin(), m_zones.end(), [&](const TimeZone& zone) { return zone.name == name; });
    return found == m_zones.end() ? m_zones.front() : *found;
}

QString normalized(const QString& text)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; });
    if (plain)
        return text;
    QString out;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (c.category() != QChar::Mark_NonSpacing || c.script() != QChar::Script_Inherited)
            out += c;
    }
    return out.normalized(QString::NormalizationForm_C);
}

QString asciiFold(const QString& text)
{
    QString out;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD).toLower()) {
        switch (c.unicode()) {
            case u'ł': out += u'l'; break;
            case u'ø': out += u'o'; break;
            case u'đ':
            case u'ð': out += u'd'; break;
            case u'ı': out += u'i'; break;
            case u'ß': out += QStringLiteral("ss"); break;
            case u'æ': out += QStringLiteral("ae"); break;
            case u'þ': out += QStringLiteral("th"); break;
            default:
                if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
                    out += c;
        }
    }
    return out;
}

}  // namespace refrain::sandbox
