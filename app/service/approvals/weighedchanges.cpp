#include "service/approvals/weighedchanges.h"

#include "service/routes/preferenceanswer.h"
#include "wire/preferencechange.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QMap>

namespace refrain::service {
namespace {

QString stateNow(const Preference& before, Millis now)
{
    if (before.state == PreferenceState::Default && before.isSnoozedAt(now))
        return QStringLiteral("snoozed");
    return toString(before.state);
}

QJsonObject countsOf(const QMap<QString, qint64>& counts)
{
    QJsonObject object;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        object.insert(it.key(), it.value());
    return object;
}

/// What somebody has afterwards, of all that is wished.
QJsonObject stateIn(const QJsonObject& wish)
{
    QJsonObject to;
    for (const char* key : {"state", "snoozedUntil"}) {
        if (wish.contains(QLatin1String(key)))
            to.insert(QLatin1String(key), wish.value(QLatin1String(key)));
    }
    return to;
}

class Scales {
public:
    explicit Scales(Millis now) : m_now(now) {}

    void put(const ChangeRequest& request, const ChangeOutcome& outcome)
    {
        if (outcome.kind == ChangeOutcome::Kind::Changed) {
            putChange(request, outcome);
            return;
        }
        ++m_summary[outcome.isFailure() ? QStringLiteral("refused") : QStringLiteral("unchanged")];
        if (outcome.isFailure())
            ++m_refusals[codeInBatch(outcome)];
    }

    WeighedChanges taken(const ApprovalGate::Changes& changes) &&
    {
        if (m_categories.size() == 1)
            m_weighed.category = CategorySlug(m_categories.firstKey());
        const bool isAll = changes.mode == BatchMode::All;
        m_weighed.act = {{QStringLiteral("mode"), isAll ? QStringLiteral("all") : QStringLiteral("each")},
                         {QStringLiteral("tell"), changes.tell},
                         {QStringLiteral("ticket"), wire::orNull(changes.ticket)},
                         {QStringLiteral("categories"), QJsonArray::fromStringList(m_categories.keys())},
                         {QStringLiteral("summary"), countsOf(m_summary)},
                         {QStringLiteral("refusals"), countsOf(m_refusals)},
                         {QStringLiteral("from"), countsOf(m_from)},
                         {QStringLiteral("to"), m_isSame && m_to ? QJsonValue(*m_to) : QJsonValue()}};
        return std::move(m_weighed);
    }

private:
    void putChange(const ChangeRequest& request, const ChangeOutcome& outcome)
    {
        const SubjectId& subject = outcome.preference.subject;
        ++m_from[stateNow(outcome.before, m_now)];
        ++m_categories[request.category.toString()];
        m_weighed.people.insert(subject);
        if (outcome.overridesOwnWord)
            m_weighed.overridden.insert(subject);
        const QJsonObject wish = wire::toJson(request);
        const QJsonObject to = stateIn(wish);
        m_isSame = m_isSame && m_to.value_or(to) == to;
        m_to = to;
        const QByteArray text = QJsonDocument(wish).toJson(QJsonDocument::Compact);
        const auto [at, isNew] = known(subject, request.category);
        if (!isNew) {
            m_weighed.items[at].wish = text;  // the last word counts, against what the first one found
            return;
        }
        ++m_summary[QStringLiteral("changed")];
        m_weighed.items.push_back({qint64(at) + 1, subject, request.category, text, outcome.before.version});
    }

    std::pair<size_t, bool> known(const SubjectId& subject, const CategorySlug& category)
    {
        const QPair key(subject, category);
        if (const auto earlier = m_known.constFind(key); earlier != m_known.constEnd())
            return {*earlier, false};
        m_known.insert(key, m_weighed.items.size());
        return {m_weighed.items.size(), true};
    }

    Millis m_now;
    WeighedChanges m_weighed;
    QMap<QString, qint64> m_from;
    QMap<QString, qint64> m_refusals;
    QMap<QString, qint64> m_summary{
        {QStringLiteral("changed"), 0}, {QStringLiteral("unchanged"), 0}, {QStringLiteral("refused"), 0}};
    QMap<QString, qint64> m_categories;
    QHash<QPair<SubjectId, CategorySlug>, size_t> m_known;
    std::optional<QJsonObject> m_to;
    bool m_isSame = true;
};

}  // namespace

WeighedChanges weigh(const ApprovalGate::Changes& changes, Millis now)
{
    Scales scales(now);
    for (size_t i = 0; i < changes.requests.size(); ++i)
        scales.put(changes.requests[i], changes.dryRun.items[i]);
    return std::move(scales).taken(changes);
}

}  // namespace refrain::service
