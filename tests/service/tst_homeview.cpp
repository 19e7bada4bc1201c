#include "service/slackside/choicewords.h"
#include "service/slackside/homehistory.h"
#include "service/slackside/homeview.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace refrain;
using namespace refrain::service;

namespace {

constexpr Millis now = 1'777'795'920'000;  // 2026-05-03T08:12:00Z
constexpr Millis hour = 60 * 60 * 1000;

Category category(const QString& slug, const QString& title)
{
    Category made;
    made.slug = CategorySlug(slug);
    made.title = title;
    made.description = QStringLiteral("About %1.").arg(title);
    return made;
}

PreferenceView view(const CategorySlug& slug, Rule rule = Rule::DefaultIn)
{
    PreferenceView made;
    made.preference.category = slug;
    made.decision.rule = rule;
    made.decision.deliver = rule == Rule::DefaultIn || rule == Rule::OptedIn || rule == Rule::Required;
    return made;
}

/// One category `tips`, undecided, and `*`.
const Words& english()
{
    static const Words words(QStringLiteral("en"), QStringLiteral(":/slack"));
    return words;
}

HomeFacts facts()
{
    HomeFacts made(Speech(english(), QTimeZone("Europe/Berlin")));
    made.categories = {category(QStringLiteral("tips"), QStringLiteral("Tips"))};
    made.views = {view(everyCategory()), view(made.categories.front().slug)};
    made.now = now;
    return made;
}

QString textOf(const HomeFacts& facts)
{
    return QString::fromUtf8(QJsonDocument(homeView(facts)).toJson(QJsonDocument::Compact));
}

QJsonObject blockWith(const HomeFacts& facts, const QString& action)
{
    for (const QJsonValue& block : homeView(facts)[QLatin1String("blocks")].toArray())
        if (block[QLatin1String("accessory")][QLatin1String("action_id")].toString() == action)
            return block.toObject();
    return {};
}

QString chosen(const HomeFacts& facts)
{
    return blockWith(facts, QStringLiteral("home.choose:tips"))[QLatin1String("accessory")]
                                                               [QLatin1String("initial_option")][QLatin1String("value")]
                                                                   .toString();
}

}  // namespace

class TestHomeView : public QObject {
    Q_OBJECT

private slots:
    void saysInWordsWhatIsInForce_data()
    {
        QTest::addColumn<Rule>("rule");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QString>("value");
        const auto row = [](const char* name, Rule rule, const char* sentence, const char* value) {
            QTest::newRow(name) << rule << QString::fromLatin1(sentence) << QString::fromLatin1(value);
        };
        row("by default", Rule::DefaultIn, "_You get these._", "in");
        row("off by default", Rule::DefaultOut, "_Off until you turn them on._", "out");
        row("opted out", Rule::OptedOut, "_Stopped since 3 May 2026, 09:12._", "out");
        row("opted in", Rule::OptedIn, "_You get these._", "in");
        row("paused for all", Rule::Paused, "_Paused for everybody right now._", "in");
        row("out of everything", Rule::OptedOutOfEverything, "because you stopped all optional messages", "in");
        row("snoozed", Rule::Snoozed, "_Paused until 3 May 2026, 11:12._", "keep");
    }
    void saysInWordsWhatIsInForce()
    {
        QFETCH(Rule, rule);
        HomeFacts shown = facts();
        PreferenceView& tips = shown.views[1];
        tips = view(tips.preference.category, rule);
        shown.categories.front().defaultIn = rule != Rule::DefaultOut;
        if (rule == Rule::OptedOut || rule == Rule::OptedIn)
            tips.preference.state = rule == Rule::OptedIn ? PreferenceState::OptedIn : PreferenceState::OptedOut;
        tips.preference.at = now - hour;
        if (rule == Rule::Snoozed)
            tips.preference.snoozedUntil = now + hour;
        QFETCH(QString, sentence);
        const QString text =
            blockWith(shown, QStringLiteral("home.choose:tips"))[QLatin1String("text")][QLatin1String("text")]
                .toString();
        QVERIFY2(text.contains(sentence), qPrintable(text));
        QTEST(chosen(shown), "value");
    }

    void namesWhoseDoingItIsAndWhatIsRequired()
    {
        HomeFacts shown = facts();
        shown.views[1] = view(shown.categories.front().slug, Rule::OptedOut);
        shown.views[1].preference.source = Source::Console;
        shown.views[1].preference.at = now;
        shown.categories.push_back(category(QStringLiteral("security"), QStringLiteral("Security")));
        shown.categories.back().required = true;
        shown.categories.back().requiredReason = QStringLiteral("The law asks for it.");
        shown.views.push_back(view(shown.categories.back().slug, Rule::Required));
        const QString text = textOf(shown);
        QVERIFY(text.contains(QStringLiteral("by a colleague")));
        QVERIFY(text.contains(QStringLiteral("The law asks for it.")));
        QVERIFY(text.contains(QStringLiteral("You get 0 of 1 kinds")));
        QVERIFY(blockWith(shown, QStringLiteral("home.choose:security")).isEmpty());
    }

    void offersTheWayBackFromAll()
    {
        HomeFacts shown = facts();
        QVERIFY(textOf(shown).contains(QStringLiteral("Stop all optional messages?")));
        shown.views[0].preference.state = PreferenceState::OptedOut;
        shown.views[0].preference.at = now;
        QVERIFY(!textOf(shown).contains(QStringLiteral("Stop all optional messages?")));
        QVERIFY(textOf(shown).contains(QStringLiteral("Allow optional messages again")));
    }

    void showsNobodysWordsAsMarkup()
    {
        HomeFacts shown = facts();
        shown.categories.front().title = QStringLiteral("<!channel> & <http://evil.example|Tips>");
        shown.notice = stopsWords(shown.categories.front(), std::nullopt, shown.speech);
        const QString text = textOf(shown);
        QVERIFY(!text.contains(u'<'));
        QVERIFY(text.contains(QStringLiteral("&lt;!channel&gt; &amp; ")));
    }

    void aChangedBlockHasAnotherId()
    {
        HomeFacts shown = facts();
        const auto id = [&] {
            return blockWith(shown, QStringLiteral("home.choose:tips")).value(QLatin1String("block_id")).toString();
        };
        const QString before = id();
        shown.views[1].preference.version = 7;
        QVERIFY(id() != before);
    }

    void tellsTheLastFiveOfAPersonsHistory()
    {
        store::ChangeRecord change;
        change.type = QStringLiteral("preference");
        change.category = CategorySlug(QStringLiteral("tips"));
        change.actor = {ActorKind::SlackUser, QStringLiteral("U1"), QStringLiteral("ann")};
        change.source = Source::AppHome;
        change.after = R"({"state":"opted_out","snoozedUntil":null})";
        store::ChangeRecord pause = change;
        pause.actor = {ActorKind::ConsoleUser, QStringLiteral("U2"), QStringLiteral("Bob")};
        pause.source = Source::Console;
        pause.before = R"({"state":"default"})";
        pause.after = R"({"state":"default","snoozedUntil":"2026-05-03T08:12:00.000Z"})";
        store::ChangeRecord other = change;
        other.type = QStringLiteral("subject");
        const std::vector<HomeEvent> told =
            homeHistory({other, change, pause, change, change, change, change}, SubjectId(QStringLiteral("U1")),
                        facts().categories, facts().speech);
        QCOMPARE(told.size(), size_t(5));
        QCOMPARE(told[0].sentence, QStringLiteral("You stopped Tips in the App Home"));
        QCOMPARE(told[1].sentence, QStringLiteral("Bob paused Tips"));
    }
};

QTEST_GUILESS_MAIN(TestHomeView)
#include "tst_homeview.moc"
