#include "tests/support/chromium.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSize>
#include <QStandardPaths>
#include <QTest>
#include <QUrl>

namespace refrain::test {

namespace {

const QString program = QStringLiteral("chromium");

QString quoted(const QString& text)
{
    const QByteArray array = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(1, array.size() - 2));
}

}  // namespace

Chromium::Chromium()
{
    connect(&m_socket, &QWebSocket::textMessageReceived, this, &Chromium::receive);
}

Chromium::~Chromium()
{
    m_socket.abort();
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(5000)) {
        m_process.kill();
        m_process.waitForFinished(5000);
    }
}

bool Chromium::isInstalled()
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

QStringList Chromium::quietFlags()
{
    return {QStringLiteral("--no-sandbox"),
            QStringLiteral("--disable-gpu"),
            QStringLiteral("--disable-quic"),
            QStringLiteral("--disable-sync"),
            QStringLiteral("--disable-dev-shm-usage"),
            QStringLiteral("--disable-component-update"),
            QStringLiteral("--disable-background-networking"),
            QStringLiteral("--no-default-browser-check"),
            QStringLiteral("--no-first-run")};
}

bool Chromium::start()
{
    QStringList arguments = quietFlags();
    arguments << QStringLiteral("--headless") << QStringLiteral("--remote-debugging-port=0")
              << QStringLiteral("--user-data-dir=") + m_profile.path() << QStringLiteral("about:blank");
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(program, arguments);
    if (!m_process.waitForStarted(patience) || !connectTo(m_profile.path()))
        return false;
    const QJsonObject made =
        command(QStringLiteral("Target.createTarget"), {{QStringLiteral("url"), QStringLiteral("about:blank")}}, {});
    return attachToTarget(made.value(QStringLiteral("targetId")).toString());
}

bool Chromium::attach(const QString& userDataDir, const QString& urlPart, const QStringList& others)
{
    if (!connectTo(userDataDir))
        return false;
    QString target;
    const auto found = [&] {
        const QJsonObject targets = command(QStringLiteral("Target.getTargets"), {}, {});
        for (const QJsonValue& info : targets.value(QStringLiteral("targetInfos")).toArray()) {
            const QString id = info[QLatin1String("targetId")].toString();
            if (info[QLatin1String("type")].toString() == QStringLiteral("page") &&
                info[QLatin1String("url")].toString().contains(urlPart) && !others.contains(id))
                target = id;
        }
        return !target.isEmpty();
    };
    return QTest::qWaitFor(found, patience) && attachToTarget(target);
}

bool Chromium::connectTo(const QString& userDataDir)
{
    // Chromium writes its port and its own address there once it listens.
    QList<QByteArray> lines;
    const auto isWritten = [&] {
        QFile file(userDataDir + QStringLiteral("/DevToolsActivePort"));
        if (file.open(QIODevice::ReadOnly))
            lines = file.readAll().split('\n');
        return lines.size() >= 2;
    };
    if (!QTest::qWaitFor(isWritten, patience))
        return false;
    m_socket.open(QUrl(QStringLiteral("ws://127.0.0.1:%1%2")
                           .arg(QString::fromLatin1(lines[0]), QString::fromLatin1(lines[1]).trimmed())));
    return QTest::qWaitFor([this] { return m_socket.isValid(); }, patience);
}

bool Chromium::attachToTarget(const QString& targetId)
{
    const QJsonObject attached =
        command(QStringLiteral("Target.attachToTarget"),
                {{QStringLiteral("targetId"), targetId}, {QStringLiteral("flatten"), true}}, {});
    m_session = attached.value(QStringLiteral("sessionId")).toString();
    if (m_session.isEmpty())
        return false;
    m_page = targetId;
    for (const char* domain : {"Page", "Runtime", "Log"})
        call(QLatin1String(domain) + QStringLiteral(".enable"));
    return true;
}

bool Chromium::open(const QString& url)
{
    m_loaded = false;
    const QJsonObject answer = call(QStringLiteral("Page.navigate"), {{QStringLiteral("url"), url}});
    return !answer.contains(QStringLiteral("errorText")) && QTest::qWaitFor([this] { return m_loaded; }, patience);
}

QJsonValue Chromium::evaluate(const QString& expression)
{
    const QJsonObject answer = call(QStringLiteral("Runtime.evaluate"), {{QStringLiteral("expression"), expression},
                                                                         {QStringLiteral("awaitPromise"), true},
                                                                         {QStringLiteral("returnByValue"), true}});
    return answer.value(QStringLiteral("result")).toObject().value(QStringLiteral("value"));
}

bool Chromium::waitFor(const QString& expression, int milliseconds)
{
    return QTest::qWaitFor([&] { return evaluate(QStringLiteral("!!(%1)").arg(expression)).toBool(); }, milliseconds);
}

bool Chromium::click(const QString& selector)
{
    // A page throws clicks away without a word until it is painted, and that only happens in front; one that moves in
    // that moment is missed. So the element itself is asked whether it was clicked; one that is gone was.
    static const QString place = QStringLiteral(
        "(() => { const e = document.querySelector(%1);"
        "if (!e || document.readyState !== 'complete' || !performance.getEntriesByType('paint').length) return null;"
        "e.refrainAwaits = true; e.addEventListener('click', () => { e.refrainAwaits = false; }, {capture: true});"
        "e.scrollIntoView({block: 'nearest'}); const r = e.getBoundingClientRect();"
        "return {x: r.x + r.width / 2, y: r.y + r.height / 2}; })()");
    static const QString isTaken = QStringLiteral("document.querySelector(%1)?.refrainAwaits !== true");
    call(QStringLiteral("Page.bringToFront"));
    const auto isClicked = [&] {
        const QJsonValue at = evaluate(place.arg(quoted(selector)));
        if (!at.isObject())
            return false;
        for (const char* what : {"mousePressed", "mouseReleased"})
            call(QStringLiteral("Input.dispatchMouseEvent"), {{QStringLiteral("type"), QLatin1String(what)},
                                                              {QStringLiteral("x"), at[QLatin1String("x")]},
                                                              {QStringLiteral("y"), at[QLatin1String("y")]},
                                                              {QStringLiteral("button"), QStringLiteral("left")},
                                                              {QStringLiteral("clickCount"), 1}});
        return waitFor(isTaken.arg(quoted(selector)), 2'000);
    };
    return QTest::qWaitFor(isClicked, patience);
}

bool Chromium::type(const QString& selector, const QString& text)
{
    if (!click(selector))
        return false;
    evaluate(QStringLiteral("document.querySelector(%1).select?.()").arg(quoted(selector)));
    call(QStringLiteral("Input.insertText"), {{QStringLiteral("text"), text}});
    return true;
}

bool Chromium::pressEnter()
{
    for (const char* what : {"keyDown", "keyUp"})
        call(QStringLiteral("Input.dispatchKeyEvent"), {{QStringLiteral("type"), QLatin1String(what)},
                                                        {QStringLiteral("key"), QStringLiteral("Enter")},
                                                        {QStringLiteral("code"), QStringLiteral("Enter")},
                                                        {QStringLiteral("text"), QStringLiteral("\r")},
                                                        {QStringLiteral("windowsVirtualKeyCode"), 13}});
    return m_socket.isValid();
}

QString Chromium::visibleText(const QString& selector)
{
    return evaluate(QStringLiteral("document.querySelector(%1)?.innerText ?? ''").arg(quoted(selector))).toString();
}

bool Chromium::screenshot(const QString& path, const QSize& size, bool dark)
{
    call(QStringLiteral("Emulation.setDeviceMetricsOverride"), {{QStringLiteral("width"), size.width()},
                                                                {QStringLiteral("height"), size.height()},
                                                                {QStringLiteral("deviceScaleFactor"), 1},
                                                                {QStringLiteral("mobile"), false}});
    const QJsonObject scheme{{QStringLiteral("name"), QStringLiteral("prefers-color-scheme")},
                             {QStringLiteral("value"), dark ? QStringLiteral("dark") : QStringLiteral("light")}};
    call(QStringLiteral("Emulation.setEmulatedMedia"), {{QStringLiteral("features"), QJsonArray{scheme}}});
    const QJsonObject shot = call(QStringLiteral("Page.captureScreenshot"));
    const QByteArray png = QByteArray::fromBase64(shot.value(QStringLiteral("data")).toString().toLatin1());
    QFile file(path);
    return !png.isEmpty() && file.open(QIODevice::WriteOnly) && file.write(png) == png.size();
}

QJsonObject Chromium::call(const QString& method, const QJsonObject& params)
{
    return command(method, params, m_session);
}

QJsonObject Chromium::command(const QString& method, const QJsonObject& params, const QString& session)
{
    const int id = ++m_lastId;
    QJsonObject message{
        {QStringLiteral("id"), id}, {QStringLiteral("method"), method}, {QStringLiteral("params"), params}};
    if (!session.isEmpty())
        message.insert(QStringLiteral("sessionId"), session);
    m_socket.sendTextMessage(QString::fromUtf8(QJsonDocument(message).toJson(QJsonDocument::Compact)));
    if (!QTest::qWaitFor([&] { return m_answers.contains(id); }, patience))
        return {};
    return m_answers.take(id);
}

void Chromium::receive(const QString& text)
{
    const QJsonObject message = QJsonDocument::fromJson(text.toUtf8()).object();
    if (message.contains(QStringLiteral("id"))) {
        m_answers.insert(message.value(QStringLiteral("id")).toInt(),
                         message.value(QStringLiteral("result")).toObject());
        return;
    }
    const QString method = message.value(QStringLiteral("method")).toString();
    const QJsonObject params = message.value(QStringLiteral("params")).toObject();
    if (method == QStringLiteral("Page.loadEventFired"))
        m_loaded = true;
    else if (method == QStringLiteral("Runtime.exceptionThrown"))
        m_complaints << QString::fromUtf8(QJsonDocument(params).toJson(QJsonDocument::Compact));
    else if (method == QStringLiteral("Log.entryAdded") &&
             params[QLatin1String("entry")][QLatin1String("level")].toString() == QStringLiteral("error"))
        m_complaints << params[QLatin1String("entry")][QLatin1String("text")].toString();
}

}  // namespace refrain::test
