#include "service/usecases/definitiondesk.h"

#include "store/auditstore.h"
#include "tests/service/workshop.h"

#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::Workshop;
using Kind = DefinitionOutcome::Kind;

class TestDefinitionDesk : public QObject {
    Q_OBJECT

    static QJsonObject body(const QString& title) { return {{QStringLiteral("title"), title}}; }
    static EditContext context(std::optional<qint64> ifMatch = std::nullopt)
    {
        return {Source::Console, {ActorKind::ConsoleUser, QStringLiteral("U1"), QStringLiteral("Ann")}, {}, ifMatch};
    }
    qint64 entries() { return *m_shop->database().number("SELECT count(*) FROM audit_entries"); }

private slots:
    void init()
    {
        m_shop = std::make_unique<Workshop>();
        m_shop->connectWorkspace();
        const auto check = [this](const WorkspaceId&, const QString&, const QJsonObject& wish) -> Result<QJsonObject> {
            if (m_meanwhile)
                std::exchange(m_meanwhile, {})();
            const QString title = wish.value(QLatin1String("title")).toString();
            if (title.isEmpty())
                return Error::invalid(QStringLiteral("No title."), QStringLiteral("/title"));
            return body(title);
        };
        const DefinitionDesk::Rules rules{QStringLiteral("template"), check,
                                          [](const QJsonObject& all) { return all; }};
        m_desk = std::make_unique<DefinitionDesk>(m_shop->pool, m_shop->writer, rules);
        QVERIFY(m_desk->create(m_shop->id, QStringLiteral("hello"), body(QStringLiteral("One")), context()));
    }
    void cleanup()
    {
        m_desk.reset();
        m_shop.reset();
    }

    void aSlugIsTakenOnce()
    {
        const auto again = m_desk->create(m_shop->id, QStringLiteral("hello"), body(QStringLiteral("Two")), context());
        QVERIFY(!again);
        QVERIFY(again.error().is(ErrorCode::Conflict));
        QCOMPARE(m_desk->find(m_shop->id, QStringLiteral("hello"))->body, body(QStringLiteral("One")));
    }

    void anEditCountsUpAndIsInTheLog()
    {
        const qint64 before = entries();
        const auto edited = m_desk->edit(m_shop->id, QStringLiteral("hello"),
                                         {{QStringLiteral("title"), QStringLiteral("Two")}}, context(1));
        QVERIFY(edited);
        QCOMPARE(edited->kind, Kind::Changed);
        QCOMPARE(edited->definition.version, 2);
        QCOMPARE(entries(), before + 1);
    }

    void whatChangesNothingIsWrittenNowhere()
    {
        const qint64 before = entries();
        const auto edited = m_desk->edit(m_shop->id, QStringLiteral("hello"), {}, context());
        QVERIFY(edited);
        QCOMPARE(edited->kind, Kind::Unchanged);
        QCOMPARE(edited->definition.version, 1);
        QCOMPARE(entries(), before);
    }

    void anEditOfAnOlderVersionIsRefused()
    {
        const auto edited = m_desk->edit(m_shop->id, QStringLiteral("hello"),
                                         {{QStringLiteral("title"), QStringLiteral("Two")}}, context(7));
        QVERIFY(edited);
        QCOMPARE(edited->kind, Kind::Mismatch);
        QCOMPARE(edited->definition.body, body(QStringLiteral("One")));
    }

    void whatSomebodyElseWritesDuringTheCheckIsNotLost_data()
    {
        QTest::addColumn<std::optional<qint64>>("ifMatch");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("without a version the edit is made on top") << std::optional<qint64>() << Kind::Changed;
        QTest::newRow("with one it is refused") << std::optional<qint64>(1) << Kind::Mismatch;
    }

    void whatSomebodyElseWritesDuringTheCheckIsNotLost()
    {
        QFETCH(std::optional<qint64>, ifMatch);
        QFETCH(Kind, kind);
        m_meanwhile = [this] {
            QVERIFY(m_desk->edit(m_shop->id, QStringLiteral("hello"),
                                 {{QStringLiteral("title"), QStringLiteral("Theirs")}}, context()));
        };
        const auto edited = m_desk->edit(m_shop->id, QStringLiteral("hello"),
                                         {{QStringLiteral("title"), QStringLiteral("Mine")}}, context(ifMatch));
        QVERIFY(edited);
        QCOMPARE(edited->kind, kind);
        QCOMPARE(edited->definition.version, kind == Kind::Changed ? 3 : 2);
    }

    void whatCannotBeIsNotStored()
    {
        const auto edited =
            m_desk->edit(m_shop->id, QStringLiteral("hello"), {{QStringLiteral("title"), QString()}}, context());
        QVERIFY(!edited);
        QCOMPARE(edited.error().context(), QStringLiteral("/title"));
        QVERIFY(m_desk->edit(m_shop->id, QStringLiteral("none"), {}, context()).error().is(ErrorCode::NotFound));
    }

private:
    std::unique_ptr<Workshop> m_shop;
    std::unique_ptr<DefinitionDesk> m_desk;
    std::function<void()> m_meanwhile;
};

QTEST_GUILESS_MAIN(TestDefinitionDesk)
#include "tst_definitiondesk.moc"
