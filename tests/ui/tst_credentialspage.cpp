#include "ui/connect/credentialsform.h"
#include "ui/connect/credentialspage.h"
#include "ui/connect/scopewords.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

namespace {

const QString clientId = QStringLiteral("1234567890.1234567890");
const QString secret = QStringLiteral("0123456789abcdef0123456789abcdef");
const QString otherSecret = QStringLiteral("fedcba9876543210fedcba9876543210");
const QString appToken = QStringLiteral("xapp-1-A1-2-3");

/// The names below `key:` of the manifest that the page shows, until the indentation ends.
QStringList listed(const QString& key)
{
    QFile file(QStringLiteral(":/refrain/manifest/slack-manifest-laptop.yaml"));
    QStringList names;
    if (!file.open(QIODevice::ReadOnly))
        return names;
    bool inside = false;
    for (const QString& line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (line.trimmed() == key + u':')
            inside = true;
        else if (inside && line.trimmed().startsWith(QLatin1String("- ")))
            names << line.trimmed().mid(2);
        else
            inside = false;
    }
    names.sort();
    return names;
}

}  // namespace

class CredentialsPageTest final : public QObject {
    Q_OBJECT

private slots:
    void wrongValuesAreRecognised_data()
    {
        QTest::addColumn<QStringList>("typed");
        QTest::addColumn<int>("field");  // -1: all is well
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QStringList& typed, int field, const char* says) {
            QTest::newRow(name) << typed << field << QString::fromUtf8(says);
        };
        row("all there", {clientId, secret, otherSecret, appToken}, -1, "");
        row("the practice Slack's",
            {QStringLiteral("1.1"), QStringLiteral("practice-client-secret"), QStringLiteral("practice-signing-secret"),
             QStringLiteral("xapp-practice")},
            -1, "");
        row("no client id", {QString(), secret, otherSecret, appToken}, 0, "Client ID is missing");
        row("a secret as client id", {secret, secret, otherSecret, appToken}, 0, "one of the two secrets");
        row("half a client id", {QStringLiteral("123456"), secret, otherSecret, appToken}, 0, "two numbers");
        row("the client id as secret", {clientId, clientId, otherSecret, appToken}, 1, "looks like the Client ID");
        row("no signing secret", {clientId, secret, QString(), appToken}, 2, "Signing Secret is missing");
        row("one secret twice", {clientId, secret, secret, appToken}, 2, "once more");
        row("the verification token", {clientId, secret, QStringLiteral("abcdefghijklmnopqrstuvwX"), appToken}, 2,
            "Verification Token");
        row("no app token", {clientId, secret, otherSecret, QString()}, 3, "App-Level Token is missing");
        row("a bot's token", {clientId, secret, otherSecret, QStringLiteral("xoxb-1-2")}, 3, "bot's");
        row("a secret as app token", {clientId, secret, otherSecret, secret}, 3, "one of the two secrets");
        row("anything else as app token", {clientId, secret, otherSecret, QStringLiteral("app")}, 3,
            "begins with xapp-");
        row("the app token as client id", {appToken, secret, otherSecret, appToken}, 0, "App-Level Token");
        row("an address", {QStringLiteral("https://api.slack.com/apps"), secret, otherSecret, appToken}, 0, "address");
    }

    void wrongValuesAreRecognised()
    {
        QFETCH(QStringList, typed);
        QFETCH(int, field);
        QFETCH(QString, says);
        const auto problem = credentialsProblem({typed[0], typed[1], typed[2], typed[3]});
        QCOMPARE(problem ? int(problem->field) : -1, field);
        if (problem)
            QVERIFY2(problem->sentence.contains(says), qPrintable(problem->sentence));
    }

    void whatCameAlongWithAPasteIsLeftOut()
    {
        QCOMPARE(cleanedCredential(QStringLiteral(" \t12 3.456\n\u200B\uFEFF")), QStringLiteral("123.456"));
    }

    void theFormNamesWhatIsWrongAndHandsOverWhatIsRight()
    {
        const Theme theme = Theme::make(Scheme::Light);
        CredentialsPage page(theme);
        page.show();
        QSignalSpy submitted(&page, &CredentialsPage::submitted);
        const auto field = [&page](const char* name) { return page.findChild<QLineEdit*>(QLatin1String(name)); };
        field("clientId")->setText(QStringLiteral("  ") + clientId + u' ');
        field("clientSecret")->setText(secret);
        field("signingSecret")->setText(otherSecret);
        field("appToken")->setText(QStringLiteral("xoxb-1"));
        auto* go = page.findChild<QPushButton*>(QStringLiteral("credentialsSubmit"));
        QTest::mouseClick(go, Qt::LeftButton);
        QCOMPARE(submitted.count(), 0);
        QVERIFY(page.findChild<QLabel*>(QStringLiteral("appTokenProblem"))->isVisible());
        field("appToken")->setText(appToken);
        QTest::mouseClick(go, Qt::LeftButton);
        QCOMPARE(submitted.count(), 1);
        const auto handed = submitted.first().first().value<console::SlackAppCredentials>();
        QCOMPARE(handed.clientId, clientId);
        QCOMPARE(handed.appToken.reveal(), appToken.toUtf8());
        QVERIFY(field("clientSecret")->text().isEmpty() && field("signingSecret")->text().isEmpty());
    }

    void theManifestIsSeenAndCopied()
    {
        const Theme theme = Theme::make(Scheme::Light);
        CredentialsPage page(theme);
        page.show();
        const auto* text = page.findChild<QPlainTextEdit*>(QStringLiteral("manifestText"));
        QVERIFY(text->isVisible());
        QVERIFY(text->toPlainText().contains(QLatin1String("socket_mode_enabled: true")));
        QApplication::clipboard()->clear();
        auto* copy = page.findChild<QPushButton*>(QStringLiteral("copyManifest"));
        QTest::mouseClick(copy, Qt::LeftButton);
        QCOMPARE(QApplication::clipboard()->text(), text->toPlainText());
        QCOMPARE(copy->text(), QStringLiteral("Copied"));
    }

    void everyScopeOfTheManifestHasItsReason()
    {
        QStringList all;
        QStringList optional;
        for (const ScopeReason& reason : scopeReasons()) {
            QVERIFY2(reason.why.endsWith(u'.'), qPrintable(reason.scope));
            all << reason.scope;
            if (reason.optional)
                optional << reason.scope;
        }
        all.sort();
        optional.sort();
        QCOMPARE(all, listed(QStringLiteral("bot")));
        QCOMPARE(optional, listed(QStringLiteral("bot_optional")));
    }
};

QTEST_MAIN(CredentialsPageTest)
#include "tst_credentialspage.moc"
