#include "base/clock.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <chrono>

namespace refrain {

namespace {

/// The form that toRfc3339() writes, read without a regular expression: lists hold it by the hundred thousand.
std::optional<Millis> fromOwnForm(QStringView text)
{
    constexpr QLatin1String shape("0000-00-00T00:00:00.000Z");
    if (text.size() != shape.size())
        return std::nullopt;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool fits = shape[i] == QLatin1Char('0') ? text[i] >= u'0' && text[i] <= u'9' : text[i] == shape[i];
        if (!fits)
            return std::nullopt;
    }
    const auto number = [text](qsizetype from, qsizetype digits) { return text.mid(from, digits).toInt(); };
    const QDate date(number(0, 4), number(5, 2), number(8, 2));
    const QTime time(number(11, 2), number(14, 2), number(17, 2), number(20, 3));
    if (!date.isValid() || !time.isValid())
        return std::nullopt;
    constexpr qint64 julianDayOf1970 = 2'440'588;
    constexpr Millis day = 24LL * 60 * 60 * 1000;
    return (date.toJulianDay() - julianDayOf1970) * day + time.msecsSinceStartOfDay();
}

}  // namespace

Millis SystemClock::now() const
{
    return QDateTime::currentMSecsSinceEpoch();
}

// QDateTime's own way costs more than all the rest of what a list says of a row.
QString toRfc3339(Millis time)
{
    using namespace std::chrono;
    const sys_time<milliseconds> point{milliseconds(time)};
    const auto day = floor<days>(point);
    const year_month_day date(day);
    const hh_mm_ss clock(point - day);
    if (date.year() < year(0) || date.year() > year(9999))
        return QDateTime::fromMSecsSinceEpoch(time, Qt::UTC).toString(Qt::ISODateWithMs);
    QString text = QStringLiteral("0000-00-00T00:00:00.000Z");
    const auto put = [&text](qsizetype end, qint64 number) {
        for (qsizetype at = end; number > 0; number /= 10)
            text[at--] = QChar(u'0' + ushort(number % 10));
    };
    put(3, int(date.year()));
    put(6, unsigned(date.month()));
    put(9, unsigned(date.day()));
    put(12, clock.hours().count());
    put(15, clock.minutes().count());
    put(18, clock.seconds().count());
    put(22, clock.subseconds().count());
    return text;
}

std::optional<Millis> fromRfc3339(const QString& text)
{
    if (text.isEmpty())
        return std::nullopt;
    if (const std::optional<Millis> time = fromOwnForm(text))
        return time;
    static const QRegularExpression shape(
        QStringLiteral(R"(^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2})$)"));
    if (!shape.match(text).hasMatch())
        return std::nullopt;
    const QDateTime time = QDateTime::fromString(text.toUpper(), Qt::ISODateWithMs);
    if (!time.isValid())
        return std::nullopt;
    return time.toMSecsSinceEpoch();
}

}  // namespace refrain
