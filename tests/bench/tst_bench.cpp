#include "console/engine/sendandthen.h"
#include "console/table/subjecttable.h"
#include "store/database.h"
#include "store/transaction.h"
#include "tests/bench/benchtable.h"
#include "tests/bench/burst.h"
#include "tests/bench/redirectbrowser.h"
#include "tests/console/livedesk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QUrlQuery>

using namespace refrain;
using namespace refrain::console;
using bench::millisecondsOf;

namespace {

constexpr int people = 100'000;
constexpr int changes = 200;
constexpr int decisionCalls = 9;
constexpr int batchSize = 10'000;
constexpr int searches = 20;
constexpr int broadcastSize = 10'000;
constexpr int untouched = changes + batchSize;  // whom no measurement before has opted out
constexpr size_t commandCount = 500;

QJsonObject objectOf(const Result<net::HttpReply>& reply)
{
    return reply ? QJsonDocument::fromJson(reply->body).object() : QJsonObject();
}

}  // namespace

/// The figures of README and manual, each beside its floor: the real console engine, the real backend and the practice
/// Slack of 100,000 people on this machine, by loopback. Nothing is asserted about time; run it with `./dev bench`.
class TestBench : public QObject {
    Q_OBJECT
private slots:
    void initTestCase()
    {
        QVERIFY(m_live.startPrograms(REFRAIN_BIN_DIR, QByteArrayLiteral("--auto-approve --rate-limits off --users ") +
                                                          QByteArray::number(people)));
        signIn();
        QVERIFY(m_live.grant.role == Role::Admin);
        bench::printHeading();
    }

    void firstSync()
    {
        startDesk(true);
        QTRY_VERIFY_WITH_TIMEOUT(directoryRun() && directoryRun()->finishedAt, 600'000);
        const Exchange run = *directoryRun();
        QVERIFY(run.outcome == SyncOutcome::Ok);
        const qint64 subjects = run.counts.read;
        QTRY_VERIFY_WITH_TIMEOUT(desk().people().rowCount() == people, 300'000);
        const double floor = millisecondsOf([this] { fetchAndParseAllUsers(); });
        bench::printRow(QStringLiteral("First sync of %1 people and channels from Slack").arg(subjects),
                        double(*run.finishedAt - run.startedAt),
                        QStringLiteral("fetch and parse the same users.list pages"), floor);
    }

    void changeToConfirmed()
    {
        std::vector<double> samples;
        for (int i = 0; i < changes; ++i)
            samples.push_back(millisecondsOf([this, i] { changeAndWait(i); }));
        const std::vector<double> floors = roundTripAndTwoCommits();
        for (const double share : {0.5, 0.95}) {
            bench::printRow(
                QStringLiteral("Change to confirmed, p%1").arg(share * 100), bench::percentile(samples, share),
                QStringLiteral("one empty round trip and two commits of one row"), bench::percentile(floors, share));
        }
    }

    void decisions()
    {
        QJsonArray ids;
        QSet<QString> known;
        for (int row = 0; row < people; ++row) {
            ids.append(desk().people().id(row).toString());
            known.insert(desk().people().id(row).toString());
        }
        const QByteArray body = QJsonDocument(QJsonObject{{QStringLiteral("category"), m_category.toString()},
                                                          {QStringLiteral("subjects"), ids}})
                                    .toJson(QJsonDocument::Compact);
        std::vector<double> samples;
        QByteArray answer;
        for (int i = 0; i < decisionCalls; ++i)
            samples.push_back(millisecondsOf([&] { answer = api("POST", QStringLiteral("/decisions"), body).body; }));
        const QJsonDocument parsed = QJsonDocument::fromJson(answer);
        QCOMPARE(parsed.object().value(QStringLiteral("items")).toArray().size(), people);
        std::vector<double> floors;
        for (int i = 0; i < decisionCalls; ++i)
            floors.push_back(millisecondsOf([&] { lookUpAndWrite(body, parsed, known); }));
        bench::printRow(QStringLiteral("100,000 decisions in one call over HTTP"), bench::percentile(samples, 0.5),
                        QStringLiteral("parse the question, one hash look-up each, write the same answer"),
                        bench::percentile(floors, 0.5));
    }

    void batch()
    {
        QJsonArray list;
        for (int row = 0; row < batchSize; ++row)
            list.append(QJsonObject{{QStringLiteral("subject"), m_live.desk->people().id(changes + row).toString()},
                                    {QStringLiteral("category"), m_category.toString()},
                                    {QStringLiteral("state"), QStringLiteral("opted_out")},
                                    {QStringLiteral("reason"), QStringLiteral("They asked for it.")}});
        const QByteArray body = QJsonDocument(QJsonObject{{QStringLiteral("mode"), QStringLiteral("each")},
                                                          {QStringLiteral("changes"), list}})
                                    .toJson(QJsonDocument::Compact);
        QByteArray answer;
        const double measured =
            millisecondsOf([&] { answer = api("POST", QStringLiteral("/preferences:batch"), body).body; });
        const QJsonObject summary =
            QJsonDocument::fromJson(answer).object().value(QStringLiteral("summary")).toObject();
        QVERIFY2(summary.value(QStringLiteral("changed")).toInt() > batchSize * 9 / 10, answer.left(300).constData());
        const double floor = millisecondsOf([&] { insertRows(3 * batchSize); });
        bench::printRow(QStringLiteral("10,000 changes in one batch over HTTP, each with its entry in the audit log"),
                        measured, QStringLiteral("insert three rows of 500 bytes for each"), floor);
    }

    void commandsBesideABroadcast()
    {
        const quint16 port = quint16(m_live.local->url().port());
        std::vector<QByteArray> nothing(commandCount, bench::requestFor("GET", "/healthz"));
        const std::vector<double> floors = bench::burst(port, nothing, "ok");
        const QString id = startBroadcast();
        std::vector<QByteArray> commands;
        for (int row = 0; commands.size() < commandCount; ++row) {
            const int person = untouched + broadcastSize + row;
            if (!desk().people().isDeleted(person))
                commands.push_back(bench::optOutCommand(m_live.grant.workspace, desk().people().id(person).toString(),
                                                        QByteArray::number(row)));
        }
        const std::vector<double> samples = bench::burst(port, commands, "*Reminders*");
        const QJsonObject summary = broadcast(id).value(QStringLiteral("summary")).toObject();
        QVERIFY2(summary.value(QStringLiteral("queued")).toInt() > 0, "the broadcast was over before the commands");
        QCOMPARE(samples.size(), size_t(commandCount));
        for (const double share : {0.5, 0.99})
            bench::printRow(
                QStringLiteral("500 slash commands at once beside a broadcast to 10,000, p%1").arg(share * 100),
                bench::percentile(samples, share), QStringLiteral("500 requests at once that do nothing"),
                bench::percentile(floors, share));
        QCOMPARE(api("POST", QStringLiteral("/notifications/%1:cancel").arg(id)).status, 200);
    }

    void search()
    {
        std::vector<double> samples;
        for (int i = 0; i < searches; ++i)
            samples.push_back(millisecondsOf([&] {
                QVERIFY(api("GET", QStringLiteral("/subjects?q=nobody%1").arg(i)).body.contains("\"items\":[]"));
            }));
        net::HttpRequest request;
        request.url = below(m_live.local->url(), QStringLiteral("/healthz"));
        const double floor = millisecondsOf([&] { std::ignore = net::await(m_live.transport.send(request)); });
        bench::printRow(QStringLiteral("Search 100,000 people over HTTP, nobody found"),
                        bench::percentile(samples, 0.5), QStringLiteral("one empty round trip"), floor);
    }

    void openOnACache()
    {
        m_live.desk.reset();
        QElapsedTimer timer;
        timer.start();
        startDesk(false);
        QSignalSpy added(&desk().people(), &SubjectTable::rowsAdded);
        const auto waitForRows = [&](int rows) {
            while (desk().people().rowCount() < rows && added.wait(60'000)) {
            }
            return double(timer.nsecsElapsed()) / 1e6;
        };
        const double firstRows = waitForRows(1);
        const double all = waitForRows(people);
        QCOMPARE(desk().people().rowCount(), people);
        const double floor = millisecondsOf([this] { readCache(); });
        bench::printRow(QStringLiteral("Open the console's engine on 100,000 cached people, first rows"), firstRows,
                        QStringLiteral("read the same rows with SQLite"), floor);
        bench::printRow(QStringLiteral("… all rows usable"), all, QStringLiteral("the same"), floor);
    }

private:
    void signIn()
    {
        SignIn signIn(m_live.transport, m_live.random, m_live.clock, [this](const QUrl& url) {
            QThreadPool::globalInstance()->start(
                [this, url] { std::ignore = bench::RedirectBrowser(m_live.transport).open(url); });
            return true;
        });
        connect(&signIn, &SignIn::finished, this, [this](const SignInGrant& grant) { m_live.grant = grant; });
        SignInRequest request;
        request.backend = m_live.local->url();
        request.launchSecret = m_live.local->launchSecret();
        signIn.start(request);
        QTRY_VERIFY_WITH_TIMEOUT(signIn.state() == SignIn::State::Succeeded, 30'000);
        QVERIFY(QThreadPool::globalInstance()->waitForDone(10'000));
    }

    void startDesk(bool fresh)
    {
        m_live.startDesk(fresh, this, [this](const LocalChange& change) {
            if (change.stage == ChangeStage::Confirmed)
                ++m_confirmed;
        });
    }

    Desk& desk() { return *m_live.desk; }

    std::optional<Exchange> directoryRun()
    {
        desk().refreshExchanges();
        for (const Exchange& exchange : desk().exchanges()) {
            if (exchange.between == Exchange::Between::BackendSlack)
                return exchange;
        }
        return std::nullopt;
    }

    void changeAndWait(int row)
    {
        ChangeOrder order;
        order.subject = desk().people().id(row);
        order.category = m_category = desk().categories().front().slug;
        order.wish = Wish::toState(PreferenceState::OptedOut);
        const int before = m_confirmed;
        QSignalSpy updates(m_live.desk.get(), &Desk::changeUpdated);
        QVERIFY(desk().change(order).ok());
        while (m_confirmed == before && updates.wait(10'000)) {
        }
        QCOMPARE(m_confirmed, before + 1);
    }

    net::HttpReply api(const QByteArray& method, const QString& path, const QByteArray& body = {})
    {
        net::HttpRequest request;
        request.method = method;
        request.url = below(m_live.local->url(), QStringLiteral("/v1/workspaces/") + m_live.grant.workspace.toString() +
                                                     path.section(QLatin1Char('?'), 0, 0));
        request.url.setQuery(path.section(QLatin1Char('?'), 1));
        request.headers = {{"Authorization", "Bearer " + m_live.grant.accessToken.reveal()},
                           {"Refrain-Launch", m_live.local->launchSecret().reveal()},
                           {"Content-Type", "application/json"}};
        request.body = body;
        request.replyLimit = 64 * 1024 * 1024;
        const auto reply = net::await(m_live.transport.send(request));
        return reply ? *reply : net::HttpReply();
    }

    /// To people who get it; the same text goes to oneself first, as is asked of big ones.
    QString startBroadcast()
    {
        QJsonArray recipients{m_live.grant.userId};
        QString id = notify(recipients);
        const auto isDone = [&] { return broadcast(id).value(QStringLiteral("state")) == QStringLiteral("done"); };
        (void)QTest::qWaitFor(isDone, 60'000);
        recipients = {};
        for (int row = 0; row < broadcastSize; ++row)
            recipients.append(desk().people().id(untouched + row).toString());
        id = notify(recipients);
        const auto isUnderWay = [&] { return broadcast(id).value(QStringLiteral("summary"))[u"sent"].toInt() > 0; };
        (void)QTest::qWaitFor(isUnderWay, 60'000);
        return id;
    }

    QString notify(const QJsonArray& recipients)
    {
        const QJsonObject body{{QStringLiteral("category"), QStringLiteral("reminders")},
                               {QStringLiteral("text"), QStringLiteral("Time sheets are due.")},
                               {QStringLiteral("recipients"), recipients}};
        return QJsonDocument::fromJson(api("POST", QStringLiteral("/notifications"), QJsonDocument(body).toJson()).body)
            .object()
            .value(QStringLiteral("id"))
            .toString();
    }

    QJsonObject broadcast(const QString& id)
    {
        return QJsonDocument::fromJson(api("GET", QStringLiteral("/notifications/%1?limit=1").arg(id)).body).object();
    }

    // Floors

    QByteArray practiceToken()
    {
        const QString redirect = QStringLiteral("http://localhost:9/never-visited");
        QUrl authorize = below(m_live.local->practiceUrl().resolved(QUrl(QStringLiteral("/"))),
                               QStringLiteral("/oauth/v2/authorize"));
        authorize.setQuery(QUrlQuery{{QStringLiteral("client_id"), QStringLiteral("1.1")},
                                     {QStringLiteral("scope"), QStringLiteral("users:read,users:read.email")},
                                     {QStringLiteral("redirect_uri"), redirect},
                                     {QStringLiteral("state"), QStringLiteral("bench")}});
        bench::RedirectBrowser browser(m_live.transport);
        browser.setStop(redirect);
        const auto reply = browser.open(authorize);
        const QUrl location = QUrl::fromEncoded(reply ? reply->header("Location") : QByteArray());
        const QUrlQuery form{{QStringLiteral("client_id"), QStringLiteral("1.1")},
                             {QStringLiteral("client_secret"), QStringLiteral("practice-client-secret")},
                             {QStringLiteral("code"), QUrlQuery(location).queryItemValue(QStringLiteral("code"))},
                             {QStringLiteral("redirect_uri"), redirect}};
        return slack("oauth.v2.access", {}, form).value(QStringLiteral("access_token")).toString().toUtf8();
    }

    QJsonObject slack(const char* method, const QByteArray& token, const QUrlQuery& form)
    {
        net::HttpRequest request;
        request.method = "POST";
        request.url = m_live.local->practiceUrl().resolved(QUrl(QStringLiteral("/api/") + QLatin1String(method)));
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        if (!token.isEmpty())
            request.headers.append({"Authorization", "Bearer " + token});
        request.body = form.toString(QUrl::FullyEncoded).toUtf8();
        return objectOf(net::await(m_live.transport.send(request)));
    }

    void fetchAndParseAllUsers()
    {
        const QByteArray token = practiceToken();
        qsizetype read = 0;
        QString cursor;
        do {
            const QJsonObject page =
                slack("users.list", token,
                      {{QStringLiteral("limit"), QStringLiteral("999")}, {QStringLiteral("cursor"), cursor}});
            read += page.value(QStringLiteral("members")).toArray().size();
            cursor = page.value(QStringLiteral("response_metadata"))
                         .toObject()
                         .value(QStringLiteral("next_cursor"))
                         .toString();
        } while (!cursor.isEmpty());
        QVERIFY2(read >= people, qPrintable(QStringLiteral("the floor read only %1 people").arg(read)));
    }

    std::vector<double> roundTripAndTwoCommits()
    {
        auto database = store::Database::open({m_live.folder.filePath(QStringLiteral("floor.db"))});
        if (!database || !(*database)->execute(QStringLiteral("CREATE TABLE t (a INTEGER)")))
            return {};
        std::vector<double> samples;
        net::HttpRequest request;
        request.url = below(m_live.local->url(), QStringLiteral("/healthz"));
        for (int i = 0; i < changes; ++i) {
            samples.push_back(millisecondsOf([&] {
                std::ignore = (*database)->execute(QStringLiteral("INSERT INTO t VALUES (1)"));
                std::ignore = net::await(m_live.transport.send(request));
                std::ignore = (*database)->execute(QStringLiteral("INSERT INTO t VALUES (2)"));
            }));
        }
        return samples;
    }

    void insertRows(int count)
    {
        auto database = store::Database::open({m_live.folder.filePath(QStringLiteral("rows.db"))});
        QVERIFY(database &&
                (*database)->execute(QStringLiteral("CREATE TABLE t (a INTEGER PRIMARY KEY, b TEXT NOT NULL)")));
        auto transaction = store::Transaction::begin(**database);
        const QString text(500, QLatin1Char('x'));
        for (int i = 0; i < count; ++i)
            QVERIFY((*database)->run("INSERT INTO t VALUES (?, ?)", {i, text}));
        QVERIFY(transaction && transaction->commit());
    }

    static void lookUpAndWrite(const QByteArray& question, const QJsonDocument& answer, const QSet<QString>& known)
    {
        int found = 0;
        for (const auto id : QJsonDocument::fromJson(question).object().value(QStringLiteral("subjects")).toArray())
            found += known.contains(id.toString()) ? 1 : 0;
        const qsizetype written = answer.toJson(QJsonDocument::Compact).size();
        QVERIFY(found == people && written > people);
    }

    void readCache()
    {
        auto database = store::Database::open({m_live.profile->cacheFile(m_live.accounts->current()->id)});
        QVERIFY(database.ok());
        qsizetype bytes = 0;
        const auto read = (*database)->each("SELECT * FROM subjects", {}, [&](const store::Row& row) {
            for (int column = 0; column < 13; ++column)
                bytes += row.text(column).size();
        });
        QVERIFY(read.ok() && bytes > people);
    }

    test::LiveDesk m_live;
    CategorySlug m_category;
    int m_confirmed = 0;
};

QTEST_GUILESS_MAIN(TestBench)
#include "tst_bench.moc"
