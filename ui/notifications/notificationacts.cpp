// What the Notifications screen does: writing, pausing, cancelling, leading to one.

#include "console/desk/desk.h"
#include "ui/common/confirmdialog.h"
#include "ui/common/listbody.h"
#include "ui/common/timetext.h"
#include "ui/common/whendone.h"
#include "ui/notifications/composepage.h"
#include "ui/notifications/composer.h"
#include "ui/notifications/notificationpane.h"
#include "ui/notifications/notificationsscreen.h"
#include "ui/notifications/previewpane.h"

#include <QStackedWidget>

#include <utility>

namespace refrain::ui {

using console::SentNotification;
using Act = console::Notifications::Act;

void NotificationsScreen::act(Act act)
{
    const SentNotification* sent = find(m_list->chosen());
    if (!sent)
        return;
    const QString id = sent->notification.id;
    if (act != Act::Cancel) {
        order(id, act);
        return;
    }
    auto* dialog = new ConfirmDialog(
        m_theme,
        {tr("Cancel this for %1 recipient(s) who wait?", nullptr, int(sent->summary.queued))
             .arg(grouped(sent->summary.queued)),
         tr("Who got it keeps it. It cannot be gone on with; it would have to be sent anew."), tr("Cancel it")},
        this);
    connect(dialog, &QDialog::accepted, this, [this, id] { order(id, Act::Cancel); });
    dialog->open();
}

void NotificationsScreen::order(const QString& id, Act act)
{
    m_pane->setBusy(true);
    whenDone(m_notifications.act(id, act), this, [this](const Result<>& done) {
        if (!m_panes)
            return;
        m_pane->setBusy(false);
        if (!done)
            emit said(done.error().message());
        load();
    });
}

void NotificationsScreen::compose()
{
    m_pages->setCurrentWidget(m_compose);
    m_panes->setCurrentWidget(m_preview);
    m_composer->begin();
    emit besideWanted();
    m_compose->focusFirst();
}

void NotificationsScreen::restoreDraft()
{
    if (!isVisible() || !maySend() || !m_composer->restore())
        return;
    compose();
    tellOfDraft();
}

void NotificationsScreen::showList()
{
    m_pages->setCurrentWidget(m_listPage);
    m_panes->setCurrentWidget(m_pane);
    mainPane()->setFocus(Qt::OtherFocusReason);
}

void NotificationsScreen::composeFrom(const QString& templateSlug)
{
    compose();
    m_composer->useTemplate(templateSlug);
}

void NotificationsScreen::reveal(const QString& id)
{
    if (m_pages->currentWidget() == m_compose)
        showList();
    m_wanted = id;
    if (find(id))
        m_list->choose(std::exchange(m_wanted, {}));
}

}  // namespace refrain::ui
