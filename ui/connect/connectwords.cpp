#include "ui/connect/connectwords.h"

#include <QCoreApplication>

namespace refrain::ui {

using console::LocalBackend;
using console::SignIn;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ConnectWords)
};

QString titleOf(SignIn::State state)
{
    switch (state) {
        case SignIn::State::Idle:
        case SignIn::State::AskingBackend: return Text::tr("Reaching the server");
        case SignIn::State::WaitingForBrowser: return Text::tr("Go on in your browser");
        case SignIn::State::WaitingForApproval: return Text::tr("Waiting for an admin's approval");
        case SignIn::State::Exchanging:
        case SignIn::State::Succeeded: return Text::tr("Signing in");
        case SignIn::State::Failed: return Text::tr("You are not signed in");
    }
    return {};
}

/// Where the backend runs here there is no "whoever runs it" to ask, and no address to check.
QString sentenceHere(SignIn::Failure failure)
{
    switch (failure) {
        case SignIn::Failure::NotConfigured:
            return Text::tr(
                "Slack does not know the app by these credentials. Nothing was connected; enter them again.");
        case SignIn::Failure::BackendGone:
            return Text::tr("Refrain's backend on this computer, or Slack, does not answer. Nothing was changed.");
        default: return console::signInSentence(failure);
    }
}

}  // namespace

ConnectStep stepAfter(SignIn::Failure failure, bool local)
{
    using Failure = SignIn::Failure;
    switch (failure) {
        case Failure::None:
        case Failure::Cancelled:
        case Failure::NotRefrain:
        case Failure::InsecureBackend: return ConnectStep::GoBack;
        case Failure::NotConfigured: return local ? ConnectStep::EnterCredentials : ConnectStep::TryAgain;
        case Failure::MissingScopes: return ConnectStep::InstallAgain;
        case Failure::Denied:
        case Failure::NoRole:
        case Failure::ForgedState:
        case Failure::WrongIssuer:
        case Failure::WrongWorkspace:
        case Failure::TimedOut:
        case Failure::BackendGone:
        case Failure::PortTaken:
        case Failure::Refused: return ConnectStep::TryAgain;
    }
    return ConnectStep::TryAgain;
}

QString stepText(ConnectStep step)
{
    switch (step) {
        case ConnectStep::None:
        case ConnectStep::GoBack: return {};  // "Back" stands there anyway.
        case ConnectStep::OpenBrowser: return Text::tr("Open the browser again");
        case ConnectStep::TryAgain: return Text::tr("Try again");
        case ConnectStep::EnterCredentials: return Text::tr("Enter the credentials");
        case ConnectStep::InstallAgain: return Text::tr("Install again in Slack");
    }
    return {};
}

ConnectView failureView(SignIn::Failure failure, bool local, const QString& details)
{
    ConnectView view;
    view.content.isFailure = true;
    view.content.iconName = QStringLiteral("warning");
    view.content.title = titleOf(SignIn::State::Failed);
    view.content.sentence = local ? sentenceHere(failure) : console::signInSentence(failure);
    view.content.details = details;
    view.action = stepAfter(failure, local);
    view.content.action = stepText(view.action);
    return view;
}

ConnectView viewOf(const SignIn& signIn, bool local)
{
    const SignIn::State state = signIn.state();
    if (state == SignIn::State::Failed)
        return failureView(signIn.failure(), local, signIn.details());
    ConnectView view;
    const bool waits = state == SignIn::State::WaitingForBrowser || state == SignIn::State::WaitingForApproval;
    view.action = waits ? ConnectStep::OpenBrowser : ConnectStep::None;
    view.content.iconName = QStringLiteral("sync");
    view.content.title = titleOf(state);
    view.content.sentence = signIn.sentence();
    view.content.address = waits ? signIn.url() : QUrl();
    view.content.details = signIn.details();
    view.content.action = stepText(view.action);
    if (state == SignIn::State::WaitingForBrowser)
        view.content.second = Text::tr("Slack asks for an approval");
    return view;
}

ConnectView channelViewOf(const SignIn& signIn)
{
    ConnectView view = viewOf(signIn, false);
    switch (signIn.state()) {
        case SignIn::State::Idle:
            view.content.iconName = QStringLiteral("channels");
            view.content.title = Text::tr("Connect a channel by its webhook");
            view.content.sentence = Text::tr(
                "Slack asks in the browser which channel it shall be, and gives an address for it. Refrain "
                "keeps the address sealed; senders then reach the channel as channel_<name>, also a private "
                "one that the app is not in. An opt-out of the channel holds for it too.");
            view.action = ConnectStep::TryAgain;
            view.content.action = Text::tr("Choose it in Slack");
            break;
        case SignIn::State::Exchanging:
        case SignIn::State::Succeeded: view.content.title = Text::tr("Connecting the channel"); break;
        case SignIn::State::Failed:
            view.content.title = Text::tr("No channel was connected");
            view.content.sentence = signIn.sentence();
            view.action = ConnectStep::TryAgain;
            view.content.action = stepText(view.action);
            break;
        default: break;
    }
    return view;
}

ConnectView viewOf(const LocalBackend& backend)
{
    ConnectView view;
    view.content.isFailure = backend.state() == LocalBackend::State::Failed;
    view.action = view.content.isFailure ? ConnectStep::TryAgain : ConnectStep::None;
    view.content.iconName = view.content.isFailure ? QStringLiteral("warning") : QStringLiteral("laptop");
    view.content.title = view.content.isFailure ? Text::tr("Refrain did not start on this computer")
                         : backend.state() == LocalBackend::State::StartingPractice
                             ? Text::tr("Making the practice workspace")
                             : Text::tr("Starting on this computer");
    view.content.sentence = backend.sentence();
    view.content.details = view.content.isFailure ? backend.details() : QString();
    view.content.action = stepText(view.action);
    return view;
}

}  // namespace refrain::ui
