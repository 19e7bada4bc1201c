#include "domain/snoozeend.h"

#include <QRegularExpression>

#include <array>

namespace refrain {
namespace {

enum class Unit { Minute, Hour, Day, Week, Month, Year };

std::optional<Unit> unitOf(const QString& word)
{
    struct Name {
        const char* text;
        Unit unit;
    };
    static constexpr std::array names{
        Name{"min", Unit::Minute},     Name{"mins", Unit::Minute},  Name{"minute", Unit::Minute},
        Name{"minutes", Unit::Minute}, Name{"h", Unit::Hour},       Name{"hr", Unit::Hour},
        Name{"hrs", Unit::Hour},       Name{"hour", Unit::Hour},    Name{"hours", Unit::Hour},
        Name{"d", Unit::Day},          Name{"day", Unit::Day},      Name{"days", Unit::Day},
        Name{"w", Unit::Week},         Name{"wk", Unit::Week},      Name{"wks", Unit::Week},
        Name{"week", Unit::Week},      Name{"weeks", Unit::Week},   Name{"mo", Unit::Month},
        Name{"month", Unit::Month},    Name{"months", Unit::Month}, Name{"y", Unit::Year},
        Name{"year", Unit::Year},      Name{"years", Unit::Year},
    };
    for (const Name& name : names) {
        if (word == QLatin1String(name.text))
            return name.unit;
    }
    return std::nullopt;
}

QDateTime later(const QDateTime& now, int count, Unit unit)
{
    switch (unit) {
        case Unit::Minute: return now.addSecs(60LL * count);
        case Unit::Hour: return now.addSecs(3600LL * count);
        case Unit::Day: return now.addDays(count);
        case Unit::Week: return now.addDays(7LL * count);
        case Unit::Month: return now.addMonths(count);
        case Unit::Year: return now.addYears(count);
    }
    return {};
}

SnoozeEnd unusable(SnoozeFault fault)
{
    return {std::nullopt, fault};
}

/// The place of a word among names, of which three letters or more may be written; -1: none.
int indexOf(const QString& word, const QStringList& names)
{
    if (word.size() < 3)
        return -1;
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (names[i].startsWith(word))
            return int(i);
    }
    return -1;
}

QStringList weekdays()
{
    return {QStringLiteral("monday"),   QStringLiteral("tuesday"), QStringLiteral("wednesday"),
            QStringLiteral("thursday"), QStringLiteral("friday"),  QStringLiteral("saturday"),
            QStringLiteral("sunday")};
}

int monthOf(const QString& word)
{
    static const QStringList names{QStringLiteral("january"), QStringLiteral("february"), QStringLiteral("march"),
                                   QStringLiteral("april"),   QStringLiteral("may"),      QStringLiteral("june"),
                                   QStringLiteral("july"),    QStringLiteral("august"),   QStringLiteral("september"),
                                   QStringLiteral("october"), QStringLiteral("november"), QStringLiteral("december")};
    return indexOf(word, names) + 1;
}

QDate nextWeekday(const QDate& today, int weekday)
{
    const int ahead = (weekday - today.dayOfWeek() + 7) % 7;
    return today.addDays(ahead == 0 ? 7 : ahead);
}

/// `24 december`, `dec 24 2026`: without a year the next one to come.
QDate namedDate(const QStringList& words, const QDate& today)
{
    if (words.size() < 2 || words.size() > 3)
        return {};
    QString day = words[0];
    QString month = words[1];
    if (day[0].isLetter())
        std::swap(day, month);
    static const QRegularExpression ordinal(QStringLiteral("(st|nd|rd|th|\\.)$"));
    day.remove(ordinal);
    const int year = words.size() == 3 ? words[2].toInt() : today.year();
    const QDate date(year, monthOf(month), day.toInt());
    return words.size() == 2 && date.isValid() && date <= today ? date.addYears(1) : date;
}

QDate dayOf(const QString& words, const QDate& today)
{
    if (words == QLatin1String("tomorrow"))
        return today.addDays(1);
    if (words == QLatin1String("next week"))
        return nextWeekday(today, 1);
    const QString plain = words.startsWith(QLatin1String("next ")) ? words.mid(5) : words;
    if (const int weekday = indexOf(plain, weekdays()); weekday >= 0)
        return nextWeekday(today, weekday + 1);
    if (const QDate iso = QDate::fromString(words, Qt::ISODate); iso.isValid())
        return iso;
    if (const QDate dotted = QDate::fromString(words, QStringLiteral("d.M.yyyy")); dotted.isValid())
        return dotted;
    return namedDate(words.split(QLatin1Char(' ')), today);
}

SnoozeEnd checked(const QDateTime& end, const QDateTime& now)
{
    if (!end.isValid() || end > now.addDays(longestSnoozeDays))
        return unusable(SnoozeFault::TooLong);
    if (end <= now)
        return unusable(SnoozeFault::Passed);
    return {end.toMSecsSinceEpoch(), SnoozeFault::None};
}

SnoozeEnd duration(const QString& number, const QString& unit, const QDateTime& now)
{
    if (unit == QLatin1String("m"))
        return unusable(SnoozeFault::MinutesOrMonths);
    const std::optional<Unit> known = unitOf(unit);
    if (!known)
        return {};
    const int count = number.toInt();
    if (number.size() > 5)
        return checked({}, now);
    return count == 0 ? unusable(SnoozeFault::Unreadable) : checked(later(now, count, *known), now);
}

}  // namespace

SnoozeEnd parseSnoozeEnd(const QString& words, Millis now, const QTimeZone& zone)
{
    const QTimeZone local = zone.isValid() ? zone : QTimeZone::utc();
    const QDateTime here = QDateTime::fromMSecsSinceEpoch(now, local);
    const QString text = words.simplified().toLower();
    static const QRegularExpression length(QStringLiteral("^(for )?([0-9]+) ?([a-z]+)$"));
    if (const QRegularExpressionMatch match = length.match(text); match.hasMatch()) {
        SnoozeEnd end = duration(match.captured(2), match.captured(3), here);
        return !end.isTime() && !match.captured(1).isEmpty() ? unusable(SnoozeFault::Unreadable) : end;
    }
    static const QRegularExpression until(QStringLiteral("^(until|till|til) (.+)$"));
    const QRegularExpressionMatch match = until.match(text);
    const QDate day = match.hasMatch() ? dayOf(match.captured(2), here.date()) : QDate::fromString(text, Qt::ISODate);
    if (!day.isValid()) {
        const QString first = text.section(QLatin1Char(' '), 0, 0);
        const bool speaksOfTime = match.hasMatch() || first == QLatin1String("for") || first == QLatin1String("until");
        return speaksOfTime ? unusable(SnoozeFault::Unreadable) : SnoozeEnd();
    }
    return checked(day.startOfDay(local), here);
}

}  // namespace refrain
