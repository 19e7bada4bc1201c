#pragma once

#include "console/local/localbackend.h"
#include "console/signin/signin.h"
#include "ui/connect/progresspage.h"

namespace refrain::ui {

/// What the page's one action does.
enum class ConnectStep { None, OpenBrowser, TryAgain, EnterCredentials, InstallAgain, GoBack };

struct ConnectView {
    ProgressPage::Content content;
    ConnectStep action = ConnectStep::None;
};

/// What to show for each state and failure of signing in. `local`: the backend runs on this computer.
[[nodiscard]] ConnectView viewOf(const console::SignIn& signIn, bool local);
/// What to show while a channel is connected by its webhook.
[[nodiscard]] ConnectView channelViewOf(const console::SignIn& signIn);
/// What to show for one failure, whatever led to it.
[[nodiscard]] ConnectView failureView(console::SignIn::Failure failure, bool local, const QString& details = {});
/// The same while a backend on this computer starts.
[[nodiscard]] ConnectView viewOf(const console::LocalBackend& backend);

/// The action that may mend a failure.
[[nodiscard]] ConnectStep stepAfter(console::SignIn::Failure failure, bool local);
/// The verb on its button.
[[nodiscard]] QString stepText(ConnectStep step);

}  // namespace refrain::ui
