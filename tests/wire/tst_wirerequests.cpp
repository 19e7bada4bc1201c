#include "wire/batch.h"
#include "wire/category.h"
#include "wire/decisions.h"
#include "wire/preferencechange.h"

#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace refrain;
using namespace refrain::wire;

namespace {

QJsonObject parsed(const QByteArray& json)
{
    return QJsonDocument::fromJson(json).object();
}

template <class T>
QString faultOf(const Result<T>& result)
{
    return result ? QStringLiteral("none") : result.error().context();
}

}  // namespace

class TestRequests : public QObject {
    Q_OBJECT

private slots:
    void aChangeKeepsAbsentAndNullApart()
    {
        auto request =
            changeRequestFromJson(parsed(R"({"state": "opted_out", "reason": "Asked", "requestedBy": "person",
            "ticket": "HELP-7", "receivedAt": "2026-05-03T08:12:00Z"})"));
        QVERIFY(request->state == PreferenceState::OptedOut);
        QVERIFY(!request->snoozedUntil);
        QVERIFY(request->requestedBy == RequestedBy::Person);
        QCOMPARE(request->receivedAt, std::optional<Millis>(1'777'795'920'000));
        request = changeRequestFromJson(parsed(R"({"snoozedUntil": null})"));
        QVERIFY(!request->state);
        QVERIFY(request->snoozedUntil && !*request->snoozedUntil);
        request = changeRequestFromJson(parsed(R"({"snoozedUntil": "2026-05-03T08:12:00Z"})"));
        QCOMPARE(**request->snoozedUntil, 1'777'795'920'000);
    }

    void whatIsKeptTurnsNoOtherWords()
    {
        const auto request =
            changeRequestFromJson(parsed("{\"reason\": \"Asked \u202Eenohp yb\", \"ticket\": \"\u2066HELP-7\"}"));
        QCOMPARE(request->reason, QStringLiteral("Asked enohp yb"));
        QCOMPARE(request->ticket, QStringLiteral("HELP-7"));
        QVERIFY(!changeRequestFromJson(parsed("{\"reason\": \"\u202E\"}")));  // nothing is said
    }

    void aChangeIsWrittenAsItWasRead_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("a state") << QByteArray(R"({"state": "default"})");
        QTest::newRow("a cleared snooze") << QByteArray(R"({"snoozedUntil": null})");
        QTest::newRow("everything") << QByteArray(R"({"state": "opted_in", "snoozedUntil": "2026-05-03T08:12:00.000Z",
            "reason": "r", "ticket": "t", "requestedBy": "legal", "receivedAt": "2026-05-03T08:12:00.000Z"})");
    }

    void aChangeIsWrittenAsItWasRead()
    {
        QFETCH(QByteArray, json);
        QCOMPARE(toJson(*changeRequestFromJson(parsed(json))), parsed(json));
    }

    void badChangesNameTheField_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("pointer");
        const auto row = [](const char* name, const QByteArray& json, const char* pointer) {
            QTest::newRow(name) << json << QString::fromLatin1(pointer);
        };
        row("an unknown state", R"({"state": "maybe"})", "/state");
        row("an empty state", R"({"state": ""})", "/state");
        row("a number as state", R"({"state": 1})", "/state");
        row("a day as snooze", R"({"snoozedUntil": "2026-05-03"})", "/snoozedUntil");
        row("a number as snooze", R"({"snoozedUntil": 1777795920})", "/snoozedUntil");
        row("an unknown asker", R"({"requestedBy": "boss"})", "/requestedBy");
        row("a time without zone", R"({"receivedAt": "2026-05-03T08:12:00"})", "/receivedAt");
        row("a reason of 500", R"({"reason": ")" + QByteArray(500, 'x') + R"("})", "none");
        row("a reason of 501", R"({"reason": ")" + QByteArray(501, 'x') + R"("})", "/reason");
        row("a list as ticket", R"({"ticket": []})", "/ticket");
    }

    void badChangesNameTheField()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, pointer);
        QCOMPARE(faultOf(changeRequestFromJson(parsed(json))), pointer);
    }

    void readsIfMatch_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<int>("version");  // -1: none, -2: refused
        QTest::newRow("absent") << QByteArray() << -1;
        QTest::newRow("a star") << QByteArray("*") << -1;
        QTest::newRow("zero") << QByteArray("0") << 0;
        QTest::newRow("a number") << QByteArray("17") << 17;
        QTest::newRow("a number in quotes") << QByteArray("\"17\"") << 17;
        QTest::newRow("blanks around") << QByteArray(" \"17\" ") << 17;
        QTest::newRow("negative") << QByteArray("-1") << -2;
        QTest::newRow("a word") << QByteArray("\"abc\"") << -2;
        QTest::newRow("weak") << QByteArray("W/\"17\"") << -2;
        QTest::newRow("a list") << QByteArray("\"17\", \"18\"") << -2;
        QTest::newRow("a leading zero") << QByteArray("017") << -2;
        QTest::newRow("empty quotes") << QByteArray("\"\"") << -2;
    }

    void readsIfMatch()
    {
        QFETCH(QByteArray, header);
        QFETCH(int, version);
        const auto read = versionFromIfMatch(header);
        QCOMPARE(read ? int(read->value_or(-1)) : -2, version);
    }

    void aVersionBeyondAllNumbersIsOneThatNeverFits()
    {
        QCOMPARE(*versionFromIfMatch("99999999999999999999"),
                 std::optional<qint64>(std::numeric_limits<qint64>::max()));
    }

    void etagsAreReadBack() { QCOMPARE(*versionFromIfMatch(etag(17)), std::optional<qint64>(17)); }

    void batchesNameTheChangeAtFault_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("pointer");
        const auto row = [](const char* name, const QByteArray& json, const char* pointer) {
            QTest::newRow(name) << json << QString::fromLatin1(pointer);
        };
        row("a good one", R"({"mode": "each", "changes": [{"subject": "U1", "category": "a", "state": "opted_out"}]})",
            "none");
        row("an empty one", R"({"mode": "all", "changes": []})", "none");
        row("no mode", R"({"changes": []})", "/mode");
        row("an unknown mode", R"({"mode": "some", "changes": []})", "/mode");
        row("no changes", R"({"mode": "all"})", "/changes");
        row("changes that are no list", R"({"mode": "all", "changes": {}})", "/changes");
        row("a change that is no object", R"({"mode": "all", "changes": [1]})", "/changes/0");
        row("a change without subject", R"({"mode": "all", "changes": [{"subject": "U1", "category": "a"},
            {"category": "a"}]})",
            "/changes/1/subject");
        row("a change without category", R"({"mode": "all", "changes": [{"subject": "U1"}]})", "/changes/0/category");
        row("a bad state", R"({"mode": "all", "changes": [{"subject": "U1", "category": "a", "state": "x"}]})",
            "/changes/0/state");
        row("a bad version", R"({"mode": "all", "changes": [{"subject": "U1", "category": "a", "ifMatch": "x"}]})",
            "/changes/0/ifMatch");
        row("half a version", R"({"mode": "all", "changes": [{"subject": "U1", "category": "a", "ifMatch": 1.5}]})",
            "/changes/0/ifMatch");
    }

    void batchesNameTheChangeAtFault()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, pointer);
        QCOMPARE(faultOf(batchRequestFromJson(parsed(json))), pointer);
    }

    void aBatchHoldsAtMostTenThousand()
    {
        BatchRequest request;
        ChangeRequest change;
        change.subject = SubjectId(QStringLiteral("U1"));
        change.category = CategorySlug(QStringLiteral("a"));
        change.state = PreferenceState::OptedOut;
        change.ifMatch = 3;
        request.changes.assign(10'000, change);
        const auto read = batchRequestFromJson(toJson(request));
        QCOMPARE(read->changes.size(), size_t(10'000));
        QCOMPARE(read->changes.back().ifMatch, std::optional<qint64>(3));
        request.changes.push_back(change);
        QCOMPARE(faultOf(batchRequestFromJson(toJson(request))), QStringLiteral("/changes"));
    }

    void decisionsAskInOrderWithDuplicates()
    {
        const auto request = decisionsRequestFromJson(
            parsed(R"({"category": "reminders", "subjects": ["U2", "U1", "U2"], "asOf": "2026-05-03T08:12:00.000Z"})"));
        QCOMPARE(request->subjects.size(), size_t(3));
        QCOMPARE(request->subjects[0], request->subjects[2]);
        QCOMPARE(*decisionsRequestFromJson(toJson(*request)), *request);
        QCOMPARE(faultOf(decisionsRequestFromJson(parsed(R"({"subjects": []})"))), QStringLiteral("/category"));
        QCOMPARE(faultOf(decisionsRequestFromJson(parsed(R"({"category": "a"})"))), QStringLiteral("/subjects"));
        QCOMPARE(faultOf(decisionsRequestFromJson(parsed(R"({"category": "a", "subjects": [1]})"))),
                 QStringLiteral("/subjects"));
        QCOMPARE(faultOf(decisionsRequestFromJson(parsed(R"({"category": "a", "subjects": [], "asOf": 1})"))),
                 QStringLiteral("/asOf"));
    }

    void decisionsMaySupposeWhatNobodyChose_data()
    {
        QTest::addColumn<QByteArray>("whatIf");
        QTest::addColumn<QString>("fault");
        QTest::addRow("choices and settings")
            << QByteArray(R"({"preferences": [{"subject": "U1", "category": "reminders", "state": "opted_out"},
                {"category": "*", "snoozedUntil": "2026-05-03T08:12:00.000Z"}],
                "required": false, "paused": true, "defaultState": "opted_out"})")
            << "none";
        QTest::addRow("nothing") << QByteArray("{}") << "none";
        QTest::addRow("no object") << QByteArray("[]") << "/whatIf";
        QTest::addRow("a choice without its category")
            << QByteArray(R"({"preferences": [{"state": "opted_out"}]})") << "/whatIf/preferences/0/category";
        QTest::addRow("a choice that chooses nothing")
            << QByteArray(R"({"preferences": [{"category": "reminders"}]})") << "/whatIf/preferences/0/state";
        QTest::addRow("in for everything") << QByteArray(R"({"preferences": [{"category": "*", "state": "opted_in"}]})")
                                           << "/whatIf/preferences/0/state";
        QTest::addRow("an unknown state")
            << QByteArray(R"({"preferences": [{"category": "a", "state": "off"}]})") << "/whatIf/preferences/0/state";
        QTest::addRow("a default that is none")
            << QByteArray(R"({"defaultState": "default"})") << "/whatIf/defaultState";
        QTest::addRow("nothing that it knows") << QByteArray(R"({"category": {"required": true}})") << "/whatIf";
        QTest::addRow("paused in words") << QByteArray(R"({"paused": "yes"})") << "/whatIf/paused";
    }

    void decisionsMaySupposeWhatNobodyChose()
    {
        QFETCH(QByteArray, whatIf);
        QFETCH(QString, fault);
        const auto request = decisionsRequestFromJson(
            parsed(R"({"category": "reminders", "subjects": ["U2"], "whatIf": )" + whatIf + "}"));
        QCOMPARE(faultOf(request), fault);
        if (request)
            QCOMPARE(*decisionsRequestFromJson(toJson(*request)), *request);
    }

    void categoriesRefuseBadSlugsAndPatchOnlyWhatIsThere()
    {
        for (const char* slug : {"", "Reminders", "-a", "a-", "a b", "a/b"})
            QCOMPARE(faultOf(categoryFromJson({{QStringLiteral("slug"), QLatin1String(slug)}})),
                     QStringLiteral("/slug"));
        Category category;
        category.slug = CategorySlug(QStringLiteral("reminders"));
        category.title = QStringLiteral("Reminders");
        category.parent = CategorySlug(QStringLiteral("updates"));
        category.version = 4;
        const auto patch = patched(category, parsed(R"({"slug": "x", "version": 9, "paused": true, "parent": null})"));
        Category expected = category;
        expected.paused = true;
        expected.parent = {};
        QCOMPARE(*patch, expected);
        QCOMPARE(faultOf(patched(category, parsed(R"({"defaultState": "out"})"))), QStringLiteral("/defaultState"));
        QCOMPARE(faultOf(patched(category, parsed(R"({"position": -1})"))), QStringLiteral("/position"));
    }
};

QTEST_GUILESS_MAIN(TestRequests)
#include "tst_wirerequests.moc"
