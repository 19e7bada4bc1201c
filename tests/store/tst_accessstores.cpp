#include "store/apikeystore.h"
#include "store/idempotencystore.h"
#include "store/linkstore.h"
#include "store/memberstore.h"
#include "store/oauthstore.h"
#include "store/sessionstore.h"
#include "store/settingstore.h"
#include "tests/store/servicedatabase.h"

#include <QFile>
#include <QTest>

using namespace refrain;
using namespace refrain::store;

/// Who may do what: workspaces, members, sessions, codes, keys and links.
class TestAccessStores : public QObject {
    Q_OBJECT

private slots:
    void init() { m_test = std::make_unique<test::ServiceDatabase>(); }
    void cleanup() { m_test.reset(); }

    void slackTokensAreSealedOnDisk()
    {
        WorkspaceStore workspaces(m_test->db(), m_test->vault);
        QCOMPARE(workspaces.tokens(m_test->workspace)->access.reveal(), QByteArray("xoxb-1"));
        QVERIFY(workspaces.replaceTokens(m_test->workspace,
                                         {Secret(QByteArray("xoxe.xoxb-2")), Secret(QByteArray("xoxe-1-renew")), 99}));
        const Result<BotTokens> tokens = workspaces.tokens(m_test->workspace);
        QCOMPARE(tokens->access.reveal(), QByteArray("xoxe.xoxb-2"));
        QCOMPARE(tokens->refresh.reveal(), QByteArray("xoxe-1-renew"));
        QCOMPARE(tokens->expiresAt, std::optional<Millis>(99));
        for (const char* suffix : {"", "-wal"}) {
            QFile file(m_test->db().path() + QLatin1String(suffix));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.contains("xoxb-2"));
            QVERIFY(!bytes.contains("xoxe-1-renew"));
        }
    }

    void installingAgainKeepsWhatWasCounted()
    {
        WorkspaceStore workspaces(m_test->db(), m_test->vault);
        QVERIFY(m_test->db().run("UPDATE workspaces SET seq = 7, audit_size = 9"));
        Workspace again = **workspaces.find(m_test->workspace);
        QCOMPARE(again.scopes.size(), 2);
        again.name = QStringLiteral("Acme Ltd");
        again.installedAt = 5'000;
        again.status = WorkspaceStatus::Active;
        QVERIFY(workspaces.setStatus(m_test->workspace, WorkspaceStatus::Revoked));
        QVERIFY(workspaces.install(again, {}));
        const Workspace found = workspaces.all()->front();
        QCOMPARE(found.name, QStringLiteral("Acme Ltd"));
        QCOMPARE(found.seq, 7);
        QCOMPARE(found.auditSize, 9);
        QCOMPARE(found.installedAt, 1'000);
        QCOMPARE(int(found.status), int(WorkspaceStatus::Active));
        QVERIFY(workspaces.setStatus(WorkspaceId(QStringLiteral("T9")), WorkspaceStatus::Revoked)
                    .error()
                    .is(ErrorCode::NotFound));
    }

    void membersAreGrantedAndCounted()
    {
        MemberStore members(m_test->db());
        const Member ann{QStringLiteral("U1"), QStringLiteral("Ann"), Role::Admin, QString(), 1};
        QVERIFY(members.put(m_test->workspace, ann));
        QVERIFY(
            members.put(m_test->workspace, {QStringLiteral("U2"), QStringLiteral("Ben"), Role::Viewer, ann.user, 2}));
        QVERIFY(!*members.hasOtherAdmin(m_test->workspace, QStringLiteral("U1")));
        QVERIFY(*members.hasOtherAdmin(m_test->workspace, QStringLiteral("U2")));
        QCOMPARE(members.find(m_test->workspace, ann.user)->value(), ann);
        QCOMPARE(members.all(m_test->workspace)->size(), 2U);
        QVERIFY(*members.remove(m_test->workspace, ann.user));
        QVERIFY(!*members.remove(m_test->workspace, ann.user));
        QVERIFY(!members.find(m_test->workspace, ann.user)->has_value());
    }

    void aFamilyOfTokensIsFollowedAndRevoked()
    {
        SessionStore sessions(m_test->db());
        const SessionFamily family{
            m_test->workspace, QStringLiteral("f1"), QStringLiteral("U1"), QStringLiteral("Ann"), 1, {}};
        QVERIFY(sessions.addFamily(family));
        const SessionToken first{m_test->workspace, "h1", family.id, TokenKind::Refresh, {}, 1, 100, {}, {}};
        SessionToken second = first;
        second.hash = "h2";
        second.predecessor = "h1";
        QVERIFY(sessions.addToken(first));
        QVERIFY(!sessions.successor(first)->has_value());
        QVERIFY(sessions.addToken(second));
        QVERIFY(sessions.markUsed(first, 50));
        QCOMPARE(sessions.token("h1")->value().usedAt, std::optional<Millis>(50));
        QCOMPARE(sessions.successor(first)->value().hash, QByteArray("h2"));
        QVERIFY(sessions.kill(second, 60));
        QVERIFY(!sessions.successor(first)->has_value());
        QCOMPARE(*sessions.revokeUser(m_test->workspace, QStringLiteral("U1"), 70), 1);
        QCOMPARE(*sessions.revokeUser(m_test->workspace, QStringLiteral("U1"), 71), 0);
        QCOMPARE(sessions.family(m_test->workspace, family.id)->value().revokedAt, std::optional<Millis>(70));
        QVERIFY(sessions.forgetExpired(101));
        QVERIFY(!sessions.token("h1")->has_value());
        QVERIFY(!sessions.family(m_test->workspace, family.id)->has_value());
    }

    void aStateServesOnceAndACodeIsRedeemedOnce()
    {
        OAuthStore oauth(m_test->db());
        QVERIFY(oauth.addState({"s", "c", QStringLiteral("install"), {}, {}, {}, {}, {}, 10}));
        QCOMPARE(oauth.takeState("s")->value().intent, QStringLiteral("install"));
        QVERIFY(!oauth.takeState("s")->has_value());
        OAuthCode code;
        code.workspace = m_test->workspace;
        code.hash = "k";
        code.user = QStringLiteral("U1");
        code.expiresAt = 60;
        QVERIFY(oauth.addCode(code));
        QVERIFY(*oauth.redeem("k", QStringLiteral("f1")));
        QVERIFY(!*oauth.redeem("k", QStringLiteral("f2")));
        QCOMPARE(oauth.code("k")->value().family, QStringLiteral("f1"));
        QVERIFY(oauth.forgetExpired(61));
        QVERIFY(!oauth.code("k")->has_value());
    }

    void apiKeysAreFoundByHashAndRevoked()
    {
        ApiKeyStore keys(m_test->db());
        QVERIFY(keys.add({m_test->workspace,
                          QStringLiteral("k1"),
                          QStringLiteral("mailer"),
                          Role::Service,
                          QStringLiteral("U1"),
                          5,
                          {},
                          {}},
                         "hash"));
        QCOMPARE(keys.findByHash("hash")->value().name, QStringLiteral("mailer"));
        QVERIFY(!keys.findByHash("other")->has_value());
        QVERIFY(keys.touch(m_test->workspace, QStringLiteral("k1"), 8));
        QVERIFY(*keys.revoke(m_test->workspace, QStringLiteral("k1"), 9));
        QVERIFY(!*keys.revoke(m_test->workspace, QStringLiteral("k1"), 10));
        QCOMPARE(keys.all(m_test->workspace)->front().revokedAt, std::optional<Millis>(9));
    }

    void anAnswerIsKeptSevenDaysAndSealedWhereSecret()
    {
        IdempotencyStore answers(m_test->db(), m_test->vault);
        const IdempotencyScope scope{m_test->workspace, QStringLiteral("user:U1"), QStringLiteral("key-1")};
        const KeptAnswer answer{
            "print", 200, QStringLiteral("\"17\""), QStringLiteral("application/json"), "{\"key\":\"rk-secret\"}",
            true};
        QVERIFY(answers.keep(scope, answer, 1'000));
        QVERIFY(answers.keep(scope, answer, 1'001).error().is(ErrorCode::Conflict));
        QCOMPARE(answers.find(scope, 1'002)->value().body, answer.body);
        QCOMPARE(*m_test->db().number(
                     "SELECT count(*) FROM idempotency_keys WHERE instr(body, CAST('rk-secret' AS BLOB)) > 0"),
                 0);
        IdempotencyScope other = scope;
        other.owner = QStringLiteral("user:U2");
        QVERIFY(!answers.find(other, 1'002)->has_value());
        const Millis later = 1'000 + IdempotencyStore::keptFor;
        QVERIFY(!answers.find(scope, later)->has_value());
        QVERIFY(answers.keep(scope, answer, later));  // the old one no longer counts
        QCOMPARE(*answers.forgetExpired(later + IdempotencyStore::keptFor), 1);
    }

    void linksSettingsAndSigningKeysComeBack()
    {
        LinkStore links(m_test->db());
        QVERIFY(links.add(
            {m_test->workspace, "lh", SubjectId(QStringLiteral("U1")), everyCategory(), QStringLiteral("k1"), 1, {}}));
        QCOMPARE(links.find("lh")->value().category, everyCategory());
        QVERIFY(!links.find("lx")->has_value());
        SettingStore settings(m_test->db());
        QVERIFY(settings.put(m_test->workspace, QStringLiteral("quiet"), "{\"from\":22}"));
        QVERIFY(settings.put(m_test->workspace, QStringLiteral("quiet"), "{\"from\":23}"));
        QCOMPARE(settings.find(m_test->workspace, QStringLiteral("quiet"))->value(), QByteArray("{\"from\":23}"));
        QCOMPARE(settings.all(m_test->workspace)->size(), 1U);
        SigningKeyStore signers(m_test->db(), m_test->vault);
        QVERIFY(!signers.current(m_test->workspace)->has_value());
        QVERIFY(signers.add(m_test->workspace, "p1", Secret(QByteArray("seed-1")), 1));
        QVERIFY(signers.add(m_test->workspace, "p2", Secret(QByteArray("seed-2")), 2));
        QCOMPARE(signers.current(m_test->workspace)->value().reveal(), QByteArray("seed-2"));
    }

private:
    std::unique_ptr<test::ServiceDatabase> m_test;
};

QTEST_GUILESS_MAIN(TestAccessStores)
#include "tst_accessstores.moc"
