#include "service/usecases/timesteps.h"

namespace refrain::service {

namespace {

constexpr Millis minute = 60LL * 1000;
constexpr int minutesOfHour = 60;

int minuteOf(Millis time, const QTimeZone& zone)
{
    return QDateTime::fromMSecsSinceEpoch(time, zone).time().minute();
}

/// The hour's own beginning. Where the clocks moved by half an hour inside it, the later of both.
Millis beginningOfHour(Millis time, const QTimeZone& zone)
{
    const Millis wholeMinute = time / minute * minute;
    return wholeMinute - minuteOf(wholeMinute, zone) * minute;
}

Millis nextHour(Millis beginning, const QTimeZone& zone)
{
    const Millis next = beginning + minutesOfHour * minute;
    const int off = minuteOf(next, zone);
    return off == 0 ? next : next + (minutesOfHour - off) * minute;
}

QDate beginningOf(const QDate& day, StepLength length)
{
    return length == StepLength::Week ? day.addDays(1 - day.dayOfWeek()) : day;
}

}  // namespace

QString toString(StepLength length)
{
    switch (length) {
        case StepLength::Hour: return QStringLiteral("hour");
        case StepLength::Day: return QStringLiteral("day");
        case StepLength::Week: return QStringLiteral("week");
    }
    return {};
}

std::optional<StepLength> stepLengthFromString(const QString& name)
{
    for (const StepLength length : {StepLength::Hour, StepLength::Day, StepLength::Week}) {
        if (name == toString(length))
            return length;
    }
    return std::nullopt;
}

std::vector<Millis> timeSteps(Millis from, Millis to, StepLength length, const QTimeZone& zone, int most)
{
    std::vector<Millis> steps;
    if (length == StepLength::Hour) {
        for (Millis at = beginningOfHour(from, zone); at < to && int(steps.size()) < most; at = nextHour(at, zone))
            steps.push_back(at);
        steps.push_back(nextHour(steps.back(), zone));
        return steps;
    }
    QDate day = beginningOf(QDateTime::fromMSecsSinceEpoch(from, zone).date(), length);
    const auto startOf = [&zone](const QDate& date) { return date.startOfDay(zone).toMSecsSinceEpoch(); };
    for (; startOf(day) < to && int(steps.size()) < most; day = day.addDays(length == StepLength::Week ? 7 : 1))
        steps.push_back(startOf(day));
    steps.push_back(startOf(day));
    return steps;
}

}  // namespace refrain::service
