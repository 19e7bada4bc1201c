#include "service/http/listquery.h"
#include "service/http/problem.h"
#include "service/routes/apiroutes.h"
#include "store/changestore.h"
#include "store/statstore.h"

#include <map>

namespace refrain::service {
namespace {

constexpr Millis hour = 60LL * 60 * 1000;
constexpr Millis day = 24 * hour;
constexpr Millis firstMonday = 4 * day;  // 5 January 1970
constexpr qint64 mostSteps = 1000;

struct Ask {
    store::StatRange range;
    QString step;
};

/// The beginning of the step that a moment lies in.
Millis beginning(Millis time, const store::StatRange& range)
{
    return (time - range.origin) / range.step * range.step + range.origin;
}

Result<Ask> readAsk(const web::Request& request, Millis now)
{
    const Result<std::optional<Millis>> from = timeOf(request, "from");
    const Result<std::optional<Millis>> to = timeOf(request, "to");
    if (!from || !to)
        return !from ? from.error() : to.error();
    Ask ask;
    ask.step = request.query.contains(u"step") ? request.query.value(u"step") : QStringLiteral("day");
    if (ask.step != QLatin1String("hour") && ask.step != QLatin1String("day") && ask.step != QLatin1String("week"))
        return fieldError(QStringLiteral("/step"), QStringLiteral("step is hour, day or week."));
    const bool isWeek = ask.step == QLatin1String("week");
    store::StatRange& range = ask.range;
    range.step = isWeek ? 7 * day : ask.step == QLatin1String("day") ? day : hour;
    range.origin = isWeek ? firstMonday : 0;
    range.category = CategorySlug(request.query.value(u"category"));
    range.to = to->value_or(now + 1);
    range.from = from->value_or(range.to - 30 * range.step);
    if (range.from >= range.to || range.from < firstMonday)
        return fieldError(QStringLiteral("/from"), QStringLiteral("from must lie before to, and after January 1970."));
    if ((range.to - beginning(range.from, range)) / range.step >= mostSteps)
        return fieldError(
            QStringLiteral("/step"),
            QStringLiteral("That would be more than %1 steps. Ask for longer steps or less time.").arg(mostSteps));
    return ask;
}

using Points = std::map<std::pair<Millis, CategorySlug>, store::StatPoint>;

Result<Points> countAll(store::Database& database, const WorkspaceId& workspace, const store::StatRange& range)
{
    store::StatStore stats(database);
    const auto choices = stats.choices(workspace, range);
    const auto messages = stats.messages(workspace, range);
    if (!choices || !messages)
        return !choices ? choices.error() : messages.error();
    Points points;
    for (const store::StatPoint& point : *choices)
        points[{point.at, point.category}] = point;
    for (const store::StatPoint& point : *messages) {
        store::StatPoint& both = points[{point.at, point.category}];
        both.at = point.at;
        both.category = point.category;
        both.sent = point.sent;
        both.skipped = point.skipped;
        both.failed = point.failed;
        both.uncertain = point.uncertain;
    }
    return points;
}

QJsonObject toJson(const store::StatPoint& point)
{
    return {{QStringLiteral("at"), toRfc3339(point.at)},
            {QStringLiteral("category"), point.category.toString()},
            {QStringLiteral("optedOut"), point.optedOut},
            {QStringLiteral("optedIn"), point.optedIn},
            {QStringLiteral("backToDefault"), point.backToDefault},
            {QStringLiteral("snoozed"), point.snoozed},
            {QStringLiteral("sent"), point.sent},
            {QStringLiteral("skipped"), point.skipped},
            {QStringLiteral("failed"), point.failed},
            {QStringLiteral("uncertain"), point.uncertain}};
}

Result<web::Response> stats(const ApiCall& call, const ApiParts& parts)
{
    const Result<Ask> ask = readAsk(call.request, parts.clock.now());
    if (!ask)
        return ask.error();
    const auto counted = parts.pool.read<QJsonObject>([&](store::Database& database) -> Result<QJsonObject> {
        const Result<qint64> seq = store::ChangeStore(database).lastSeq(call.workspace());
        const Result<Points> points = countAll(database, call.workspace(), ask->range);
        if (!seq || !points)
            return !seq ? seq.error() : points.error();
        QJsonArray items;
        for (const auto& [key, point] : *points)
            items.append(toJson(point));
        return QJsonObject{{QStringLiteral("items"), items},
                           {QStringLiteral("next"), QJsonValue()},
                           {QStringLiteral("seq"), *seq},
                           {QStringLiteral("from"), toRfc3339(ask->range.from)},
                           {QStringLiteral("to"), toRfc3339(ask->range.to)},
                           {QStringLiteral("step"), ask->step}};
    });
    return counted ? Result<web::Response>(web::Response::json(*counted)) : counted.error();
}

}  // namespace

void addStatRoutes(Api& api, const ApiParts& parts)
{
    api.add("GET", QStringLiteral("/stats"), Permission::Read,
            [parts](const ApiCall& call) { return stats(call, parts); });
}

}  // namespace refrain::service
