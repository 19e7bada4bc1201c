#include "slack/methods/authtest.h"
#include "tests/service/workshop.h"

#include <QTest>

#include <thread>

using namespace refrain;
using test::FakeSlack;
using test::Workshop;

namespace {

QJsonObject fresh(int number)
{
    return {{QStringLiteral("ok"), true},
            {QStringLiteral("token_type"), QStringLiteral("bot")},
            {QStringLiteral("access_token"), QStringLiteral("xoxb-%1").arg(number)},
            {QStringLiteral("refresh_token"), QStringLiteral("xoxe-1-%1").arg(number)},
            {QStringLiteral("expires_in"), 43200},
            {QStringLiteral("team"), QJsonObject{{QStringLiteral("id"), QStringLiteral("T1")}}}};
}

constexpr Millis hour = 60 * 60 * 1000;

store::WorkspaceStatus statusOf(Workshop& shop)
{
    return (**store::WorkspaceStore(shop.database(), shop.vault).find(shop.id)).status;
}

}  // namespace

class TestTokenKeeper : public QObject {
    Q_OBJECT

private slots:
    void renewsInTimeAndNotBefore_data()
    {
        QTest::addColumn<int>("minutesLeft");
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("without rotation it never expires") << -1 << QByteArray("xoxb-1");
        QTest::newRow("two hours left are enough") << 120 << QByteArray("xoxb-1");
        QTest::newRow("less is not") << 119 << QByteArray("xoxb-2");
        QTest::newRow("nor is nothing") << 0 << QByteArray("xoxb-2");
    }

    void renewsInTimeAndNotBefore()
    {
        QFETCH(int, minutesLeft);
        QFETCH(QByteArray, token);
        Workshop shop;
        shop.connectWorkspace(minutesLeft < 0 ? std::nullopt : std::optional<Millis>(minutesLeft * 60'000));
        shop.slack.on(QStringLiteral("oauth.v2.access"), fresh(2));
        const Result<slack::Credential> credential = shop.keeper.credential(shop.id);
        QVERIFY(credential);
        QCOMPARE(credential->token.reveal(), token);
        const Result<store::BotTokens> stored = store::WorkspaceStore(shop.database(), shop.vault).tokens(shop.id);
        QCOMPARE(stored->access.reveal(), token);
    }

    void theNewPairIsOnDiskBeforeItIsUsedAndTheRefreshTokenServesOnce()
    {
        Workshop shop;
        shop.connectWorkspace(hour);
        QStringList used;
        shop.slack.on(QStringLiteral("oauth.v2.access"), [&](const slack::Credential&, const slack::Call& call) {
            used << FakeSlack::field(call, "refresh_token");
            return Result<QJsonObject>(fresh(int(used.size()) + 1));
        });
        QVERIFY(shop.keeper.credential(shop.id));
        shop.clock.advance(std::chrono::hours(11));
        QVERIFY(shop.keeper.credential(shop.id));
        QCOMPARE(used, (QStringList{QStringLiteral("xoxe-1-1"), QStringLiteral("xoxe-1-2")}));
    }

    void manyAskAtOnceAndOneRenews()
    {
        Workshop shop;
        shop.connectWorkspace(hour);
        shop.slack.on(QStringLiteral("oauth.v2.access"), fresh(2));
        std::atomic<int> good = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] {
                const Result<slack::Credential> credential = shop.keeper.credential(shop.id);
                good += credential && credential->token.equals("xoxb-2") ? 1 : 0;
            });
        }
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(good.load(), 8);
        QCOMPARE(shop.slack.count(QStringLiteral("oauth.v2.access")), qsizetype(1));
    }

    void aFailedRenewal_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("minutesLeft");
        QTest::addColumn<bool>("served");
        QTest::addColumn<bool>("revoked");
        const auto row = [](const char* name, const char* word, int minutes, bool served, bool revoked) {
            QTest::newRow(name) << QString::fromLatin1(word) << minutes << served << revoked;
        };
        row("Slack is away: the old token serves while it lasts", "internal_error", 30, true, false);
        row("Slack is away and the token is over", "internal_error", -1, false, false);
        row("our secret is wrong: no fault of the workspace's", "bad_client_secret", 30, true, false);
        row("the refresh token is used up", "invalid_refresh_token", 30, false, true);
        row("the app was removed", "account_inactive", 30, false, true);
    }

    void aFailedRenewal()
    {
        QFETCH(QString, word);
        QFETCH(int, minutesLeft);
        QFETCH(bool, served);
        QFETCH(bool, revoked);
        Workshop shop;
        shop.connectWorkspace(Millis(minutesLeft) * 60'000);
        shop.slack.failWith(QStringLiteral("oauth.v2.access"), word);
        QCOMPARE(shop.keeper.credential(shop.id).ok(), served);
        QVERIFY((statusOf(shop) == store::WorkspaceStatus::Revoked) == revoked);
    }

    void aDeadTokenMarksTheWorkspaceUnlessItWasReplacedMeanwhile()
    {
        Workshop shop;
        shop.connectWorkspace();
        shop.slack.failWith(QStringLiteral("auth.test"), QStringLiteral("token_revoked"));
        QVERIFY(!shop.keeper.run(shop.id, slack::AuthTest()));
        QVERIFY(statusOf(shop) == store::WorkspaceStatus::Revoked);

        shop.connectWorkspace();
        shop.slack.on(QStringLiteral("auth.test"), [&](const slack::Credential&, const slack::Call&) {
            const store::BotTokens newer{Secret(QByteArray("xoxb-9")), {}, std::nullopt};
            Workshop::require(shop.pool.write<void>([&](store::Database& database) {
                return store::WorkspaceStore(database, shop.vault).replaceTokens(shop.id, newer);
            }));
            return Result<QJsonObject>(slack::failure(QStringLiteral("auth.test"),
                                                      {{QStringLiteral("error"), QStringLiteral("token_revoked")}}));
        });
        QVERIFY(!shop.keeper.run(shop.id, slack::AuthTest()));
        QVERIFY(statusOf(shop) == store::WorkspaceStatus::Active);
    }

    void anUnknownWorkspaceHasNoCredential()
    {
        Workshop shop;
        QVERIFY(shop.keeper.credential(shop.id).error().is(ErrorCode::NotFound));
    }
};

QTEST_GUILESS_MAIN(TestTokenKeeper)
#include "tst_tokenkeeper.moc"
