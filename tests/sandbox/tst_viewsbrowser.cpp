#include "practicedesk.h"

#include "tests/support/chromium.h"

#include <QTest>

using namespace refrain;
using namespace refrain::test;

namespace {

const char* const homeView = R"({"type":"home","blocks":[
    {"type":"header","text":{"type":"plain_text","text":"Your messages"}},
    {"type":"context","elements":[{"type":"mrkdwn","text":"*Two* kinds, &lt;b&gt;no&lt;\/b&gt; markup"}]},
    {"type":"section","block_id":"tips","text":{"type":"mrkdwn","text":"*Tips*\nHow to use Acme."},
     "accessory":{"type":"static_select","action_id":"choose",
        "initial_option":{"text":{"type":"plain_text","text":"On"},"value":"in"},"options":[
        {"text":{"type":"plain_text","text":"On"},"value":"in"},
        {"text":{"type":"plain_text","text":"Off"},"value":"out"}]}},
    {"type":"divider"},
    {"type":"actions","block_id":"more","elements":[
        {"type":"button","action_id":"stop","style":"danger","value":"all","text":{"type":"plain_text","text":"Stop all"},
         "confirm":{"title":{"type":"plain_text","text":"Stop all?"},"text":{"type":"plain_text","text":"Sure?"},
                    "confirm":{"type":"plain_text","text":"Stop"},"deny":{"type":"plain_text","text":"Keep"}}},
        {"type":"overflow","action_id":"menu","options":[{"text":{"type":"plain_text","text":"Help"},"value":"help"}]}]}]})";

const char* const modalView = R"({"type":"modal","title":{"type":"plain_text","text":"Snooze"},
    "submit":{"type":"plain_text","text":"Save"},"blocks":[
    {"type":"input","block_id":"which","label":{"type":"plain_text","text":"Which"},
     "element":{"type":"multi_static_select","action_id":"list","options":[
        {"text":{"type":"plain_text","text":"Tips"},"value":"tips"},
        {"text":{"type":"plain_text","text":"News"},"value":"news"}]}},
    {"type":"input","block_id":"until","label":{"type":"plain_text","text":"Until"},
     "element":{"type":"datepicker","action_id":"date","initial_date":"2026-12-24"}},
    {"type":"input","block_id":"why","optional":true,"label":{"type":"plain_text","text":"Why"},
     "element":{"type":"plain_text_input","action_id":"text"}}]})";

QJsonObject parsed(const char* json)
{
    return QJsonDocument::fromJson(json).object();
}

}  // namespace

/// The app's Home and its modals on the practice page, in a real browser.
class TestViewsBrowser : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!Chromium::isInstalled())
            QFAIL("Chromium is not installed; ./dev test installs it");
        QVERIFY(m_desk.install());
        m_server = std::make_unique<web::Server>(*m_desk.slack);
        const Result<quint16> port = m_server->listen(QStringLiteral("127.0.0.1"), 0);
        QVERIFY(port);
        m_origin = QStringLiteral("http://127.0.0.1:%1").arg(*port);
        QVERIFY(m_browser.start());
        QVERIFY(m_browser.open(m_origin + QStringLiteral("/practice")));
        QVERIFY(m_browser.waitFor(QStringLiteral("document.querySelectorAll('#places button').length > 1")));
        m_me = m_browser.evaluate(QStringLiteral("document.querySelector('#me').value")).toString();
    }

    void showsTheHomeAndHandsOnWhatIsChosen()
    {
        QVERIFY(m_browser.click(QStringLiteral("#tab-home")));
        QTRY_COMPARE(m_desk.app.count(), size_t(1));
        QVERIFY(
            m_browser.waitFor(QStringLiteral("document.querySelector('#home').innerText.includes('not published')")));
        QVERIFY(publish());
        QVERIFY(m_browser.waitFor(QStringLiteral("document.querySelector('#home select')")));
        QVERIFY(m_browser.visibleText(QStringLiteral("#home")).contains(QStringLiteral("Two kinds, <b>no</b> markup")));
        choose(QStringLiteral("#home [data-action=choose]"), {QStringLiteral("out")});
        QTRY_COMPARE(m_desk.app.count(), size_t(2));
        const QJsonValue action = m_desk.app.lastInteraction()[QLatin1String("actions")][0];
        QCOMPARE(action[QLatin1String("selected_option")][QLatin1String("value")].toString(), QStringLiteral("out"));
        choose(QStringLiteral("#home [data-action=menu]"), {QStringLiteral("help")});
        QTRY_COMPARE(m_desk.app.count(), size_t(3));
        QCOMPARE(m_desk.app.lastInteraction()[QLatin1String("actions")][0][QLatin1String("type")].toString(),
                 QStringLiteral("overflow"));
    }

    void asksBeforeAButtonThatWantsToBeAsked()
    {
        QVERIFY(publish());
        const size_t before = m_desk.app.count();
        QVERIFY(m_browser.click(QStringLiteral("#home [data-action=stop]")));
        QVERIFY(m_browser.waitFor(QStringLiteral("document.querySelector('dialog.confirm[open]')")));
        QVERIFY(m_browser.visibleText(QStringLiteral("dialog.confirm")).contains(QStringLiteral("Sure?")));
        QVERIFY(m_browser.click(QStringLiteral("dialog.confirm button:first-child")));  // Keep
        QVERIFY(m_browser.waitFor(QStringLiteral("!document.querySelector('dialog.confirm')")));
        QCOMPARE(m_desk.app.count(), before);
        stop();
        QCOMPARE(m_desk.app.count(), before + 1);
    }

    void fillsInAModalAndSeesTheAppsAnswer()
    {
        QVERIFY(publish());
        stop();
        QVERIFY(m_desk
                    .call("views.open",
                          {{QStringLiteral("trigger_id"), m_desk.app.lastInteraction()[QLatin1String("trigger_id")]},
                           {QStringLiteral("view"), parsed(modalView)}})
                    .value(QStringLiteral("ok"))
                    .toBool());
        QVERIFY(m_browser.waitFor(QStringLiteral("document.querySelector('#modal[open] #modal-submit')")));
        QVERIFY(m_browser.click(QStringLiteral("#modal-submit")));
        QVERIFY(m_browser.waitFor(QStringLiteral("document.querySelector('#modal .error')")));
        QVERIFY(
            m_browser.visibleText(QStringLiteral("#modal")).contains(QStringLiteral("complete this required field")));

        choose(QStringLiteral("#modal select"), {QStringLiteral("tips"), QStringLiteral("news")});
        QVERIFY(m_browser.type(QStringLiteral("#modal input[type=text]"), QStringLiteral("<i>holiday</i>")));
        m_desk.app.setSubmissionAnswer(R"({"response_action":"errors","errors":{"until":"That is a holiday"}})");
        QVERIFY(m_browser.click(QStringLiteral("#modal-submit")));
        QVERIFY(m_browser.waitFor(
            QStringLiteral("document.querySelector('#modal').innerText.includes('That is a holiday')")));
        const QJsonValue values =
            m_desk.app.lastInteraction()[QLatin1String("view")][QLatin1String("state")][QLatin1String("values")];
        QCOMPARE(
            values[QLatin1String("which")][QLatin1String("list")][QLatin1String("selected_options")].toArray().size(),
            2);
        QCOMPARE(values[QLatin1String("until")][QLatin1String("date")][QLatin1String("selected_date")].toString(),
                 QStringLiteral("2026-12-24"));
        QCOMPARE(values[QLatin1String("why")][QLatin1String("text")][QLatin1String("value")].toString(),
                 QStringLiteral("<i>holiday</i>"));
        shoot();
        m_desk.app.setSubmissionAnswer({});
        QVERIFY(m_browser.click(QStringLiteral("#modal-submit")));
        QVERIFY(m_browser.waitFor(QStringLiteral("!document.querySelector('#modal[open]')")));
    }

    void cleanupTestCase() { QCOMPARE(m_browser.complaints(), QStringList()); }

private:
    bool publish()
    {
        const bool done =
            m_desk
                .call("views.publish", {{QStringLiteral("user_id"), m_me}, {QStringLiteral("view"), parsed(homeView)}})
                .value(QStringLiteral("ok"))
                .toBool();
        const QString hash =
            m_desk.get(QStringLiteral("/practice/views?me=") + m_me)[QLatin1String("home")][QLatin1String("hash")]
                .toString();
        return done &&
               m_browser.waitFor(QStringLiteral("document.querySelector('#home').dataset.hash === '%1'").arg(hash));
    }
    /// As a person who picks options of a list.
    void choose(const QString& selector, const QStringList& values)
    {
        QVERIFY(
            m_browser
                .evaluate(QStringLiteral("(() => { const node = document.querySelector('%1');"
                                         "for (const o of node.options) o.selected = '%2'.split(' ').includes(o.value);"
                                         "node.dispatchEvent(new Event('change')); return true; })()")
                              .arg(selector, values.join(u' ')))
                .toBool());
    }
    /// Presses "Stop all" and says yes.
    void stop()
    {
        const size_t before = m_desk.app.count();
        QVERIFY(m_browser.click(QStringLiteral("#home [data-action=stop]")));
        QVERIFY(m_browser.waitFor(QStringLiteral("document.querySelector('dialog.confirm[open]')")));
        QVERIFY(m_browser.click(QStringLiteral("dialog.confirm button:last-child")));
        QTRY_COMPARE(m_desk.app.count(), before + 1);
    }
    void shoot()
    {
        QTemporaryDir folder;
        const QString kept = qEnvironmentVariable("REFRAIN_SHOTS_DIR", folder.path());
        QVERIFY(m_browser.screenshot(kept + QStringLiteral("/practice-modal.png"), {1100, 700}));
    }

    PracticeDesk m_desk;
    std::unique_ptr<web::Server> m_server;
    Chromium m_browser;
    QString m_origin;
    QString m_me;
};

QTEST_GUILESS_MAIN(TestViewsBrowser)
#include "tst_viewsbrowser.moc"
