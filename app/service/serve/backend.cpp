#include "service/serve/backend.h"

#include "base/log.h"
#include "net/qttransport.h"
#include "service/access/authenticator.h"
#include "service/background/stoppabletransport.h"
#include "service/background/stoppablewaiter.h"
#include "service/http/errorresponse.h"
#include "service/http/routetable.h"
#include "service/oauth/browserendpoints.h"
#include "service/oauth/tokenendpoint.h"
#include "service/routes/apiroutes.h"
#include "service/routes/approvalroutes.h"
#include "service/routes/importroutes.h"
#include "service/routes/linkroutes.h"
#include "service/routes/messageroutes.h"
#include "service/routes/notificationroutes.h"
#include "service/routes/pageviewroutes.h"
#include "service/routes/playbookroutes.h"
#include "service/routes/profileroutes.h"
#include "service/routes/rootroutes.h"
#include "service/routes/slackroutes.h"
#include "service/routes/templateroutes.h"
#include "service/routes/workflowroutes.h"
#include "service/sending/broadcasts.h"
#include "service/serve/storage.h"
#include "service/slackside/acknowledger.h"
#include "service/slackside/homeside.h"
#include "service/slackside/optoutdesk.h"
#include "service/slackside/socketfeed.h"
#include "service/sync/syncscheduler.h"
#include "service/usecases/categorywriter.h"
#include "service/usecases/statistics.h"
#include "service/workflows/workflowclock.h"
#include "slack/client.h"

#include <QTimer>

namespace refrain::service {
namespace {

constexpr int backgroundThreads = 8;
constexpr int backgroundQueue = 200;
constexpr int sendingThreads = 4;
constexpr int sendingQueue = 1'000;
constexpr std::chrono::seconds settlePatience{5};
// Together less than the ten seconds that a stop may take: the first two run at once.
constexpr std::chrono::seconds drainPatience{5};
constexpr std::chrono::seconds socketPatience{3};  // every payload is answered by then
constexpr std::chrono::seconds postPatience{3};

slack::Client::Parts clientParts(const Config& config, net::Transport& transport, slack::Waiter& waiter,
                                 const Clock& clock, Random& random, Metrics& metrics)
{
    const QString host = config.slack.url.host();
    const bool isPractice =
        host == QLatin1String("127.0.0.1") || host == QLatin1String("localhost") || host == QLatin1String("::1");
    return {transport,
            waiter,
            clock,
            random,
            config.slack.url,
            !isPractice,
            [&metrics](const QString& method, const QString& outcome) {
                metrics.countSlackCall(method.toLatin1(), outcome.toLatin1());
            }};
}

}  // namespace

/// In the order in which they need each other; they go in the opposite one, threads before what they use.
struct Backend::Parts {
    Parts(const Config& configuration, DataDirLock dataLock, Storage opened, const Secret& launch, quint16 port);

    [[nodiscard]] FlowParts flowParts();
    [[nodiscard]] ApiParts apiParts();
    [[nodiscard]] LinkParts linkParts();
    [[nodiscard]] ImportDesk::Parts importParts()
    {
        const auto apply = [this](const store::ImportKey& key) { return heldImports.begin(key); };
        return {*storage.pool, writer, preferences, clock, random, &approvalGate, apply};
    }
    [[nodiscard]] PageViewParts pageViewParts();
    [[nodiscard]] Result<> welcome(const WorkspaceId& workspace);
    void everySecond();
    void tidy();
    void resumeUndos();

    Config config;
    QUrl publicUrl;
    DataDirLock lock;
    SystemClock clock;
    SystemRandom random;
    Storage storage;
    Metrics metrics;
    StoppableWaiter waiter;
    net::QtTransport network;
    StoppableTransport transport{network};
    slack::Client slack;
    FeedSignal feed;
    WorkspaceWriter writer{*storage.pool, clock, random, feed, [this](WorkspaceTransaction& transaction) {
                               return applyWaiting(transaction, preferences);
                           }};
    TokenKeeper slackTokens;
    ConsoleTokens consoleTokens{*storage.pool, clock, random};
    Authenticator authenticator{*storage.pool, clock};
    CategoryWriter categories{writer};
    DirectoryWriter directory{writer};
    SyncScheduler syncs{{*storage.pool, *storage.vault, directory, slackTokens, clock, random}};
    WorkspaceReader reader{*storage.pool, clock};
    PreferenceWriter preferences{writer, &Acknowledger::followersOf};
    ApprovalGate approvalGate{random};
    GuardedWriter guarded{{writer, preferences, approvalGate}};
    Decider decider{*storage.pool, clock};
    Phrasebook phrasebook;
    Voice voice{*storage.pool, phrasebook};
    DecisionJournal journal{*storage.pool, clock};
    LinkMinter linkMinter{writer, random};
    LinkDesk linkDesk{*storage.pool, *storage.vault, decider, preferences, clock};
    PageViews pageViews{*storage.vault, linkDesk, clock};
    ProfileDesk profiles{{*storage.pool, *storage.vault, writer, slack, config.slack.url}};
    slack::WebhookPoster webhooks{transport, waiter, clock};
    Poster poster{slackTokens, slack, webhooks};
    ChangeFeed changes{*storage.pool, feed};
    AuditLog audit{*storage.pool, *storage.vault, clock, random};
    Members members{*storage.pool, writer};
    ApiKeys keys{*storage.pool, writer, random};
    Idempotency idempotency{*storage.pool, *storage.vault, clock};
    Repeatable repeatable{idempotency, *storage.pool};
    Precedence precedence;
    ImportDesk imports{importParts()};
    ImportUndo importUndo{importParts(), tasks};
    HeldImports heldImports{importParts(), importUndo, tasks};
    ApprovalDesk approvals{{*storage.pool, writer, preferences, notifications, heldImports, tasks, clock}};
    TaskPool tasks{backgroundThreads, backgroundQueue};
    Broadcasts broadcasts{{*storage.pool, *storage.vault, decider, directory, poster, waiter, precedence, clock,
                           [this](const Broadcasts::Sent& sent) {
                               return messageButtons(sent.category, voice.speechFor(sent.workspace, sent.reader),
                                                     sent.notification, sent.channel);
                           }}};
    NotificationDesk notifications{
        *storage.pool,
        writer,
        random,
        [this](const store::NotificationKey& key) { broadcasts.start(key); },
        [this](const store::NotificationKey& key) { broadcasts.waitUntilPosted(key, settlePatience); },
        std::bind_front(&ApprovalGate::askSend, &approvalGate)};
    TemplateProgram templateProgram{TemplateProgram::find()};
    DefinitionDesk templateDesk{*storage.pool, writer, templateRules(templateProgram)};
    Templates templates{templateProgram, templateDesk};
    RecipientFinder finder{*storage.pool, slackTokens};
    DefinitionDesk workflowDesk{*storage.pool, writer, workflowRules(*storage.pool, *storage.vault, templates, clock)};
    WorkflowRunner workflowRunner{
        {*storage.pool, *storage.vault, workflowDesk, templates, finder, notifications, random, clock}};
    WorkflowClock workflowClock{{*storage.pool, *storage.vault, workflowRunner, clock}};
    PlaybookLibrary playbookLibrary;
    DefinitionDesk playbookDesk{*storage.pool, writer, playbookRules(*storage.pool, playbookLibrary)};
    PlaybookPublisher playbookPublisher{
        {writer, playbookDesk, playbookLibrary, categories, notifications, finder, *storage.pool, clock}};
    TaskPool sendingTasks{sendingThreads, sendingQueue};
    BrowserEndpoints browser;
    TokenEndpoint tokenEndpoint;
    web::Router router;
    RouteTable routes{router, metrics};
    Api api;
    QTimer minutes;
    QTimer seconds;
    slack::ResponseUrls responseUrls{{transport, waiter, clock, random, config.slack.url}};
    Acknowledger acknowledger{{*storage.pool, slackTokens, decider, voice, clock}};
    Visitors visitors{*storage.pool, directory};
    ChoiceQueue choiceQueue{preferences};
    Choices choices{{*storage.pool, *storage.vault, choiceQueue, decider, voice, clock}};
    OptOutDesk desk{{*storage.pool, visitors, choices, slackTokens, acknowledger, clock}};
    HomeSide homeSide;
    Dispatcher dispatcher{{*storage.pool, clock, responseUrls, minutes, precedence}};
    std::optional<SocketFeed> socketFeed;
};

namespace {

QUrl publicUrlOf(const Config& config, quint16 port)
{
    return config.publicUrl.isEmpty() ? QUrl(QStringLiteral("http://localhost:%1").arg(port)) : config.publicUrl;
}

/// As whoever looks at the preview reads them; in English where that is a program.
QJsonArray buttonsInPreview(store::DatabasePool& pool, const Voice& voice, const Principal& reader,
                            const Category& category)
{
    const auto subject = pool.read<std::optional<Subject>>([&](store::Database& database) {
        return store::SubjectStore(database).find(reader.workspace, SubjectId(reader.actor.id));
    });
    return messageButtons(category,
                          voice.speechFor(reader.workspace, subject ? subject->value_or(Subject()) : Subject()), {});
}

slack::AppCredential appOf(const Config& config)
{
    return {config.slack.clientId, config.slack.clientSecret};
}

}  // namespace

Backend::Parts::Parts(const Config& configuration, DataDirLock dataLock, Storage opened, const Secret& launch,
                      quint16 port)
    : config(configuration),
      publicUrl(publicUrlOf(configuration, port)),
      lock(std::move(dataLock)),
      storage(std::move(opened)),
      slack(clientParts(config, transport, waiter, clock, random, metrics)),
      slackTokens(*storage.pool, *storage.vault, slack, appOf(config), clock),
      browser(flowParts(), consoleTokens, tasks, random, publicUrl, config.slack.missing()),
      tokenEndpoint(consoleTokens, slackTokens, tasks, publicUrl, launch),
      api(routes, authenticator, launch, clock),
      homeSide({*storage.pool, *storage.vault, writer, directory, visitors, preferences, decider, changes, slackTokens,
                consoleTokens, voice, clock, random})
{
    router.setErrorFormatter(&errorResponse);
    addOAuthRoutes(routes, browser, tokenEndpoint);
    addHealthRoutes(routes, *storage.pool, metrics, {config.metricsToken, publicUrl});
    desk.attach(dispatcher);
    homeSide.addTo(dispatcher);
    addSlackRoutes(routes, dispatcher, config.slack.signingSecret, clock);
    addDocumentRoute(routes);
    addApiRoutes(api, apiParts());
    addImportRoutes(api, {imports, importUndo, reader, repeatable});
    addApprovalRoutes(api, {approvals, guarded, reader, repeatable});
    addLinkRoutes(api, linkParts());
    addLinkPages(routes, linkParts());
    addPageViewRoutes(api, pageViewParts());
    addPageViewPages(routes, pageViewParts());
    addProfileRoutes(api, profiles, repeatable, tasks);
    addNotificationRoutes(api, {notifications, templates, repeatable, *storage.pool, sendingTasks});
    addMessageRoutes(api, *storage.pool);
    const auto buttons = [this](const Principal& reader, const Category& category) {
        return buttonsInPreview(*storage.pool, voice, reader, category);
    };
    addTemplateRoutes(api,
                      {{templateDesk, repeatable, *storage.pool, sendingTasks}, templateProgram, templates, buttons});
    addPlaybookRoutes(
        api, {{playbookDesk, repeatable, *storage.pool, sendingTasks}, playbookLibrary, playbookPublisher, decider});
    addWorkflowRoutes(api, {{workflowDesk, repeatable, *storage.pool, sendingTasks},
                            *storage.vault,
                            workflowRunner,
                            decider,
                            clock,
                            buttons});
    QObject::connect(&minutes, &QTimer::timeout, &minutes, [this] { tidy(); });
    minutes.start(std::chrono::minutes(1));
    syncs.startDue();
    QObject::connect(&seconds, &QTimer::timeout, &seconds, [this] { everySecond(); });
    seconds.start(std::chrono::seconds(1));
    broadcasts.resumeAll();
    resumeUndos();
    if (!config.slack.appToken.isEmpty())
        socketFeed.emplace(slack, config.slack.appToken, dispatcher,
                           [this](const QString& sentence, bool forGood) { homeSide.reportLine(sentence, forGood); });
}

void Backend::Parts::everySecond()
{
    acknowledger.wake();
    workflowClock.wake();
    // A full queue is no loss: the next second tries again.
    (void)tasks.run([this] {
        if (Result<> done = journal.flush(); !done)
            qCWarning(log::service) << done.error().toString();
    });
}

void Backend::Parts::resumeUndos()
{
    if (Result<> done = approvals.tidy(); !done)
        qCWarning(log::service) << done.error().toString();
}

/// Once a minute: begins what is due, and forgets what is over.
void Backend::Parts::tidy()
{
    syncs.startDue();
    resumeUndos();
    homeSide.keepJournal();
    // What the plots are drawn from; a full queue is no loss.
    (void)tasks.run([this] {
        if (Result<> done = Statistics(*storage.pool, *storage.vault, clock).countAll(); !done)
            qCWarning(log::service) << done.error().toString();
    });
    if (Result<> done = consoleTokens.forgetExpired(); !done)
        qCWarning(log::service) << done.error().toString();
    if (Result<> done = idempotency.forgetExpired(); !done)
        qCWarning(log::service) << done.error().toString();
    if (Result<> done = journal.forgetExpired(); !done)
        qCWarning(log::service) << done.error().toString();
    if (Result<> done = dispatcher.forgetExpired(); !done)
        qCWarning(log::service) << done.error().toString();
    metrics.setGauge("refrain_decisions_not_journaled", "Decisions since the start that the journal does not hold.",
                     double(journal.missed()));
}

/// Does nothing twice: a workspace that is connected again keeps what it has.
Result<> Backend::Parts::welcome(const WorkspaceId& workspace)
{
    if (Result<> seeded = categories.seed(workspace); !seeded)
        return seeded;
    const Result<SyncRun> run = syncs.request(workspace);
    return run ? Result<>() : Result<>(run.error());
}

ApiParts Backend::Parts::apiParts()
{
    return {*storage.pool, *storage.vault, writer, reader,  preferences, categories, guarded, decider, journal,
            changes,       audit,          syncs,  members, keys,        repeatable, tasks,   clock,   minutes};
}

LinkParts Backend::Parts::linkParts()
{
    return {linkMinter, linkDesk, repeatable, voice, publicUrl.toString()};
}

PageViewParts Backend::Parts::pageViewParts()
{
    return {pageViews, *storage.pool, decider, voice, phrasebook, clock, publicUrl.toString()};
}

FlowParts Backend::Parts::flowParts()
{
    return {*storage.pool,
            *storage.vault,
            slack,
            slackTokens,
            clock,
            appOf(config),
            config.slack.url,
            config.workspaces,
            publicUrl.toString() + QStringLiteral("/slack/oauth/callback"),
            writer,
            [this](const WorkspaceId& workspace) { return welcome(workspace); }};
}

Backend::Backend(std::unique_ptr<LateApplication> front, Listening listening, std::unique_ptr<Parts> parts)
    : m_parts(std::move(parts)), m_front(std::move(front)), m_listening(std::move(listening))
{
    m_front->open(m_parts->router);
}

Backend::~Backend()
{
    stop();
}

Result<std::unique_ptr<Backend>> Backend::start(const Config& config, const Secret& launchSecret)
{
    Result<DataDirLock> lock = DataDirLock::take(config.dataDir);
    if (!lock)
        return lock.error();
    Result<Storage> storage = openStorage(config);
    if (!storage)
        return storage.error();
    auto front = std::make_unique<LateApplication>();
    Result<Listening> listening = launchSecret.isEmpty() ? listenAsConfigured(*front, config) : listenEmbedded(*front);
    if (!listening)
        return listening.error();
    auto parts = std::make_unique<Parts>(config, *std::move(lock), *std::move(storage), launchSecret, listening->port);
    return std::unique_ptr<Backend>(new Backend(std::move(front), *std::move(listening), std::move(parts)));
}

const QString& Backend::address() const
{
    return m_listening.address;
}

QStringList Backend::routes() const
{
    QStringList all;
    for (const web::Router::Route& route : m_parts->router.routes())
        all << QString::fromLatin1(route.method) + QLatin1Char(' ') + route.pattern.text();
    return all;
}

void Backend::stop()
{
    if (!m_listening.server)
        return;
    if (m_parts->socketFeed)
        m_parts->socketFeed->close();
    m_listening.server->drain(drainPatience);
    if (m_parts->socketFeed)
        m_parts->socketFeed->settle(socketPatience);
    m_parts->waiter.stop();
    m_parts->approvals.stop();
    m_parts->broadcasts.drain(postPatience);
    m_parts->transport.stop();
    if (Result<> done = m_parts->journal.flush(); !done)
        qCWarning(log::service) << done.error().toString();
    m_parts->socketFeed.reset();
    m_listening.server.reset();
}

}  // namespace refrain::service
