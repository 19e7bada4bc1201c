#include "domain/undo.h"

#include <QTest>

using namespace refrain;

namespace {

constexpr Millis now = 1'770'000'000'000;

Preference make(PreferenceState state, std::optional<Millis> snoozedUntil, qint64 version)
{
    Preference preference;
    preference.subject = SubjectId(QStringLiteral("U0001"));
    preference.category = CategorySlug(QStringLiteral("reminders"));
    preference.state = state;
    preference.snoozedUntil = snoozedUntil;
    preference.version = version;
    return preference;
}

}  // namespace

class TestUndo : public QObject {
    Q_OBJECT

private slots:
    void leadsBackToWhatWas()
    {
        const Actor actor{ActorKind::ConsoleUser, QStringLiteral("U0STAFF"), {}};
        const auto undo = undoOf(make(PreferenceState::OptedIn, now + 5, 3),
                                 make(PreferenceState::OptedOut, std::nullopt, 9), Source::Console, actor, now);
        QVERIFY(undo);
        QCOMPARE(undo->state, std::optional(PreferenceState::OptedIn));
        QCOMPARE(*undo->snoozedUntil, std::optional<Millis>(now + 5));
        QCOMPARE(undo->ifMatch, std::optional<qint64>(9));
        QCOMPARE(undo->actor, actor);
        QCOMPARE(undo->subject.toString(), QStringLiteral("U0001"));
    }

    void touchesOnlyWhatDiffers()
    {
        const auto state = undoOf(make(PreferenceState::Default, now + 5, 0),
                                  make(PreferenceState::OptedOut, now + 5, 9), Source::Console, {}, now);
        QVERIFY(state && state->state && !state->snoozedUntil);
        const auto snooze = undoOf(make(PreferenceState::Default, std::nullopt, 0),
                                   make(PreferenceState::Default, now + 5, 9), Source::Console, {}, now);
        QVERIFY(snooze && !snooze->state);
        QVERIFY(snooze->snoozedUntil && !*snooze->snoozedUntil);  // cleared, not kept
    }

    void nothingToUndoIsNoRequest()
    {
        const auto undo = undoOf(make(PreferenceState::OptedOut, now - 1, 3),
                                 make(PreferenceState::OptedOut, std::nullopt, 9), Source::Console, {}, now);
        QVERIFY(!undo);
    }
};

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
