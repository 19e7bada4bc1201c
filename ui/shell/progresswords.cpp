#include "ui/shell/progresswords.h"

#include "ui/common/timetext.h"

#include <QCoreApplication>

namespace refrain::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ProgressWords)
};

/// Too little time or work tells nothing about the rest.
constexpr Millis tellingAfter = 1'000;

QString paceText(const console::LoadProgress& progress, Millis now)
{
    const Millis spent = progress.startedAt ? now - *progress.startedAt : 0;
    const qint64 made = progress.done - progress.startedWith;
    if (spent < tellingAfter || made <= 0)
        return {};
    const qint64 perSecond = qMax(qint64(1), made * 1'000 / spent);
    QString text = QStringLiteral(" · ") + Text::tr("%1 a second").arg(grouped(perSecond));
    if (progress.total > progress.done) {
        const Millis left = qMax(Millis(1'000), (progress.total - progress.done) * spent / made);
        text += QStringLiteral(" · ") + Text::tr("%1 left").arg(durationText((left + 999) / 1'000 * 1'000));
    }
    return text;
}

}  // namespace

ProgressView progressView(const console::LoadProgress& progress, Millis now)
{
    if (progress.stage != console::LoadProgress::Stage::FirstSync)
        return {};
    const bool known = progress.total > 0;
    const QString amount =
        known ? Text::tr("%1 of %2").arg(grouped(progress.done), grouped(progress.total)) : grouped(progress.done);
    ProgressView view;
    view.thousandths = known ? int(qMin(qint64(1'000), progress.done * 1'000 / progress.total)) : -1;
    if (progress.stopped) {
        view.text = Text::tr("First sync stopped: %1").arg(amount);
        view.action = Text::tr("Go on");
    } else {
        view.text = Text::tr("First sync: %1").arg(amount) + paceText(progress, now);
        view.action = Text::tr("Stop");
    }
    return view;
}

}  // namespace refrain::ui
