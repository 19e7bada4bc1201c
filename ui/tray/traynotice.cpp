#include "ui/tray/traynotice.h"

#include "console/desk/desk.h"
#include "ui/common/icons.h"
#include "ui/common/settings.h"

#include <QSystemTrayIcon>

namespace refrain::ui {

TrayNotice::TrayNotice(const Theme& theme, console::Desk& desk, Settings& settings)
    : m_theme(theme), m_desk(desk), m_settings(settings)
{
    connect(&desk, &console::Desk::statusChanged, this, &TrayNotice::update);
    connect(&desk, &console::Desk::exchangesChanged, this, &TrayNotice::update);
}

TrayNotice::~TrayNotice() = default;

bool TrayNotice::isPossible()
{
    return QSystemTrayIcon::isSystemTrayAvailable();
}

void TrayNotice::update()
{
    const QStringList news = m_attention.news(m_desk.statusSummary(), m_desk.exchanges());
    if (m_attention.standing().isEmpty() || !m_settings.isTrayOn() || !isPossible())
        m_icon.reset();
    else
        show(news);
}

void TrayNotice::show(const QStringList& news)
{
    if (!m_icon) {
        m_icon = std::make_unique<QSystemTrayIcon>(signIcon(m_theme));
        connect(m_icon.get(), &QSystemTrayIcon::activated, this, &TrayNotice::clicked);
        connect(m_icon.get(), &QSystemTrayIcon::messageClicked, this, &TrayNotice::clicked);
        m_icon->show();
    }
    const console::WorkspaceInfo& workspace = m_desk.workspace();
    const QString name = workspace.name.isEmpty() ? workspace.id : workspace.name;
    m_icon->setToolTip(
        tr("Refrain, %1: %2", "workspace, what needs somebody").arg(name, m_attention.standing().constFirst()));
    if (!news.isEmpty())
        m_icon->showMessage(tr("%1 needs somebody", "a workspace").arg(name), news.join(u'\n'),
                            QSystemTrayIcon::Warning);
}

}  // namespace refrain::ui
