#include "wire/workflow.h"

#include "wire/fieldreader.h"
#include "wire/notification.h"

namespace refrain::wire {
namespace {

constexpr qsizetype longestTitle = 100;
constexpr qsizetype longestDescription = 1000;
constexpr qsizetype mostSelectors = 20;

QStringList toTexts(const std::vector<SubjectId>& ids)
{
    QStringList texts;
    for (const SubjectId& id : ids)
        texts << id.toString();
    return texts;
}

QJsonObject toJson(const RecipientSelector& selector)
{
    QJsonObject object;
    if (!selector.subjects.empty())
        object.insert(QStringLiteral("subjects"), QJsonArray::fromStringList(toTexts(selector.subjects)));
    if (selector.kind)
        object.insert(QStringLiteral("kind"), toString(*selector.kind));
    QJsonArray roles;
    for (const SubjectRole role : selector.roles)
        roles.append(toString(role));
    if (!roles.isEmpty())
        object.insert(QStringLiteral("roles"), roles);
    if (!selector.membersOf.isEmpty())
        object.insert(QStringLiteral("membersOf"), selector.membersOf.toString());
    return object;
}

QJsonArray toJson(const std::vector<RecipientSelector>& selectors)
{
    QJsonArray array;
    for (const RecipientSelector& selector : selectors)
        array.append(toJson(selector));
    return array;
}

QJsonValue toJson(const std::optional<Schedule>& schedule)
{
    if (!schedule)
        return QJsonValue::Null;
    QJsonArray weekdays;
    for (const int weekday : schedule->weekdays)
        weekdays.append(weekdayName(weekday));
    return QJsonObject{{QStringLiteral("time"), schedule->time.toString(QStringLiteral("HH:mm"))},
                       {QStringLiteral("weekdays"), weekdays}};
}

std::vector<SubjectId> readIds(FieldReader& in, const char* key, qsizetype most)
{
    std::vector<SubjectId> ids;
    const QStringList texts = in.texts(key);
    for (const QString& text : texts) {
        if (text.isEmpty() || text.size() > 255)
            in.fail(key, QStringLiteral("A subject's id has 1 to 255 characters."));
        ids.emplace_back(text);
    }
    if (texts.size() > most)
        in.fail(key, QStringLiteral("At most %1 may be named here.").arg(most));
    return ids;
}

RecipientSelector readSelector(FieldReader in)
{
    RecipientSelector selector;
    in.allowOnly(
        {QStringLiteral("subjects"), QStringLiteral("kind"), QStringLiteral("roles"), QStringLiteral("membersOf")});
    selector.subjects = readIds(in, "subjects", Workflow::mostListed);
    selector.kind = in.word("kind", subjectKindFromString);
    for (const QString& name : in.texts("roles")) {
        const std::optional<SubjectRole> role = subjectRoleFromString(name);
        if (role)
            selector.roles << *role;
        else
            in.fail("roles", QStringLiteral("“%1” is no role.").arg(name.left(80)));
    }
    selector.membersOf = SubjectId(in.text("membersOf", 255));
    if (selector.subjects.empty() && !selector.kind && selector.roles.isEmpty() && selector.membersOf.isEmpty())
        in.fail("", QStringLiteral("Say who is meant: subjects, kind, roles or membersOf."));
    return selector;
}

std::vector<RecipientSelector> readSelectors(FieldReader& in, const char* key)
{
    std::vector<RecipientSelector> selectors;
    const QJsonArray array = in.array(key);
    if (array.size() > mostSelectors)
        in.fail(key, QStringLiteral("At most %1 selectors may stand here.").arg(mostSelectors));
    for (qsizetype i = 0; i < array.size(); ++i)
        selectors.push_back(readSelector(in.element(key, i, array.at(i))));
    return selectors;
}

std::optional<Schedule> readSchedule(FieldReader& object)
{
    if (!object.has("schedule") || object.isNull("schedule"))
        return std::nullopt;
    FieldReader in = object.child("schedule");
    Schedule schedule;
    schedule.time = QTime::fromString(in.requiredText("time"), QStringLiteral("HH:mm"));
    if (!schedule.time.isValid())
        in.fail("time", QStringLiteral("A time of day reads 09:00."));
    for (const QString& name : in.texts("weekdays")) {
        const std::optional<int> weekday = weekdayFromName(name);
        if (!weekday)
            in.fail("weekdays", QStringLiteral("Weekdays are mon, tue, wed, thu, fri, sat and sun."));
        else if (!schedule.weekdays.contains(*weekday))
            schedule.weekdays << *weekday;
    }
    if (schedule.weekdays.isEmpty())
        in.fail("weekdays", QStringLiteral("Name the weekdays on which it runs."));
    std::sort(schedule.weekdays.begin(), schedule.weekdays.end());
    return schedule;
}

}  // namespace

QJsonObject toJson(const Workflow& workflow)
{
    return {{QStringLiteral("title"), workflow.title},
            {QStringLiteral("description"), workflow.description},
            {QStringLiteral("category"), workflow.category.toString()},
            {QStringLiteral("template"), workflow.templateSlug},
            {QStringLiteral("data"), workflow.data},
            {QStringLiteral("recipients"), toJson(workflow.recipients)},
            {QStringLiteral("schedule"), toJson(workflow.schedule)},
            {QStringLiteral("paused"), workflow.paused},
            {QStringLiteral("archived"), workflow.archived},
            {QStringLiteral("activeSince"), workflow.activeSince}};
}

Result<Workflow> workflowFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    Workflow workflow;
    workflow.title = in.words("title", longestTitle);
    workflow.description = in.words("description", longestDescription);
    workflow.category = CategorySlug(in.requiredText("category"));
    workflow.templateSlug = in.requiredText("template");
    workflow.data = in.object("data");
    workflow.recipients = readRecipientQuery(in, "recipients");
    workflow.schedule = readSchedule(in);
    if (workflow.schedule && workflow.recipients.include.empty())
        in.fail("recipients/include", QStringLiteral("A workflow that runs by itself must say whom it is for."));
    workflow.paused = in.flag("paused", false);
    workflow.archived = in.flag("archived", false);
    if (const Result<> done = in.done(); !done)
        return done.error();
    return workflow;
}

QJsonObject toJson(const RecipientQuery& query)
{
    return {{QStringLiteral("include"), toJson(query.include)}, {QStringLiteral("exclude"), toJson(query.exclude)}};
}

RecipientQuery readRecipientQuery(FieldReader& in, const char* key)
{
    FieldReader child = in.child(key);
    child.allowOnly({QStringLiteral("include"), QStringLiteral("exclude")});
    return {readSelectors(child, "include"), readSelectors(child, "exclude")};
}

Result<TriggerRequest> triggerRequestFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    TriggerRequest request;
    request.data = in.object("data");
    request.recipients = readIds(in, "recipients", NotifyRequest::mostRecipients);
    if (in.has("recipients") && !in.isNull("recipients") && request.recipients.empty())
        in.fail("recipients", QStringLiteral("Name at least one recipient, or leave this out."));
    if (const Result<> done = in.done(); !done)
        return done.error();
    return request;
}

}  // namespace refrain::wire
