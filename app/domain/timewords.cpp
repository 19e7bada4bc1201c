#include "domain/timewords.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <array>

namespace refrain {
namespace {

constexpr int mostCounted = 1'000'000;
constexpr qsizetype shortestEnglish = 3;  // "mon"
constexpr qsizetype shortestGerman = 4;   // "mit" and "die" are words of their own

/// The place of a word among names, whose beginning may be written; -1: none.
int indexOf(const QString& word, const QStringList& names, qsizetype shortest)
{
    for (qsizetype i = 0; i < names.size(); ++i) {
        if (names[i] == word || (word.size() >= shortest && names[i].startsWith(word)))
            return int(i);
    }
    return -1;
}

int indexOf(const QString& word, const QStringList& english, const QStringList& german)
{
    const int found = indexOf(word, english, shortestEnglish);
    return found >= 0 ? found : indexOf(word, german, shortestGerman);
}

int weekdayOf(const QString& word)
{
    static const QStringList english{QStringLiteral("monday"),   QStringLiteral("tuesday"), QStringLiteral("wednesday"),
                                     QStringLiteral("thursday"), QStringLiteral("friday"),  QStringLiteral("saturday"),
                                     QStringLiteral("sunday")};
    static const QStringList german{
        QStringLiteral("montag"),  QStringLiteral("dienstag"), QStringLiteral("mittwoch"), QStringLiteral("donnerstag"),
        QStringLiteral("freitag"), QStringLiteral("samstag"),  QStringLiteral("sonntag")};
    if (word == QLatin1String("sonnabend"))
        return 6;
    return indexOf(word, english, german) + 1;
}

int monthOf(const QString& word)
{
    static const QStringList english{QStringLiteral("january"), QStringLiteral("february"), QStringLiteral("march"),
                                     QStringLiteral("april"),   QStringLiteral("may"),      QStringLiteral("june"),
                                     QStringLiteral("july"),    QStringLiteral("august"),   QStringLiteral("september"),
                                     QStringLiteral("october"), QStringLiteral("november"), QStringLiteral("december")};
    static const QStringList german{QStringLiteral("januar"),  QStringLiteral("februar"),  QStringLiteral("märz"),
                                    QStringLiteral("april"),   QStringLiteral("mai"),      QStringLiteral("juni"),
                                    QStringLiteral("juli"),    QStringLiteral("august"),   QStringLiteral("september"),
                                    QStringLiteral("oktober"), QStringLiteral("november"), QStringLiteral("dezember")};
    return indexOf(word, english, german) + 1;
}

QDate nextWeekday(const QDate& today, int weekday)
{
    const int ahead = (weekday - today.dayOfWeek() + 7) % 7;
    return today.addDays(ahead == 0 ? 7 : ahead);
}

QDate yetToCome(const QDate& date, const QDate& today)
{
    return date.isValid() && date <= today ? date.addYears(1) : date;
}

/// `24 december`, `dec 24 2026`
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
    return words.size() == 2 ? yetToCome(date, today) : date;
}

QDate writtenDate(const QString& words, const QDate& today)
{
    if (const QDate iso = QDate::fromString(words, Qt::ISODate); iso.isValid())
        return iso;
    if (const QDate dotted = QDate::fromString(words, QStringLiteral("d.M.yyyy")); dotted.isValid())
        return dotted;
    const QDate short_ = QDate::fromString(words + QString::number(today.year()), QStringLiteral("d.M.yyyy"));
    return words.endsWith(QLatin1Char('.')) ? yetToCome(short_, today) : QDate();
}

/// How many days ahead; -1: the word is none of these.
int daysAhead(const QString& words)
{
    static const QHash<QString, int> known{{QStringLiteral("tomorrow"), 1},
                                           {QStringLiteral("morgen"), 1},
                                           {QStringLiteral("the day after tomorrow"), 2},
                                           {QStringLiteral("day after tomorrow"), 2},
                                           {QStringLiteral("übermorgen"), 2}};
    return known.value(words, -1);
}

}  // namespace

std::optional<TimeUnit> timeUnit(const QString& word)
{
    static const QHash<QString, TimeUnit> units = [] {
        QHash<QString, TimeUnit> all;
        const auto add = [&all](TimeUnit unit, const char* names) {
            for (const QString& name : QString::fromUtf8(names).split(QLatin1Char(' ')))
                all.insert(name, unit);
        };
        add(TimeUnit::Minute, "min mins minute minutes minuten");
        add(TimeUnit::Hour, "h hr hrs hour hours std stunde stunden");
        add(TimeUnit::Day, "d day days tag tage tagen");
        add(TimeUnit::Week, "w wk wks week weeks woche wochen");
        add(TimeUnit::Month, "mo month months monat monate monaten");
        add(TimeUnit::Year, "y year years jahr jahre jahren");
        return all;
    }();
    const auto found = units.constFind(word);
    return found == units.cend() ? std::nullopt : std::optional(*found);
}

std::optional<int> countOf(const QString& word)
{
    static const std::array names{"a an one ein eine einen",
                                  "two zwei",
                                  "three drei",
                                  "four vier",
                                  "five fünf",
                                  "six sechs",
                                  "seven sieben",
                                  "eight acht",
                                  "nine neun",
                                  "ten zehn"};
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (QString::fromUtf8(names[i]).split(QLatin1Char(' ')).contains(word))
            return int(i) + 1;
    }
    const bool isNumber = !word.isEmpty() && std::all_of(word.begin(), word.end(), [](QChar c) {
        return c >= QLatin1Char('0') && c <= QLatin1Char('9');
    });
    if (!isNumber)
        return std::nullopt;
    bool fits = false;
    const int count = word.toInt(&fits);
    return fits ? std::min(count, mostCounted) : mostCounted;
}

QDateTime later(const QDateTime& now, int count, TimeUnit unit)
{
    switch (unit) {
        case TimeUnit::Minute: return now.addSecs(60LL * count);
        case TimeUnit::Hour: return now.addSecs(3600LL * count);
        case TimeUnit::Day: return now.addDays(count);
        case TimeUnit::Week: return now.addDays(7LL * count);
        case TimeUnit::Month: return now.addMonths(count);
        case TimeUnit::Year: return now.addYears(count);
    }
    return {};
}

QDate dayCalled(const QString& words, const QDate& today)
{
    if (const int ahead = daysAhead(words); ahead > 0)
        return today.addDays(ahead);
    static const QRegularExpression next(QStringLiteral("^(next|nächste[rnms]?|kommende[rnms]?) (.+)$"));
    const QRegularExpressionMatch match = next.match(words);
    const QString name = match.hasMatch() ? match.captured(2) : words;
    if (match.hasMatch()) {
        if (name == QLatin1String("week") || name == QLatin1String("woche"))
            return nextWeekday(today, 1);
        if (name == QLatin1String("month") || name == QLatin1String("monat"))
            return QDate(today.year(), today.month(), 1).addMonths(1);
    }
    if (const int weekday = weekdayOf(name); weekday > 0)
        return nextWeekday(today, weekday);
    if (const QDate written = writtenDate(words, today); written.isValid())
        return written;
    return namedDate(words.split(QLatin1Char(' ')), today);
}

}  // namespace refrain
