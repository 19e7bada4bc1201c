#include "wire/fieldreader.h"
#include "wire/problem.h"

#include <QTest>

using namespace refrain;
using namespace refrain::wire;

class TestProblem : public QObject {
    Q_OBJECT

private slots:
    void everyCodeHasItsStatusAndComesBack_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, int status) {
            QTest::newRow(name) << QString::fromLatin1(name) << status;
        };
        row("bad_request", 400);
        row("unauthorized", 401);
        row("forbidden", 403);
        row("not_found", 404);
        row("method_not_allowed", 405);
        row("conflict", 409);
        row("category_required", 409);
        row("category_archived", 409);
        row("idempotency_in_progress", 409);
        row("gone", 410);
        row("precondition_failed", 412);
        row("payload_too_large", 413);
        row("unsupported_media_type", 415);
        row("unprocessable", 422);
        row("idempotency_key_reused", 422);
        row("rate_limited", 429);
        row("internal", 500);
        row("unavailable", 503);
    }

    void everyCodeHasItsStatusAndComesBack()
    {
        QFETCH(QString, name);
        QFETCH(int, status);
        const auto code = problemCodeFromString(name);
        QVERIFY(code);
        QCOMPARE(statusOf(*code), status);
        QCOMPARE(toString(*code), name);
        const Problem problem{*code, QStringLiteral("A sentence."), {}, {}};
        const QJsonObject object = toJson(problem);
        QCOMPARE(object.value(QLatin1String("status")).toInt(), status);
        QCOMPARE(object.value(QLatin1String("code")).toString(), name);
        QVERIFY(!object.value(QLatin1String("title")).toString().isEmpty());
        QCOMPARE(object.value(QLatin1String("type")).toString(), QStringLiteral("urn:refrain:problem:") + name);
        QCOMPARE(*problemFromJson(object), problem);

        // From the server's Error over the wire to the console's Error nothing is lost.
        const Error error = problemError(*code, QStringLiteral("A sentence."));
        QVERIFY(problemOf(error).code == *code);
        QCOMPARE(errorOf(*problemFromJson(toJson(problemOf(error)))), error);
    }

    void aFaultOfAFieldIsPointedAt()
    {
        const Problem problem = problemOf(Error::invalid(QStringLiteral("Too long."), QStringLiteral("/reason")));
        QVERIFY(problem.code == ProblemCode::Unprocessable);
        QCOMPARE(problem.errors, std::vector({FieldFault{QStringLiteral("/reason"), QStringLiteral("Too long.")}}));
        QCOMPARE(*problemFromJson(toJson(problem)), problem);
    }

    void whatBrokeHereTellsNoDetails()
    {
        const Problem problem =
            problemOf(Error::internal(QStringLiteral("Something broke."), QStringLiteral("SELECT secret")));
        QVERIFY(problem.code == ProblemCode::Internal);
        QVERIFY(!wire::toBody(toJson(problem)).contains("secret"));
    }

    void everyErrorBecomesAProblem()
    {
        for (int code = 0; code <= int(ErrorCode::Internal); ++code) {
            const Problem problem = problemOf(Error(ErrorCode(code), QStringLiteral("x")));
            QVERIFY(statusOf(problem.code) >= 400);
        }
        QVERIFY(problemOf(Error::timeout(QStringLiteral("x"))).code == ProblemCode::Unavailable);
    }

    void refusalsKeepTheirCodes()
    {
        Judgement judgement;
        judgement.outcome = Judgement::Outcome::Refused;
        judgement.sentence = QStringLiteral("No.");
        judgement.pointer = QStringLiteral("/state");
        for (const Refusal refusal : {Refusal::PreconditionFailed, Refusal::Conflict, Refusal::CategoryRequired,
                                      Refusal::CategoryArchived, Refusal::Unprocessable}) {
            judgement.refusal = refusal;
            const Problem problem = problemOf(judgement);
            QCOMPARE(toString(problem.code), toString(refusal));
            QCOMPARE(problem.errors.empty(), refusal != Refusal::Unprocessable);
        }
    }

    void aMismatchShowsWhatIsThere()
    {
        Problem problem{ProblemCode::PreconditionFailed, QStringLiteral("Changed."), {}, {}};
        QVERIFY(!toJson(problem).contains(QLatin1String("current")));
        problem.current = {{QStringLiteral("version"), 3}};
        QCOMPARE(toJson(problem).value(QLatin1String("current")).toObject(), problem.current);
        QCOMPARE(*problemFromJson(toJson(problem)), problem);
    }

    void bodiesThatAreNoObjectsAreBadRequests_data()
    {
        QTest::addColumn<QByteArray>("body");
        for (const char* body : {"", "{", "[]", "1", "null", "\"x\"", "{'a': 1}", "{\"a\": 1} x", "\xff\xfe"})
            QTest::newRow(qPrintable(QStringLiteral("<%1>").arg(QString::fromLatin1(body)))) << QByteArray(body);
    }

    void bodiesThatAreNoObjectsAreBadRequests()
    {
        QFETCH(QByteArray, body);
        const auto object = objectFromBody(body);
        QVERIFY(!object);
        QVERIFY(problemOf(object.error()).code == ProblemCode::BadRequest);
    }
};

QTEST_GUILESS_MAIN(TestProblem)
#include "tst_wireproblem.moc"
