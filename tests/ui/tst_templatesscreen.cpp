#include "console/engine/backendcalls.h"
#include "tests/ui/livewindow.h"
#include "tests/ui/testwindow.h"
#include "ui/common/codefield.h"
#include "ui/templates/templatepane.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

/// The Templates screen: written, tried, saved, archived and made a message of, on real widgets against the real
/// backend and its evaluator.
class TemplatesScreenTest final : public QObject {
    Q_OBJECT

    /// Builds and other tests may run beside this one.
    static constexpr int patience = test::patience;

    test::LiveWindow w;

    [[nodiscard]] QPushButton* button(const char* name) const { return w.find<QPushButton>(name); }
    [[nodiscard]] CodeField* code(const char* name) const { return w.find<CodeField>(name); }
    /// All that the preview says.
    [[nodiscard]] QString seen() const
    {
        QStringList all;
        const auto* pane = w.find<QWidget>("templatesInspector");
        for (const QLabel* text : pane->findChildren<QLabel*>(QStringLiteral("slackText")))
            all << text->text();
        return pane->findChild<QWidget*>(QStringLiteral("slackMessage"))->isVisible() ? all.join(u'\n') : QString();
    }
    [[nodiscard]] QString problem(const char* field) const
    {
        return w.find<QLabel>((QByteArray(field) + "Problem").constData())->text();
    }
    void editAsAnother(const QString& slug, const QJsonObject& body)
    {
        console::ApiRequest request;
        request.method = QByteArrayLiteral("PATCH");
        request.path = QStringLiteral("templates/") + slug;
        request.body = body;
        QFuture<Result<>> done = w.desk().calls().order(request);
        QTRY_VERIFY_WITH_TIMEOUT(done.isFinished(), patience);
        QVERIFY(done.result().ok());
    }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        QVERIFY(w.start(REFRAIN_BIN_DIR));
    }

    void atFirstThereIsNone()
    {
        w.show("templates");
        auto* none = w.find<QWidget>("templatesScreen")->findChild<QPushButton*>(QStringLiteral("stateAction"));
        QTRY_VERIFY_WITH_TIMEOUT(none->isVisible() && none->text() == QStringLiteral("New template"), patience);
        none->click();
        QVERIFY(code("templateSource")->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(seen().contains(QStringLiteral("<b>Hello Bea!</b>")), patience);
        QVERIFY(!button("templateEditSave")->isEnabled());
    }

    void theLineAtFaultIsShown()
    {
        code("templateSource")->setPlainText(QStringLiteral("{\n  text: 'a' +\n  nothing,\n}"));
        QTRY_COMPARE_WITH_TIMEOUT(code("templateSource")->faultLine(), 3, patience);
        QVERIFY(problem("templateSource").startsWith(QStringLiteral("Line 3, column 3 of the template")));
        QVERIFY(seen().isEmpty());
        w.picture(QStringLiteral("templates-fault"));
        code("templateSample")->setPlainText(QStringLiteral("{\n \"day\": \n"));
        QVERIFY(problem("templateSample").contains(QStringLiteral("JSON")));
        QVERIFY(code("templateSample")->faultLine() > 0);
    }

    void itIsWrittenTriedAndSaved()
    {
        w.find<QLineEdit>("templateName")->setFocus();
        QTest::keyClicks(w.find<QLineEdit>("templateName"), QStringLiteral("Stand-up"));
        QCOMPARE(w.find<QLineEdit>("templateSlug")->text(), QStringLiteral("stand-up"));
        code("templateSample")->setPlainText(QStringLiteral("{\"day\": \"Monday\"}"));
        code("templateSource")
            ->setPlainText(QStringLiteral(
                "local data = std.extVar('data');\n{\n  text: 'Stand-up on ' + data.day,\n  blocks: [\n    { type: "
                "'header', "
                "text: { type: 'plain_text', text: 'Stand-up' } },\n    { type: 'section', text: { type: 'mrkdwn', "
                "text: "
                "'On *' + data.day + '* at 10:30, <https://acme.test|in the large room>.' } },\n  ],\n}"));
        QTRY_VERIFY_WITH_TIMEOUT(seen().contains(QStringLiteral("On <b>Monday</b>")), patience);
        QVERIFY(problem("templateSource").isEmpty());
        w.picture(QStringLiteral("templates-edit"));
        w.click("templateEditSave");
        QTRY_COMPARE_WITH_TIMEOUT(w.rowOf("templatesTable", QStringLiteral("Stand-up")), 0, patience);
        QTRY_VERIFY_WITH_TIMEOUT(seen().contains(QStringLiteral("On <b>Monday</b>")), patience);
        QVERIFY(button("editTemplate")->isVisible());
        w.picture(QStringLiteral("templates"));
    }

    void aSlugThatIsTakenIsSaidAtTheField()
    {
        w.click("newTemplate");
        QTest::keyClicks(w.find<QLineEdit>("templateName"), QStringLiteral("Stand-up"));
        w.click("templateEditSave");
        QTRY_VERIFY_WITH_TIMEOUT(problem("templateEdit").contains(QStringLiteral("already")), patience);
        w.click("templateEditCancel");
        QVERIFY(w.said().contains(QStringLiteral("thrown away")));
    }

    void whoSavedMeanwhileIsNotOverwritten()
    {
        w.choose("templatesTable", QStringLiteral("Stand-up"));
        w.click("editTemplate");
        w.find<QLineEdit>("templateDescription")->setFocus();
        QTest::keyClicks(w.find<QLineEdit>("templateDescription"), QStringLiteral("Mine"));
        editAsAnother(QStringLiteral("stand-up"), {{QStringLiteral("description"), QStringLiteral("Theirs")}});
        w.click("templateEditSave");
        QTRY_VERIFY_WITH_TIMEOUT(button("templateEditTheirs")->isVisible(), patience);
        w.click("templateEditTheirs");
        QTRY_COMPARE_WITH_TIMEOUT(w.find<QLineEdit>("templateDescription")->text(), QStringLiteral("Theirs"), patience);
        QVERIFY(w.screen("templates")->undo());
        QCOMPARE(w.find<QLineEdit>("templateDescription")->text(), QStringLiteral("Mine"));
        w.click("templateEditSave");
        QTRY_VERIFY_WITH_TIMEOUT(button("templateEditMine")->isVisible(), patience);
        w.click("templateEditMine");
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QTableView>("templatesTable")->isVisible(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(w.said().contains(QStringLiteral("saved")), patience);
    }

    void itIsArchivedAndBroughtBack()
    {
        w.click("archiveTemplate");
        QTRY_VERIFY_WITH_TIMEOUT(w.rowOf("templatesTable", QStringLiteral("Stand-up")) < 0, patience);
        QVERIFY(w.screen("templates")->undo());
        QTRY_COMPARE_WITH_TIMEOUT(w.rowOf("templatesTable", QStringLiteral("Stand-up")), 0, patience);
        w.find<QCheckBox>("showArchivedTemplates")->setChecked(true);
        w.choose("templatesTable", QStringLiteral("Stand-up"));
        w.click("archiveTemplate");
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("templatesTable", QStringLiteral("Stand-up"), 4), QStringLiteral("archived"),
                                  patience);
        QVERIFY(!button("sendTemplate")->isVisible());
        w.click("archiveTemplate");
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("templatesTable", QStringLiteral("Stand-up"), 4), QString(), patience);
    }

    void aMessageIsMadeOfIt()
    {
        w.choose("templatesTable", QStringLiteral("Stand-up"));
        w.click("sendTemplate");
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QWidget>("composePage")->isVisible(), patience);
        QTRY_COMPARE_WITH_TIMEOUT(w.find<QComboBox>("composeTemplate")->currentData().toString(),
                                  QStringLiteral("stand-up"), patience);
        QVERIFY(w.find<QPlainTextEdit>("composeData")->toPlainText().contains(QStringLiteral("Monday")));
    }

    void whoMayOnlyLookIsOfferedNothing()
    {
        TemplatePane pane(w.theme, {});
        TemplatePane::Shown shown;
        shown.stored.title = QStringLiteral("Stand-up");
        pane.show(shown);
        pane.setNotTried(QStringLiteral("Senders and admins try templates."));
        pane.QWidget::show();
        for (const QPushButton* one : pane.findChildren<QPushButton*>())
            QVERIFY2(!one->isVisible(), qPrintable(one->objectName()));
    }

    void withoutABackendItSaysSo()
    {
        test::TestWindow away;
        QTRY_VERIFY_WITH_TIMEOUT(away.isLoaded(), patience);
        away.world.backend.setOffline(true);
        away.showScreen("templates");
        auto* again = away.find<QWidget>("templatesScreen")->findChild<QPushButton*>(QStringLiteral("stateAction"));
        QTRY_VERIFY_WITH_TIMEOUT(again->isVisible(), patience);
        QCOMPARE(again->text(), QStringLiteral("Try again"));
    }
};

QTEST_MAIN(TemplatesScreenTest)
#include "tst_templatesscreen.moc"
