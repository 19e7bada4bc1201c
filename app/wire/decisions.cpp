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
    return object;
}

Result<DecisionsRequest> decisionsRequestFromJson(const QJsonObject& object)
{
    FieldReader in(object);
    DecisionsRequest request;
    request.category = CategorySlug(in.requiredText("category"));
    request.asOf = in.time("asOf");
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
