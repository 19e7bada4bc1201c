#include "sandbox/views/blockrules.h"
#include "service/slackside/homeview.h"

#include <QJsonDocument>
#include <QTest>

using namespace refrain;
using namespace refrain::service;

/// The App Home against the practice Slack's own rules for views.
class TestHomeLimits : public QObject {
    Q_OBJECT

private slots:
    void staysWithinSlacksLimits_data()
    {
        QTest::addColumn<int>("categories");
        QTest::addColumn<int>("length");
        QTest::addColumn<QString>("language");
        for (const QString& language : languages()) {
            QTest::addRow("none, %s", qPrintable(language)) << 0 << 1 << language;
            QTest::addRow("eleven: more than checkboxes take, %s", qPrintable(language)) << 11 << 30 << language;
            QTest::addRow("two hundred with long words, %s", qPrintable(language)) << 200 << 5'000 << language;
        }
    }
    void staysWithinSlacksLimits()
    {
        QFETCH(int, categories);
        QFETCH(int, length);
        QFETCH(QString, language);
        const Words words(language, QStringLiteral(":/slack"));
        HomeFacts facts(Speech(words, QTimeZone("Pacific/Chatham")));
        facts.now = 1'777'795'920'000;
        facts.notice = QString(length, u'&');
        for (int i = 0; i < categories; ++i) {
            Category category;
            category.slug = CategorySlug(QString(60, u'c') + QString::number(i));
            category.title = QString(length, u'&');
            category.description = QString(length, u'<');
            category.required = i % 4 == 3;
            category.requiredReason = QString(length, u'>');
            PreferenceView view;
            view.preference.category = category.slug;
            view.preference.snoozedUntil = i % 2 == 0 ? std::optional(facts.now + 1000) : std::nullopt;
            facts.categories.push_back(category);
            facts.views.push_back(view);
        }
        for (int i = 0; i < 5; ++i)
            facts.history.push_back({facts.now, QString(length, u'&')});
        const QJsonObject view = homeView(facts);
        sandbox::Complaints complaints;
        sandbox::checkView(view, QStringLiteral("home"), complaints);
        QCOMPARE(complaints.list(), QStringList());
        QVERIFY(QJsonDocument(view).toJson(QJsonDocument::Compact).size() < 250'000);
    }
};

QTEST_GUILESS_MAIN(TestHomeLimits)
#include "tst_homelimits.moc"
