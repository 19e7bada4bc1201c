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
            m_bar.say(changeSentence(change), change.undoes.isEmpty() ? tr("Undo") : QString());
            break;
        case ChangeStage::Refused:
            m_bar.say(QStringList{change.sentence, change.historyLine}.join(u' ').trimmed());
            break;
        case ChangeStage::Failed: m_bar.say(change.sentence); break;
        case ChangeStage::Waiting:
        case ChangeStage::Confirmed: break;
    }
}

}  // namespace refrain::ui
