#include "console/bulk/bulkrun.h"

#include "console/engine/sendandthen.h"

#include <QSet>
#include <QUuid>

#include <numeric>

namespace refrain::console {

namespace {

constexpr int mostAttempts = 5;
/// Where more has happened since it was looked at, looking again is quicker than finding out who it was.
constexpr int mostPages = 20;

bool mayBeTriedAgain(const Error& error)
{
    // The first try's answer was lost, and the backend is still at it.
    return error.isTransient() || error.context().contains(QLatin1String("idempotency_in_progress"));
}

}  // namespace

BulkRun::BulkRun(BulkCalls calls, const Clock& clock, std::vector<SubjectId> subjects, QObject* parent)
    : QObject(parent), m_calls(std::move(calls)), m_clock(clock)
{
    m_items.reserve(subjects.size());
    for (SubjectId& subject : subjects)
        m_items.push_back({std::move(subject), {}, 0, BulkFate::NotAsked});
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &BulkRun::sendPart);
}

BulkRun::BulkRun(BulkCalls calls, const Clock& clock, BulkAct act, std::vector<BulkItem> items, QObject* parent)
    : BulkRun(std::move(calls), clock, {}, parent)
{
    m_act = std::move(act);
    m_items = std::move(items);
}

/// Only the answer to the latest question is taken.
template <class T, class Then>
void BulkRun::then(QFuture<Result<T>> future, Then taken)
{
    answerThen(std::move(future), this,
               Error::cancelled(BulkRun::tr("You were signed out before there was an answer.")),
               [this, generation = m_generation, taken = std::move(taken)](const Result<T>& answer) {
                   if (generation == m_generation)
                       taken(answer);
               });
}

bool BulkRun::isUnderWay() const
{
    return m_stage == Stage::Looking || m_stage == Stage::Checking || m_stage == Stage::Applying ||
           m_stage == Stage::Stopping || m_stage == Stage::Asking;
}

void BulkRun::enter(Stage stage)
{
    m_stage = stage;
    if (stage != Stage::Looking && stage != Stage::Applying)
        m_tally = BulkTally::of(m_items, m_clock.now());
    emit stageChanged();
}

void BulkRun::begin(Stage stage, std::vector<quint32> todo)
{
    ++m_generation;
    m_again.stop();
    m_todo = std::move(todo);
    m_at = 0;
    m_attempts = 0;
    m_problem.clear();
    m_progress = {0, qint64(m_todo.size()), m_clock.now(), 0};
    enter(stage);
}

void BulkRun::look(const BulkAct& act)
{
    m_act = act;
    m_moved = 0;
    std::vector<quint32> all(m_items.size());
    std::iota(all.begin(), all.end(), 0U);
    begin(Stage::Looking, std::move(all));
    then(m_calls.sequence(), [this](const Result<qint64>& seq) {
        if (!seq) {
            fail(seq.error());
            return;
        }
        m_ground = *seq;
        sendPart();
    });
}

wire::BatchRequest BulkRun::partFrom(size_t first) const
{
    wire::BatchRequest part;
    part.mode = wire::BatchRequest::Mode::Each;
    part.dryRun = isDry();
    part.tell = m_act.tell && !part.dryRun;
    part.brief = true;
    const size_t end = std::min(m_todo.size(), first + (part.dryRun ? lookingPart : applyingPart));
    const Millis now = part.dryRun ? m_clock.now() : m_begunAt;
    for (size_t at = first; at < end; ++at) {
        part.changes.push_back(requestFor(m_items[m_todo[at]], now, part.dryRun));
        if (!part.dryRun) {
            part.changes.back().reason = m_act.reason;
            part.changes.back().ticket = m_act.ticket;
        }
    }
    return part;
}

ChangeRequest BulkRun::requestFor(const BulkItem& item, Millis now, bool isDry) const
{
    const Wish wish = wishOf(m_act, item, now);
    ChangeRequest change;
    change.subject = item.subject;
    change.category = m_act.category;
    change.state = wish.state;
    change.snoozedUntil = wish.snoozedUntil;
    if (!isDry || m_act.kind == BulkKind::TakeBack)
        change.ifMatch = item.choice.version;
    return change;
}

bool BulkRun::needsApproval() const
{
    const qint64 changes = m_tally[BulkFate::Changes];
    return m_needsApproval && changes > 0 && m_needsApproval(changes);
}

void BulkRun::askForAll()
{
    wire::ApprovalWish wish;
    wish.reason = m_act.reason;
    wish.ticket = m_act.ticket;
    wish.tell = m_act.tell;
    for (const BulkItem& item : m_items) {
        if (item.fate == BulkFate::Changes)
            wish.changes.push_back(requestFor(item, m_clock.now(), false));
    }
    m_key = QByteArrayLiteral("ask-") + QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    ++m_generation;
    enter(Stage::Asking);
    then(m_calls.ask(std::move(wish), m_key), [this](const Result<qint64>& asked) {
        if (asked)
            enter(Stage::Asked);
        else
            fail(asked.error());
    });
}

void BulkRun::sendPart()
{
    if (m_at >= m_todo.size()) {
        enter(isDry() ? Stage::Looked : Stage::Done);
        return;
    }
    const QByteArray key = isDry() ? QByteArray() : m_key + '-' + QByteArray::number(qulonglong(m_at));
    then(m_calls.send(partFrom(m_at), key),
         [this](const Result<std::vector<wire::BatchItem>>& answers) { takePart(answers); });
}

void BulkRun::takePart(const Result<std::vector<wire::BatchItem>>& answers)
{
    if (!answers) {
        const bool mayTry = m_stage != Stage::Stopping && mayBeTriedAgain(answers.error());
        if (mayTry && ++m_attempts < mostAttempts)
            m_again.start(m_pauseMs << m_attempts);
        else
            fail(answers.error());
        return;
    }
    m_attempts = 0;
    if (answers->empty() || answers->size() > m_todo.size() - m_at) {
        fail(Error::corrupt(tr("The backend's answer does not fit the question.")));
        return;
    }
    for (const wire::BatchItem& answer : *answers)
        take(m_items[m_todo[m_at++]], answer);
    m_progress.done = qint64(m_at);
    emit progressed();
    if (m_stage == Stage::Stopping && m_at < m_todo.size())
        enter(Stage::Stopped);
    else
        sendPart();
}

void BulkRun::take(BulkItem& item, const wire::BatchItem& answer)
{
    item.fate = fateOf(m_act, answer, isDry(), m_clock.now());
    if (isDry() && answer.before && m_act.kind != BulkKind::TakeBack)
        item.choice = {answer.before->state, answer.before->snoozedUntil, answer.before->version};
    if (item.fate == BulkFate::Changed)
        item.written = answer.version;
}

void BulkRun::apply(const QString& reason, const QString& ticket, bool tell)
{
    m_act.reason = reason;
    m_act.ticket = ticket;
    m_act.tell = tell;
    m_movedSubjects.clear();
    ++m_generation;
    enter(Stage::Checking);
    askWhatMoved(0);
}

void BulkRun::askWhatMoved(int page)
{
    then(m_calls.movedSince(m_ground, m_act.category), [this, page](const Result<MovedGround>& moved) {
        if (!moved && !moved.error().is(ErrorCode::NotFound)) {
            fail(moved.error());
            return;
        }
        if (!moved || moved->everybody || (!moved->isAll && page + 1 >= mostPages)) {
            lookAgain({}, true);
            return;
        }
        m_ground = qMax(m_ground, moved->reached);
        m_movedSubjects.insert(m_movedSubjects.end(), moved->subjects.begin(), moved->subjects.end());
        if (moved->isAll)
            lookAgain(m_movedSubjects, false);
        else
            askWhatMoved(page + 1);
    });
}

void BulkRun::lookAgain(const std::vector<SubjectId>& subjects, bool everybody)
{
    if (everybody) {
        look(m_act);
        m_moved = qint64(m_items.size());
        return;
    }
    std::vector<quint32> again;
    if (!subjects.empty()) {
        const QSet<SubjectId> moved(subjects.begin(), subjects.end());
        for (size_t i = 0; i < m_items.size(); ++i) {
            if (moved.contains(m_items[i].subject))
                again.push_back(quint32(i));
        }
    }
    m_moved = qint64(again.size());
    if (again.empty()) {
        if (needsApproval())
            askForAll();
        else
            applyAll();
        return;
    }
    begin(Stage::Looking, std::move(again));
    sendPart();
}

void BulkRun::applyAll()
{
    std::vector<quint32> todo;
    for (size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].fate == BulkFate::Changes)
            todo.push_back(quint32(i));
    }
    m_key = QByteArrayLiteral("bulk-") + QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    m_hasBegun = true;
    m_begunAt = m_clock.now();
    begin(Stage::Applying, std::move(todo));
    sendPart();
}

void BulkRun::stop()
{
    if (m_stage == Stage::Looking || m_stage == Stage::Checking) {
        ++m_generation;
        m_again.stop();
        enter(Stage::Idle);
    } else if (m_stage == Stage::Applying) {
        // Between two tries nothing is on its way: what became of the last one is not known, so it is asked once more.
        if (m_again.isActive()) {
            m_again.stop();
            m_stage = Stage::Stopping;
            sendPart();
        }
        enter(Stage::Stopping);
    }
}

void BulkRun::goOn()
{
    if (m_stage == Stage::Stuck && !m_hasBegun) {
        look(m_act);
    } else if (m_stage == Stage::Stuck || m_stage == Stage::Stopped) {
        ++m_generation;
        m_attempts = 0;
        m_problem.clear();
        m_progress.startedAt = m_clock.now();
        m_progress.startedWith = m_progress.done;
        enter(Stage::Applying);
        sendPart();
    }
}

void BulkRun::fail(const Error& error)
{
    ++m_generation;
    m_problem = error.message();
    enter(Stage::Stuck);
}

}  // namespace refrain::console
