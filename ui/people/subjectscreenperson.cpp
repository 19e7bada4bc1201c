#include "ui/people/subjectscreen.h"

#include "console/desk/desk.h"
#include "console/links/deeplink.h"
#include "console/person/personcalls.h"
#include "console/table/subjecttable.h"
#include "ui/common/whendone.h"
#include "ui/people/subjectinspector.h"
#include "ui/people/subjecttableview.h"
#include "ui/person/askdialog.h"
#include "ui/person/homedialog.h"

#include <QApplication>
#include <QClipboard>

namespace refrain::ui {

/// What the details offer to look up.
void SubjectScreen::connectPerson()
{
    connect(m_inspector, &SubjectInspector::momentChanged, this, &SubjectScreen::loadDetail);
    connect(m_inspector, &SubjectInspector::earlierWanted, this, &SubjectScreen::showEarlier);
    connect(m_inspector, &SubjectInspector::pageWanted, this, &SubjectScreen::showPage);
    connect(m_inspector, &SubjectInspector::homeWanted, this, [this] {
        const int row = m_table.rowOf(m_view->currentSubject());
        if (row >= 0)
            (new HomeDialog(m_theme, m_desk, m_table.subject(row), this))->open();
    });
    connect(m_inspector, &SubjectInspector::askWanted, this, &SubjectScreen::ask);
    connect(m_inspector, &SubjectInspector::notificationWanted, this, &SubjectScreen::notificationWanted);
    connect(m_inspector, &SubjectInspector::runWanted, this, &SubjectScreen::runWanted);
    connect(m_inspector, &SubjectInspector::receiptWanted, this, [this](const QString& name) {
        if (const auto id = ReceiptId::fromString(name))
            emit receiptWanted(*id);
    });
    connect(m_inspector, &SubjectInspector::linkCopyWanted, this, [this] {
        const console::DeepLink link{WorkspaceId(m_desk.workspace().id), m_view->currentSubject()};
        QApplication::clipboard()->setText(link.toString());
        emit said(tr("The link to these details is on the clipboard. It opens them in Refrain, for whoever may."));
    });
}

void SubjectScreen::showEarlier()
{
    const SubjectId subject = m_view->currentSubject();
    const auto asked = m_desk.detail(subject, console::DetailAsk::behind(m_inspector->earlierFrom()));
    whenDone(asked, this, [this, generation = m_generation](const Result<console::SubjectDetail>& detail) {
        if (generation != m_generation || !m_inspector)
            return;
        if (detail)
            m_inspector->showEarlier(*detail);
        else
            emit said(detail.error().message());
    });
}

void SubjectScreen::showPage()
{
    console::PersonCalls calls(m_desk.calls());
    whenDone(calls.page(m_view->currentSubject()), this, [this](const Result<QUrl>& page) {
        if (!page)
            emit said(page.error().message());
        else if (m_openPage && m_openPage(*page))
            emit said(tr("The page is open in the browser, to look at only; nothing on it can be pressed."));
        else {
            QApplication::clipboard()->setText(page->toString());
            emit said(tr("No browser could be opened. The page's address is on the clipboard, good for ten minutes."));
        }
    });
}

void SubjectScreen::ask()
{
    const int row = m_table.rowOf(m_view->currentSubject());
    if (row < 0)
        return;
    auto* dialog = new AskDialog(m_theme, m_clock, m_zone, m_desk, m_table.subject(row), currentCategory(), this);
    dialog->open();
}

}  // namespace refrain::ui
