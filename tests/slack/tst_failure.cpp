#include "slack/failure.h"
#include "slack/scopes.h"

#include <QTest>

using namespace refrain;

class TestFailure : public QObject {
    Q_OBJECT

private slots:
    void sortsSlacksWords_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("code");
        const auto row = [](const char* word, ErrorCode code) {
            QTest::newRow(word) << QString::fromLatin1(word) << int(code);
        };
        for (const char* word : {"not_authed", "invalid_auth", "account_inactive", "token_revoked", "token_expired"})
            row(word, ErrorCode::Unauthorized);
        for (const char* word : {"missing_scope", "not_allowed_token_type", "no_permission", "ekm_access_denied"})
            row(word, ErrorCode::Forbidden);
        for (const char* word : {"ratelimited", "internal_error", "fatal_error", "service_unavailable"})
            row(word, ErrorCode::Unavailable);
        for (const char* word : {"user_not_found", "users_not_found", "channel_not_found", "user_not_visible"})
            row(word, ErrorCode::NotFound);
        for (const char* word : {"invalid_cursor", "invalid_arguments", "a_word_of_tomorrow"})
            row(word, ErrorCode::Invalid);
    }

    void sortsSlacksWords()
    {
        QFETCH(QString, word);
        QFETCH(int, code);
        const Error error = slack::failure(QStringLiteral("users.list"), {{QStringLiteral("error"), word}});
        QCOMPARE(int(error.code()), code);
        QCOMPARE(slack::errorWord(error), word);
        QCOMPARE(slack::isDeadToken(error), code == int(ErrorCode::Unauthorized));
    }

    void namesTheMissingScope()
    {
        const Error error = slack::failure(QStringLiteral("users.list"),
                                           {{QStringLiteral("error"), QStringLiteral("missing_scope")},
                                            {QStringLiteral("needed"), QStringLiteral("users:read")},
                                            {QStringLiteral("provided"), QStringLiteral("chat:write,commands")}});
        QCOMPARE(slack::missingScope(error), QStringLiteral("users:read"));
        QVERIFY(error.context().contains(QStringLiteral("chat:write,commands")));
    }

    void anErrorOfOursHasNoWordOfSlacks()
    {
        QCOMPARE(slack::errorWord(Error::unauthorized(QStringLiteral("No."), QStringLiteral("expired"))), QString());
        QVERIFY(!slack::isDeadToken(Error::unauthorized(QStringLiteral("No."))));
    }

    void saysWhatWillNotWorkWithoutAScope()
    {
        QStringList granted = slack::botScopes();
        QCOMPARE(slack::featuresWithout(granted), QStringList());
        granted.removeAll(QStringLiteral("users:read.email"));
        QCOMPARE(slack::featuresWithout(granted), QStringList(QStringLiteral("E-mail addresses in the directory")));
        QVERIFY(slack::optionalBotScopes().contains(QStringLiteral("users:read.email")));
        QVERIFY(!slack::optionalBotScopes().contains(QStringLiteral("users:read")));
    }
};

QTEST_GUILESS_MAIN(TestFailure)
#include "tst_failure.moc"
