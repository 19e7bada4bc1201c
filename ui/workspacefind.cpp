#include "console/table/subjecttable.h"
#include "ui/categories/categoriesscreen.h"
#include "ui/common/noticebar.h"
#include "ui/common/screen.h"
#include "ui/common/settings.h"
#include "ui/common/whendone.h"
#include "ui/imports/importsscreen.h"
#include "ui/people/changenotices.h"
#include "ui/people/subjectscreens.h"
#include "ui/people/subjecttableview.h"
#include "ui/person/receiptdialog.h"
#include "ui/shell/headerbar.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/quickfind.h"
#include "ui/tray/traynotice.h"
#include "ui/workspace.h"

#include <QMenu>

namespace refrain::ui {

namespace {

void addMenu(FindOffers& offers, const QMenu& menu, const QString& prefix)
{
    for (QAction* action : menu.actions()) {
        if (!action->isSeparator() && action->isEnabled() && !action->isChecked())
            offers.push_back(
                {FindOffer::Kind::Action,
                 prefix.isEmpty() || action->text().endsWith(u'…') ? action->text() : prefix.arg(action->text()),
                 {},
                 {},
                 [action] { action->trigger(); }});
    }
}

}  // namespace

void Workspace::connectFind()
{
    m_find = std::make_unique<QuickFind>(
        m_theme, *m_window.header().findBox(), *m_desk, [this] { return commands(); },
        [this](const QString& typed) { return records(typed); });
    connect(m_find.get(), &QuickFind::found, this, &Workspace::reveal);
    connect(m_find.get(), &QuickFind::turnOffWanted, this, [this](const SubjectId& subject, const CategorySlug& slug) {
        m_window.showScreen(int(m_window.screens().indexOf(m_people)));
        m_people->turnOff(subject, slug);
    });
    connect(m_find.get(), &QuickFind::categoryWanted, this, [this](const CategorySlug& slug) {
        m_window.showScreen(int(m_window.screens().indexOf(m_categories)));
        m_categories->reveal(slug);
    });
    connect(m_find.get(), &QuickFind::allWanted, this, &Workspace::showPeople);
    connect(&m_window, &MainWindow::findRequested, m_find.get(), &QuickFind::begin);
}

/// What a typed name of a receipt, or a link from a ticket, stands for.
FindOffers Workspace::records(const QString& typed)
{
    if (const auto receipt = ReceiptId::fromString(typed))
        return {{FindOffer::Kind::Record,
                 tr("Receipt %1").arg(receipt->toString()),
                 tr("look it up in the audit log"),
                 {},
                 [this, id = *receipt] { showReceipt(id); }}};
    const auto link = console::DeepLink::fromString(typed);
    if (!link)
        return {};
    return {{FindOffer::Kind::Record, tr("Open this link"), link->subject.toString(), {}, [this, link = *link] {
                 emit linkWanted(link);
             }}};
}

void Workspace::showReceipt(const ReceiptId& id)
{
    auto* dialog = new ReceiptDialog(m_theme, m_zone, *m_desk, id, m_window.currentScreen());
    connect(dialog, &ReceiptDialog::subjectWanted, this, &Workspace::reveal);
    dialog->open();
}

void Workspace::open(const SubjectId& subject)
{
    if (m_desk->tableOf(subject)) {
        m_awaited = {};
        reveal(subject);
        return;
    }
    // The directory is still being read.
    m_awaited = subject;
    if (m_desk->progress().stage == console::LoadProgress::Stage::Done) {
        m_awaited = {};
        m_window.notice().say(tr("%1 is nobody in this workspace's directory.").arg(subject.toString()));
    }
}

FindOffers Workspace::commands()
{
    FindOffers offers;
    const auto add = [&](FindOffer::Kind kind, const QString& title, const QString& keywords,
                         std::function<void()> run) {
        offers.push_back({kind, title, {}, keywords, std::move(run)});
    };
    using Kind = FindOffer::Kind;
    for (int i = 0; i < m_window.screens().size(); ++i) {
        const Screen* screen = m_window.screens().at(i);
        if (screen->isOffered())
            add(Kind::Action, tr("Go to %1", "a screen").arg(screen->title()), screen->name(),
                [this, i] { m_window.showScreen(i); });
        auto* imports = qobject_cast<ImportsScreen*>(m_window.screens().at(i));
        if (imports && imports->isOffered())
            add(Kind::Action, tr("Import choices from a file…"), tr("csv upload list", "other words for it"),
                [this, i, imports] {
                    m_window.showScreen(i);
                    imports->begin();
                });
    }
    if (const QString undo = m_desk->undoText(); !undo.isEmpty())
        add(Kind::Action, tr("Undo: %1").arg(undo), {}, [this] { m_notices->undoLast(); });
    if (m_desk->mayAdminister())
        add(Kind::Action, tr("Read the directory from Slack now"), tr("sync refresh", "other words for it"), [this] {
            whenDone(m_desk->syncDirectory(), this, [this](const Result<>& asked) {
                m_window.notice().say(asked ? tr("The directory is being read from Slack.") : asked.error().message());
            });
        });
    addMenu(offers, *m_window.header().workspaceMenu(), tr("Switch to %1", "a workspace"));
    addMenu(offers, *m_window.header().accountMenu(), {});
    if (TrayNotice::isPossible()) {
        const bool isOn = m_settings.isTrayOn();
        add(Kind::Setting, isOn ? tr("Turn notices beside the clock off") : tr("Turn notices beside the clock on"),
            tr("tray notification"), [this, isOn] {
                m_settings.setTrayOn(!isOn);
                m_tray->update();
            });
    }
    const bool isCompact = m_settings.isCompact();
    add(Kind::Setting, isCompact ? tr("Rows at their usual height") : tr("Compact rows"), tr("table rows height"),
        [this, isCompact] {
            for (const SubjectScreen* screen : {m_people, m_channels})
                screen->tableView().setCompact(!isCompact);
        });
    return offers;
}

}  // namespace refrain::ui
