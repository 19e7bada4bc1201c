#include "console/desk/subjectreader.h"

#include "console/engine/wirevalues.h"
#include "console/person/timelinewords.h"
#include "console/table/statewords.h"
#include "wire/preference.h"

#include <QJsonArray>

#include <algorithm>

namespace refrain::console {

namespace {

/// Somebody looks at the screen meanwhile: after this what is known here is better than nothing.
constexpr int patienceMs = 5'000;
constexpr int historyPage = 200;

}  // namespace

SubjectReader::SubjectReader(Api& api, CacheStore& cache, const Clock& clock, Wording wording, QObject* parent)
    : QObject(parent), m_api(api), m_cache(cache), m_clock(clock), m_wording(std::move(wording))
{
}

void SubjectReader::read(const SubjectId& subject, const DetailAsk& ask, bool contact, const Answer& answer)
{
    const auto known = m_cache.subject(subject);
    if (!known || !*known) {
        answer(known ? Error::notFound(tr("This person or channel is not known here.")) : known.error());
        return;
    }
    SubjectDetail detail;
    detail.subject = **known;
    if (const auto linked = m_cache.linked(detail.subject.person)) {
        for (const Subject& other : *linked) {
            if (other.id != subject)
                detail.linked.push_back(other);
        }
    }
    if (!contact && (ask.asOf || !ask.earlier.isEmpty())) {
        answer(Error::unavailable(tr("The past is known to the backend alone, which is away just now.")));
        return;
    }
    if (!contact || ask.cacheOnly) {
        fillFromCache(std::move(detail), answer);
        return;
    }
    if (ask.asOf) {
        readPast(std::move(detail), *ask.asOf, answer);
        return;
    }
    if (!ask.earlier.isEmpty()) {
        fillHistory(std::move(detail), ask.earlier, answer);
        return;
    }
    ApiRequest request;
    request.path = QStringLiteral("subjects/%1/preferences").arg(ApiRequest::segment(subject.toString()));
    request.timeoutMs = patienceMs;
    m_api.send(request, this, [this, detail, answer](const Result<ApiReply>& reply) {
        if (reply && reply->ok())
            fillFromBackend(detail, reply->json, answer);
        else
            fillFromCache(detail, answer);
    });
}

void SubjectReader::fillFromCache(SubjectDetail detail, const Answer& answer)
{
    detail.fromCache = true;
    detail.historyNote = tr("The time line cannot be shown while the backend is away.");
    fillCategories(detail, m_cache.preferences(detail.subject.id).valueOr({}));
    answer(detail);
}

void SubjectReader::fillFromBackend(SubjectDetail detail, const QJsonObject& preferences, const Answer& answer)
{
    std::vector<Preference> read;
    const QJsonArray items = preferences.value(QLatin1String("items")).toArray();
    for (const QJsonValue& item : items) {
        const auto preference = readPreference(item.toObject());
        if (!preference)
            continue;
        read.push_back(*preference);
        if (preference->version > 0 && m_cache.upsert(*preference, 0).valueOr(false))
            emit learned(*preference);
    }
    fillCategories(detail, read);
    fillHistory(std::move(detail), {}, answer);
}

std::vector<SubjectReader::LinkedChoices> SubjectReader::choicesOf(const std::vector<Subject>& linked)
{
    std::vector<LinkedChoices> all;
    for (const Subject& other : linked)
        all.push_back({&other, m_cache.preferences(other.id).valueOr({})});
    return all;
}

const Preference* SubjectReader::LinkedChoices::find(const CategorySlug& category) const
{
    const auto found =
        std::find_if(choices.begin(), choices.end(), [&](const Preference& p) { return p.category == category; });
    return found == choices.end() ? nullptr : &*found;
}

void SubjectReader::fillCategories(SubjectDetail& detail, const std::vector<Preference>& preferences)
{
    const auto preferenceOf = [&](const CategorySlug& slug) {
        const auto found = std::find_if(preferences.begin(), preferences.end(),
                                        [&](const Preference& p) { return p.category == slug; });
        Preference none;
        none.subject = detail.subject.id;
        none.category = slug;
        return found == preferences.end() ? none : *found;
    };
    std::vector<Category> categories = m_cache.categories().valueOr({});
    std::stable_sort(categories.begin(), categories.end(), [](const Category& a, const Category& b) {
        const bool aAll = a.slug == everyCategory();
        const bool bAll = b.slug == everyCategory();
        return aAll != bAll ? aAll : a.position < b.position;
    });
    const std::vector<LinkedChoices> linked = choicesOf(detail.linked);
    const Preference everything = preferenceOf(everyCategory());
    for (const Category& category : categories) {
        if (category.archived)
            continue;
        CategoryDetail line;
        line.category = category;
        line.preference = preferenceOf(category.slug);
        const Preference parent = preferenceOf(category.parent);
        std::vector<DecisionFacts> facts{{&detail.subject, &everything, &line.preference, &parent}};
        for (const LinkedChoices& other : linked)
            facts.push_back(
                {other.subject, other.find(everyCategory()), other.find(category.slug), other.find(category.parent)});
        const Decision decision = decideTogether(category, facts, m_clock.now());
        line.delivers = decision.deliver;
        line.rule = decision.rule;
        line.state = m_wording.state(category, line.preference, decision, m_clock.now());
        line.provenance = m_wording.provenance(line.preference);
        line.turnBack = m_wording.turnBack(category, line.preference, detail.subject, m_clock.now());
        explain(line, decision, facts);
        detail.categories.push_back(line);
    }
}

/// Why that is so, and which record says it.
void SubjectReader::explain(CategoryDetail& line, const Decision& decision, const std::vector<DecisionFacts>& facts)
{
    const auto decider = std::find_if(facts.begin(), facts.end(),
                                      [&](const DecisionFacts& one) { return one.subject->id == decision.decidedBy; });
    if (decider == facts.end())
        return;
    QString whose;
    if (decider != facts.begin()) {
        line.decidedBy = *decider->subject;
        line.state = StateWords::throughLinked(line.state);
        whose = tr("That is another account of this person: %1.")
                    .arg(decider->subject->email.isEmpty() ? decider->subject->id.toString() : decider->subject->email);
    }
    QStringList sentences{m_wording.why(line.category, decision, *decider->subject), whose};
    for (const Preference* record : {decider->own, decider->parent, decider->everything}) {
        const bool said = record && record->version > 0 && record->version == decision.version;
        if (said && decision.rule > Rule::Paused) {
            // One's own choice needs no more words than who made it, and how.
            if (decider == facts.begin() && (decision.rule == Rule::OptedOut || decision.rule == Rule::OptedIn))
                sentences.clear();
            sentences << m_wording.historyLine(*record);
            break;
        }
    }
    sentences.removeAll(QString());
    line.why = sentences.join(QLatin1Char(' '));
}

/// From the whole time line; of a backend that has none, from the audit log.
void SubjectReader::fillHistory(SubjectDetail detail, const QString& after, const Answer& answer)
{
    ApiRequest request;
    request.path = QStringLiteral("subjects/%1/timeline").arg(ApiRequest::segment(detail.subject.id.toString()));
    request.query.addQueryItem(QStringLiteral("limit"), QString::number(historyPage));
    if (!after.isEmpty())
        request.query.addQueryItem(QStringLiteral("after"), QString::fromLatin1(QUrl::toPercentEncoding(after)));
    request.timeoutMs = 2 * patienceMs;
    m_api.send(request, this, [this, detail, answer](const Result<ApiReply>& reply) {
        if (reply && reply->status == 404) {
            fillFromLog(detail, answer);
            return;
        }
        SubjectDetail complete = detail;
        if (reply && reply->ok()) {
            const QJsonArray items = reply->json.value(QLatin1String("items")).toArray();
            for (const QJsonValue& item : items)
                complete.history.push_back(timelineEntryOf(item.toObject(), detail.subject, m_cache, m_wording));
            complete.historyNext = reply->json.value(QLatin1String("next")).toString();
        } else {
            complete.historyNote = tr("The time line could not be had just now.");
        }
        answer(complete);
    });
}

void SubjectReader::fillFromLog(SubjectDetail detail, const Answer& answer)
{
    ApiRequest request;
    request.path = QStringLiteral("audit");
    request.query.addQueryItem(QStringLiteral("subject"),
                               QString::fromLatin1(QUrl::toPercentEncoding(detail.subject.id.toString())));
    request.query.addQueryItem(QStringLiteral("limit"), QStringLiteral("1000"));
    request.timeoutMs = 2 * patienceMs;
    m_api.send(request, this, [this, detail, answer](const Result<ApiReply>& reply) {
        SubjectDetail complete = detail;
        if (reply && reply->ok()) {
            const QJsonArray items = reply->json.value(QLatin1String("items")).toArray();
            for (const QJsonValue& item : items)
                complete.history.push_back(auditHistoryEntryOf(item.toObject(), m_cache, m_wording));
            std::stable_sort(complete.history.begin(), complete.history.end(),
                             [](const HistoryEntry& a, const HistoryEntry& b) { return a.index > b.index; });
        } else {
            complete.historyNote = tr("The time line could not be had just now.");
        }
        answer(complete);
    });
}

void SubjectReader::readPast(SubjectDetail detail, Millis asOf, const Answer& answer)
{
    detail.asOf = asOf;
    ApiRequest request;
    request.path = QStringLiteral("subjects/%1/preferences").arg(ApiRequest::segment(detail.subject.id.toString()));
    request.query.addQueryItem(QStringLiteral("asOf"), toRfc3339(asOf));
    request.timeoutMs = 2 * patienceMs;
    m_api.send(request, this, [this, detail, answer](const Result<ApiReply>& reply) {
        if (!reply || !reply->ok()) {
            answer(reply ? reply->refusal() : reply.error());
            return;
        }
        SubjectDetail past = detail;
        fillPast(past, reply->json.value(QLatin1String("items")).toArray());
        answer(past);
    });
}

/// What held then, the backend alone knows: nothing of it is decided here.
void SubjectReader::fillPast(SubjectDetail& detail, const QJsonArray& preferences)
{
    const std::vector<Category> categories = m_cache.categories().valueOr({});
    for (const QJsonValue& item : preferences) {
        const auto view = wire::preferenceFromJson(item.toObject());
        if (!view)
            continue;
        const CategorySlug slug = view->preference.category;
        const auto known = std::find_if(categories.begin(), categories.end(),
                                        [&](const Category& category) { return category.slug == slug; });
        CategoryDetail line;
        if (known != categories.end())
            line.category = *known;
        line.category.slug = slug;
        line.category.defaultIn =
            view->rule == Rule::DefaultIn || (view->rule != Rule::DefaultOut && line.category.defaultIn);
        line.preference = view->preference;
        line.delivers = view->deliver;
        line.rule = view->rule;
        Decision decision;
        decision.rule = view->rule;
        decision.deliver = view->deliver;
        line.state = m_wording.state(line.category, line.preference, decision, *detail.asOf);
        line.provenance = m_wording.provenance(line.preference);
        line.why =
            (m_wording.whyThen(decision, detail.subject) + u' ' + m_wording.historyLine(line.preference)).trimmed();
        detail.categories.push_back(line);
    }
}

}  // namespace refrain::console
