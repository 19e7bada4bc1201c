#include "fakebackend.h"

#include "domain/auditentry.h"
#include "jsonreplies.h"
#include "wire/auditentry.h"
#include "wire/category.h"
#include "wire/preference.h"
#include "wire/preferencechange.h"
#include "wire/proof.h"
#include "wire/subject.h"
#include "wire/token.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

namespace refrain::test {

using net::HttpReply;

namespace {

const WorkspaceId workspace(QStringLiteral("T1"));

QJsonObject page(const QJsonArray& items, const QString& next, qint64 seq)
{
    return {{QStringLiteral("items"), items},
            {QStringLiteral("next"), next.isEmpty() ? QJsonValue() : QJsonValue(next)},
            {QStringLiteral("seq"), seq}};
}

}  // namespace

HttpReply FakeBackend::answer(const net::HttpRequest& request, const QString& path, const QUrlQuery& query)
{
    if (m_stranger) {
        return path == QLatin1String("/oauth/token")
                   ? json(401, {{QStringLiteral("error"), QStringLiteral("invalid_client")}})
                   : problem(wire::ProblemCode::Unauthorized, {});
    }
    if (path == QLatin1String("/oauth/token")) {
        if (m_revoked)
            return json(400, {{QStringLiteral("error"), QStringLiteral("invalid_grant")}});
        const QByteArray number = QByteArray::number(++m_tokens);
        return json(
            200, wire::toJson(wire::TokenReply{Secret("access-" + number), Secret("refresh-" + number), 900, workspace,
                                               QStringLiteral("U0000001"), QStringLiteral("alice"), m_role}));
    }
    if (path == QLatin1String("/oauth/revoke"))
        return json(200, {});
    if (m_revoked)
        return problem(wire::ProblemCode::Unauthorized, {});
    static const QRegularExpression one(QStringLiteral("^/subjects/([^/]+)/preferences(?:/([^/]+))?$"));
    if (const auto match = one.match(path); match.hasMatch()) {
        if (request.method == "PUT")
            return write(request, match.captured(1), match.captured(2));
        QJsonArray items;
        for (const auto& [slug, category] : m_categories)
            items.append(wire::toJson(current({match.captured(1), slug})));
        return json(200, {{QStringLiteral("items"), items}});
    }
    if (path.startsWith(QLatin1String("/audit")))
        return auditReply(path, query);
    if (path == QLatin1String("/stats"))
        return json(200, m_stats);
    if (path.startsWith(QLatin1String("/categories")) && request.method != "GET")
        return writeCategory(request, path);
    return list(path, query);
}

HttpReply FakeBackend::writeCategory(const net::HttpRequest& request, const QString& path)
{
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    Category category;
    if (request.method == "POST") {
        category = *wire::categoryFromJson(body);
        if (m_categories.count(category.slug.toString()) > 0)
            return problem(wire::ProblemCode::Conflict, QStringLiteral("A slug is never used again."));
    } else {
        const Category& known = m_categories[path.section(QLatin1Char('/'), -1)];
        for (const auto& [name, value] : request.headers) {
            if (name == "If-Match" && value != QByteArray::number(known.version))
                return problem(wire::ProblemCode::PreconditionFailed, QStringLiteral("It was changed meanwhile."));
        }
        category = *wire::patched(known, body);
    }
    category.version = static_cast<qint64>(m_changes.size()) + 1;
    m_categories[category.slug.toString()] = category;
    m_changes.push_back({{QStringLiteral("seq"), category.version},
                         {QStringLiteral("type"), QStringLiteral("category")},
                         {QStringLiteral("after"), wire::toJson(category)}});
    wake();
    return json(request.method == "POST" ? 201 : 200, wire::toJson(category));
}

HttpReply FakeBackend::write(const net::HttpRequest& request, const QString& subject, const QString& category)
{
    if (m_failingWrites > 0) {
        --m_failingWrites;
        return json(m_failingStatus, {{QStringLiteral("detail"), QStringLiteral("Not now.")}});
    }
    QByteArray ifMatch;
    QString key;
    for (const auto& [name, value] : request.headers) {
        if (name == "If-Match")
            ifMatch = value;
        if (name == "Idempotency-Key")
            key = QString::fromLatin1(value);
    }
    m_writeKeys << key;
    if (m_kept.contains(key))
        return m_kept.value(key);
    ChangeRequest change = *wire::changeRequestFromJson(QJsonDocument::fromJson(request.body).object());
    change.subject = SubjectId(subject);
    change.category = CategorySlug(category);
    change.source = Source::Console;
    change.actor = {ActorKind::ConsoleUser, QStringLiteral("U0000001"), QStringLiteral("alice")};
    change.ifMatch = *wire::versionFromIfMatch(ifMatch);
    const Preference before = current({subject, category});
    const Judgement judged = judge(m_categories[category], before, change, m_clock.now());
    HttpReply reply;
    if (judged.outcome == Judgement::Outcome::Refused) {
        record(before, before, toString(*judged.refusal));
        wire::Problem refused = wire::problemOf(judged);
        if (*judged.refusal == Refusal::PreconditionFailed)
            refused.current = wire::toJson(before);
        reply = json(wire::statusOf(refused.code), wire::toJson(refused));
    } else {
        if (judged.outcome == Judgement::Outcome::Changed) {
            record(before, judged.after, QStringLiteral("accepted"));
            wake();
        }
        reply = json(200, wire::toJson(current({subject, category})));
    }
    m_kept.insert(key, reply);
    return reply;
}

HttpReply FakeBackend::list(const QString& path, const QUrlQuery& query)
{
    const auto seq = static_cast<qint64>(m_changes.size());
    const QString after = query.queryItemValue(QStringLiteral("after"), QUrl::FullyDecoded);
    const int limit = query.queryItemValue(QStringLiteral("limit")).toInt();
    QJsonArray items;
    QString next;
    if (path.isEmpty()) {
        return json(200,
                    {{QStringLiteral("id"), QStringLiteral("T1")},
                     {QStringLiteral("name"), QStringLiteral("Acme")},
                     {QStringLiteral("auditKey"), m_signer.vkey()},
                     {QStringLiteral("lastSync"), m_directoryRead ? toRfc3339(m_clock.now()) : QString()},
                     {QStringLiteral("counts"), QJsonObject{{QStringLiteral("users"), qint64(m_subjects.size())}}}});
    }
    if (path == QLatin1String("/categories/*"))
        return json(200, wire::toJson(m_categories[QStringLiteral("*")]));
    if (path == QLatin1String("/categories")) {
        for (const auto& [slug, category] : m_categories) {
            if (slug != QLatin1String("*"))
                items.append(wire::toJson(category));
        }
    } else if (path == QLatin1String("/subjects")) {
        for (auto it = m_subjects.upper_bound(after); it != m_subjects.end(); ++it) {
            if (items.size() == limit) {
                next = items.last().toObject().value(QLatin1String("id")).toString();
                break;
            }
            items.append(wire::toJson(it->second));
        }
    } else if (path == QLatin1String("/preferences")) {
        const bool turnedBack = query.queryItemValue(QStringLiteral("state")) == QLatin1String("default");
        for (const auto& [key, preference] : m_preferences) {
            const bool isTurnedBack = preference.state == PreferenceState::Default && !preference.snoozedUntil;
            if (isTurnedBack == turnedBack && !(turnedBack && m_hideTurnedBack))
                items.append(wire::toJson(preference));
        }
    } else if (path == QLatin1String("/changes")) {
        return changes(after.toLongLong());
    } else if (path == QLatin1String("/digest")) {
        PreferenceDigest digest;
        for (const auto& [key, preference] : m_preferences) {
            if (isInDigestRange(preference.subject, query.queryItemValue(QStringLiteral("from"), QUrl::FullyDecoded),
                                query.queryItemValue(QStringLiteral("to"), QUrl::FullyDecoded)))
                digest.add(preference);
        }
        const QString hex = m_spoiltDigests-- > 0 ? QString(64, QLatin1Char('7')) : digest.hex();
        const qint64 at = m_movingDigests-- > 0 ? seq + 1 : seq;
        return json(
            200,
            {{QStringLiteral("digest"), hex}, {QStringLiteral("count"), digest.count()}, {QStringLiteral("seq"), at}});
    } else if (path != QLatin1String("/syncs")) {
        return problem(wire::ProblemCode::NotFound, QStringLiteral("Nothing here."));
    }
    return json(200, page(items, next, seq));
}

HttpReply FakeBackend::changes(qint64 after) const
{
    if (m_gone) {
        const_cast<FakeBackend*>(this)->m_gone = false;
        return problem(wire::ProblemCode::Gone, QStringLiteral("No longer kept."));
    }
    QJsonArray items;
    for (auto i = static_cast<size_t>(after); i < m_changes.size(); ++i) {
        if (!m_changes[i].isEmpty())
            items.append(m_changes[i]);
    }
    return json(200, page(items, {}, static_cast<qint64>(m_changes.size())));
}

HttpReply FakeBackend::auditReply(const QString& path, const QUrlQuery& query)
{
    if (path == QLatin1String("/audit/checkpoint")) {
        const Checkpoint checkpoint{checkpointOrigin(workspace), m_tree.size(), m_tree.root()};
        return {200, {}, m_signer.sign(checkpointText(checkpoint))};
    }
    if (path == QLatin1String("/audit/consistency")) {
        const qint64 from = query.queryItemValue(QStringLiteral("from")).toLongLong();
        const qint64 to = query.queryItemValue(QStringLiteral("to")).toLongLong();
        return json(200, wire::toJson(wire::ConsistencyProof{from, to, *consistencyProof(m_tree, from, to)}));
    }
    QJsonArray items;
    const QString subject = query.queryItemValue(QStringLiteral("subject"));
    const QString actor = query.queryItemValue(QStringLiteral("actor"));
    const QString source = query.queryItemValue(QStringLiteral("source"));
    const qint64 limit = query.queryItemValue(QStringLiteral("limit")).toLongLong();
    const QString after = query.queryItemValue(QStringLiteral("after"));
    const bool newestFirst = query.queryItemValue(QStringLiteral("order")) == QLatin1String("desc");
    const qint64 step = newestFirst ? -1 : 1;
    const auto size = static_cast<qint64>(m_audit.size());
    const qint64 first = newestFirst ? size - 1 : 0;
    for (qint64 i = after.isEmpty() ? first : after.toLongLong() + step; i >= 0 && i < size; i += step) {
        const QJsonObject& item = m_audit[size_t(i)];
        const QJsonObject entry = item.value(QLatin1String("entry")).toObject();
        if (!subject.isEmpty() && entry.value(QLatin1String("subject")).toString() != subject)
            continue;
        const QString by = entry.value(QLatin1String("actor")).toObject().value(QLatin1String("id")).toString();
        if ((!actor.isEmpty() && by != actor) ||
            (!source.isEmpty() && entry.value(QLatin1String("source")).toString() != source))
            continue;
        if (items.size() == limit)
            return json(200, page(items, QString::number(i - step), static_cast<qint64>(m_changes.size())));
        items.append(item);
    }
    return json(200, page(items, {}, static_cast<qint64>(m_changes.size())));
}

}  // namespace refrain::test
