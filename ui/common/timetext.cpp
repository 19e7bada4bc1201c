#include "ui/common/timetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace refrain::ui {

namespace {

constexpr Millis second = 1000;
constexpr Millis minute = 60 * second;
constexpr Millis hour = 60 * minute;

struct Text {
    Q_DECLARE_TR_FUNCTIONS(TimeText)
};

QDateTime at(Millis time, const QTimeZone& zone)
{
    return QDateTime::fromMSecsSinceEpoch(time, zone);
}

QString dayText(const QDate& day)
{
    return QLocale().toString(day, Text::tr("d MMM yyyy", "a date's format"));
}

}  // namespace

QString relativeTime(std::optional<Millis> time, Millis now, const QTimeZone& zone)
{
    if (!time)
        return QStringLiteral("—");
    const Millis age = now - *time;
    const QDate day = at(*time, zone).date();
    const QDate today = at(now, zone).date();
    if (age >= -minute && age < minute)
        return Text::tr("now");
    if (age > 0 && age < hour)
        return Text::tr("%n min ago", nullptr, int(age / minute));
    if (age > 0 && (day == today || age < 6 * hour))
        return Text::tr("%n h ago", nullptr, int(age / hour));
    if (day.addDays(1) == today)
        return Text::tr("yesterday");
    if (day.year() == today.year())
        return QLocale().toString(day, Text::tr("d MMM", "a date's format, without the year"));
    return dayText(day);
}

QString exactTime(std::optional<Millis> time, const QTimeZone& zone)
{
    if (!time)
        return {};
    const QDateTime when = at(*time, zone);
    return dayText(when.date()) + QStringLiteral(", ") + when.time().toString(QStringLiteral("HH:mm:ss")) + u' ' +
           when.timeZoneAbbreviation();
}

QString shortTime(Millis time, const QTimeZone& zone)
{
    const QDateTime when = at(time, zone);
    return dayText(when.date()) + QStringLiteral(", ") + when.time().toString(QStringLiteral("HH:mm"));
}

QString zoneName(const QTimeZone& zone)
{
    const QString place = QString::fromLatin1(zone.id()).section(u'/', -1);
    const bool isUtc = QStringList{QStringLiteral("UTC"), QStringLiteral("GMT"), QStringLiteral("UCT"),
                                   QStringLiteral("Zulu"), QStringLiteral("Universal")}
                           .contains(place);
    return isUtc || place.isEmpty() ? QStringLiteral("UTC") : QString(place).replace(u'_', u' ');
}

QString durationText(Millis duration)
{
    if (duration < 100)
        return Text::tr("%n ms", nullptr, int(duration));
    if (duration < 10 * second)
        return Text::tr("%1 s").arg(QLocale().toString(double(duration) / double(second), 'f', 1));
    if (duration < minute)
        return Text::tr("%n s", nullptr, int(duration / second));
    if (duration < hour)
        return Text::tr("%n min", nullptr, int(duration / minute));
    if (duration < 48 * hour)
        return Text::tr("%1 h %2 min").arg(duration / hour).arg(duration % hour / minute);
    return Text::tr("%n days", nullptr, int(duration / (24 * hour)));
}

}  // namespace refrain::ui
