#include "console/insights/insights.h"

#include "console/engine/backendcalls.h"
#include "wire/fieldreader.h"

#include <QJsonArray>

namespace refrain::console {

namespace {

using Step = InsightsQuestion::Step;

QString nameOf(Step step)
{
    switch (step) {
        case Step::Hour: return QStringLiteral("hour");
        case Step::Day: return QStringLiteral("day");
        case Step::Week: return QStringLiteral("week");
    }
    return {};
}

qint64 number(const QJsonObject& json, const char* name)
{
    return qint64(json.value(QLatin1String(name)).toDouble());
}

/// The items of one of the answer's lists; what has no proper time is left out.
template <class Point, class Read>
std::vector<Point> points(const QJsonObject& json, const char* list, const char* time, Read read)
{
    std::vector<Point> found;
    const QJsonArray items = json.value(QLatin1String(list)).toArray();
    for (const QJsonValue& value : items) {
        const QJsonObject item = value.toObject();
        if (const auto at = fromRfc3339(item.value(QLatin1String(time)).toString()))
            found.push_back(read(item, *at));
    }
    return found;
}

std::vector<ChoicePoint> choices(const QJsonObject& json, const char* list)
{
    return points<ChoicePoint>(json, list, "at", [](const QJsonObject& item, Millis at) {
        return ChoicePoint{at,
                           CategorySlug(item.value(QLatin1String("category")).toString()),
                           item.value(QLatin1String("source")).toString(),
                           number(item, "optedOut"),
                           number(item, "optedIn"),
                           number(item, "backToDefault"),
                           number(item, "snoozed"),
                           number(item, "undone")};
    });
}

void readOthers(const QJsonObject& json, InsightsReport& report)
{
    const auto text = [](const QJsonObject& item, const char* name) {
        return item.value(QLatin1String(name)).toString();
    };
    report.broadcasts = points<BroadcastPoint>(json, "broadcasts", "at", [&](const QJsonObject& item, Millis at) {
        return BroadcastPoint{text(item, "notification"),
                              at,
                              CategorySlug(text(item, "category")),
                              number(item, "sent"),
                              number(item, "optedOut"),
                              number(item, "byButton")};
    });
    report.delays = points<DelayPoint>(json, "delays", "at", [&](const QJsonObject& item, Millis at) {
        return DelayPoint{at, text(item, "source"), number(item, "choices"), number(item, "halfWithinMs"),
                          number(item, "mostWithinMs")};
    });
    report.syncs = points<SyncPoint>(json, "syncs", "at", [&](const QJsonObject& item, Millis at) {
        return SyncPoint{at,
                         text(item, "kind"),
                         number(item, "ok"),
                         number(item, "partial"),
                         number(item, "failed"),
                         number(item, "running"),
                         number(item, "allWithinMs"),
                         text(item, "run")};
    });
    report.waiting = points<WaitingPoint>(json, "waiting", "oldestAt", [&](const QJsonObject& item, Millis at) {
        return WaitingPoint{text(item, "kind"), text(item, "target"), number(item, "count"), number(item, "retrying"),
                            at};
    });
}

Result<InsightsReport> readReport(const QJsonObject& json, Step step)
{
    wire::FieldReader in(json);
    InsightsReport report;
    report.step = step;
    report.to = in.requiredTime("to");
    report.isComplete = number(json, "counted") >= number(json, "seq");
    if (const QTimeZone zone(in.text("timeZone").toLatin1()); zone.isValid())
        report.zone = zone;
    for (const QJsonValue& value : json.value(QLatin1String("steps")).toArray()) {
        if (const auto at = fromRfc3339(value.toString()))
            report.steps.push_back(*at);
    }
    if (Result<> done = in.done(); !done || report.steps.empty())
        return Error::unavailable(
            Insights::tr("The backend's figures cannot be read. It may be of another version than this console."),
            done ? QString() : done.error().toString());
    report.choices = choices(json, "items");
    report.sources = choices(json, "sources");
    readOthers(json, report);
    return report;
}

}  // namespace

QFuture<Result<InsightsReport>> Insights::read(const InsightsQuestion& question)
{
    ApiRequest request;
    request.path = QStringLiteral("stats");
    request.query.addQueryItem(QStringLiteral("from"), toRfc3339(question.from));
    request.query.addQueryItem(QStringLiteral("to"), toRfc3339(question.to));
    if (question.zone.isValid())
        request.query.addQueryItem(
            QStringLiteral("timeZone"),
            QString::fromLatin1(QUrl::toPercentEncoding(QString::fromLatin1(question.zone.id()))));
    request.query.addQueryItem(QStringLiteral("step"), nameOf(question.step));
    return m_calls.ask<InsightsReport>(
        std::move(request), [step = question.step](const QJsonObject& json) { return readReport(json, step); });
}

}  // namespace refrain::console
