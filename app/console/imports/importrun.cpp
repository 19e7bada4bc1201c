#include "console/imports/importrun.h"

#include "console/engine/sendandthen.h"

#include <QFileInfo>
#include <QUuid>
#include <QtConcurrentRun>

namespace refrain::console {

namespace {

constexpr int mostAttempts = 5;
using Outcome = wire::ImportItem::Outcome;

bool mayBeTriedAgain(const Error& error)
{
    // The first try's answer was lost, and the backend is still at it.
    return error.isTransient() || error.context().contains(QLatin1String("idempotency_in_progress"));
}

}  // namespace

ImportRun::ImportRun(ImportCalls calls, const Clock& clock, QObject* parent)
    : QObject(parent), m_calls(std::move(calls)), m_clock(clock)
{
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &ImportRun::send);
    m_follow.setSingleShot(true);
    connect(&m_follow, &QTimer::timeout, this, &ImportRun::follow);
}

ImportRun::~ImportRun()
{
    m_next.waitForFinished();
}

/// Only the answer to the latest question is taken.
template <class T, class Then>
void ImportRun::then(QFuture<Result<T>> future, Then taken)
{
    answerThen(std::move(future), this,
               Error::cancelled(ImportRun::tr("You were signed out before there was an answer.")),
               [this, generation = m_generation, taken = std::move(taken)](const Result<T>& answer) {
                   if (generation == m_generation)
                       taken(answer);
               });
}

bool ImportRun::isUnderWay() const
{
    return m_stage == Stage::Checking || m_stage == Stage::Applying || m_stage == Stage::Stopping;
}

void ImportRun::enter(Stage stage)
{
    m_stage = stage;
    emit stageChanged();
}

/// From the file's beginning.
bool ImportRun::begin(Stage stage)
{
    ++m_generation;
    m_again.stop();
    m_attempts = 0;
    m_problem.clear();
    m_counts = {};
    m_left.clear();
    m_next.waitForFinished();
    Result<std::shared_ptr<ImportFile>> file = ImportFile::open(m_plan);
    if (!file) {
        fail(file.error());
        return false;
    }
    m_file = *std::move(file);
    m_stage = stage;
    readNext();
    const qint64 total = stage == Stage::Checking ? m_file->size() : m_rows;
    m_progress = {0, total, m_clock.now(), 0};
    enter(stage);
    return true;
}

void ImportRun::readNext()
{
    m_next = QtConcurrent::run(
        [file = m_file, most = m_stage == Stage::Checking ? checkingPart : applyingPart] { return file->next(most); });
}

void ImportRun::check(const ImportFile::Plan& plan)
{
    m_plan = plan;
    m_changes.clear();
    m_people.clear();
    m_rows = 0;
    m_ground = -1;
    if (!begin(Stage::Checking))
        return;
    m_stamp = m_file->stamp();
    sendNext();
}

void ImportRun::sendNext()
{
    if (m_stage == Stage::Stopping) {
        enter(Stage::Stopped);
        return;
    }
    then(m_next, [this](const Result<ImportFile::Piece>& piece) {
        if (!piece) {
            fail(piece.error());
            return;
        }
        if (piece->part.rows.empty()) {
            finish();
            return;
        }
        m_part = std::make_shared<const wire::ImportPart>(piece->part);
        m_partBytes = piece->readBytes;
        readNext();
        send();
    });
}

void ImportRun::send()
{
    const auto taken = [this](const Result<ImportCalls::Taken>& answer) { take(answer); };
    if (isDry())
        then(m_calls.check(m_part), taken);
    else
        then(m_calls.take(m_import.id, m_part, m_key + '-' + QByteArray::number(m_part->from)), taken);
}

void ImportRun::take(const Result<ImportCalls::Taken>& taken)
{
    if (!taken) {
        const bool mayTry = m_stage != Stage::Stopping && mayBeTriedAgain(taken.error());
        if (mayTry && ++m_attempts < mostAttempts)
            m_again.start(m_pauseMs << m_attempts);
        else
            fail(taken.error());
        return;
    }
    m_attempts = 0;
    m_counts += taken->counts;
    for (const wire::ImportItem& item : taken->reply.items) {
        if (isDry() && (item.outcome == Outcome::Changed || item.outcome == Outcome::Waiting))
            m_people.insert(qHash(item.subject));
        if (item.outcome != Outcome::Changed)
            m_left.push_back(item);
        else if (m_changes.size() < mostChanges)
            m_changes.push_back(item);
    }
    if (taken->import)
        m_import = *taken->import;
    if (isDry()) {
        m_ground = m_ground < 0 ? taken->reply.seq : qMin(m_ground, taken->reply.seq);
        m_rows += qint64(m_part->rows.size());
        m_progress.done = m_partBytes;
    } else {
        m_progress.done += qint64(m_part->rows.size());
    }
    m_part.reset();
    emit progressed();
    sendNext();
}

void ImportRun::apply(bool tell)
{
    if (m_file && m_file->stamp() != m_stamp) {
        fail(Error::conflict(tr("The file was changed since it was checked. Nothing was taken over; check it again.")));
        return;
    }
    Import wish;
    wish.name = QFileInfo(m_plan.path).fileName().left(255);
    wish.total = m_rows;
    wish.checkedSeq = m_ground;
    wish.tell = tell;
    m_key = QByteArrayLiteral("import-") + QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    if (!begin(Stage::Applying))
        return;
    then(m_calls.begin(wish, m_key), [this](const Result<Import>& begun) {
        if (!begun) {
            fail(begun.error());
            return;
        }
        m_import = *begun;
        sendNext();
    });
}

void ImportRun::finish()
{
    if (isDry()) {
        enter(Stage::Checked);
        return;
    }
    then(m_calls.finish(m_import.id), [this](const Result<Import>& ended) {
        if (!ended) {
            fail(ended.error());
            return;
        }
        m_import = *ended;
        enter(Stage::Done);
        follow();
    });
}

/// The backend does it by itself by now.
void ImportRun::follow()
{
    if (m_stage != Stage::Done || m_import.state != ImportState::Applying)
        return;
    then(m_calls.find(m_import.id), [this](const Result<Import>& found) {
        if (found)
            m_import = *found;
        m_follow.start(m_pauseMs);
        emit stageChanged();
    });
}

bool ImportRun::needsApproval() const
{
    return m_needsApproval && people() > 0 && m_needsApproval(people());
}

void ImportRun::stop()
{
    if (m_stage == Stage::Checking) {
        ++m_generation;
        m_again.stop();
        enter(Stage::Idle);
    } else if (m_stage == Stage::Applying) {
        // Between two tries nothing is on its way: what became of the last one is not known, so it is asked once more.
        m_stage = Stage::Stopping;
        if (m_again.isActive()) {
            m_again.stop();
            send();
        }
        emit stageChanged();
    }
}

void ImportRun::goOn()
{
    if (m_stage == Stage::Stuck && !hasBegun()) {
        check(m_plan);
        return;
    }
    if (m_stage != Stage::Stuck && m_stage != Stage::Stopped)
        return;
    if (!m_file) {  // It could not be opened when an earlier one was to go on.
        resume(unfinished(), m_import);
        return;
    }
    ++m_generation;
    m_attempts = 0;
    m_problem.clear();
    m_progress.startedAt = m_clock.now();
    m_progress.startedWith = m_progress.done;
    enter(Stage::Applying);
    if (m_part)
        send();
    else
        sendNext();
}

void ImportRun::resume(const UnfinishedImport& begun, const Import& import)
{
    ++m_generation;
    m_plan = begun.plan;
    m_key = begun.key;
    m_stamp = begun.stamp;
    m_import = import;
    m_counts = import.counts;
    m_rows = import.total.value_or(0);
    m_progress = {import.received, m_rows, m_clock.now(), import.received};
    Result<std::shared_ptr<ImportFile>> file = ImportFile::open(m_plan);
    if (!file || (*file)->stamp() != m_stamp) {
        fail(file ? Error::conflict(tr("The file was changed since. What was imported so far is in force. End it here, "
                                       "and import the file again: what is in force already is passed over."))
                  : file.error());
        return;
    }
    m_file = *std::move(file);
    m_next = QtConcurrent::run([file = m_file, toSkip = import.received]() -> Result<ImportFile::Piece> {
        for (qint64 left = toSkip; left > 0;) {
            const auto skipped = file->next(std::size_t(qMin(left, qint64(checkingPart))));
            if (!skipped || skipped->part.rows.empty())
                return skipped;
            left -= qint64(skipped->part.rows.size());
        }
        return file->next(applyingPart);
    });
    enter(Stage::Applying);
    sendNext();
}

void ImportRun::end()
{
    then(m_calls.cancel(m_import.id), [this](const Result<Import>& ended) {
        if (ended)
            m_import = *ended;
        enter(Stage::Done);
    });
}

void ImportRun::fail(const Error& error)
{
    ++m_generation;
    m_problem = error.message();
    enter(Stage::Stuck);
}

}  // namespace refrain::console
