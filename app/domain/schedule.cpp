#include "domain/schedule.h"

#include <QDateTime>
#include <QStringList>

namespace refrain {
namespace {

constexpr Millis day = 24LL * 60 * 60 * 1000;

const QStringList& names()
{
    static const QStringList all{QStringLiteral("mon"), QStringLiteral("tue"), QStringLiteral("wed"),
                                 QStringLiteral("thu"), QStringLiteral("fri"), QStringLiteral("sat"),
                                 QStringLiteral("sun")};
    return all;
}

int offsetAt(const QTimeZone& zone, Millis moment)
{
    return zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(moment, Qt::UTC));
}

QDate dateAt(const QTimeZone& zone, Millis moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment + 1000LL * offsetAt(zone, moment), Qt::UTC).date();
}

/// QDateTime is not asked: what it makes of a time that the clocks leave out differs between its versions.
Millis momentOn(const QDate& date, const QTime& time, const QTimeZone& zone)
{
    const Millis wall = QDateTime(date, time, Qt::UTC).toMSecsSinceEpoch();
    const Millis before = wall - 1000LL * offsetAt(zone, wall - day);
    const Millis after = wall - 1000LL * offsetAt(zone, wall + day);
    for (const Millis moment : {std::min(before, after), std::max(before, after)}) {
        if (moment + 1000LL * offsetAt(zone, moment) == wall)
            return moment;
    }
    const QDateTime early = QDateTime::fromMSecsSinceEpoch(std::min(before, after) - 1, Qt::UTC);
    return zone.nextTransition(early).atUtc.toMSecsSinceEpoch();
}

}  // namespace

Millis nextMoment(const Schedule& schedule, const QTimeZone& zone, Millis after)
{
    // A day before, as moments of a date may lie beyond it where clocks are changed at midnight; a week, and a day.
    QDate date = dateAt(zone, after).addDays(-1);
    for (int i = 0; i < 10; ++i, date = date.addDays(1)) {
        if (!schedule.weekdays.contains(date.dayOfWeek()))
            continue;
        if (const Millis moment = momentOn(date, schedule.time, zone); moment > after)
            return moment;
    }
    return after + 7 * day;  // only a schedule without a day comes here
}

Millis lastMoment(const Schedule& schedule, const QTimeZone& zone, Millis until)
{
    QDate date = dateAt(zone, until).addDays(1);
    for (int i = 0; i < 10; ++i, date = date.addDays(-1)) {
        if (!schedule.weekdays.contains(date.dayOfWeek()))
            continue;
        if (const Millis moment = momentOn(date, schedule.time, zone); moment <= until)
            return moment;
    }
    return until - 7 * day;
}

QString weekdayName(int weekday)
{
    return names().value(weekday - 1);
}

std::optional<int> weekdayFromName(const QString& name)
{
    const qsizetype index = names().indexOf(name);
    return index < 0 ? std::nullopt : std::optional(int(index) + 1);
}

}  // namespace refrain
