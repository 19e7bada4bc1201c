#pragma once

#include <QJsonObject>
#include <QString>

namespace refrain::sandbox {

class Mailbox;

/// What an app answers to: where somebody typed a command or pressed a button, and what exactly.
struct Prompt {
    QString channel;
    QString user;
    QString typed;           ///< The command as it was typed; empty for a button.
    QString messageTs;       ///< The message whose button it was; empty for a command.
    bool ephemeral = false;  ///< That message was for `user` alone.
};

/// Does what an app's answer says, in the reply itself or later at the response_url: posts for the
/// person alone (the default) or for all, replaces or deletes the message that was pressed
/// (docs.slack.dev/interactivity/handling-user-interaction). An answer without content does nothing.
/// `author` is the app's bot user. Call with the sandbox's lock held.
void applyAnswer(Mailbox& mailbox, const QString& author, const Prompt& prompt, const QJsonObject& answer);

}  // namespace refrain::sandbox
