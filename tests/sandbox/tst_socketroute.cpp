#include "practicedesk.h"

#include <QSignalSpy>
#include <QTest>
#include <QWebSocket>

using namespace refrain;
using namespace refrain::test;

/// The whole way of Socket Mode: a ticket from apps.connections.open, a command typed on the practice
/// page, its envelope, and the answer in the acknowledgement.
class TestSocketRoute : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<PracticeDesk>(PracticeDesk::Way::SocketMode);
        m_server = std::make_unique<web::Server>(*m_desk->slack);
        const Result<quint16> port = m_server->listen(QStringLiteral("127.0.0.1"), 0);
        QVERIFY(port);
        m_host = "127.0.0.1:" + QByteArray::number(*port);
        QVERIFY(m_desk->install());
    }
    void cleanup()
    {
        m_server.reset();
        m_desk.reset();
    }

    void carriesACommandThereAndItsAnswerBack()
    {
        QWebSocket socket;
        const QSignalSpy messages(&socket, &QWebSocket::textMessageReceived);
        socket.open(ticketUrl("xapp-practice"));
        QTRY_COMPARE(messages.count(), 1);

        const QString me =
            m_desk->get(QStringLiteral("/practice/people"))[QLatin1String("items")][0][QLatin1String("id")].toString();
        const QString at =
            m_desk->get(QStringLiteral("/practice/places?me=") + me)[QLatin1String("items")][0][QLatin1String("id")]
                .toString();
        QCOMPARE(m_desk
                     ->post("/practice/say", {{QStringLiteral("me"), me},
                                              {QStringLiteral("at"), at},
                                              {QStringLiteral("text"), QStringLiteral("/optout all")}})
                     .status,
                 204);
        QTRY_COMPARE(messages.count(), 2);
        const QJsonObject envelope = QJsonDocument::fromJson(messages[1][0].toString().toUtf8()).object();
        QCOMPARE(envelope[QLatin1String("payload")][QLatin1String("text")].toString(), QStringLiteral("all"));

        const QJsonObject answer{
            {QStringLiteral("envelope_id"), envelope[QLatin1String("envelope_id")]},
            {QStringLiteral("payload"), QJsonObject{{QStringLiteral("text"), QStringLiteral("Are you sure?")}}}};
        socket.sendTextMessage(QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact)));
        const auto shown = [&] {
            const QString target = QStringLiteral("/practice/messages?me=%1&at=%2").arg(me, at);
            return m_desk->get(target)[QLatin1String("items")][0][QLatin1String("text")].toString();
        };
        QTRY_COMPARE(shown(), QStringLiteral("Are you sure?"));
    }

    void takesATicketOnce()
    {
        const QUrl url = ticketUrl("xapp-practice");
        QVERIFY(url.isValid());
        QWebSocket first;
        const QSignalSpy opened(&first, &QWebSocket::connected);
        first.open(url);
        QTRY_COMPARE(opened.count(), 1);
        QWebSocket second;
        const QSignalSpy refused(&second, QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error));
        second.open(url);
        QTRY_COMPARE(refused.count(), 1);
    }

    void givesTicketsToTheAppAlone() { QVERIFY(ticketUrl("xapp-somebody-else").isEmpty()); }

private:
    QUrl ticketUrl(const QByteArray& token) const
    {
        web::Request request = web::Request::make("POST", "/api/apps.connections.open");
        request.headers.set("Host", m_host);
        request.headers.set("Authorization", "Bearer " + token);
        const QJsonObject answer = QJsonDocument::fromJson(m_desk->ask(std::move(request)).body).object();
        return QUrl(answer[QLatin1String("url")].toString());
    }

    std::unique_ptr<PracticeDesk> m_desk;
    std::unique_ptr<web::Server> m_server;
    QByteArray m_host;
};

QTEST_GUILESS_MAIN(TestSocketRoute)
#include "tst_socketroute.moc"
