#include "console/engine/workspacereader.h"

#include "console/desk/numbers.h"
#include "wire/syncrun.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace refrain::console {

namespace {

const QString workspaceKey = QStringLiteral("workspace");
const QString roleKey = QStringLiteral("role");

QStringList textsOf(const QJsonValue& value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& item : array)
        texts << item.toString();
    return texts;
}

Exchange exchangeOf(const SyncRun& run)
{
    Exchange exchange;
    exchange.id = run.id;
    exchange.between = run.kind == SyncKind::Connector ? Exchange::Between::BackendConnector
                       : run.kind == SyncKind::Console ? Exchange::Between::ConsoleBackend
                                                       : Exchange::Between::BackendSlack;
    switch (run.kind) {
        case SyncKind::Directory: exchange.what = WorkspaceReader::tr("Directory"); break;
        case SyncKind::Connector: exchange.what = WorkspaceReader::tr("Push"); break;
        case SyncKind::Events: exchange.what = WorkspaceReader::tr("Events"); break;
        case SyncKind::Console: exchange.what = WorkspaceReader::tr("Console"); break;
    }
    exchange.result = run.outcome == SyncOutcome::Running ? WorkspaceReader::tr("under way") : inWords(run.counts);
    exchange.startedAt = run.startedAt;
    exchange.finishedAt = run.finishedAt;
    exchange.outcome = run.outcome;
    exchange.counts = run.counts;
    exchange.error = run.error;
    return exchange;
}

}  // namespace

QString inWords(const SyncCounts& counts)
{
    QStringList parts;
    const auto add = [&](qint64 count, const QString& words) {
        if (count > 0)
            parts << words.arg(grouped(count));
    };
    add(counts.read, WorkspaceReader::tr("%1 read"));
    add(counts.added, WorkspaceReader::tr("%1 new"));
    add(counts.changed, WorkspaceReader::tr("%1 changed"));
    add(counts.removed, WorkspaceReader::tr("%1 gone"));
    add(counts.sent, WorkspaceReader::tr("%1 sent"));
    add(counts.failed, WorkspaceReader::tr("%1 failed"));
    return parts.isEmpty() ? WorkspaceReader::tr("nothing changed") : parts.join(QStringLiteral(", "));
}

WorkspaceReader::WorkspaceReader(Api& api, CacheStore& cache, const Account& account, QObject* parent)
    : QObject(parent), m_api(api), m_cache(cache)
{
    m_info.id = account.workspace.toString();
    m_info.name = account.workspaceName;
    m_info.backend = account.backend;
    m_info.userId = account.userId;
    m_info.userName = account.userName;
    m_soon.setSingleShot(true);
    m_soon.setInterval(250);
    connect(&m_soon, &QTimer::timeout, this, &WorkspaceReader::publishExchanges);
    m_watch.setSingleShot(true);
    m_watch.setInterval(2'000);
    connect(&m_watch, &QTimer::timeout, this, &WorkspaceReader::readExchanges);
}

void WorkspaceReader::start()
{
    m_info.role = roleFromString(m_cache.meta(roleKey).valueOr(QString())).value_or(Role::Viewer);
    const QByteArray known = m_cache.meta(workspaceKey).valueOr(QString()).toUtf8();
    if (!known.isEmpty())
        take(QJsonDocument::fromJson(known).object());
    publishExchanges();
}

void WorkspaceReader::readWorkspace()
{
    m_api.send({}, this, [this](const Result<ApiReply>& reply) {
        if (!reply || !reply->ok())
            return;
        take(reply->json);
        // Losing this loses a name at the next start without network, no more.
        (void)m_cache.setMeta(workspaceKey, QString::fromUtf8(reply->body));
    });
}

void WorkspaceReader::take(const QJsonObject& object)
{
    const auto text = [&](const char* key) { return object.value(QLatin1String(key)).toString(); };
    m_info.id = text("id");
    m_info.name = text("name");
    m_info.auditKey = text("auditKey");
    m_info.directorySyncedAt = fromRfc3339(text("lastSync"));
    const QJsonObject counts = object.value(QLatin1String("counts")).toObject();
    m_info.people = counts.value(QLatin1String("users")).toInteger();
    m_info.channels = counts.value(QLatin1String("channels")).toInteger();
    m_info.scopes = textsOf(object.value(QLatin1String("scopes")));
    m_info.missingScopes = textsOf(object.value(QLatin1String("missingScopes")));
    m_info.scopeSentences = textsOf(object.value(QLatin1String("missingFeatures")));
    if (const auto role = roleFromString(text("role")))
        m_info.role = *role;
    emit workspaceRead(m_info);
}

void WorkspaceReader::identify(Role role, const QString& userId, const QString& userName)
{
    m_info.role = role;
    m_info.userId = userId;
    m_info.userName = userName;
    (void)m_cache.setMeta(roleKey, toString(role));
    emit workspaceRead(m_info);
}

void WorkspaceReader::readExchanges()
{
    ApiRequest request;
    request.path = QStringLiteral("syncs");
    request.query.addQueryItem(QStringLiteral("limit"), QStringLiteral("200"));
    m_api.send(request, this, [this](const Result<ApiReply>& reply) {
        if (!reply || !reply->ok())
            return;
        takeRuns(reply->json.value(QLatin1String("items")).toArray());
        publishExchanges();
    });
}

void WorkspaceReader::takeRuns(const QJsonArray& items)
{
    m_backendRuns.clear();
    bool underWay = false;
    Millis newest = 0;
    for (const QJsonValue& item : items) {
        const auto run = wire::syncRunFromJson(item.toObject());
        if (!run)
            continue;
        m_backendRuns.push_back(exchangeOf(*run));
        if (run->kind != SyncKind::Directory)
            continue;
        underWay = underWay || run->outcome == SyncOutcome::Running;
        newest = qMax(newest, run->finishedAt.value_or(0));
    }
    if (underWay)
        m_watch.start();
    // The workspace says when its directory was read last, and how many are in it.
    if (newest > m_info.directorySyncedAt.value_or(0))
        readWorkspace();
}

void WorkspaceReader::syncDirectory(const std::function<void(const Result<>&)>& answer)
{
    ApiRequest request;
    request.method = QByteArrayLiteral("POST");
    request.path = QStringLiteral("syncs");
    m_api.send(request, this, [this, answer](const Result<ApiReply>& reply) {
        if (!reply || !reply->ok()) {
            answer(reply ? reply->error() : reply.error());
            return;
        }
        readExchanges();
        m_watch.start();
        answer({});
    });
}

void WorkspaceReader::journalGrew()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void WorkspaceReader::publishExchanges()
{
    std::vector<Exchange> all = m_cache.journal().valueOr({});
    all.insert(all.end(), m_backendRuns.begin(), m_backendRuns.end());
    std::stable_sort(all.begin(), all.end(),
                     [](const Exchange& a, const Exchange& b) { return a.startedAt > b.startedAt; });
    emit exchangesRead(all);
}

}  // namespace refrain::console
