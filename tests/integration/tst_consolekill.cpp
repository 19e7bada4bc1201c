#include "net/qttransport.h"
#include "tests/integration/changeledger.h"
#include "tests/support/testseed.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUrlQuery>

#include <memory>

using namespace refrain;

namespace {

constexpr int patienceMs = 30'000;

QString binary(const char* name)
{
    return QStringLiteral(REFRAIN_BIN_DIR "/") + QLatin1String(name);
}

QString textOf(const QJsonObject& object, const char* key)
{
    return object.value(QLatin1String(key)).toString();
}

}  // namespace

/// The console is killed at random moments while it makes changes, and sometimes the backend with it or alone: what
/// it said to be on disk comes into force exactly as asked, once, in order, and the log still verifies.
/// 20 kills; 200 in full. REFRAIN_TEST_SEED repeats a run.
class TestConsoleKill : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        qInfo("%d kills, seed %llu", m_kills, static_cast<unsigned long long>(test::seed()));
        start(m_slack, binary("refrain-sandbox"),
              {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--users"),
               QStringLiteral("60"), QStringLiteral("--channels"), QStringLiteral("8"), QStringLiteral("--seed"),
               QStringLiteral("1"), QStringLiteral("--state"), m_folder.filePath(QStringLiteral("slack.state")),
               QStringLiteral("--auto-approve"), QStringLiteral("--rate-limits"), QStringLiteral("off")},
              {});
        m_slackUrl = listening(m_slack);
        QVERIFY(!m_slackUrl.isEmpty());
        startBackend();
        QVERIFY(!m_backendUrl.isEmpty());
    }

    void goesOnAfterEachKill()
    {
        // The first run signs in, and is not killed before it has changed something.
        startWriter(0);
        QVERIFY(QTest::qWaitFor([this] { return m_ledger.promised() > 0 || !m_failures.isEmpty(); }, patienceMs));
        kill(m_writer);
        for (int run = 1; run <= m_kills; ++run) {
            startWriter(run);
            const int what = m_dice.bounded(6);
            if (what == 0)
                QVERIFY(restartBackend(m_dice.bounded(250)));
            QVERIFY(killAfter(m_writer, m_dice.bounded(600)));
            if (what == 1)
                QVERIFY(restartBackend(0));
            QCOMPARE(m_failures, QStringList());
        }
        QVERIFY(m_ledger.promised() >= m_kills);
    }

    void drainsAndAgreesInTheEnd()
    {
        startWriter(m_kills + 1, true);
        QTRY_COMPARE_WITH_TIMEOUT(m_writer.state(), QProcess::NotRunning, 4 * patienceMs);
        QCOMPARE(m_failures, QStringList());
        QCOMPARE(m_writer.exitStatus(), QProcess::NormalExit);
        QVERIFY2(m_said.contains("agree"), "the digests of console and backend were not compared");
        QVERIFY2(m_said.contains("verified"), "the log was not verified");
        QCOMPARE(m_ledger.complaints(), QStringList());
        qInfo("%d changes asked for, %d of them promised", int(m_ledger.asked()), int(m_ledger.promised()));
    }

    void eachChangeIsInTheFeedOnce()
    {
        QVERIFY(makeKey());
        qint64 seq = 0;
        while (true) {
            const QJsonObject page = get(QStringLiteral("changes?limit=1000&after=%1").arg(seq));
            const QJsonArray items = page.value(QLatin1String("items")).toArray();
            if (items.isEmpty())
                break;
            for (const QJsonValue& item : items) {
                const QJsonObject change = item.toObject();
                QCOMPARE(change.value(QLatin1String("seq")).toInteger(), ++seq);
                if (textOf(change, "type") == QLatin1String("preference"))
                    m_feed.push_back({seq, textOf(change, "reason"), textOf(change, "subject"),
                                      textOf(change, "category"),
                                      textOf(change.value(QLatin1String("after")).toObject(), "state")});
            }
        }
        QVERIFY(!m_feed.empty());
        const QStringList faults = m_ledger.compare(m_feed);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    }

    void theLastOneIsInForce()
    {
        QHash<QString, QHash<QString, QString>> last;
        for (const test::FeedChange& change : m_feed)
            last[change.subject][change.category] = change.state;
        QVERIFY(!last.isEmpty());
        for (auto subject = last.cbegin(); subject != last.cend(); ++subject) {
            QHash<QString, QString> inForce;
            const QJsonObject page = get(QStringLiteral("subjects/%1/preferences").arg(subject.key()));
            const QJsonArray items = page.value(QLatin1String("items")).toArray();
            for (const QJsonValue& item : items)
                inForce.insert(textOf(item.toObject(), "category"), textOf(item.toObject(), "state"));
            for (auto wanted = subject->cbegin(); wanted != subject->cend(); ++wanted)
                QCOMPARE(inForce.value(wanted.key()), wanted.value());
        }
    }

    void cleanupTestCase()
    {
        for (QProcess* program : {&m_writer, &m_backend, &m_slack})
            kill(*program);
    }

private:
    QTemporaryDir m_folder;
    const int m_kills = test::runInFull() ? 200 : 20;
    QRandomGenerator m_dice{quint32(test::seed())};
    net::QtTransport m_transport;
    QProcess m_slack;
    QProcess m_backend;
    QProcess m_writer;
    QString m_slackUrl;
    QString m_backendUrl;
    QString m_workspace;
    QByteArray m_key;
    QByteArray m_rest;
    QList<QByteArray> m_said;
    QStringList m_failures;
    test::ChangeLedger m_ledger;
    std::vector<test::FeedChange> m_feed;

    static void start(QProcess& program, const QString& path, const QStringList& arguments,
                      const QHash<QString, QString>& settings)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char* name : {"REFRAIN_TEST_LONG", "REFRAIN_TEST_SEED"})
            environment.remove(QLatin1String(name));
        for (auto it = settings.cbegin(); it != settings.cend(); ++it)
            environment.insert(it.key(), it.value());
        program.setProcessEnvironment(environment);
        program.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        program.start(path, arguments);
    }

    /// The address of its ready line; empty where it never came.
    static QString listening(QProcess& program)
    {
        if (!QTest::qWaitFor([&] { return program.canReadLine(); }, patienceMs))
            return {};
        return QString::fromUtf8(program.readLine()).trimmed().section(QLatin1Char(' '), 2);
    }

    [[nodiscard]] QHash<QString, QString> settings() const
    {
        // It keeps its port over restarts, as a company's server does.
        const int port = m_backendUrl.isEmpty() ? 0 : QUrl(m_backendUrl).port();
        return {{QStringLiteral("REFRAIN_LISTEN"), QStringLiteral("127.0.0.1:%1").arg(port)},
                {QStringLiteral("REFRAIN_DATA_DIR"), m_folder.filePath(QStringLiteral("backend"))},
                {QStringLiteral("REFRAIN_SLACK_URL"), m_slackUrl},
                {QStringLiteral("REFRAIN_SLACK_CLIENT_ID"), QStringLiteral("1.1")},
                {QStringLiteral("REFRAIN_SLACK_CLIENT_SECRET"), QStringLiteral("practice-client-secret")},
                {QStringLiteral("REFRAIN_SLACK_SIGNING_SECRET"), QStringLiteral("practice-signing-secret")},
                {QStringLiteral("REFRAIN_LOG"), QStringLiteral("critical")}};
    }

    void startBackend()
    {
        start(m_backend, binary("refraind"),
              {QStringLiteral("serve"), QStringLiteral("--config"), QStringLiteral("/dev/null")}, settings());
        const QUrl url(listening(m_backend));
        m_backendUrl = url.isEmpty() ? QString() : QStringLiteral("http://localhost:%1").arg(url.port());
    }

    void startWriter(int run, bool drains = false)
    {
        QStringList arguments{m_folder.path(), m_backendUrl,
                              QString::number(run + int(test::seed() % 1'000'000) * 1000)};
        if (drains)
            arguments.append(QStringLiteral("drain"));
        m_rest.clear();
        disconnect(&m_writer, nullptr, this, nullptr);
        connect(&m_writer, &QProcess::readyReadStandardOutput, this, &TestConsoleKill::listen);
        start(m_writer, QStringLiteral(DESKWRITER), arguments, {});
    }

    /// Takes in whole lines; what a kill cut off was never said.
    void listen()
    {
        m_rest += m_writer.readAllStandardOutput();
        QList<QByteArray> lines = m_rest.split('\n');
        m_rest = lines.takeLast();
        for (const QByteArray& line : lines) {
            const QList<QByteArray> parts = line.split('\t');
            if (m_ledger.take(parts))
                continue;
            m_said.append(parts.front());
            if (parts.front() == "workspace")
                m_workspace = QString::fromUtf8(parts.value(1));
            if (parts.front() == "failed")
                m_failures.append(QString::fromUtf8(line));
        }
    }

    static bool kill(QProcess& program)
    {
        program.kill();
        return program.state() == QProcess::NotRunning || program.waitForFinished(patienceMs);
    }

    static bool killAfter(QProcess& program, int milliseconds)
    {
        QTimer::singleShot(milliseconds, &program, &QProcess::kill);
        return QTest::qWaitFor([&] { return program.state() == QProcess::NotRunning; }, patienceMs);
    }

    bool restartBackend(int milliseconds)
    {
        if (!killAfter(m_backend, milliseconds))
            return false;
        startBackend();
        return !m_backendUrl.isEmpty();
    }

    bool makeKey()
    {
        QProcess maker;
        start(maker, binary("refraind"),
              {QStringLiteral("apikey"), QStringLiteral("create"), QStringLiteral("--workspace"), m_workspace,
               QStringLiteral("--name"), QStringLiteral("kill"), QStringLiteral("--role"), QStringLiteral("admin"),
               QStringLiteral("--config"), QStringLiteral("/dev/null")},
              settings());
        const bool done = maker.waitForFinished(patienceMs) && maker.exitCode() == 0;
        m_key = maker.readAllStandardOutput().trimmed();
        return done && !m_key.isEmpty();
    }

    QJsonObject get(const QString& path)
    {
        net::HttpRequest request;
        request.url = QUrl(m_backendUrl + QStringLiteral("/v1/workspaces/") + m_workspace + QLatin1Char('/') + path);
        request.headers.append({QByteArrayLiteral("Authorization"), "Bearer " + m_key});
        const Result<net::HttpReply> reply = net::await(m_transport.send(request));
        if (!reply || !reply->ok()) {
            qWarning() << path << (reply ? QString::fromUtf8(reply->body) : reply.error().toString());
            return {};
        }
        return QJsonDocument::fromJson(reply->body).object();
    }
};

QTEST_GUILESS_MAIN(TestConsoleKill)
#include "tst_consolekill.moc"
