#include "domain/snoozeend.h"

#include "domain/timewords.h"

#include <QRegularExpression>

namespace refrain {
namespace {

SnoozeEnd unusable(SnoozeFault fault)
{
    return {std::nullopt, fault};
}

SnoozeEnd checked(const QDateTime& end, const QDateTime& now)
{
    if (!end.isValid() || end > now.addDays(longestSnoozeDays))
        return unusable(SnoozeFault::TooLong);
    if (end <= now)
        return unusable(SnoozeFault::Passed);
    return {end.toMSecsSinceEpoch(), SnoozeFault::None};
}

/// `2 weeks`; nothing where the words are no number of a unit.
SnoozeEnd duration(const QString& words, const QDateTime& now)
{
    static const QRegularExpression length(QStringLiteral("^([0-9]+|[a-zäöüß]+(?= )) ?([a-zäöüß]+)$"));
    const QRegularExpressionMatch match = length.match(words);
    const std::optional<int> count = match.hasMatch() ? countOf(match.captured(1)) : std::nullopt;
    if (!count)
        return {};
    if (match.captured(2) == QLatin1String("m"))
        return unusable(SnoozeFault::MinutesOrMonths);
    const std::optional<TimeUnit> unit = timeUnit(match.captured(2));
    if (!unit)
        return {};
    return *count == 0 ? unusable(SnoozeFault::Unreadable) : checked(later(now, *count, *unit), now);
}

bool isToday(const QString& words)
{
    return words == QLatin1String("today") || words == QLatin1String("heute");
}

}  // namespace

SnoozeEnd parseSnoozeEnd(const QString& words, Millis now, const QTimeZone& zone)
{
    const QTimeZone local = zone.isValid() ? zone : QTimeZone::utc();
    const QDateTime here = QDateTime::fromMSecsSinceEpoch(now, local);
    const QString text = words.simplified().toLower();
    static const QRegularExpression led(
        QStringLiteral("^(?:(for|für|fuer)|until|till|til|bis(?: zum| zur)?)(?: (.+))?$"));
    const QRegularExpressionMatch match = led.match(text);
    const QString rest = match.hasMatch() ? match.captured(2) : text;
    const bool isLength = match.capturedLength(1) > 0;
    if (isLength || !match.hasMatch()) {
        if (const SnoozeEnd end = duration(rest, here); end.isTime())
            return end;
        if (isToday(rest))
            return checked(here.date().addDays(1).startOfDay(local), here);
    }
    const QDate day = isLength ? QDate() : isToday(rest) ? here.date() : dayCalled(rest, here.date());
    if (!day.isValid())
        return match.hasMatch() ? unusable(SnoozeFault::Unreadable) : SnoozeEnd();
    return checked(day.startOfDay(local), here);
}

}  // namespace refrain
