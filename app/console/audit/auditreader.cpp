#include "console/audit/auditreader.h"

#include "console/audit/logevidence.h"
#include "console/engine/engine.h"

#include <QPromise>

namespace refrain::console {

namespace {

Error closed()
{
    return Error::unavailable(AuditReader::tr("The audit log can be read again once you are signed in."));
}

}  // namespace

AuditReader::AuditReader(Engine& engine, QObject* parent) : QObject(parent), m_engine(engine)
{
    connect(&engine, &Engine::logStateChanged, this, [this](const LogState& state) {
        m_state = state;
        emit stateChanged(m_state);
    });
    connect(&engine, &Engine::exportProgressed, this, &AuditReader::exportProgressed);
}

AuditReader::~AuditReader() = default;

QFuture<Result<AuditPage>> AuditReader::load(const AuditFilter& filter, const QString& after)
{
    const auto promise = std::make_shared<QPromise<Result<AuditPage>>>();
    promise->start();
    m_engine.post([promise, filter, after](Engine& engine) {
        const auto answer = [promise](const Result<AuditPage>& page) {
            promise->addResult(page);
            promise->finish();
        };
        if (engine.work())
            engine.work()->audit.load(filter, after, 200, answer);
        else
            answer(closed());
    });
    return promise->future();
}

QFuture<Result<qint64>> AuditReader::exportCsv(const AuditFilter& filter, const QString& path)
{
    const auto promise = std::make_shared<QPromise<Result<qint64>>>();
    promise->start();
    m_engine.post([promise, filter, path](Engine& engine) {
        const auto answer = [promise](const Result<qint64>& written) {
            promise->addResult(written);
            promise->finish();
        };
        const auto goesOn = [promise, &engine](qint64 written) {
            emit engine.exportProgressed(written);
            return !promise->isCanceled();
        };
        if (engine.work())
            engine.work()->audit.exportCsv(filter, path, goesOn, answer);
        else
            answer(closed());
    });
    return promise->future();
}

void AuditReader::trustNewLog(const QString& vkey)
{
    m_engine.post([vkey](Engine& engine) {
        if (engine.work())
            engine.work()->log.trust(vkey);
    });
}

QFuture<Result<>> AuditReader::saveEvidence(const QString& path)
{
    const auto promise = std::make_shared<QPromise<Result<>>>();
    promise->start();
    m_engine.post([promise, path](Engine& engine) {
        promise->addResult(engine.work() ? writeEvidence(engine.work()->log.evidence(), path) : closed());
        promise->finish();
    });
    return promise->future();
}

void AuditReader::verify()
{
    m_engine.post([](Engine& engine) {
        if (engine.work())
            engine.work()->log.verify(engine.work()->workspace.info().auditKey);
    });
}

}  // namespace refrain::console
