#include "console/access/accesskeys.h"
#include "console/engine/backendcalls.h"
#include "console/sending/messageorigins.h"
#include "tests/ui/livewindow.h"
#include "tests/ui/testwindow.h"

#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QTest>

using namespace refrain;
using namespace refrain::ui;

/// The Notifications screen: a message written, previewed, tested, sent, paused and cancelled on real widgets against
/// the real backend and the practice Slack.
class NotificationsTest final : public QObject {
    Q_OBJECT

    /// Builds and other tests may run beside this one.
    static constexpr int patience = test::patience;

    test::LiveWindow w;
    QStringList m_names;  ///< People who can be written to; the first has turned reminders off.

    [[nodiscard]] QString label(const char* name) const { return w.find<QLabel>(name)->text(); }
    [[nodiscard]] QString note(const char* pane) const
    {
        return w.find<QWidget>(pane)->findChild<QLabel*>(QStringLiteral("noteHeadline"))->text();
    }
    /// All that a part of the window says.
    [[nodiscard]] QString texts(const char* part) const
    {
        QStringList all;
        for (const QLabel* shown : w.find<QWidget>(part)->findChildren<QLabel*>())
            all << shown->text();
        return all.join(u'\n');
    }
    [[nodiscard]] QPushButton* button(const char* name) const { return w.find<QPushButton>(name); }
    void write(const QString& text) const
    {
        w.click("newNotification");
        auto* category = w.find<QComboBox>("composeCategory");
        category->setCurrentIndex(category->findData(QStringLiteral("reminders")));
        w.find<QPlainTextEdit>("composeText")->setPlainText(text);
    }
    void confirm(const char* answer)
    {
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QDialog>("confirmDialog"), patience);
        w.click(answer);
        QTRY_VERIFY_WITH_TIMEOUT(!w.find<QDialog>("confirmDialog"), patience);
        w.main->activateWindow();
    }
    [[nodiscard]] SubjectId person(int n) const { return w.desk().people().id(w.somebody(n)); }
    void request(const QString& path, const QByteArray& token, const QJsonObject& body)
    {
        net::HttpRequest request;
        request.url = w.live.local->url();
        request.url.setPath(QStringLiteral("/v1/workspaces/%1/%2").arg(w.desk().workspace().id, path));
        request.method = QByteArrayLiteral("POST");
        request.headers.append({QByteArrayLiteral("Authorization"), "Bearer " + token});
        request.headers.append({QByteArrayLiteral("Refrain-Launch"), w.live.local->launchSecret().reveal()});
        request.headers.append({QByteArrayLiteral("Content-Type"), QByteArrayLiteral("application/json")});
        request.body = QJsonDocument(body).toJson();
        bool answered = false;
        console::sendAndThen(w.live.transport, std::move(request), this,
                             [&](const Result<net::HttpReply>& reply) { answered = reply && reply->status < 300; });
        QTRY_VERIFY_WITH_TIMEOUT(answered, patience);
    }
    void withKey(Role role, const QString& path, const QJsonObject& body)
    {
        auto made = console::AccessKeys(w.desk().calls()).create(QStringLiteral("Nightly job"), role);
        QTRY_VERIFY_WITH_TIMEOUT(made.isFinished(), patience);
        QVERIFY(made.result().ok());
        request(path, made.result()->secret.reveal(), body);
    }
    /// A program asks Refrain before it sends a reminder.
    void askAsProgram(const SubjectId& subject)
    {
        withKey(Role::Service, QStringLiteral("decisions"),
                {{QStringLiteral("category"), QStringLiteral("reminders")},
                 {QStringLiteral("subjects"), QJsonArray{subject.toString()}}});
    }
    void makeTemplate()
    {
        withKey(Role::Admin, QStringLiteral("templates"),
                {{QStringLiteral("slug"), QStringLiteral("stand-up")},
                 {QStringLiteral("title"), QStringLiteral("Stand-up")},
                 {QStringLiteral("source"), QStringLiteral("{ text: 'Stand-up on ' + std.extVar('data').day }")},
                 {QStringLiteral("sample"), QJsonObject{{QStringLiteral("day"), QStringLiteral("Monday")}}}});
    }
    [[nodiscard]] QString stateOf(const QString& text) const { return w.cell("notificationsTable", text, 4); }

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        // Slack takes its time with each message, so that one to everybody can be paused on any machine.
        QFile slow(w.live.folder.filePath(QStringLiteral("slow.json")));
        QVERIFY(slow.open(QIODevice::WriteOnly));
        slow.write(R"({"faults":[{"method":"chat.postMessage","fault":"delay","ms":40}]})");
        slow.close();
        QVERIFY(w.start(REFRAIN_BIN_DIR, 2000, "--faults " + slow.fileName().toUtf8()));
        for (int i = 0; i < 4; ++i)
            m_names << w.desk().people().name(w.somebody(i));
        const SubjectId out = w.desk().people().id(w.somebody(0));
        const auto made = w.desk().change({out,
                                           CategorySlug(QStringLiteral("reminders")),
                                           console::Wish::toState(PreferenceState::OptedOut),
                                           RequestedBy::Person,
                                           {},
                                           {}});
        QVERIFY(made);
        QTRY_VERIFY_WITH_TIMEOUT(w.desk().outbox().empty(), patience);
    }

    void atFirstNothingWasSent()
    {
        w.show("notifications");
        QTRY_VERIFY_WITH_TIMEOUT(
            w.find<QWidget>("notificationsScreen")->findChild<QPushButton*>(QStringLiteral("stateAction"))->isVisible(),
            patience);
        QVERIFY(button("newNotification")->isVisible());
    }

    void aListIsPreviewedWithWhomItSkipsAndWhy()
    {
        write(QStringLiteral("The *first* one"));
        QVERIFY(!button("composeSend")->isEnabled());
        const console::SubjectTable& people = w.desk().people();
        const QStringList lines{m_names.at(0), people.email(w.somebody(1)), people.id(w.somebody(2)).toString(),
                                QStringLiteral("nobody@nowhere.test"), people.email(w.somebody(1))};
        w.find<QPlainTextEdit>("composeList")->setPlainText(lines.join(u'\n'));
        QTRY_COMPARE_WITH_TIMEOUT(note("previewPane"), QStringLiteral("Get it: 2. Skipped: 1."), patience);
        QCOMPARE(w.cell("previewTable", m_names.at(0), 1), QStringLiteral("skipped: turned off"));
        QCOMPARE(w.cell("previewTable", m_names.at(1), 1), QStringLiteral("gets it"));
        QCOMPARE(label("composeTrouble"),
                 QStringLiteral("Entries that are left out: 1\n“nobody@nowhere.test”: nobody has this name, e-mail "
                                "address or ID"));
        QCOMPARE(label("composeRecipients"), QStringLiteral("3 recipient(s), 1 skipped"));
        auto* which = w.find<QComboBox>("previewWhich");
        which->setCurrentIndex(1);
        QCOMPARE(w.find<QTableView>("previewTable")->model()->rowCount(), 1);
        which->setCurrentIndex(0);
        QVERIFY(button("composeSend")->isEnabled());
        QVERIFY(!button("composeTest")->isVisible());
    }

    void whatIsSentIsAskedAboutAndItsOutcomeShown()
    {
        w.click("composeSend");
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QDialog>("confirmDialog"), patience);
        QVERIFY(texts("confirmDialog").contains(label("composeTrouble")));
        confirm("confirmCancel");
        QVERIFY(w.find<QWidget>("composePage")->isVisible());
        w.click("composeSend");
        confirm("confirmAction");
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(QStringLiteral("The *first* one")), QStringLiteral("sent"), patience);
        QTRY_COMPARE_WITH_TIMEOUT(label("notificationTitle"), QStringLiteral("Reminders"), patience);
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("fatesTable", m_names.at(0), 1), QStringLiteral("skipped: turned off"),
                                  patience);
        QTRY_COMPARE_WITH_TIMEOUT(w.cell("fatesTable", m_names.at(1), 1), QStringLiteral("sent"), patience);
        QVERIFY(!button("pauseNotification")->isVisible());
        const QAbstractItemModel* fates = w.find<QTableView>("fatesTable")->model();
        QCOMPARE(fates->headerData(1, Qt::Horizontal).toString(), QStringLiteral("What became of it"));
    }

    void whyIsAnsweredByTheLinkAndByTheTime()
    {
        QFuture<Result<console::PostedMessages>> posted =
            console::MessageOrigins(w.desk().calls()).posted(person(1), 0, w.live.clock.now() + 60'000);
        QTRY_VERIFY_WITH_TIMEOUT(posted.isFinished(), patience);
        QVERIFY(posted.result().ok() && posted.result()->items.size() == 1);
        w.click("whyThis");
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QDialog>("whyDialog"), patience);
        auto* link = w.find<QLineEdit>("messageLink");
        QCOMPARE(w.find<QRadioButton>("byTime")->nextInFocusChain(), link);
        QCOMPARE(w.find<QWidget>("messageClose")->nextInFocusChain(), button("messageLookUp"));
        link->setText(QStringLiteral("https://acme.slack.com/team/U1"));
        w.click("messageLookUp");
        QCOMPARE(note("whyDialog"), QStringLiteral("That is no link of a message."));
        w.find<QLineEdit>("messageLink")
            ->setText(QStringLiteral("https://acme.slack.com/archives/C0NOWHERE/p1700000000123456"));
        w.click("messageLookUp");
        QTRY_COMPARE_WITH_TIMEOUT(note("whyDialog"), QStringLiteral("Refrain has no record of sending this."),
                                  patience);
        const auto* why = w.find<QWidget>("whyDialog")->findChild<QLabel*>(QStringLiteral("noteText"));
        QTRY_VERIFY2(why->height() >= why->heightForWidth(why->width()), "the answer is cut");
        w.click("byTime");
        w.find<QLineEdit>("messageWhom")->setText(m_names.at(1));
        w.click("messageLookUp");
        QTRY_COMPARE_WITH_TIMEOUT(note("whyDialog"), QStringLiteral("Refrain sent this."), patience);
        const QString text = w.find<QWidget>("whyDialog")->findChild<QLabel*>(QStringLiteral("noteText"))->text();
        QVERIFY(text.contains(m_names.at(1)) && text.contains(QStringLiteral("Reminders")));
        QVERIFY(text.contains(QStringLiteral("on for whoever did not turn it off")));
        w.find<QLineEdit>("messageWhom")->setText(m_names.at(3));
        w.click("messageLookUp");
        QTRY_COMPARE_WITH_TIMEOUT(note("whyDialog"), QStringLiteral("Refrain neither sent this nor was asked."),
                                  patience);
        askAsProgram(person(3));
        w.click("messageLookUp");
        QTRY_COMPARE_WITH_TIMEOUT(note("whyDialog"), QStringLiteral("Refrain did not send this, but was asked."),
                                  patience);
        w.find<QLineEdit>("messageWhom")->setText(m_names.at(1));
        w.click("messageLookUp");
        QTRY_VERIFY_WITH_TIMEOUT(button("messageOpen")->isVisible(), patience);
        w.click("messageOpen");
        QTRY_VERIFY_WITH_TIMEOUT(!w.find<QDialog>("whyDialog"), patience);
        QCOMPARE(label("notificationText"), QStringLiteral("The *first* one"));
        w.main->activateWindow();
    }

    void manyNeedATestMessageFirst()
    {
        write(QStringLiteral("To everybody"));
        w.click("toPeople");
        QTRY_VERIFY_WITH_TIMEOUT(button("composeTest")->isVisible() && button("composeTest")->isEnabled(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(note("previewPane").contains(QStringLiteral("get it"), Qt::CaseInsensitive), patience);
        QVERIFY(!button("composeSend")->isEnabled());
        w.click("composeTest");
        QTRY_VERIFY_WITH_TIMEOUT(button("composeSend")->isEnabled(), patience);
        // Another text needs another look.
        w.find<QPlainTextEdit>("composeText")->setPlainText(QStringLiteral("To everybody!"));
        QTRY_VERIFY_WITH_TIMEOUT(button("composeTest")->isEnabled(), patience);
        QVERIFY(!button("composeSend")->isEnabled());
        w.click("composeTest");
        QTRY_VERIFY_WITH_TIMEOUT(button("composeSend")->isEnabled(), patience);
    }

    void itIsPausedGoesOnAndIsCancelled()
    {
        w.click("composeSend");
        confirm("confirmAction");
        const QString text = QStringLiteral("To everybody!");
        QTRY_VERIFY_WITH_TIMEOUT(button("pauseNotification")->isVisible(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(button("pauseNotification")->isEnabled(), patience);
        w.click("pauseNotification");
        QTRY_VERIFY_WITH_TIMEOUT(stateOf(text).startsWith(QStringLiteral("paused")), patience);
        QTRY_VERIFY_WITH_TIMEOUT(button("resumeNotification")->isVisible() && button("resumeNotification")->isEnabled(),
                                 patience);
        w.click("resumeNotification");
        QTRY_VERIFY_WITH_TIMEOUT(stateOf(text).startsWith(QStringLiteral("sending")), patience);
        QTRY_VERIFY_WITH_TIMEOUT(button("cancelNotification")->isVisible() && button("cancelNotification")->isEnabled(),
                                 patience);
        w.click("cancelNotification");
        confirm("confirmAction");
        QTRY_VERIFY_WITH_TIMEOUT(stateOf(text).startsWith(QStringLiteral("cancelled")), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!button("cancelNotification")->isVisible(), patience);
    }

    void whoeverIsCalledTogetherIsWarnedAbout()
    {
        write(QStringLiteral("All of you: <!channel>"));
        w.find<QPlainTextEdit>("composeList")->setPlainText(m_names.at(2));
        auto* calls = w.find<QWidget>("composeCalls");
        QVERIFY(calls->isVisible());
        QCOMPARE(note("composeCalls"), QStringLiteral("It calls @channel."));
        QTRY_VERIFY_WITH_TIMEOUT(button("composeSend")->isEnabled(), patience);
        w.picture(QStringLiteral("compose-calls"));
        w.click("composeSend");
        QTRY_VERIFY_WITH_TIMEOUT(w.find<QDialog>("confirmDialog"), patience);
        QVERIFY(texts("confirmDialog").contains(QStringLiteral("makes Slack notify everybody")));
        confirm("confirmCancel");
        w.find<QPlainTextEdit>("composeText")->setPlainText(QStringLiteral("All of you: @channel"));
        QVERIFY(!calls->isVisible());
        w.click("composeCancel");
    }

    void inANarrowWindowThePreviewStandsBeside()
    {
        w.main->resize(1024, 768);
        w.show("notifications");
        auto* pane = w.find<QWidget>("inspectorPane");
        QVERIFY(!pane->isVisible());
        write(QStringLiteral("Hello"));
        w.find<QPlainTextEdit>("composeList")->setPlainText(m_names.at(2));
        QVERIFY(pane->isVisible());
        auto* page = w.find<QWidget>("composePage");
        const auto placeOf = [this](const QWidget* widget) {
            return QRect(widget->mapTo(w.main.get(), QPoint()), widget->size());
        };
        QTRY_VERIFY_WITH_TIMEOUT(!placeOf(page).intersects(placeOf(pane)), patience);
        QTRY_VERIFY_WITH_TIMEOUT(note("previewPane").contains(QStringLiteral("get it")), patience);
        QVERIFY(w.find<QPlainTextEdit>("composeList")->visibleRegion().boundingRect().width() > 300);
        w.picture(QStringLiteral("compose-1024"));
        w.click("composeCancel");
        w.main->resize(1280, 800);
    }

    void whatIsThrownAwayIsNotSent()
    {
        write(QStringLiteral("Never"));
        w.click("composeCancel");
        QVERIFY(w.find<QTableView>("notificationsTable")->isVisible());
        QVERIFY(w.said().contains(QStringLiteral("thrown away")));
        w.click("newNotification");
        QCOMPARE(w.find<QPlainTextEdit>("composeText")->toPlainText(), QString());
        QVERIFY(w.screen("notifications")->undo());
        QCOMPARE(w.find<QPlainTextEdit>("composeText")->toPlainText(), QStringLiteral("Never"));
        w.click("composeCancel");
        QCOMPARE(w.rowOf("notificationsTable", QStringLiteral("Never")), -1);
    }

    void aTemplateIsFilledInAndSent()
    {
        makeTemplate();
        w.show("notifications");
        w.click("newNotification");
        auto* templates = w.find<QComboBox>("composeTemplate");
        QTRY_VERIFY_WITH_TIMEOUT(templates->isVisible() && templates->count() == 2, patience);
        templates->setCurrentIndex(1);
        emit templates->activated(1);
        auto* data = w.find<QPlainTextEdit>("composeData");
        QVERIFY(data->isVisible() && data->toPlainText().contains(QStringLiteral("Monday")));
        const auto rendered = [this] {
            return w.find<QWidget>("messageField")->findChild<QLabel*>(QStringLiteral("noteText"))->text();
        };
        QTRY_COMPARE_WITH_TIMEOUT(rendered(), QStringLiteral("Stand-up on Monday"), patience);
        data->setPlainText(QStringLiteral("{\"day\": "));
        QCOMPARE(note("messageField"), QStringLiteral("That is no JSON object."));
        w.find<QPlainTextEdit>("composeList")->setPlainText(m_names.at(2));
        QTRY_VERIFY_WITH_TIMEOUT(note("previewPane").contains(QStringLiteral("nobody is skipped")), patience);
        QVERIFY(!button("composeSend")->isEnabled());
        data->setPlainText(QStringLiteral("{\"day\": \"Friday\"}"));
        QTRY_COMPARE_WITH_TIMEOUT(rendered(), QStringLiteral("Stand-up on Friday"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(button("composeSend")->isEnabled(), patience);
        w.click("composeSend");
        confirm("confirmAction");
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(QStringLiteral("Stand-up on Friday")), QStringLiteral("sent"), patience);
    }

    void withoutABackendItSaysSo()
    {
        test::TestWindow away;
        QTRY_VERIFY_WITH_TIMEOUT(away.isLoaded(), patience);
        away.world.backend.setOffline(true);
        away.showScreen("notifications");
        auto* again = away.find<QWidget>("notificationsScreen")->findChild<QPushButton*>(QStringLiteral("stateAction"));
        QTRY_VERIFY_WITH_TIMEOUT(again->isVisible(), patience);
        QCOMPARE(again->text(), QStringLiteral("Try again"));
        // A message can be written meanwhile; who would get it is not known.
        away.find<QPushButton>("newNotification")->click();
        away.find<QPlainTextEdit>("composeText")->setPlainText(QStringLiteral("Hello"));
        away.find<QPlainTextEdit>("composeList")->setPlainText(QStringLiteral("U0000002"));
        const auto* headline = away.find<QWidget>("previewPane")->findChild<QLabel*>(QStringLiteral("noteHeadline"));
        QTRY_COMPARE_WITH_TIMEOUT(headline->text(), QStringLiteral("It is not known who would get it."), patience);
        QVERIFY(!away.find<QPushButton>("composeSend")->isEnabled());
    }
};

QTEST_MAIN(NotificationsTest)
#include "tst_notifications.moc"
