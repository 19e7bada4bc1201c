#pragma once

#include "console/sending/channelconnection.h"
#include "ui/connect/connectwords.h"

#include <QDialog>

namespace refrain::ui {

/// Leads an admin through connecting a channel by its webhook: what it is for, the way through the browser, and what
/// the channel is called for senders. open() it; deletes itself when closed, and then nothing goes on.
class ChannelDialog final : public QDialog {
    Q_OBJECT

public:
    ChannelDialog(const Theme& theme, const console::ChannelConnection::Parts& parts, console::SignIn::UrlOpener open,
                  console::SignInRequest place, QWidget* parent);

private:
    void act();
    void show(const ConnectView& view);
    void showConnected(const console::ConnectedChannel& channel);

    console::ChannelConnection m_connection;
    ProgressPage* m_page;
    ConnectStep m_action = ConnectStep::None;
    QString m_distinctId;
};

}  // namespace refrain::ui
