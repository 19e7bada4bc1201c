#include "service/access/apikeys.h"
#include "service/serve/backend.h"
#include "service/serve/storage.h"
#include "service/usecases/categorywriter.h"
#include "service/usecases/directorywriter.h"
#include "service/usecases/linkminter.h"
#include "store/workspacestore.h"
#include "tests/bench/benchtable.h"
#include "tests/bench/burst.h"

#include <QTemporaryDir>
#include <QTest>

using namespace refrain;

namespace {

constexpr int people = 500;
constexpr int calls = 2'000;
const WorkspaceId workspace(QStringLiteral("T1"));

QString userOf(int number)
{
    return QStringLiteral("U%1").arg(number, 6, 10, QLatin1Char('0'));
}

}  // namespace

/// What people and senders wait for: 500 who type /optout in the same moment, a decision, an opt-out link's page.
class TestSlackBench : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_config.listenPort = 0;
        m_config.dataDir = m_folder.path();
        m_config.database = QStringLiteral("sqlite://%1/refrain.db").arg(m_folder.path());
        m_config.keyFile = m_folder.filePath(QStringLiteral("master.key"));
        m_config.slack.signingSecret = Secret(QByteArray(bench::signingSecret));
        m_config.slack.url = QUrl(QStringLiteral("http://127.0.0.1:9"));
        fill();
        Result<std::unique_ptr<service::Backend>> backend = service::Backend::start(m_config, Secret());
        QVERIFY(backend);
        m_backend = *std::move(backend);
        m_port = quint16(QUrl(m_backend->address()).port());
        bench::printHeading();
    }

    void fiveHundredCommandsAtOnce()
    {
        std::vector<QByteArray> commands;
        std::vector<QByteArray> nothing;
        for (int i = 0; i < people; ++i) {
            const QByteArray number = QByteArray::number(i);
            commands.push_back(bench::optOutCommand(workspace, userOf(i), number));
            nothing.push_back(bench::requestFor("GET", "/healthz"));
        }
        const std::vector<double> floors = bench::burst(m_port, nothing, "ok");
        const std::vector<double> samples = bench::burst(m_port, commands, "no longer get *Reminders*");
        for (const double share : {0.5, 0.99})
            bench::printRow(QStringLiteral("500 slash commands at once, p%1").arg(share * 100),
                            bench::percentile(samples, share), QStringLiteral("500 requests at once that do nothing"),
                            bench::percentile(floors, share));
        QCOMPARE(samples.size(), size_t(people));
        // None is lost, and none is done twice.
        const Result<service::Storage> storage = service::openStorage(m_config);
        QVERIFY(storage);
        store::Database& database = **storage->pool->connection();
        QCOMPARE(*database.number("SELECT count(*) FROM preferences WHERE state = 'opted_out'"), people);
        QCOMPARE(*database.number("SELECT count(*) FROM changes WHERE type = 'preference'"), people);
    }

    void decisionsOneByOne()
    {
        const QByteArray head = "Content-Type: application/json\r\nAuthorization: Bearer " + m_key + "\r\n";
        bench::KeptConnection connection(m_port);
        QVERIFY(connection.isOpen());
        std::vector<double> samples;
        std::vector<double> floors;
        for (int i = 0; i < calls; ++i) {
            const QByteArray body =
                "{\"category\":\"surveys\",\"subjects\":[\"" + userOf(i % people).toLatin1() + "\"]}";
            floors.push_back(connection.millisecondsOf(bench::requestFor("GET", "/healthz"), "ok"));
            samples.push_back(connection.millisecondsOf(
                bench::requestFor("POST", "/v1/workspaces/T1/decisions", body, head), "default_in"));
        }
        printBoth(QStringLiteral("One decision over HTTP"), samples, floors);
    }

    void linkPages()
    {
        bench::KeptConnection connection(m_port);
        QVERIFY(connection.isOpen());
        std::vector<double> samples;
        std::vector<double> floors;
        for (int i = 0; i < calls; ++i) {
            floors.push_back(connection.millisecondsOf(bench::requestFor("GET", "/healthz"), "ok"));
            samples.push_back(connection.millisecondsOf(bench::requestFor("GET", "/o/" + m_link), "Surveys"));
        }
        printBoth(QStringLiteral("An opt-out link's page"), samples, floors);
    }

private:
    static void printBoth(const QString& what, const std::vector<double>& samples, const std::vector<double>& floors)
    {
        for (const double share : {0.5, 0.99})
            bench::printRow(QStringLiteral("%1, p%2").arg(what).arg(share * 100), bench::percentile(samples, share),
                            QStringLiteral("a route that answers a constant"), bench::percentile(floors, share));
    }

    void fill()
    {
        const Result<service::Storage> storage = service::openStorage(m_config);
        QVERIFY(storage);
        store::Workspace installed;
        installed.id = workspace;
        installed.status = store::WorkspaceStatus::Revoked;  // nobody reads its directory meanwhile
        QVERIFY(storage->pool->write<void>([&](store::Database& database) {
            return store::WorkspaceStore(database, *storage->vault).install(installed, {});
        }));
        SystemClock clock;
        service::FeedSignal signal;
        service::WorkspaceWriter writer(*storage->pool, clock, *storage->random, signal);
        QVERIFY(service::CategoryWriter(writer).seed(workspace));
        service::DirectoryWriter::Page page;
        for (int i = 0; i < people; ++i) {
            Subject subject;
            subject.id = SubjectId(userOf(i));
            subject.name = QStringLiteral("Person %1").arg(i);
            subject.updatedAt = 1;
            page.subjects.push_back(subject);
        }
        QVERIFY(service::DirectoryWriter(writer).put(workspace, page));
        const auto key = service::ApiKeys(*storage->pool, writer, *storage->random)
                             .create(workspace, QStringLiteral("Bench"), Role::Service, Actor{}, Source::Api);
        QVERIFY(key);
        m_key = key->secret.reveal();
        store::Link wish;
        wish.workspace = workspace;
        wish.subject = SubjectId(userOf(0));
        wish.category = CategorySlug(QStringLiteral("surveys"));
        const Result<Secret> link = service::LinkMinter(writer, *storage->random).mint(wish, {});
        QVERIFY(link);
        m_link = link->reveal();
    }

    QTemporaryDir m_folder;
    service::Config m_config;
    std::unique_ptr<service::Backend> m_backend;
    quint16 m_port = 0;
    QByteArray m_key;
    QByteArray m_link;
};

QTEST_GUILESS_MAIN(TestSlackBench)
#include "tst_slackbench.moc"
