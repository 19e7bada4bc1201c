#include "service/serve/backend.h"
#include "service/serve/storage.h"
#include "service/usecases/categorywriter.h"
#include "service/usecases/directorywriter.h"
#include "slack/signature.h"
#include "store/workspacestore.h"
#include "tests/bench/benchtable.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace refrain;

namespace {

constexpr int people = 500;
const Secret signingSecret(QByteArray("practice-signing-secret"));
const WorkspaceId workspace(QStringLiteral("T1"));

QString userOf(int number)
{
    return QStringLiteral("U%1").arg(number, 6, 10, QLatin1Char('0'));
}

/// One request on a connection of its own, timed from its first byte to the last of the answer.
class Client : public QObject {
public:
    Client(quint16 port, QByteArray request) : m_request(std::move(request))
    {
        connect(&m_socket, &QTcpSocket::readyRead, this, [this] { m_answer += m_socket.readAll(); });
        connect(&m_socket, &QTcpSocket::disconnected, this,
                [this] { m_milliseconds = double(m_timer.nsecsElapsed()) / 1e6; });
        m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    }
    [[nodiscard]] bool isConnected() const { return m_socket.state() == QAbstractSocket::ConnectedState; }
    [[nodiscard]] bool isDone() const { return m_milliseconds > 0; }
    [[nodiscard]] double milliseconds() const { return m_milliseconds; }
    [[nodiscard]] const QByteArray& answer() const { return m_answer; }
    void send()
    {
        m_timer.start();
        m_socket.write(m_request);
    }

private:
    QTcpSocket m_socket;
    QByteArray m_request;
    QByteArray m_answer;
    QElapsedTimer m_timer;
    double m_milliseconds = 0;
};

QByteArray requestFor(const QByteArray& method, const QByteArray& path, const QByteArray& body)
{
    const QByteArray time = QByteArray::number(SystemClock().now() / 1000);
    return method + ' ' + path +
           " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Slack-Request-Timestamp: " + time +
           "\r\nX-Slack-Signature: " + slack::requestSignature(signingSecret, time, body) +
           "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n\r\n" + body;
}

}  // namespace

/// 500 people type /optout in the same moment, each on a connection of their own.
class TestSlackBench : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_config.listenPort = 0;
        m_config.dataDir = m_folder.path();
        m_config.database = QStringLiteral("sqlite://%1/refrain.db").arg(m_folder.path());
        m_config.keyFile = m_folder.filePath(QStringLiteral("master.key"));
        m_config.slack.signingSecret = signingSecret;
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
            commands.push_back(requestFor("POST", "/slack/commands",
                                          "team_id=T1&user_id=" + userOf(i).toLatin1() +
                                              "&command=%2Foptout&text=reminders&trigger_id=1." + number));
            nothing.push_back(requestFor("GET", "/healthz", {}));
        }
        const std::vector<double> floors = timesOf(nothing, "ok");
        const std::vector<double> samples = timesOf(commands, "no longer get *Reminders*");
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

private:
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
    }

    std::vector<double> timesOf(const std::vector<QByteArray>& requests, const QByteArray& expected)
    {
        std::vector<std::unique_ptr<Client>> clients;
        for (const QByteArray& request : requests)
            clients.push_back(std::make_unique<Client>(m_port, request));
        const auto all = [&clients](bool (Client::*is)() const) {
            return std::all_of(clients.begin(), clients.end(),
                               [is](const std::unique_ptr<Client>& client) { return (client.get()->*is)(); });
        };
        (void)QTest::qWaitFor([&] { return all(&Client::isConnected); }, 10'000);
        for (const std::unique_ptr<Client>& client : clients)
            client->send();
        (void)QTest::qWaitFor([&] { return all(&Client::isDone); }, 60'000);
        std::vector<double> times;
        for (const std::unique_ptr<Client>& client : clients) {
            if (client->answer().startsWith("HTTP/1.1 200") && client->answer().contains(expected))
                times.push_back(client->milliseconds());
            else
                qWarning() << client->answer().left(300);
        }
        return times;
    }

    QTemporaryDir m_folder;
    service::Config m_config;
    std::unique_ptr<service::Backend> m_backend;
    quint16 m_port = 0;
};

QTEST_GUILESS_MAIN(TestSlackBench)
#include "tst_slackbench.moc"
