#include "wire/batch.h"

#include "base/enumnames.h"
#include "wire/jsontext.h"
#include "wire/preferencechange.h"

namespace refrain::wire {

namespace {

using Outcome = Judgement::Outcome;

constexpr EnumNames<Outcome, 3> outcomeNames{{{
    {Outcome::Changed, "changed"},
    {Outcome::Unchanged, "unchanged"},
    {Outcome::Refused, "refused"},
}}};

std::optional<Outcome> outcomeFromString(const QString& name)
{
    return outcomeNames.value(name);
}

std::optional<BatchRequest::Mode> modeFromString(const QString& name)
{
    if (name == QLatin1String("all"))
        return BatchRequest::Mode::All;
    if (name == QLatin1String("each"))
        return BatchRequest::Mode::Each;
    return std::nullopt;
}

/// A number, or a text as the header has it.
std::optional<qint64> readIfMatch(FieldReader& in, const QJsonObject& object)
{
    const QJsonValue value = object.value(QLatin1String("ifMatch"));
    if (!value.isString())
        return in.maybeNumber("ifMatch");
    const auto version = versionFromIfMatch(value.toString().toLatin1());
    if (!version)
        in.fail("ifMatch", QStringLiteral("This must be a version such as 17, or *."));
    return version.valueOr(std::nullopt);
}

QByteArray beforeText(const Preference& before)
{
    JsonText fields;
    fields("state", toString(before.state));
    fields("version", before.version);
    fields.orNull("snoozedUntil", toRfc3339(before.snoozedUntil));
    fields("stateIsOwnWord", before.stateIsOwnWord);
    fields("snoozeIsOwnWord", before.snoozeIsOwnWord);
    return std::move(fields).text();
}

Result<Preference> readBefore(const BatchItem& item, FieldReader in)
{
    Preference before;
    before.subject = item.subject;
    before.category = item.category;
    before.state = in.word("state", preferenceStateFromString, PreferenceState::Default);
    before.version = in.number("version", 0);
    before.snoozedUntil = in.time("snoozedUntil");
    before.stateIsOwnWord = in.flag("stateIsOwnWord", false);
    before.snoozeIsOwnWord = in.flag("snoozeIsOwnWord", false);
    if (const Result<> done = in.done(); !done)
        return done.error();
    return before;
}

}  // namespace

QJsonObject toJson(const BatchRequest& request)
{
    return {{QStringLiteral("mode"),
             request.mode == BatchRequest::Mode::All ? QStringLiteral("all") : QStringLiteral("each")},
            {QStringLiteral("dryRun"), request.dryRun},
            {QStringLiteral("tell"), request.tell},
            {QStringLiteral("brief"), request.brief},
            {QStringLiteral("changes"), toJson(request.changes)}};
}

Result<BatchRequest> batchRequestFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    BatchRequest request;
    if (!in.has("mode"))
        in.fail("mode", QStringLiteral("This is missing: “all” or “each”."));
    request.mode = in.word("mode", modeFromString, BatchRequest::Mode::All);
    request.dryRun = in.flag("dryRun", false);
    request.tell = in.flag("tell", false);
    request.brief = in.flag("brief", false);
    if (!in.has("changes"))
        in.fail("changes", QStringLiteral("This is missing."));
    const QJsonArray changes = in.array("changes");
    if (changes.size() > BatchRequest::mostChanges)
        in.fail("changes",
                QStringLiteral("At most 10,000 changes fit into one batch; there are %1.").arg(changes.size()));
    for (qsizetype i = 0; i < changes.size() && in.done(); ++i) {
        FieldReader item = in.element("changes", i, changes.at(i));
        ChangeRequest change = readChangeRequest(item);
        change.subject = SubjectId(item.requiredText("subject"));
        change.category = CategorySlug(item.requiredText("category"));
        change.ifMatch = readIfMatch(item, changes.at(i).toObject());
        request.changes.push_back(std::move(change));
    }
    if (const Result<> done = in.done(); !done)
        return done.error();
    return request;
}

QByteArray batchReplyToBody(const std::vector<BatchItem>& items, const QJsonObject& approval)
{
    QByteArrayList list;
    std::array<qint64, 3> counts{};
    for (const BatchItem& item : items) {
        ++counts[size_t(item.outcome)];
        JsonText fields;
        fields("subject", item.subject.toString());
        fields("category", item.category.toString());
        fields("outcome", outcomeNames.name(item.outcome));
        if (!item.code.isEmpty())
            fields("code", item.code);
        if (item.preference)
            fields.raw("preference", toJsonText(*item.preference));
        if (item.before) {
            fields("version", item.version);
            fields.raw("before", beforeText(*item.before));
        }
        list << std::move(fields).text();
    }
    QJsonObject summary;
    for (const Outcome outcome : {Outcome::Changed, Outcome::Unchanged, Outcome::Refused})
        summary.insert(outcomeNames.name(outcome), counts[size_t(outcome)]);
    JsonText reply;
    reply.raw("items", '[' + list.join(',') + ']');
    reply.raw("summary", toBody(summary));
    if (!approval.isEmpty())
        reply.raw("approval", toBody(approval));
    return std::move(reply).text();
}

Result<std::vector<BatchItem>> batchReplyFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    std::vector<BatchItem> items;
    const QJsonArray list = in.array("items");
    for (qsizetype i = 0; i < list.size(); ++i) {
        FieldReader entry = in.element("items", i, list.at(i));
        BatchItem item;
        item.subject = SubjectId(entry.requiredText("subject"));
        item.category = CategorySlug(entry.requiredText("category"));
        item.outcome = entry.word("outcome", outcomeFromString, Outcome::Unchanged);
        item.code = entry.text("code");
        if (entry.has("preference")) {
            const auto view = preferenceFromJson(entry.object("preference"));
            if (!view)
                return view.error();
            item.preference = *view;
        }
        if (entry.has("before")) {
            item.version = entry.number("version", 0);
            const Result<Preference> before = readBefore(item, FieldReader(entry.object("before")));
            if (!before)
                return before.error();
            item.before = *before;
        }
        items.push_back(std::move(item));
    }
    if (const Result<> done = in.done(); !done)
        return done.error();
    return items;
}

}  // namespace refrain::wire
