#include "service/http/listquery.h"
#include "service/http/problem.h"
#include "service/routes/apiroutes.h"
#include "service/usecases/statistics.h"

namespace refrain::service {
namespace {

Result<std::optional<QTimeZone>> zoneIn(const web::Request& request)
{
    const QString name = request.query.value(u"timeZone");
    if (name.isEmpty())
        return std::optional<QTimeZone>();
    const QTimeZone zone(name.toLatin1());
    if (!zone.isValid())
        return fieldError(QStringLiteral("/timeZone"),
                          QStringLiteral("“%1” is no time zone; one reads Europe/Berlin.").arg(name.left(80)));
    return std::optional(zone);
}

Result<StatQuestion> questionIn(const web::Request& request)
{
    const Result<std::optional<Millis>> from = timeOf(request, "from");
    const Result<std::optional<Millis>> to = timeOf(request, "to");
    const auto step = wordOf(request, "step", stepLengthFromString);
    const auto zone = zoneIn(request);
    if (!from || !to || !step || !zone)
        return !from ? from.error() : !to ? to.error() : !step ? step.error() : zone.error();
    return StatQuestion{*from, *to, step->value_or(StepLength::Day), *zone,
                        CategorySlug(request.query.value(u"category"))};
}

void addTo(QJsonObject& json, const store::ChoiceCount& count)
{
    json.insert(QStringLiteral("optedOut"), count.optedOut);
    json.insert(QStringLiteral("optedIn"), count.optedIn);
    json.insert(QStringLiteral("backToDefault"), count.backToDefault);
    json.insert(QStringLiteral("snoozed"), count.snoozed);
    json.insert(QStringLiteral("undone"), count.undone);
}

void addTo(QJsonObject& json, const store::MessageCount& count)
{
    json.insert(QStringLiteral("sent"), count.sent);
    json.insert(QStringLiteral("skipped"), count.skipped);
    json.insert(QStringLiteral("failed"), count.failed);
    json.insert(QStringLiteral("uncertain"), count.uncertain);
}

/// Choices and messages of a category in a step, in one item.
QJsonArray pointsOf(const StatReport& report)
{
    std::map<std::pair<Millis, CategorySlug>, QJsonObject> points;
    for (const auto& [key, count] : report.choices) {
        addTo(points[key], count);
        addTo(points[key], store::MessageCount());
    }
    for (const auto& [key, count] : report.messages) {
        if (!report.choices.contains(key))
            addTo(points[key], store::ChoiceCount());
        addTo(points[key], count);
    }
    QJsonArray items;
    for (auto& [key, json] : points) {
        json.insert(QStringLiteral("at"), toRfc3339(key.first));
        json.insert(QStringLiteral("category"), key.second.toString());
        items.append(json);
    }
    return items;
}

QJsonArray toJson(const StatSeries<std::pair<QString, CategorySlug>, store::ChoiceCount>& sources)
{
    QJsonArray items;
    for (const auto& [key, count] : sources) {
        QJsonObject json{{QStringLiteral("at"), toRfc3339(key.first)},
                         {QStringLiteral("source"), key.second.first},
                         {QStringLiteral("category"), key.second.second.toString()}};
        addTo(json, count);
        items.append(json);
    }
    return items;
}

QJsonArray toJson(const std::vector<store::MessageCount>& broadcasts)
{
    QJsonArray items;
    for (const store::MessageCount& count : broadcasts) {
        QJsonObject json{{QStringLiteral("notification"), count.notification},
                         {QStringLiteral("at"), toRfc3339(count.at)},
                         {QStringLiteral("category"), count.category.toString()},
                         {QStringLiteral("recipients"), count.recipients},
                         {QStringLiteral("optedOut"), count.optedOut},
                         {QStringLiteral("byButton"), count.byButton}};
        addTo(json, count);
        items.append(json);
    }
    return items;
}

QJsonArray toJson(const StatSeries<QString, StatDelay>& delays)
{
    QJsonArray items;
    for (const auto& [key, delay] : delays)
        items.append(QJsonObject{{QStringLiteral("at"), toRfc3339(key.first)},
                                 {QStringLiteral("source"), key.second},
                                 {QStringLiteral("choices"), delay.choices},
                                 {QStringLiteral("halfWithinMs"), delay.half},
                                 {QStringLiteral("mostWithinMs"), delay.most},
                                 {QStringLiteral("allWithinMs"), delay.longest}});
    return items;
}

QJsonArray toJson(const StatSeries<QString, StatSyncs>& syncs)
{
    QJsonArray items;
    for (const auto& [key, runs] : syncs)
        items.append(QJsonObject{{QStringLiteral("at"), toRfc3339(key.first)},
                                 {QStringLiteral("kind"), key.second},
                                 {QStringLiteral("ok"), runs.ok},
                                 {QStringLiteral("partial"), runs.partial},
                                 {QStringLiteral("failed"), runs.failed},
                                 {QStringLiteral("running"), runs.running},
                                 {QStringLiteral("halfWithinMs"), runs.half},
                                 {QStringLiteral("allWithinMs"), runs.longest},
                                 {QStringLiteral("run"), runs.worst}});
    return items;
}

QJsonArray toJson(const std::vector<store::WaitingCount>& waiting)
{
    QJsonArray items;
    for (const store::WaitingCount& count : waiting)
        items.append(QJsonObject{{QStringLiteral("kind"), count.kind},
                                 {QStringLiteral("target"), count.target},
                                 {QStringLiteral("count"), count.count},
                                 {QStringLiteral("retrying"), count.retrying},
                                 {QStringLiteral("oldestAt"), toRfc3339(count.oldestAt)}});
    return items;
}

QJsonObject toJson(const StatReport& report, const StatQuestion& question)
{
    QJsonArray steps;
    for (size_t i = 0; i + 1 < report.steps.size(); ++i)
        steps.append(toRfc3339(report.steps[i]));
    return {{QStringLiteral("items"), pointsOf(report)},
            {QStringLiteral("next"), QJsonValue()},
            {QStringLiteral("seq"), report.seq},
            {QStringLiteral("counted"), report.counted},
            {QStringLiteral("from"), toRfc3339(report.steps.front())},
            {QStringLiteral("to"), toRfc3339(report.steps.back())},
            {QStringLiteral("step"), toString(question.step)},
            {QStringLiteral("timeZone"), QString::fromLatin1(report.zone.id())},
            {QStringLiteral("steps"), steps},
            {QStringLiteral("sources"), toJson(report.sources)},
            {QStringLiteral("broadcasts"), toJson(report.broadcasts)},
            {QStringLiteral("delays"), toJson(report.delays)},
            {QStringLiteral("syncs"), toJson(report.syncs)},
            {QStringLiteral("waiting"), toJson(report.waiting)}};
}

Result<web::Response> stats(const ApiCall& call, const ApiParts& parts)
{
    const Result<StatQuestion> question = questionIn(call.request);
    if (!question)
        return question.error();
    const Result<StatReport> report =
        Statistics(parts.pool, parts.vault, parts.clock).report(call.workspace(), *question);
    return report ? Result<web::Response>(web::Response::json(toJson(*report, *question))) : report.error();
}

}  // namespace

void addStatRoutes(Api& api, const ApiParts& parts)
{
    api.add("GET", QStringLiteral("/stats"), Permission::Read,
            [parts](const ApiCall& call) { return stats(call, parts); });
}

}  // namespace refrain::service
