#include "console/engine/agreementcheck.h"

#include "base/log.h"
#include "console/desk/numbers.h"
#include "console/engine/wirevalues.h"

#include <QJsonArray>

#include <algorithm>
#include <map>
#include <utility>

namespace refrain::console {

namespace {

/// Some minutes, with the pauses between: a backend that reads a directory from Slack has changes all the time.
constexpr int mostAttempts = 40;
/// So few subjects are fetched rather than halved again.
constexpr size_t fewSubjects = 4;
constexpr int mostRequests = 4'000;
const QString agreedKey = QStringLiteral("agreement");

std::optional<PreferenceDigest> digestOf(const QJsonObject& answer)
{
    return PreferenceDigest::fromHex(answer.value(QLatin1String("digest")).toString(),
                                     answer.value(QLatin1String("count")).toInteger());
}

}  // namespace

AgreementCheck::AgreementCheck(Api& api, CacheStore& cache, const Clock& clock, std::function<qint64()> feedSeq,
                               const Backoff& backoff, QObject* parent)
    : QObject(parent), m_api(api), m_cache(cache), m_clock(clock), m_feedSeq(std::move(feedSeq)), m_backoff(backoff)
{
    const QStringList kept = m_cache.meta(agreedKey).valueOr(QString()).split(QLatin1Char(' '));
    if (kept.size() == 2) {
        m_state.agreedAt = kept.at(0).toLongLong();
        m_state.agreedOn = kept.at(1).toLongLong();
    }
}

ApiRequest AgreementCheck::digestRequest(const QByteArray& from, const QByteArray& to) const
{
    ApiRequest request;
    request.path = QStringLiteral("digest");
    request.query.addQueryItem(QStringLiteral("from"), QString::fromLatin1(from.toPercentEncoding()));
    request.query.addQueryItem(QStringLiteral("to"), QString::fromLatin1(to.toPercentEncoding()));
    return request;
}

void AgreementCheck::check()
{
    m_quiet = false;
    m_state.kind = Agreement::Kind::Checking;
    m_state.sentence.clear();
    emit stateChanged(m_state);
    if (!m_busy)
        begin();
}

void AgreementCheck::recheck()
{
    if (m_busy || m_state.kind != Agreement::Kind::Agree)
        return;
    m_quiet = true;
    begin();
}

void AgreementCheck::begin()
{
    m_busy = true;
    m_attempts = 0;
    m_backoff.succeeded();
    m_repaired = 0;
    m_requests = 0;
    m_mayRepair = true;
    m_startedAt = m_clock.now();
    ask();
}

void AgreementCheck::ask()
{
    m_api.send(digestRequest({}, {}), this, [this](const Result<ApiReply>& reply) {
        if (!reply)
            conclude(Agreement::Kind::Unknown, tr("The backend could not be asked."));
        else if (!reply->ok())
            conclude(Agreement::Kind::Unknown, tr("The backend could not compare: %1").arg(reply->error().message()));
        else
            compare(reply->json);
    });
}

void AgreementCheck::again()
{
    if (++m_attempts >= mostAttempts) {
        conclude(Agreement::Kind::Unknown, tr("Changes come in too fast to compare just now."));
        return;
    }
    if (!m_quiet) {
        m_state.sentence = tr("Waiting until the changes that come in are here too.");
        emit stateChanged(m_state);
    }
    QTimer::singleShot(m_backoff.next(), this, &AgreementCheck::ask);
}

void AgreementCheck::compare(const QJsonObject& answer)
{
    const auto theirs = digestOf(answer);
    const qint64 seq = answer.value(QLatin1String("seq")).toInteger(-1);
    const auto newest = m_cache.database().number("SELECT max(version) FROM preferences");
    // Digests say something only about the same moment: a confirmed change may be here before the feed brought it.
    if (!theirs || !newest) {
        conclude(Agreement::Kind::Unknown, tr("The digests could not be read."));
        return;
    }
    if (seq != m_feedSeq() || *newest > seq) {
        again();
        return;
    }
    const auto ours = localDigest();
    if (!ours) {
        conclude(Agreement::Kind::Unknown, ours.error().message());
        return;
    }
    m_choices = ours->count();
    const QString choices = grouped(m_choices);
    if (*ours == *theirs) {
        conclude(Agreement::Kind::Agree,
                 m_repaired > 0
                     ? tr("%1 own choices compared, digests equal; those of %n differed and were fetched again.",
                          nullptr, m_repaired)
                           .arg(choices)
                 : m_choices == 0 ? tr("Nobody had chosen anything, here or there; digests equal.")
                                  : tr("%1 own choices compared, digests equal.").arg(choices));
    } else if (m_mayRepair) {
        repair();
    } else {
        conclude(Agreement::Kind::Disagree,
                 tr("Console and backend hold different choices, also after fetching again."));
    }
}

Result<PreferenceDigest> AgreementCheck::localDigest()
{
    PreferenceDigest digest;
    if (Result<> done = m_cache.eachPreference([&](const Preference& preference) { digest.add(preference); }); !done)
        return done.error();
    return digest;
}

void AgreementCheck::repair()
{
    m_mayRepair = false;
    std::map<QByteArray, PreferenceDigest> bySubject;
    const Result<> subjects =
        m_cache.eachSubject([&](const Subject& subject) { bySubject[subject.id.toString().toUtf8()]; });
    const Result<> choices = m_cache.eachPreference(
        [&](const Preference& preference) { bySubject[preference.subject.toString().toUtf8()].add(preference); });
    if (!subjects || !choices) {
        conclude(Agreement::Kind::Unknown, tr("The cache cannot be read."));
        return;
    }
    m_subjects.clear();
    for (const auto& [id, digest] : bySubject)
        m_subjects.push_back({id, digest});
    m_suspects = {{0, m_subjects.size()}};
    m_toFetch.clear();
    nextSuspect();
}

void AgreementCheck::nextSuspect()
{
    if (m_suspects.empty() || m_requests > mostRequests) {
        fetchNext();
        return;
    }
    const Range range = m_suspects.back();
    m_suspects.pop_back();
    if (range.last - range.first <= fewSubjects) {
        for (size_t i = range.first; i < range.last; ++i)
            m_toFetch.push_back(m_subjects[i].id);
        nextSuspect();
        return;
    }
    ++m_requests;
    const QByteArray from = range.first == 0 ? QByteArray() : m_subjects[range.first].id;
    const QByteArray to = range.last == m_subjects.size() ? QByteArray() : m_subjects[range.last].id;
    m_api.send(digestRequest(from, to), this, [this, range](const Result<ApiReply>& reply) {
        if (!reply || !reply->ok())
            conclude(Agreement::Kind::Disagree,
                     tr("Console and backend differ, and the backend could not be asked where."));
        else
            judgeRange(range, reply->json);
    });
}

void AgreementCheck::judgeRange(const Range& range, const QJsonObject& answer)
{
    PreferenceDigest ours;
    for (size_t i = range.first; i < range.last; ++i)
        ours.merge(m_subjects[i].digest);
    if (digestOf(answer) != ours) {
        const size_t middle = range.first + (range.last - range.first) / 2;
        m_suspects.push_back({range.first, middle});
        m_suspects.push_back({middle, range.last});
    }
    nextSuspect();
}

void AgreementCheck::fetchNext()
{
    if (m_toFetch.empty()) {
        m_subjects.clear();
        m_attempts = 0;
        m_backoff.succeeded();
        ask();
        return;
    }
    const QString id = QString::fromUtf8(m_toFetch.back());
    m_toFetch.pop_back();
    ApiRequest request;
    request.path = QStringLiteral("subjects/%1/preferences").arg(ApiRequest::segment(id));
    m_api.send(request, this, [this](const Result<ApiReply>& reply) {
        if (!reply) {
            conclude(Agreement::Kind::Disagree, tr("Console and backend differ, and the backend went away meanwhile."));
            return;
        }
        bool differed = false;
        const QJsonArray items = reply->json.value(QLatin1String("items")).toArray();
        for (const QJsonValue& item : items) {
            const auto preference = readPreference(item.toObject());
            if (!preference || preference->version == 0)
                continue;
            if (m_cache.upsert(*preference, 0).valueOr(false)) {
                differed = true;
                emit learned(*preference);
            }
        }
        m_repaired += differed;
        fetchNext();
    });
}

void AgreementCheck::conclude(Agreement::Kind kind, const QString& sentence)
{
    m_busy = false;
    m_state.kind = kind;
    m_state.sentence = sentence;
    m_state.checkedAt = m_clock.now();
    m_state.compared = kind == Agreement::Kind::Unknown ? 0 : m_choices;
    if (kind == Agreement::Kind::Agree)
        rememberAgreement();
    if (m_quiet && kind == Agreement::Kind::Agree && m_repaired == 0) {
        emit stateChanged(m_state);
        return;
    }
    Exchange exchange;
    exchange.what = title();
    exchange.result = sentence;
    exchange.startedAt = m_startedAt;
    exchange.finishedAt = m_clock.now();
    exchange.outcome = kind == Agreement::Kind::Agree      ? SyncOutcome::Ok
                       : kind == Agreement::Kind::Disagree ? SyncOutcome::Failed
                                                           : SyncOutcome::Partial;
    exchange.counts.read = m_state.compared;
    exchange.counts.changed = m_repaired;
    if (Result<> done = m_cache.writeJournal(exchange); !done)
        qCWarning(log::sync) << done.error().toString();
    emit stateChanged(m_state);
}

void AgreementCheck::rememberAgreement()
{
    m_state.agreedAt = m_state.checkedAt;
    m_state.agreedOn = m_choices;
    const QString kept = QStringLiteral("%1 %2").arg(*m_state.agreedAt).arg(m_choices);
    if (Result<> done = m_cache.setMeta(agreedKey, kept); !done)
        qCWarning(log::sync) << done.error().toString();
}

}  // namespace refrain::console
