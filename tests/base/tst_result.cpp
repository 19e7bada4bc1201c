#include "base/result.h"

#include <QTest>

#include <memory>

using namespace refrain;

class TestResult : public QObject {
    Q_OBJECT

private slots:
    void carriesItsValue()
    {
        Result<int> result = 7;
        QVERIFY(result);
        QCOMPARE(*result, 7);
        QCOMPARE(result.valueOr(1), 7);
    }

    void carriesItsErrorAndFallsBack()
    {
        const Result<int> result = Error::notFound(QStringLiteral("No such person."), QStringLiteral("U1"));
        QVERIFY(!result);
        QVERIFY(result.error().is(ErrorCode::NotFound));
        QCOMPARE(result.error().toString(), QStringLiteral("No such person. (U1)"));
        QCOMPARE(result.valueOr(1), 1);
    }

    void movesWhatCannotBeCopied()
    {
        Result<std::unique_ptr<int>> result = std::make_unique<int>(3);
        const std::unique_ptr<int> taken = *std::move(result);
        QCOMPARE(*taken, 3);
    }

    void successWithoutValue()
    {
        QVERIFY(Result<>());
        QVERIFY(!Result<>(Error::timeout(QStringLiteral("No answer."))));
    }

    void onlyNetworkAndTimeAreTransient_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("transient");
        for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
            const bool transient = code == int(ErrorCode::Unavailable) || code == int(ErrorCode::Timeout);
            QTest::addRow("code %d", code) << code << transient;
        }
    }

    void onlyNetworkAndTimeAreTransient()
    {
        QFETCH(int, code);
        QFETCH(bool, transient);
        QCOMPARE(Error(ErrorCode(code), QStringLiteral("x")).isTransient(), transient);
    }
};

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
