#include "wire/decisions.h"

#include "domain/canonicaljson.h"
#include "wire/fieldreader.h"

namespace refrain::wire {

namespace {

void appendItem(QByteArray& out, const DecisionItem& item, const QList<QByteArray>& ruleNames)
{
    const Decision& decision = item.decision;
    out += "{\"subject\":";
    appendCanonical(out, item.subject.toString());
    out += decision.deliver ? ",\"decision\":\"deliver\",\"rule\":\"" : ",\"decision\":\"skip\",\"rule\":\"";
    out += ruleNames[int(decision.rule)];
    out += "\",\"since\":";
    if (decision.since)
        appendCanonical(out, toRfc3339(*decision.since));
    else
        out += "null";
    out += ",\"version\":";
    out += QByteArray::number(decision.version);
    out += '}';
}

QJsonObject toJson(const WhatIf& whatIf)
{
    QJsonArray choices;
    for (const WhatIf::Choice& choice : whatIf.choices) {
        QJsonObject one{{QStringLiteral("category"), choice.category.toString()}};
        if (!choice.subject.isEmpty())
            one.insert(QStringLiteral("subject"), choice.subject.toString());
        if (choice.state)
            one.insert(QStringLiteral("state"), toString(*choice.state));
        if (choice.snoozedUntil)
            one.insert(QStringLiteral("snoozedUntil"), toRfc3339(*choice.snoozedUntil));
        choices.append(one);
    }
    QJsonObject object;
    if (!choices.isEmpty())
        object.insert(QStringLiteral("preferences"), choices);
    if (whatIf.required)
        object.insert(QStringLiteral("required"), *whatIf.required);
    if (whatIf.paused)
        object.insert(QStringLiteral("paused"), *whatIf.paused);
    if (whatIf.defaultIn)
        object.insert(QStringLiteral("defaultState"),
                      toString(*whatIf.defaultIn ? PreferenceState::OptedIn : PreferenceState::OptedOut));
    return object;
}

WhatIf::Choice choiceFrom(FieldReader in)
{
    WhatIf::Choice choice;
    choice.subject = SubjectId(in.text("subject"));
    choice.category = CategorySlug(in.requiredText("category"));
    choice.state = in.word("state", preferenceStateFromString);
    choice.snoozedUntil = in.time("snoozedUntil");
    if (!choice.state && !choice.snoozedUntil)
        in.fail("state", QStringLiteral("One of state and snoozedUntil is needed."));
    if (choice.category == everyCategory() && choice.state == PreferenceState::OptedIn)
        in.fail("state", QStringLiteral("Nobody is opted in to everything: opted_out or default may stand here."));
    return choice;
}

WhatIf whatIfFrom(FieldReader in)
{
    const auto maybe = [&in](const char* key) {
        return in.has(key) ? std::optional(in.flag(key, false)) : std::nullopt;
    };
    WhatIf whatIf;
    const QJsonArray choices = in.array("preferences");
    for (qsizetype i = 0; i < choices.size(); ++i)
        whatIf.choices.push_back(choiceFrom(in.element("preferences", i, choices.at(i))));
    whatIf.required = maybe("required");
    whatIf.paused = maybe("paused");
    if (const auto state = in.word("defaultState", preferenceStateFromString)) {
        if (*state == PreferenceState::Default)
            in.fail("defaultState", QStringLiteral("This is opted_in or opted_out."));
        whatIf.defaultIn = *state == PreferenceState::OptedIn;
    }
    return whatIf;
}

}  // namespace

QJsonObject toJson(const DecisionsRequest& request)
{
    QJsonArray subjects;
    for (const SubjectId& subject : request.subjects)
        subjects.append(subject.toString());
    QJsonObject object{{QStringLiteral("category"), request.category.toString()},
                       {QStringLiteral("subjects"), subjects}};
    if (request.asOf)
        object.insert(QStringLiteral("asOf"), toRfc3339(*request.asOf));
    if (!request.whatIf.isEmpty())
        object.insert(QStringLiteral("whatIf"), toJson(request.whatIf));
    if (request.preview)
        object.insert(QStringLiteral("preview"), true);
    return object;
}

Result<DecisionsRequest> decisionsRequestFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    DecisionsRequest request;
    request.category = CategorySlug(in.requiredText("category"));
    request.asOf = in.time("asOf");
    request.whatIf = whatIfFrom(in.child("whatIf"));
    if (request.whatIf.isEmpty() && !in.object("whatIf").isEmpty())
        in.fail("whatIf", QStringLiteral("It supposes nothing: preferences, required, paused or defaultState."));
    request.preview = in.flag("preview", false);
    if (!in.has("subjects"))
        in.fail("subjects", QStringLiteral("This is missing."));
    const QStringList subjects = in.texts("subjects");
    if (subjects.size() > DecisionsRequest::mostSubjects)
        in.fail("subjects", QStringLiteral("At most 100,000 subjects can be decided in one request; there are %1.")
                                .arg(subjects.size()));
    if (const Result<> done = in.done(); !done)
        return done.error();
    request.subjects.reserve(size_t(subjects.size()));
    for (const QString& subject : subjects)
        request.subjects.emplace_back(subject);
    return request;
}

QByteArray toBody(const DecisionsReply& reply)
{
    QByteArray out;
    out.reserve(qsizetype(reply.items.size()) * 128 + 256);
    out += "{\"category\":" + canonicalJson(QJsonValue(reply.category.toString()));
    out += ",\"onFailure\":\"" + toString(reply.onFailure).toLatin1();
    out += "\",\"seq\":" + QByteArray::number(reply.seq) + ",\"items\":[";
    QList<QByteArray> ruleNames;
    for (int rule = 0; rule <= int(Rule::DefaultIn); ++rule)
        ruleNames << toString(Rule(rule)).toLatin1();
    for (size_t i = 0; i < reply.items.size(); ++i) {
        if (i > 0)
            out += ',';
        appendItem(out, reply.items[i], ruleNames);
    }
    return out + "]}";
}

Result<DecisionsReply> decisionsReplyFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    DecisionsReply reply;
    reply.category = CategorySlug(in.requiredText("category"));
    reply.onFailure = in.word("onFailure", onFailureFromString, OnFailure::Skip);
    reply.seq = in.number("seq", 0);
    const QJsonArray items = in.array("items");
    reply.items.reserve(size_t(items.size()));
    for (qsizetype i = 0; i < items.size(); ++i) {
        FieldReader item = in.element("items", i, items.at(i));
        DecisionItem decided;
        decided.subject = SubjectId(item.text("subject"));
        decided.decision.deliver = item.requiredText("decision") == QLatin1String("deliver");
        decided.decision.rule = item.word("rule", ruleFromString, Rule::Unreachable);
        decided.decision.since = item.time("since");
        decided.decision.version = item.number("version", 0);
        reply.items.push_back(std::move(decided));
    }
    if (const Result<> done = in.done(); !done)
        return done.error();
    return reply;
}

}  // namespace refrain::wire
