#include "sandbox/faults/faults.h"

#include "sandbox/world/draw.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <utility>

namespace refrain::sandbox {

namespace {

constexpr std::array<std::pair<const char*, Fault::Kind>, 8> kinds{{
    {"delay", Fault::Kind::Delay},
    {"rate_limited", Fault::Kind::RateLimited},
    {"server_error", Fault::Kind::ServerError},
    {"cut", Fault::Kind::Cut},
    {"half_body", Fault::Kind::HalfBody},
    {"wrong_json", Fault::Kind::WrongJson},
    {"html", Fault::Kind::Html},
    {"token_revoked", Fault::Kind::TokenRevoked},
}};

Error wrong(const QString& field, const QString& wanted)
{
    return Error::invalid(QStringLiteral("The faults cannot be used: \"%1\" has to be %2.").arg(field, wanted));
}

std::optional<Fault::Kind> kindFrom(const QString& word)
{
    for (const auto& [text, kind] : kinds) {
        if (word == QLatin1String(text))
            return kind;
    }
    return std::nullopt;
}

QString unknownField(const QJsonObject& json, std::initializer_list<const char*> known)
{
    for (const QString& key : json.keys()) {
        if (std::none_of(known.begin(), known.end(), [&](const char* name) { return key == QLatin1String(name); }))
            return key;
    }
    return {};
}

quint64 streamOf(const QString& text)
{
    quint64 sum = 17;
    for (const QChar c : text)
        sum = mix(sum, c.unicode());
    return sum;
}

}  // namespace

Result<Faults> Faults::load(const QString& file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return Error::invalid(QStringLiteral("%1 cannot be read: %2.").arg(file, source.errorString()));
    return parse(source.readAll());
}

Result<Faults> Faults::parse(const QByteArray& json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        return Error::invalid(QStringLiteral("The faults are no JSON object: %1.").arg(problem.errorString()));
    const QJsonObject object = document.object();
    if (const QString field = unknownField(object, {"seed", "faults"}); !field.isEmpty())
        return wrong(field, QStringLiteral("left out: only seed and faults are known"));
    const QJsonValue list = object.value(QStringLiteral("faults"));
    if (!list.isArray() && !list.isUndefined())
        return wrong(QStringLiteral("faults"), QStringLiteral("a list"));
    Faults faults;
    faults.m_seed = quint64(object.value(QStringLiteral("seed")).toInteger(1));
    for (const QJsonValue& entry : list.toArray()) {
        Result<Rule> rule = readRule(entry.toObject());
        if (!rule)
            return rule.error();
        faults.m_rules.push_back(std::move(rule).value());
    }
    return faults;
}

Result<Faults::Rule> Faults::readRule(const QJsonObject& json)
{
    static constexpr auto known = {"method", "fault", "probability", "ms", "retryAfter", "times"};
    if (const QString field = unknownField(json, known); !field.isEmpty())
        return wrong(field, QStringLiteral("left out: nothing of this name is known"));
    Rule rule;
    rule.method = json.value(QStringLiteral("method")).toString();
    if (rule.method.isEmpty())
        return wrong(QStringLiteral("method"), QStringLiteral("a method's name, or * for all"));
    const std::optional<Fault::Kind> kind = kindFrom(json.value(QStringLiteral("fault")).toString());
    if (!kind)
        return wrong(QStringLiteral("fault"), QStringLiteral("delay, rate_limited, server_error, cut, half_body, "
                                                             "wrong_json, html or token_revoked"));
    rule.fault.kind = *kind;
    rule.probability = json.value(QStringLiteral("probability")).toDouble(1);
    if (rule.probability < 0 || rule.probability > 1)
        return wrong(QStringLiteral("probability"), QStringLiteral("from 0 to 1"));
    rule.fault.ms = json.value(QStringLiteral("ms")).toInt(1000);
    if (rule.fault.ms < 0 || rule.fault.ms > 600'000)
        return wrong(QStringLiteral("ms"), QStringLiteral("from 0 to 600000"));
    rule.fault.retryAfter = json.value(QStringLiteral("retryAfter")).toInt(1);
    if (rule.fault.retryAfter < 0)
        return wrong(QStringLiteral("retryAfter"), QStringLiteral("0 or more seconds"));
    if (json.contains(QStringLiteral("times")))
        rule.times = json.value(QStringLiteral("times")).toInt();
    return rule;
}

std::optional<Fault> Faults::next(const QString& method)
{
    std::optional<Fault> struck;
    quint64 number = 0;
    for (Rule& rule : m_rules) {
        ++number;
        if (rule.method != u"*" && rule.method != method)
            continue;
        // Every rule draws at every call, so that one rule's lots do not depend on another's.
        Draw draw(m_seed, mix(number, streamOf(method)), rule.calls[method]++);
        const bool hit = double(draw.next() >> 11) * 0x1.0p-53 < rule.probability;
        if (!hit || struck || (rule.times && rule.struck >= *rule.times))
            continue;
        ++rule.struck;
        struck = rule.fault;
    }
    return struck;
}

}  // namespace refrain::sandbox
