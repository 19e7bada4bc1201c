#include "service/pages/page.h"
#include "service/pages/words.h"
#include "service/routes/linkroutes.h"
#include "tests/service/record.h"
#include "tests/support/chromium.h"
#include "web/server.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::Chromium;
using test::Record;

/// The pages of opt-out links in a real browser that runs no script.
class TestLinkPages : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        for (const auto& [id, field] : {std::pair{"announcements", "never"}, {"events", ""}}) {
            Category category;
            category.slug = CategorySlug(QString::fromLatin1(id));
            category.title = QString::fromLatin1(id) == QLatin1String("events")
                                 ? QStringLiteral("Events & <b>parties</b> 100%")
                                 : QStringLiteral("Announcements of the month");
            category.description = QStringLiteral("What is new, once a month.");
            category.resubscribe = resubscribeFromString(QString::fromLatin1(field)).value_or(Resubscribe::UserOnly);
            const auto made = m_record.categories.create(m_record.workspace, category, {});
            QVERIFY(made);
        }
        if (!Chromium::isInstalled())
            QFAIL("Chromium is not installed; ./dev test installs it");
        addLinkPages(m_routes, {m_minter, m_desk, m_repeatable, m_voice, {}});
        m_routes.add("GET", QStringLiteral("/pages/page.css"), [](const web::Request&) { return pageStyle(); });
        m_server = std::make_unique<web::Server>(m_router);
        const Result<quint16> port = m_server->listen(QStringLiteral("127.0.0.1"), 0);
        QVERIFY(port);
        m_origin = QStringLiteral("http://127.0.0.1:%1/o/").arg(*port);
        QVERIFY(m_browser.start());
        m_browser.call(QStringLiteral("Emulation.setScriptExecutionDisabled"), {{QStringLiteral("value"), true}});
    }

    void aPersonConfirmsAndTakesItBack()
    {
        QVERIFY(m_browser.open(link("U1", "reminders")));
        QVERIFY(title().contains(QStringLiteral("Stop “Reminders”?")));
        QCOMPARE(state("U1", "reminders"), QStringLiteral("default"));
        shoot("ask");
        QVERIFY(press(QStringLiteral("button.primary"), QStringLiteral("“Reminders” is off")));
        QCOMPARE(state("U1", "reminders"), QStringLiteral("opted_out"));
        shoot("done");
        QVERIFY(press(QStringLiteral(".notice button"), QStringLiteral("“Reminders” is on again")));
        QCOMPARE(state("U1", "reminders"), QStringLiteral("default"));
        shoot("back");
    }

    void aWayBackSentTwiceSaysThatItIsOnAlready()
    {
        const QString address = link("U6", "reminders");
        QVERIFY(m_browser.open(address));
        QVERIFY(press(QStringLiteral("button.primary"), QStringLiteral("“Reminders” is off")));
        const QString number =
            m_browser.evaluate(QStringLiteral("document.querySelector('[name=undo]').value")).toString();
        QVERIFY(press(QStringLiteral(".notice button"), QStringLiteral("“Reminders” is on again")));
        // As by the button of another tab.
        m_browser.evaluate(QStringLiteral("(() => { const form = document.createElement('form'); form.method = 'post';"
                                          " const field = document.createElement('input'); field.name = 'undo';"
                                          " field.value = '%1'; form.append(field); document.body.append(form);"
                                          " form.submit(); })()")
                               .arg(number));
        QVERIFY2(
            m_browser.waitFor(QStringLiteral("document.body && document.body.innerText.includes('is on already')")),
            qPrintable(text()));
        QVERIFY2(text().contains(QStringLiteral("so nothing was changed")), qPrintable(text()));
        QVERIFY(!text().contains(QStringLiteral("on again")));
    }

    void timesNameTheirZone()
    {
        QVERIFY(m_record.preferences.apply(m_record.workspace,
                                           Record::wish("U7", "reminders", "opted_out", Source::SlashCommand)));
        QVERIFY(m_browser.open(link("U7", "reminders")));
        QVERIFY2(text().contains(QStringLiteral("(UTC)")), qPrintable(text()));
    }

    void whatIsOffAlreadySaysSo()
    {
        QVERIFY(m_record.preferences.apply(m_record.workspace,
                                           Record::wish("U2", "reminders", "opted_out", Source::SlashCommand)));
        QVERIFY(m_browser.open(link("U2", "reminders")));
        QVERIFY(title().contains(QStringLiteral("is off already")));
        QVERIFY(text().contains(QStringLiteral("/optin reminders")));
        QCOMPARE(m_browser.evaluate(QStringLiteral("document.querySelectorAll('button').length")).toInt(), 0);
        shoot("already");
    }

    void aFinalChoiceSaysSoBefore()
    {
        QVERIFY(m_browser.open(link("U2", "announcements")));
        QVERIFY(text().contains(QStringLiteral("This is final")));
        shoot("final");
    }

    void theseAllSwitches()
    {
        const QString address = link("U3", nullptr);
        QVERIFY(m_browser.open(address));
        QVERIFY(text().contains(QStringLiteral("Events & <b>parties</b> 100%")));  // text, never markup
        QVERIFY(text().contains(QStringLiteral("Always on")));
        shoot("all");
        QVERIFY(press(QStringLiteral("button[value=reminders]"), QStringLiteral("“Reminders” is off")));
        QCOMPARE(state("U3", "reminders"), QStringLiteral("opted_out"));
        shoot("all-one-off");
        QVERIFY(press(QStringLiteral("button[value='*']"), QStringLiteral("All optional messages are off")));
        QCOMPARE(state("U3", "*"), QStringLiteral("opted_out"));
        shoot("all-off");
        QVERIFY(press(QStringLiteral(".notice button"), QStringLiteral("Optional messages are on again")));
        QCOMPARE(state("U3", "*"), QStringLiteral("default"));
        QCOMPARE(state("U3", "reminders"), QStringLiteral("opted_out"));
    }

    void everythingOptionalNamesWhatStillComes()
    {
        QVERIFY(m_browser.open(link("U4", "*")));
        QVERIFY(text().contains(QStringLiteral("What still comes")));
        shoot("everything");
    }

    void speaksTheBrowsersLanguage()
    {
        speak("de-DE,de;q=0.9,en;q=0.8");
        QVERIFY(m_browser.open(link("U5", nullptr)));
        QVERIFY(title().contains(QStringLiteral("Deine Nachrichten")));
        QCOMPARE(m_browser.evaluate(QStringLiteral("document.documentElement.lang")).toString(), QStringLiteral("de"));
        shoot("german");
        speak("en");
    }

    void bothLanguagesHaveTheSameSentences()
    {
        QStringList first;
        for (const QString& language : languages()) {
            QFile file(QStringLiteral(":/pages/words.%1.json").arg(language));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QJsonObject sentences = QJsonDocument::fromJson(file.readAll()).object();
            QVERIFY(!sentences.isEmpty());
            if (first.isEmpty())
                first = sentences.keys();
            QCOMPARE(sentences.keys(), first);
        }
    }

    void thePreferredLanguageIsTaken_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QString>("language");
        QTest::newRow("none") << QByteArray() << QStringLiteral("en");
        QTest::newRow("German of a country") << QByteArray("de-AT") << QStringLiteral("de");
        QTest::newRow("English first") << QByteArray("en-GB, de;q=0.9") << QStringLiteral("en");
        QTest::newRow("German by weight") << QByteArray("en;q=0.2,de;q=0.8") << QStringLiteral("de");
        QTest::newRow("only others") << QByteArray("fr,es;q=0.5") << QStringLiteral("en");
        QTest::newRow("German refused") << QByteArray("fr, de;q=0") << QStringLiteral("en");
        QTest::newRow("rubbish") << QByteArray(";;q=,=,de;q=x") << QStringLiteral("en");
    }

    void thePreferredLanguageIsTaken()
    {
        QFETCH(QByteArray, header);
        QTEST(preferredLanguage(header), "language");
    }

    void cleanupTestCase() { QCOMPARE(m_browser.complaints(), QStringList()); }

private:
    QString link(const char* subject, const char* category)
    {
        store::Link wish;
        wish.workspace = m_record.workspace;
        wish.subject = SubjectId(QString::fromLatin1(subject));
        wish.category = CategorySlug(QString::fromLatin1(category));
        const Result<Secret> token = m_minter.mint(wish, {});
        if (!token)
            qFatal("%s", qPrintable(token.error().toString()));
        return m_origin + QString::fromLatin1(token->reveal());
    }

    void speak(const char* languages)
    {
        m_browser.call(QStringLiteral("Emulation.setUserAgentOverride"),
                       {{QStringLiteral("userAgent"), QStringLiteral("Mozilla/5.0")},
                        {QStringLiteral("acceptLanguage"), QString::fromLatin1(languages)}});
    }

    QString title() { return m_browser.visibleText(QStringLiteral("h1")); }
    QString text() { return m_browser.visibleText(); }

    bool press(const QString& selector, const QString& expected)
    {
        return m_browser.click(selector) &&
               m_browser.waitFor(
                   QStringLiteral("document.body && document.body.innerText.includes(%1)")
                       .arg(QString::fromUtf8(QJsonDocument(QJsonArray{expected}).toJson(QJsonDocument::Compact)) +
                            QStringLiteral("[0]")));
    }

    QString state(const char* subject, const char* category)
    {
        const auto preference = store::PreferenceStore(m_record.db())
                                    .find(m_record.workspace, SubjectId(QString::fromLatin1(subject)),
                                          CategorySlug(QString::fromLatin1(category)));
        return preference ? toString(preference->state) : preference.error().toString();
    }

    /// Pictures for people to judge, where REFRAIN_SHOTS_DIR says so; and always: nothing is wider than the screen.
    void shoot(const char* name)
    {
        const QString folder = qEnvironmentVariable("REFRAIN_SHOTS_DIR", m_shots.path());
        for (const int width : {1280, 390}) {
            for (const bool dark : {false, true}) {
                const QString file = QStringLiteral("%1/%2-%3-%4.png")
                                         .arg(folder, QLatin1String(name), QString::number(width),
                                              dark ? QStringLiteral("dark") : QStringLiteral("light"));
                QVERIFY(m_browser.screenshot(file, {width, width == 390 ? 844 : 800}, dark));
                const int wide = m_browser.evaluate(QStringLiteral("document.documentElement.scrollWidth")).toInt();
                QVERIFY2(wide <= width, qPrintable(file));
            }
        }
    }

    Record m_record;
    QTemporaryDir m_shots;
    Metrics m_metrics;
    web::Router m_router;
    RouteTable m_routes{m_router, m_metrics};
    Idempotency m_idempotency{m_record.pool, m_record.vault, m_record.clock};
    Repeatable m_repeatable{m_idempotency, m_record.pool};
    Phrasebook m_phrasebook;
    Voice m_voice{m_record.pool, m_phrasebook};
    LinkMinter m_minter{m_record.writer, m_record.random};
    LinkDesk m_desk{m_record.pool, m_record.vault, m_record.decider, m_record.preferences, m_record.clock};
    std::unique_ptr<web::Server> m_server;
    Chromium m_browser;
    QString m_origin;
};

QTEST_GUILESS_MAIN(TestLinkPages)
#include "tst_linkpages.moc"
