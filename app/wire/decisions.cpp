#include "wire/decisions.h"

#include "domain/canonicaljson.h"
#include "wire/fieldreader.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace refrain::wire {

namespace {

void appendText(QByteArray& out, const QString& text)
{
    const bool isPlain = std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() > 0x1f && c.unicode() < 0x7f && c != QLatin1Char('"') && c != QLatin1Char('\\');
    });
    if (isPlain)
        out.append('"').append(text.toLatin1()).append('"');
    else
        out += canonicalJson(QJsonValue(text));
}

void appendDigits(QByteArray& out, int number, int width)
{
    std::array<char, 4> digits{};
    for (int i = width - 1; i >= 0; --i, number /= 10)
        digits[size_t(i)] = char('0' + number % 10);
    out.append(digits.data(), width);
}

/// As toRfc3339(), which costs more than all the rest of an item.
void appendTime(QByteArray& out, Millis time)
{
    using namespace std::chrono;
    const sys_time<milliseconds> point{milliseconds(time)};
    const auto day = floor<days>(point);
    const year_month_day date(day);
    const hh_mm_ss clock(point - day);
    if (date.year() < year(0) || date.year() > year(9999)) {
        out.append('"').append(toRfc3339(time).toLatin1()).append('"');
        return;
    }
    out += '"';
    appendDigits(out, int(date.year()), 4);
    out += '-';
    appendDigits(out, int(unsigned(date.month())), 2);
    out += '-';
    appendDigits(out, int(unsigned(date.day())), 2);
    out += 'T';
    appendDigits(out, int(clock.hours().count()), 2);
    out += ':';
    appendDigits(out, int(clock.minutes().count()), 2);
    out += ':';
    appendDigits(out, int(clock.seconds().count()), 2);
    out += '.';
    appendDigits(out, int(clock.subseconds().count()), 3);
    out += "Z\"";
}

void appendItem(QByteArray& out, const DecisionItem& item, const QList<QByteArray>& ruleNames)
{
    const Decision& decision = item.decision;
    out += "{\"subject\":";
    appendText(out, item.subject.toString());
    out += decision.deliver ? ",\"decision\":\"deliver\",\"rule\":\"" : ",\"decision\":\"skip\",\"rule\":\"";
    out += ruleNames[int(decision.rule)];
    out += "\",\"since\":";
    if (decision.since)
        appendTime(out, *decision.since);
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
