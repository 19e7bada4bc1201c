#include "service/pages/page.h"
#include "service/routes/pageviewroutes.h"
#include "tests/service/record.h"
#include "web/server.h"
#include "wire/problem.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>
#include <QTest>

using namespace refrain;
using namespace refrain::service;
using test::Record;

/// A person's own page as staff may look at it: the same words, and nothing that could be pressed.
class TestPageViews : public QObject {
    Q_OBJECT

    Record m_record;
    Phrasebook m_phrasebook;
    Voice m_voice{m_record.pool, m_phrasebook};
    LinkDesk m_desk{m_record.pool, m_record.vault, m_record.decider, m_record.preferences, m_record.clock};
    PageViews m_views{m_record.vault, m_desk, m_record.clock};
    web::Router m_router;
    Metrics m_metrics;
    RouteTable m_routes{m_router, m_metrics};
    std::unique_ptr<web::Server> m_server;
    QString m_origin;
    QNetworkAccessManager m_network;

    QString token(const char* subject)
    {
        const auto ticket = m_views.make(m_record.workspace, SubjectId(QString::fromLatin1(subject)));
        return QString::fromLatin1(ticket.token.reveal());
    }
    std::pair<int, QString> fetch(const QByteArray& method, const QString& token)
    {
        QNetworkRequest request(QUrl(m_origin + token));
        request.setRawHeader("Accept-Language", "en");
        QNetworkReply* reply = m_network.sendCustomRequest(request, method, QByteArray("category=reminders"));
        QSignalSpy done(reply, &QNetworkReply::finished);
        if (!done.wait(10'000))
            return {0, {}};
        reply->deleteLater();
        return {reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
                QString::fromUtf8(reply->readAll())};
    }

private slots:
    void initTestCase()
    {
        addPageViewPages(m_routes,
                         {m_views, m_record.pool, m_record.decider, m_voice, m_phrasebook, m_record.clock, {}});
        m_server = std::make_unique<web::Server>(m_router);
        const Result<quint16> port = m_server->listen(QStringLiteral("127.0.0.1"), 0);
        QVERIFY(port);
        m_origin = QStringLiteral("http://127.0.0.1:%1/v/").arg(*port);
    }

    void thePageIsTheirsAndCannotBePressed()
    {
        QVERIFY(m_record.preferences.apply(m_record.workspace, Record::wish("U1", "reminders", "opted_out")));
        const auto [status, page] = fetch("GET", token("U1"));
        QCOMPARE(status, 200);
        QVERIFY(page.contains(QStringLiteral("This is what Person 1 sees.")));
        QVERIFY(page.contains(QStringLiteral("<fieldset disabled>")));
        QVERIFY(page.contains(QStringLiteral("<button")));
        QVERIFY(!page.contains(QStringLiteral("<form")));
        QVERIFY(page.contains(QStringLiteral("Reminders <span class=\"state off\">")));
    }

    void nothingCanBeSentToIt()
    {
        QCOMPARE(fetch("POST", token("U2")).first, 405);
        const auto now = m_record.decider.view(m_record.db(), m_record.workspace, SubjectId(QStringLiteral("U2")),
                                               CategorySlug(QStringLiteral("reminders")));
        QVERIFY(now);
        QCOMPARE(now->preference.version, 0);
    }

    void itEndsAndCannotBeMadeUp()
    {
        const QString old = token("U1");
        m_record.clock.advance(std::chrono::minutes(11));
        QCOMPARE(fetch("GET", old).first, 410);
        QString changed = token("U1");
        changed[5] = changed.at(5) == u'A' ? u'B' : u'A';
        for (const QString& made : {QStringLiteral("x"), QStringLiteral("AAAA"), changed, changed.chopped(3)})
            QCOMPARE(fetch("GET", made).first, 404);
        QCOMPARE(fetch("GET", token("U404")).first, 404);
    }
};

QTEST_GUILESS_MAIN(TestPageViews)
#include "tst_pageviews.moc"
