#include "ui/people/changenotices.h"

#include "console/desk/desk.h"
#include "ui/common/noticebar.h"
#include "ui/people/changecontroller.h"

namespace refrain::ui {

using console::ChangeStage;

ChangeNotices::ChangeNotices(console::Desk& desk, NoticeBar& bar, QObject* parent)
    : QObject(parent), m_desk(desk), m_bar(bar)
{
    connect(&desk, &console::Desk::changeUpdated, this, &ChangeNotices::onUpdate);
    // Most answers are there within this; a sentence in between would only flicker.
    m_patience.setSingleShot(true);
    m_patience.setInterval(400);
    connect(&m_patience, &QTimer::timeout, this, [this] { say(m_slow, m_slow.sentence); });
    connect(&bar, &NoticeBar::actionTriggered, this, &ChangeNotices::undoLast);
}

void ChangeNotices::undoLast()
{
    const auto undone = m_desk.undoLast();
    if (!undone)
        m_bar.say(undone.error().message());
}

void ChangeNotices::onUpdate(const console::LocalChange& change)
{
    switch (change.stage) {
        case ChangeStage::Shown:
            m_about = change.id;
            m_patience.stop();
            say(change, tr("Being saved."));
            break;
        case ChangeStage::Waiting:
            m_slow = change;
            if (m_desk.connection().kind == console::ConnectionState::Kind::Online)
                m_patience.start();
            else
                say(change, change.sentence);
            break;
        case ChangeStage::Confirmed: say(change); break;
        case ChangeStage::Refused:
            m_patience.stop();
            m_bar.say(QStringList{change.sentence, change.historyLine}.join(u' ').trimmed());
            break;
        case ChangeStage::Failed:
            m_patience.stop();
            m_bar.say(change.sentence);
            break;
    }
}

void ChangeNotices::say(const console::LocalChange& change, const QString& more)
{
    // Of the latest change alone, and only as long as the bar still speaks of it.
    const bool begins = change.stage == ChangeStage::Shown;
    if (change.id != m_about || (!begins && m_bar.sentence().isEmpty()))
        return;
    if (change.stage == ChangeStage::Confirmed)
        m_patience.stop();
    QStringList words{changeSentence(change, m_desk.category(change.order.category))};
    const bool isChannel = m_desk.tableOf(change.order.subject) == &m_desk.channels();
    if (change.undoes.isEmpty())
        words << askedSentence(change.order.requestedBy, isChannel ? SubjectKind::Channel : SubjectKind::User);
    if (!more.isEmpty())
        words << more;
    m_bar.say(words.join(u' '), change.undoes.isEmpty() ? tr("Undo") : QString());
}

}  // namespace refrain::ui
