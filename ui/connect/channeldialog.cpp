#include "ui/connect/channeldialog.h"

#include <QApplication>
#include <QClipboard>
#include <QVBoxLayout>

namespace refrain::ui {

using console::SignIn;

ChannelDialog::ChannelDialog(const Theme& theme, const console::ChannelConnection::Parts& parts, SignIn::UrlOpener open,
                             console::SignInRequest place, QWidget* parent)
    : QDialog(parent), m_connection(parts, std::move(open), std::move(place)), m_page(new ProgressPage(theme, this))
{
    setObjectName(QStringLiteral("channelDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Connect a channel – Refrain"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 20);
    layout->addWidget(m_page);
    layout->setSizeConstraint(QLayout::SetFixedSize);
    connect(&m_connection.signIn(), &SignIn::stateChanged, this, [this](SignIn::State state) {
        if (state != SignIn::State::Succeeded)
            show(channelViewOf(m_connection.signIn()));
    });
    connect(&m_connection, &console::ChannelConnection::connected, this, &ChannelDialog::showConnected);
    connect(m_page, &ProgressPage::actionTriggered, this, &ChannelDialog::act);
    connect(m_page, &ProgressPage::secondTriggered, this, [this] { m_connection.signIn().waitForApproval(); });
    connect(m_page, &ProgressPage::cancelled, this, &QDialog::reject);
    show(channelViewOf(m_connection.signIn()));
}

void ChannelDialog::show(const ConnectView& view)
{
    m_action = view.action;
    m_page->setContent(view.content);
}

void ChannelDialog::act()
{
    if (!m_distinctId.isEmpty())
        QApplication::clipboard()->setText(m_distinctId);
    else if (m_action == ConnectStep::OpenBrowser)
        m_connection.signIn().openAgain();
    else
        m_connection.start();
}

void ChannelDialog::showConnected(const console::ConnectedChannel& channel)
{
    m_distinctId = channel.distinctId;
    ProgressPage::Content content;
    content.iconName = QStringLiteral("check");
    content.title = tr("The channel is connected");
    content.sentence = channel.distinctId.isEmpty()
                           ? tr("Senders reach it as channel_<name>, with the name that it has in Slack.")
                           : tr("Senders reach it as %1. That you connected it stands in Activity.").arg(m_distinctId);
    content.action = channel.distinctId.isEmpty() ? QString() : tr("Copy this name");
    content.dismiss = tr("Close");
    m_page->setContent(content);
    // The browser lies on top now.
    raise();
    activateWindow();
}

}  // namespace refrain::ui
