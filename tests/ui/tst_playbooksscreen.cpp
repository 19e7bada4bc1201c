#include "console/access/accesskeys.h"
#include "console/engine/backendcalls.h"
#include "tests/ui/livewindow.h"
#include "tests/ui/testwindow.h"
#include "ui/common/slackmessage.h"
#include "ui/playbooks/playbookpane.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

/// The Playbooks screen: found, used, written, published and taken back, on real widgets against the real backend.
class PlaybooksScreenTest final : public QObject {
    Q_OBJECT

    /// Builds and other tests may run beside this one.
    static constexpr int patience = test::patience;

    test::LiveWindow w;

    [[nodiscard]] QPushButton* button(const char* name) const { return w.find<QPushButton>(name); }
    [[nodiscard]] QString label(const char* name) const { return w.find<QLabel>(name)->text(); }
    [[nodiscard]] QAbstractItemModel* cards() const { return w.find<QListView>("playbooksList")->model(); }
    [[nodiscard]] int cardOf(const QString& title, int from = 0) const
    {
        for (int row = from; row < cards()->rowCount(); ++row) {
            if (cards()->index(row, 0).data().toString() == title)
                return row;
        }
        return -1;
    }
    [[nodiscard]] QString stateOf(const QString& title) const
    {
        const int row = cardOf(title);
        return row < 0 ? QString() : cards()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    }
    void choose(int row) const
    {
        auto* view = w.find<QListView>("playbooksList");
        view->setCurrentIndex(cards()->index(row, 0));
    }
    /// The library's, below what the workspace has.
    void chooseOfLibrary(const QString& title) const
    {
        int row = cardOf(title);
        for (int next = row; next >= 0; next = cardOf(title, next + 1))
            row = next;
        choose(row);
    }
    /// All that the previews in the pane say.
    [[nodiscard]] QString seen() const
    {
        QStringList all;
        for (const QLabel* text :
             w.find<QWidget>("playbooksInspector")->findChildren<QLabel*>(QStringLiteral("slackText")))
            all << text->text();
        return all.join(u'\n');
    }
    [[nodiscard]] QPlainTextEdit* text(const char* key) const
    {
        return w.find<QPlainTextEdit>((QByteArray("playbookText-") + key).constData());
    }
    [[nodiscard]] QString note() const
    {
        return w.find<QWidget>("playbooksInspector")->findChild<QLabel*>(QStringLiteral("noteHeadline"))->text();
    }
    void confirm(const char* answer)
    {
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QDialog>("confirmDialog"), patience);
        w.click(answer);
        QTRY_VERIFY_WITH_TIMEOUT(!w.find<QDialog>("confirmDialog"), patience);
        w.main->activateWindow();
    }
    /// Somebody else's edit of a copy.
    void editAsAnother(const QString& slug, const QJsonObject& body)
    {
        console::ApiRequest request;
        request.method = QByteArrayLiteral("PATCH");
        request.path = QStringLiteral("playbooks/") + slug;
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

    void theLibraryIsThereAndCanBeSearched()
    {
        w.show("playbooks");
        QTRY_COMPARE_WITH_TIMEOUT(cards()->rowCount(), 5, patience);
        auto* filter = w.find<QLineEdit>("playbooksFilter");
        filter->setText(QStringLiteral("confirmation PERM"));
        QCOMPARE(cards()->rowCount(), 1);
        filter->setText(QStringLiteral("nothing like it"));
        QVERIFY(
            w.find<QWidget>("playbooksScreen")->findChild<QPushButton*>(QStringLiteral("stateAction"))->isVisible());
        filter->clear();
        QCOMPARE(cards()->rowCount(), 5);
    }

    void whatPeopleReadIsShown()
    {
        choose(cardOf(QStringLiteral("Opt out")));
        QTRY_VERIFY_WITH_TIMEOUT(seen().contains(QStringLiteral("Reminders")), patience);
        const QString english = seen();
        QVERIFY2(english.contains(QStringLiteral("/optin reminders")) && english.contains(QStringLiteral("/optin all")),
                 qPrintable(english));
        auto* language = w.find<QComboBox>("playbookLanguage");
        QCOMPARE(language->count(), 2);
        language->setCurrentIndex(1);
        emit language->activated(1);
        QVERIFY(seen() != english && !seen().contains(QStringLiteral("%1")));
        language->setCurrentIndex(0);
        emit language->activated(0);
        QCOMPARE(seen(), english);
        w.picture(QStringLiteral("playbooks-library"));
    }

    void itIsUsedInWordsOfOnesOwn()
    {
        w.click("usePlaybook");
        QVERIFY(text("stopsMessages")->isVisible());
        text("stopsMessages")->setPlainText(QStringLiteral("Acme sends you nothing more."));
        QTRY_VERIFY_WITH_TIMEOUT(seen().contains(QStringLiteral("Acme sends you nothing more.")), patience);
        w.click("playbookEditSave");
        auto* problem = w.find<QLabel>("playbookText-stopsMessagesProblem");
        QTRY_VERIFY_WITH_TIMEOUT(problem->isVisible(), patience);
        QVERIFY(problem->text().contains(QStringLiteral("%1")));
        w.picture(QStringLiteral("playbooks-edit-problem"));
        text("stopsMessages")->setPlainText(QStringLiteral("Acme sends you no *%1* any more."));
        QTRY_VERIFY_WITH_TIMEOUT(seen().contains(QStringLiteral("no <b>Reminders</b> any more")), patience);
        w.picture(QStringLiteral("playbooks-edit"));
        w.click("playbookEditSave");
        QTRY_COMPARE_WITH_TIMEOUT(cards()->rowCount(), 6, patience);
        QTRY_VERIFY_WITH_TIMEOUT(stateOf(QStringLiteral("Opt out")).contains(QStringLiteral("Draft")), patience);
        QVERIFY(w.said().contains(QStringLiteral("draft")));
        QVERIFY(button("publishPlaybook")->isVisible() && !button("usePlaybook")->isVisible());
    }

    void itIsPublishedByWhomIsSaidAndTakenBack()
    {
        w.click("publishPlaybook");
        confirm("confirmCancel");
        QVERIFY(button("publishPlaybook")->isVisible());
        w.click("publishPlaybook");
        confirm("confirmAction");
        QTRY_VERIFY_WITH_TIMEOUT(button("unpublishPlaybook")->isVisible(), patience);
        QVERIFY(note().contains(QStringLiteral("Published by ")) && note().contains(w.desk().workspace().userName));
        w.picture(QStringLiteral("playbooks-published"));
        QVERIFY(w.screen("playbooks")->undo());
        QTRY_VERIFY_WITH_TIMEOUT(button("publishPlaybook")->isVisible(), patience);
        w.click("publishPlaybook");
        confirm("confirmAction");
        QTRY_VERIFY_WITH_TIMEOUT(button("unpublishPlaybook")->isVisible(), patience);
    }

    void twoThatSayTheSameAreNotPublishedTogether()
    {
        chooseOfLibrary(QStringLiteral("Opt out"));
        QTRY_VERIFY_WITH_TIMEOUT(button("usePlaybook")->isVisible(), patience);
        w.click("usePlaybook");
        w.find<QLineEdit>("playbookName")->setText(QStringLiteral("Second"));
        w.click("playbookEditSave");
        QTRY_VERIFY_WITH_TIMEOUT(cardOf(QStringLiteral("Second")) >= 0, patience);
        QTRY_VERIFY_WITH_TIMEOUT(button("publishPlaybook")->isVisible(), patience);
        w.click("publishPlaybook");
        confirm("confirmAction");
        QTRY_VERIFY_WITH_TIMEOUT(label("playbookProblem").contains(QStringLiteral("Unpublish it")), patience);
    }

    void whoSavedMeanwhileIsNotOverwritten()
    {
        choose(cardOf(QStringLiteral("Second")));
        w.click("customisePlaybook");
        text("wayBack")->setPlainText(QStringLiteral("Mine: /optin %1"));
        editAsAnother(QStringLiteral("second"),
                      {{QStringLiteral("texts"),
                        QJsonObject{{QStringLiteral("wayBack"),
                                     QJsonObject{{QStringLiteral("en"), QStringLiteral("Theirs: /optin %1")}}}}}});
        w.click("playbookEditSave");
        QTRY_VERIFY_WITH_TIMEOUT(button("playbookEditTheirs")->isVisible(), patience);
        QVERIFY(!w.find<QLabel>("playbookEditProblem")->isVisible());
        w.picture(QStringLiteral("playbooks-conflict"));
        w.click("playbookEditTheirs");
        QTRY_COMPARE_WITH_TIMEOUT(text("wayBack")->toPlainText(), QStringLiteral("Theirs: /optin %1"), patience);
        QVERIFY(w.screen("playbooks")->undo());
        QCOMPARE(text("wayBack")->toPlainText(), QStringLiteral("Mine: /optin %1"));
        w.click("playbookEditSave");
        QTRY_VERIFY_WITH_TIMEOUT(button("playbookEditMine")->isVisible(), patience);
        w.click("playbookEditMine");
        QTRY_VERIFY_WITH_TIMEOUT(button("publishPlaybook")->isVisible(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(seen().contains(QStringLiteral("Mine: /optin reminders")), patience);
        // What was saved over is not lost.
        QVERIFY(w.screen("playbooks")->undo());
        QTRY_VERIFY_WITH_TIMEOUT(seen().contains(QStringLiteral("Theirs: /optin reminders")), patience);
    }

    void anEmptiedTextIsSaidInRefrainsOwnWordsAgain()
    {
        w.click("customisePlaybook");
        text("wayBack")->clear();
        w.click("playbookEditSave");
        QTRY_VERIFY_WITH_TIMEOUT(button("publishPlaybook")->isVisible(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(seen().contains(QStringLiteral("Changed your mind?")), patience);
        QVERIFY(w.screen("playbooks")->undo());
        QTRY_VERIFY_WITH_TIMEOUT(seen().contains(QStringLiteral("Theirs: /optin reminders")), patience);
    }

    void whatIsThrownAwayComesBack()
    {
        w.click("customisePlaybook");
        text("wayBack")->setPlainText(QStringLiteral("Never saved: %1"));
        w.click("playbookEditCancel");
        QVERIFY(w.find<QListView>("playbooksList")->isVisible());
        QVERIFY(w.screen("playbooks")->undo());
        QCOMPARE(text("wayBack")->toPlainText(), QStringLiteral("Never saved: %1"));
        w.click("playbookEditCancel");
    }

    void anAnnouncementGoesToWhomItIsFor()
    {
        chooseOfLibrary(QStringLiteral("Announce a new category"));
        w.click("usePlaybook");
        auto* about = w.find<QComboBox>("playbookAbout");
        about->setCurrentIndex(about->findData(QStringLiteral("reminders")));
        auto* to = w.find<QComboBox>("playbookRecipientsTo");
        to->setCurrentIndex(6);
        QVERIFY(!button("playbookEditSave")->isEnabled());
        w.find<QPlainTextEdit>("playbookRecipientsList")->setPlainText(w.desk().people().name(w.somebody(0)));
        QTRY_VERIFY_WITH_TIMEOUT(button("playbookEditSave")->isEnabled(), patience);
        w.picture(QStringLiteral("playbooks-announce"));
        w.click("playbookEditSave");
        QTRY_VERIFY_WITH_TIMEOUT(button("testPlaybook")->isVisible(), patience);
        w.click("testPlaybook");
        QTRY_VERIFY_WITH_TIMEOUT(w.said().contains(QStringLiteral("on its way to you")), patience);
        w.click("publishPlaybook");
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QDialog>("confirmDialog"), patience);
        QStringList asked;
        for (const QLabel* line : w.find<QDialog>("confirmDialog")->findChildren<QLabel*>())
            asked << line->text();
        QVERIFY2(asked.join(u' ').contains(QStringLiteral("Get it, as it stands now: 1.")),
                 qPrintable(asked.join(u' ')));
        confirm("confirmAction");
        QTRY_VERIFY_WITH_TIMEOUT(button("openAnnouncement")->isVisible(), patience);
        w.click("openAnnouncement");
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QWidget>("notificationsScreen")->isVisible(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QTableView>("fatesTable")->model()->rowCount() == 1, patience);
    }

    void whoMayOnlyLookIsOfferedNothing()
    {
        PlaybookPane pane(w.theme);
        PlaybookPane::Shown shown;
        shown.playbook.slug = QStringLiteral("opt-out");
        shown.playbook.texts.resize(1);
        pane.show(shown);
        pane.QWidget::show();
        shown.copy.version = 1;
        for (const bool published : {false, true}) {
            shown.copy.published = published;
            pane.show(shown);
            for (const QPushButton* one : pane.findChildren<QPushButton*>())
                QVERIFY2(!one->isVisible(), qPrintable(one->objectName()));
        }
    }

    void withoutABackendItSaysSo()
    {
        test::TestWindow away;
        QTRY_VERIFY_WITH_TIMEOUT(away.isLoaded(), patience);
        away.world.backend.setOffline(true);
        away.showScreen("playbooks");
        auto* again = away.find<QWidget>("playbooksScreen")->findChild<QPushButton*>(QStringLiteral("stateAction"));
        QTRY_VERIFY_WITH_TIMEOUT(again->isVisible(), patience);
        QCOMPARE(again->text(), QStringLiteral("Try again"));
    }
};

QTEST_MAIN(PlaybooksScreenTest)
#include "tst_playbooksscreen.moc"
