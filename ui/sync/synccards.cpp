#include "ui/sync/synccards.h"

#include "console/desk/subjectdetail.h"
#include "ui/common/timetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace refrain::ui {

using console::Agreement;
using console::ConnectionState;
using console::LoadProgress;
using console::LocalChange;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(SyncCards)
};

bool isOnline(const SyncFacts& facts)
{
    return facts.connection.kind == ConnectionState::Kind::Online;
}

QString moment(Millis at, const SyncFacts& facts)
{
    return console::Wording(facts.zone).moment(at, facts.now);
}

QString lastAgreement(const Agreement& agreement, const SyncFacts& facts)
{
    if (!agreement.agreedAt)
        return Text::tr("They were never compared yet.");
    const QString at = moment(*agreement.agreedAt, facts);
    return agreement.agreedOn == 0
               ? Text::tr("They last agreed at %1: nobody had chosen anything.").arg(at)
               : Text::tr("They last agreed at %1, on %2 own choices.", nullptr, int(agreement.agreedOn))
                     .arg(at, grouped(agreement.agreedOn));
}

}  // namespace

CardText agreementCard(const Agreement& agreement, const SyncFacts& facts)
{
    switch (facts.connection.kind) {
        case ConnectionState::Kind::Online: break;
        case ConnectionState::Kind::Connecting:
            return {Text::tr("connecting"), Tone::Muted, lastAgreement(agreement, facts)};
        case ConnectionState::Kind::Offline:
        case ConnectionState::Kind::SessionEnded: {
            const QString since =
                Text::tr("No contact since %1.").arg(moment(facts.connection.since.value_or(facts.now), facts));
            return {Text::tr("not known"), Tone::Waiting, since + u' ' + lastAgreement(agreement, facts)};
        }
    }
    switch (agreement.kind) {
        case Agreement::Kind::Unknown:
            return {Text::tr("not checked"), Tone::Muted,
                    agreement.sentence.isEmpty() ? lastAgreement(agreement, facts) : agreement.sentence};
        case Agreement::Kind::Checking: return {Text::tr("checking"), Tone::Muted, agreement.sentence};
        case Agreement::Kind::Agree: {
            const QString when = relativeTime(agreement.checkedAt, facts.now, facts.zone);
            return {Text::tr("agree"), Tone::Good,
                    agreement.compared == 0
                        ? Text::tr("nobody had chosen anything, here or there; checked %1").arg(when)
                        : Text::tr("%1 own choices compared, checked %2", nullptr, int(agreement.compared))
                              .arg(grouped(agreement.compared), when)};
        }
        case Agreement::Kind::Disagree: return {Text::tr("differ"), Tone::Danger, agreement.sentence};
    }
    return {};
}

CardText outboxCard(const std::vector<LocalChange>& outbox, const SyncFacts& facts)
{
    const auto open = std::count_if(outbox.begin(), outbox.end(), [](const LocalChange& c) { return c.isOpen(); });
    const auto closed = qint64(outbox.size()) - open;
    QStringList meaning;
    if (open > 0) {
        const auto first = std::find_if(outbox.begin(), outbox.end(), [](const LocalChange& c) { return c.isOpen(); });
        meaning << Text::tr("oldest: %1").arg(durationText(qMax(Millis(0), facts.now - first->madeAt)));
        if (!isOnline(facts))
            meaning << Text::tr("saved here, not yet in force");
    }
    if (closed > 0)
        meaning << Text::tr("%1 were not applied", nullptr, int(closed)).arg(grouped(closed));
    if (meaning.isEmpty())
        meaning << (isOnline(facts) ? Text::tr("every change made here is in force")
                                    : Text::tr("nothing waits here; what others change is not known without contact"));
    const Tone tone = closed > 0 ? Tone::Danger : open > 0 ? Tone::Waiting : Tone::Text;
    return {grouped(open), tone, meaning.join(QStringLiteral(" · "))};
}

CardText directoryCard(std::optional<Millis> syncedAt, qint64 people, qint64 channels, const SyncFacts& facts)
{
    const QString counts = Text::tr("%1 people", nullptr, int(people)).arg(grouped(people)) + QStringLiteral(", ") +
                           Text::tr("%1 channels", nullptr, int(channels)).arg(grouped(channels));
    if (facts.progress.stage == LoadProgress::Stage::FirstSync)
        return {facts.progress.stopped ? Text::tr("stopped") : Text::tr("coming in"), Tone::Waiting,
                Text::tr("%1 so far").arg(counts)};
    if (!syncedAt)
        return {Text::tr("not read yet"), Tone::Muted, counts};
    return {relativeTime(syncedAt, facts.now, facts.zone), isOnline(facts) ? Tone::Text : Tone::Muted,
            isOnline(facts) ? counts : Text::tr("%1, as of the last contact").arg(counts)};
}

}  // namespace refrain::ui
