#include "practicedesk.h"

#include "tests/support/chromium.h"

#include <QTest>

using namespace refrain;
using namespace refrain::test;

namespace {

const QByteArray answer = R"({"text":"Choose","blocks":[
    {"type":"header","text":{"type":"plain_text","text":"Your messages"}},
    {"type":"section","text":{"type":"mrkdwn","text":"*Reminders* from <https:\/\/example.com|HR> &amp; &lt;b&gt;friends&lt;/b&gt;"}},
    {"type":"divider"},
    {"type":"actions","elements":[
        {"type":"button","action_id":"optout","value":"reminders","style":"primary","text":{"type":"plain_text","text":"Stop reminders"}},
        {"type":"static_select","action_id":"snooze","placeholder":{"type":"plain_text","text":"Snooze"},"options":[
            {"text":{"type":"plain_text","text":"One week"},"value":"1w"}]}]}]})";

}  // namespace

/// The practice page in a real browser.
class TestPracticeBrowser : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(Chromium::isInstalled(), "Chromium is not installed; ./dev test installs it");
        QVERIFY(m_desk.install());
        m_desk.app.setAnswer(web::Response::text(answer));
        m_server = std::make_unique<web::Server>(*m_desk.slack);
        const Result<quint16> port = m_server->listen(QStringLiteral("127.0.0.1"), 0);
        QVERIFY(port);
        m_origin = QStringLiteral("http://127.0.0.1:%1").arg(*port);
        QVERIFY(m_browser.start());
    }

    void aPersonTypesACommandAndPressesAButton()
    {
        QVERIFY(m_browser.open(m_origin + QStringLiteral("/practice")));
        QVERIFY(m_browser.waitFor(QStringLiteral("document.querySelectorAll('#places button').length > 1")));
        QCOMPARE(m_browser.visibleText(QStringLiteral("#team")), QStringLiteral("Acme Practice"));
        QVERIFY(m_browser.type(QStringLiteral("#text"), QStringLiteral("/optout")));
        QVERIFY(m_browser.click(QStringLiteral("#send")));
        QVERIFY(m_browser.waitFor(QStringLiteral("document.querySelector('#messages button.primary')")));
        const QString shown = m_browser.visibleText(QStringLiteral("#messages"));
        QVERIFY(shown.contains(QStringLiteral("Only visible to you")));
        QVERIFY(shown.contains(QStringLiteral("Reminders from HR & <b>friends</b>")));  // text, never markup
        QCOMPARE(m_browser.evaluate(QStringLiteral("document.querySelector('#text').value")).toString(), QString());

        QVERIFY(m_browser.click(QStringLiteral("#messages button.primary")));
        QTRY_COMPARE(m_desk.app.count(), size_t(2));
        const QJsonObject payload = m_desk.app.lastInteraction();
        QCOMPARE(payload[QLatin1String("actions")][0][QLatin1String("value")].toString(), QStringLiteral("reminders"));
        const QUrl url(payload[QLatin1String("response_url")].toString());
        QCOMPARE(url.authority(), QUrl(m_origin).authority());
        const QJsonObject done{{QStringLiteral("replace_original"), true},
                               {QStringLiteral("text"), QStringLiteral("Reminders stop now.")}};
        QCOMPARE(m_desk.post(url.path().toUtf8(), done).status, 200);
        QVERIFY(m_browser.waitFor(
            QStringLiteral("document.querySelector('#messages').innerText.includes('Reminders stop now.')")));
        QVERIFY(!m_browser.evaluate(QStringLiteral("!!document.querySelector('#messages button')")).toBool());
    }

    void aPersonIsFoundByNameAndSeesOwnMessagesOnly()
    {
        QVERIFY(m_browser.open(m_origin + QStringLiteral("/practice")));
        QVERIFY(m_browser.waitFor(QStringLiteral("document.querySelectorAll('#me option').length > 5")));
        const QString other =
            m_browser.evaluate(QStringLiteral("document.querySelectorAll('#me option')[4].value")).toString();
        QVERIFY(m_browser.type(QStringLiteral("#search"), other));
        QVERIFY(
            m_browser.waitFor(QStringLiteral("document.querySelector('#who').innerText.includes('%1')").arg(other)));
        QVERIFY(m_browser.waitFor(
            QStringLiteral("document.querySelector('#messages').innerText.includes('Nothing here yet')")));
        QVERIFY(m_browser.type(QStringLiteral("#text"), QStringLiteral("hello")));
        QVERIFY(m_browser.pressEnter());
        QVERIFY(m_browser.waitFor(QStringLiteral("document.querySelector('#messages').innerText.includes('hello')")));
    }

    void looksTheSameOnTheDarkSide()
    {
        QVERIFY(m_browser.open(m_origin + QStringLiteral("/practice")));
        QVERIFY(m_browser.type(QStringLiteral("#text"), QStringLiteral("/optout")));
        QVERIFY(m_browser.pressEnter());
        QVERIFY(m_browser.waitFor(QStringLiteral("document.querySelector('#messages button.primary')")));
        QTemporaryDir folder;
        const QString kept = qEnvironmentVariable("REFRAIN_SHOTS_DIR", folder.path());
        QVERIFY(m_browser.screenshot(kept + QStringLiteral("/practice-light.png"), {1100, 700}));
        const QString light = background();
        QVERIFY(m_browser.screenshot(kept + QStringLiteral("/practice-dark.png"), {1100, 700}, true));
        QVERIFY(background() != light);
    }

    void cleanupTestCase() { QCOMPARE(m_browser.complaints(), QStringList()); }

private:
    QString background()
    {
        return m_browser.evaluate(QStringLiteral("getComputedStyle(document.body).backgroundColor")).toString();
    }

    PracticeDesk m_desk;
    std::unique_ptr<web::Server> m_server;
    Chromium m_browser;
    QString m_origin;
};

QTEST_GUILESS_MAIN(TestPracticeBrowser)
#include "tst_practicebrowser.moc"
