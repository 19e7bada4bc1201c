#include "net/qttransport.h"
#include "tests/support/chromium.h"
#include "ui/people/subjectmodel.h"
#include "ui/program.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QProcess>
#include <QTableView>
#include <QTest>

#include <memory>

using namespace refrain;
using namespace refrain::ui;

namespace {

constexpr int patience = 60'000;

QString programPath(const QString& name)
{
    return QCoreApplication::applicationDirPath() + QLatin1Char('/') + name;
}

/// A server of ours as a process of its own, ended with this.
class Server {
public:
    bool start(const QString& program, const QStringList& arguments, const QMap<QString, QString>& settings)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (auto it = settings.begin(); it != settings.end(); ++it)
            environment.insert(it.key(), it.value());
        m_process.setProcessEnvironment(environment);
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(programPath(program), arguments);
        const QString ready = QStringLiteral("listening on ");
        return QTest::qWaitFor(
            [&] {
                while (m_process.canReadLine()) {
                    const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
                    if (line.startsWith(ready))
                        m_url = line.mid(ready.size());
                }
                return !m_url.isEmpty();
            },
            patience);
    }
    ~Server()
    {
        m_process.terminate();
        if (!m_process.waitForFinished(15'000))
            m_process.kill();
    }
    [[nodiscard]] const QString& url() const { return m_url; }

private:
    QProcess m_process;
    QString m_url;
};

}  // namespace

/// A person opts out in Slack by every surface, on the practice page in a real browser; the console's open table shows
/// it without a refresh, a broadcast passes the person by, and the history tells it. In packaging/desktop-session
/// alone.
class OptedOutTest final : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY2(test::Chromium::isInstalled(), "Chromium is not installed; ./dev test installs it");
        QVERIFY2(qEnvironmentVariableIsSet("BROWSER_PROFILE"), "this test runs inside packaging/desktop-session alone");
        QApplication::setStyle(QStringLiteral("Fusion"));
        QVERIFY(m_slack.start(
            QStringLiteral("refrain-sandbox"),
            {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--users"), QStringLiteral("60"),
             QStringLiteral("--channels"), QStringLiteral("8"), QStringLiteral("--rate-limits"), QStringLiteral("off"),
             QStringLiteral("--state"), m_folder.filePath(QStringLiteral("slack"))},
            {}));
        m_settings = {{QStringLiteral("REFRAIN_LISTEN"), QStringLiteral("127.0.0.1:0")},
                      {QStringLiteral("REFRAIN_DATA_DIR"), m_folder.filePath(QStringLiteral("data"))},
                      {QStringLiteral("REFRAIN_SLACK_URL"), m_slack.url()},
                      {QStringLiteral("REFRAIN_SLACK_CLIENT_ID"), QStringLiteral("1.1")},
                      {QStringLiteral("REFRAIN_SLACK_CLIENT_SECRET"), QStringLiteral("practice-client-secret")},
                      {QStringLiteral("REFRAIN_SLACK_SIGNING_SECRET"), QStringLiteral("practice-signing-secret")},
                      {QStringLiteral("REFRAIN_SLACK_APP_TOKEN"), QStringLiteral("xapp-practice")}};
        QVERIFY(m_backend.start(QStringLiteral("refraind"),
                                {QStringLiteral("serve"), QStringLiteral("--config"), QStringLiteral("/dev/null")},
                                m_settings));
    }

    void theConsoleShowsThePeople()
    {
        auto options = parseOptions({QStringLiteral("refrain"), QStringLiteral("--profile"), QStringLiteral("optedout"),
                                     QStringLiteral("--backend"), m_backend.url()},
                                    QStringLiteral("light"));
        QVERIFY(options);
        auto profile = console::Profile::open(options->profile);
        QVERIFY(profile);
        m_program = std::make_unique<Program>(*options, *profile);
        QVERIFY(m_program->start());
        test::Chromium system;
        QTRY_VERIFY_WITH_TIMEOUT(system.attach(qEnvironmentVariable("BROWSER_PROFILE"), QStringLiteral("authorize")),
                                 patience);
        QVERIFY(system.waitFor(QStringLiteral("document.querySelector('#allow') !== null")));
        QVERIFY(system.click(QStringLiteral("#allow")));
        QTRY_VERIFY_WITH_TIMEOUT(people() && people()->rowCount() >= 50 && reminders() > 0, patience);
    }

    void thePersonIsOnThePracticePage()
    {
        QVERIFY(m_browser.start());
        QVERIFY(m_browser.open(m_slack.url() + QStringLiteral("/practice")));
        QVERIFY(m_browser.waitFor(QStringLiteral("document.querySelectorAll('#places button').length > 1")));
        const QString other =
            m_browser.evaluate(QStringLiteral("document.querySelectorAll('#me option')[8].value")).toString();
        QVERIFY(m_browser.type(QStringLiteral("#search"), other));
        QVERIFY(
            m_browser.waitFor(QStringLiteral("document.querySelector('#who').innerText.includes('%1')").arg(other)));
        m_me = SubjectId(other);
        QVERIFY(people()->rowOf(m_me) >= 0);
        makeKey();
        QVERIFY(!m_key.isEmpty());
    }

    void byCommand()
    {
        say(QStringLiteral("/optout reminders"));
        shown(QStringLiteral("no longer get Reminders"));
        inTable(console::CellState::OptedOut);
        broadcast(QStringLiteral("After the command"), QStringLiteral("skipped"));
        comeBack();
    }

    void byTheButtonUnderAMessage()
    {
        broadcast(QStringLiteral("With buttons"), QStringLiteral("sent"));
        shown(QStringLiteral("With buttons"));
        press(QStringLiteral("#messages button"), QStringLiteral("Stop Reminders"));
        inTable(console::CellState::OptedOut);
        broadcast(QStringLiteral("After the button"), QStringLiteral("skipped"));
        comeBack();
    }

    void byTheHome()
    {
        QVERIFY(m_browser.click(QStringLiteral("#tab-home")));
        const QString choice = QStringLiteral("#home [data-action='home.choose:reminders']");
        QVERIFY(m_browser.waitFor(QStringLiteral("document.querySelector(\"%1\")").arg(choice)));
        m_browser.evaluate(QStringLiteral("(() => { const s = document.querySelector(\"%1\"); s.value = 'out';"
                                          " s.dispatchEvent(new Event('change', {bubbles: true})); })()")
                               .arg(choice));
        inTable(console::CellState::OptedOut);
        QVERIFY(
            m_browser.waitFor(QStringLiteral("document.querySelector('#home').innerText.includes('Stopped since')")));
        QVERIFY(m_browser.click(QStringLiteral("#tab-messages")));
        broadcast(QStringLiteral("After the Home"), QStringLiteral("skipped"));
        comeBack();
    }

    void byLinkAndByOneClick()
    {
        const QString link = api("POST", QStringLiteral("/links"),
                                 {{QStringLiteral("subject"), m_me.toString()},
                                  {QStringLiteral("category"), QStringLiteral("reminders")}})
                                 .value(QStringLiteral("url"))
                                 .toString();
        test::Chromium reader;
        QVERIFY(reader.start());
        QVERIFY(reader.open(link));
        inTable(console::CellState::OptedIn);  // looking changes nothing
        QVERIFY(reader.click(QStringLiteral("form button")));
        inTable(console::CellState::OptedOut);
        broadcast(QStringLiteral("After the link"), QStringLiteral("skipped"));
        comeBack();
        net::HttpRequest oneClick;
        oneClick.method = "POST";
        oneClick.url = QUrl(link);
        oneClick.headers = {{"Content-Type", "application/x-www-form-urlencoded"}};
        oneClick.body = "List-Unsubscribe=One-Click";
        QCOMPARE(await(oneClick).status, 200);
        inTable(console::CellState::OptedOut);
        broadcast(QStringLiteral("After one click"), QStringLiteral("skipped"));
        comeBack();
    }

    void byAWordToTheApp()
    {
        say(QStringLiteral("stop"));
        QTRY_COMPARE_WITH_TIMEOUT(decision(), QStringLiteral("opted_out_of_everything"), patience);
        broadcast(QStringLiteral("After stop"), QStringLiteral("skipped"));
        say(QStringLiteral("/optin all"));
        QTRY_COMPARE_WITH_TIMEOUT(decision(), QStringLiteral("opted_in"), patience);
    }

    void theHistoryTellsAllOfIt()
    {
        QStringList sources;
        for (const QJsonValue& item : api("GET", QStringLiteral("/audit?limit=100&subject=") + m_me.toString())
                                          .value(QStringLiteral("items"))
                                          .toArray()) {
            const QString source = item[u"entry"][u"source"].toString();
            if (item[u"entry"][u"type"].toString() == QStringLiteral("preference"))
                sources << source;
        }
        for (const char* source : {"slash_command", "message_button", "app_home", "link", "one_click", "direct_message"})
            QVERIFY2(sources.contains(QLatin1String(source)), qPrintable(sources.join(u' ')));
        QCOMPARE(m_browser.complaints(), QStringList());
    }

    void cleanupTestCase() { m_program.reset(); }

private:
    static SubjectModel* people()
    {
        for (QWidget* widget : QApplication::topLevelWidgets()) {
            if (auto* table = widget->findChild<QTableView*>(QStringLiteral("peopleTable")))
                return qobject_cast<SubjectModel*>(table->model());
        }
        return nullptr;
    }

    static int reminders()
    {
        for (int column = SubjectModel::FirstCategory; column < people()->changedColumn(); ++column) {
            if (people()->columnName(column) == QLatin1String(":reminders"))
                return column;
        }
        return -1;
    }

    console::CellState mark() const
    {
        return people()->cell(people()->index(people()->rowOf(m_me), reminders())).state;
    }

    /// Without a refresh of anybody's: the table that is open shows it by itself.
    void inTable(console::CellState state)
    {
        QElapsedTimer timer;
        timer.start();
        QTRY_VERIFY_WITH_TIMEOUT(mark() == state, patience);
        qInfo("in the console's table after %lld ms", timer.elapsed());
    }

    void say(const QString& text)
    {
        QVERIFY(m_browser.type(QStringLiteral("#text"), text));
        QVERIFY(m_browser.click(QStringLiteral("#send")));
    }

    void shown(const QString& text)
    {
        QVERIFY(m_browser.waitFor(
            QStringLiteral("document.querySelector('#messages').innerText.includes('%1')").arg(text)));
    }

    /// The last of the elements that shows this text.
    void press(const QString& selector, const QString& text)
    {
        QVERIFY(m_browser.waitFor(QStringLiteral("(() => { const found = [...document.querySelectorAll('%1')]"
                                                 ".filter(one => one.innerText === '%2').at(-1);"
                                                 " if (found) found.id = 'press'; return !!found; })()")
                                      .arg(selector, text)));
        QVERIFY(m_browser.click(QStringLiteral("#press")));
    }

    void comeBack()
    {
        say(QStringLiteral("/optin reminders"));
        inTable(console::CellState::OptedIn);
    }

    void broadcast(const QString& text, const QString& outcome)
    {
        const QString id = api("POST", QStringLiteral("/notifications"),
                               {{QStringLiteral("category"), QStringLiteral("reminders")},
                                {QStringLiteral("text"), text},
                                {QStringLiteral("recipients"), QJsonArray{m_me.toString()}}})
                               .value(QStringLiteral("id"))
                               .toString();
        QVERIFY(!id.isEmpty());
        QJsonObject journal;
        QTRY_VERIFY_WITH_TIMEOUT(
            (journal = api("GET", QStringLiteral("/notifications/") + id)).value(QStringLiteral("state")) ==
                QStringLiteral("done"),
            patience);
        const QJsonValue recipient = journal.value(QStringLiteral("recipients"))[u"items"][0];
        QCOMPARE(recipient[u"outcome"].toString(), outcome);
        if (outcome == QStringLiteral("skipped"))
            QVERIFY(recipient[u"rule"].toString().startsWith(QStringLiteral("opted_out")));
    }

    QString decision()
    {
        return api("POST", QStringLiteral("/decisions"),
                   {{QStringLiteral("category"), QStringLiteral("reminders")},
                    {QStringLiteral("subjects"), QJsonArray{m_me.toString()}}})
            .value(QStringLiteral("items"))[0][u"rule"]
            .toString();
    }

    void makeKey()
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (auto it = m_settings.begin(); it != m_settings.end(); ++it)
            environment.insert(it.key(), it.value());
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(programPath(QStringLiteral("refraind")),
                      {QStringLiteral("apikey"), QStringLiteral("create"), QStringLiteral("--workspace"), workspace(),
                       QStringLiteral("--name"), QStringLiteral("Broadcasts"), QStringLiteral("--role"),
                       QStringLiteral("admin"), QStringLiteral("--config"), QStringLiteral("/dev/null")});
        QVERIFY(process.waitForFinished(patience));
        m_key = process.readAllStandardOutput().trimmed();
    }

    QString workspace()
    {
        if (m_workspace.isEmpty())
            m_workspace = m_browser
                              .evaluate(QStringLiteral("fetch('/practice/api/state').then(r => r.json())"
                                                       ".then(s => s.team)"))
                              .toString();
        return m_workspace;
    }

    net::HttpReply await(const net::HttpRequest& request)
    {
        const auto reply = net::await(m_transport.send(request));
        return reply ? *reply : net::HttpReply();
    }

    QJsonObject api(const QByteArray& method, const QString& path, const QJsonObject& body = {})
    {
        net::HttpRequest request;
        request.method = method;
        request.url = QUrl(m_backend.url() + QStringLiteral("/v1/workspaces/") + workspace() + path);
        request.headers = {{"Authorization", "Bearer " + m_key}, {"Content-Type", "application/json"}};
        if (method == "POST")
            request.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
        return QJsonDocument::fromJson(await(request).body).object();
    }

    QTemporaryDir m_folder;
    Server m_slack;
    Server m_backend;
    QMap<QString, QString> m_settings;
    std::unique_ptr<Program> m_program;
    test::Chromium m_browser;
    net::QtTransport m_transport;
    QByteArray m_key;
    QString m_workspace;
    SubjectId m_me;
};

QTEST_MAIN(OptedOutTest)
#include "tst_optedout.moc"
