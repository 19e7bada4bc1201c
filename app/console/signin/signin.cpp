#include "console/signin/signin.h"

#include "console/signin/signinflow.h"

#include <utility>

namespace refrain::console {

struct SignIn::Data {
    SignInFlow::Parts parts;
    std::unique_ptr<SignInFlow> flow;
};

SignIn::SignIn(net::Transport& transport, Random& random, const Clock& clock, UrlOpener open, QObject* parent)
    : SignIn(transport, random, clock, std::move(open), Timing(), parent)
{
}

SignIn::SignIn(net::Transport& transport, Random& random, const Clock& clock, UrlOpener open, Timing timing,
               QObject* parent)
    : QObject(parent), d(new Data{{transport, random, clock, std::move(open), timing}, nullptr})
{
}

SignIn::~SignIn() = default;

void SignIn::start(const SignInRequest& request)
{
    if (d->flow) {
        d->flow->disconnect(this);
        d->flow.release()->deleteLater();
    }
    d->flow = std::make_unique<SignInFlow>(d->parts, request);
    connect(d->flow.get(), &SignInFlow::moved, this, [this] { emit stateChanged(state()); });
    connect(d->flow.get(), &SignInFlow::granted, this, &SignIn::finished);
    d->flow->begin();
}

void SignIn::cancel()
{
    if (d->flow)
        d->flow->fail(Failure::Cancelled);
}

void SignIn::openAgain()
{
    if (state() == State::WaitingForBrowser || state() == State::WaitingForApproval)
        d->flow->openBrowser();
}

void SignIn::waitForApproval()
{
    if (d->flow)
        d->flow->waitForApproval();
}

SignIn::State SignIn::state() const
{
    return d->flow ? d->flow->state : State::Idle;
}

SignIn::Failure SignIn::failure() const
{
    return d->flow ? d->flow->failure : Failure::None;
}

QString SignIn::sentence() const
{
    switch (state()) {
        case State::Idle: return {};
        case State::AskingBackend: return tr("Asking the backend how to sign in.");
        case State::WaitingForBrowser:
            if (d->flow->intent() == SignInIntent::Webhook && browserOpened())
                return tr("Choose the channel there and allow Refrain. This window goes on by itself.");
            return browserOpened() ? tr("Choose the workspace there and allow Refrain. This window goes on by itself.")
                                   : tr("The browser could not be opened. Copy the link and open it yourself.");
        case State::WaitingForApproval:
            return tr(
                "Waiting for a Slack admin's approval. Ask an owner or admin of the workspace to approve Refrain under "
                "“Manage apps”; then open the link again, and Refrain goes on by itself.");
        case State::Exchanging:
            return d->flow->intent() == SignInIntent::Webhook ? tr("Your browser came back. Storing the address.")
                                                              : tr("Your browser came back. Finishing the sign-in.");
        case State::Succeeded: return tr("You are signed in.");
        case State::Failed: return signInSentence(failure(), d->flow->intent());
    }
    return {};
}

QString SignIn::details() const
{
    return d->flow ? d->flow->details : QString();
}

QUrl SignIn::url() const
{
    return d->flow ? d->flow->url : QUrl();
}

bool SignIn::browserOpened() const
{
    return d->flow && d->flow->browserOpened;
}

namespace {

/// What differs where a channel was to be connected; empty: nothing.
QString channelSentence(SignIn::Failure failure)
{
    switch (failure) {
        case SignIn::Failure::Cancelled: return SignIn::tr("Connecting a channel was cancelled. Nothing was changed.");
        case SignIn::Failure::NoRole:
            return SignIn::tr(
                "Only an admin of this workspace's Refrain can connect a channel, and Slack says that you are somebody "
                "else there. Nothing was changed.");
        case SignIn::Failure::WrongWorkspace:
            return SignIn::tr(
                "Another workspace was chosen in Slack than this one. Nothing was changed; start again and choose the "
                "right one.");
        case SignIn::Failure::MissingScopes:
            return SignIn::tr("Slack gave no address of a channel. Start again and choose one on Slack's page.");
        case SignIn::Failure::Refused: return SignIn::tr("The backend refused it. The details say why.");
        default: return {};
    }
}

}  // namespace

QString signInSentence(SignIn::Failure failure, SignInIntent intent)
{
    if (intent == SignInIntent::Webhook && !channelSentence(failure).isEmpty())
        return channelSentence(failure);
    switch (failure) {
        case SignIn::Failure::None: return {};
        case SignIn::Failure::Cancelled: return SignIn::tr("Signing in was cancelled. Nothing was changed.");
        case SignIn::Failure::Denied:
            return SignIn::tr(
                "Access was denied in the browser, so nothing was connected. Try again if that was a slip.");
        case SignIn::Failure::NoRole:
            return SignIn::tr(
                "You have no role in this workspace's Refrain yet. Ask one of its admins to give you one.");
        case SignIn::Failure::ForgedState:
            return SignIn::tr("Answers came that do not belong to this sign-in, and none was believed. Start again.");
        case SignIn::Failure::WrongIssuer:
            return SignIn::tr(
                "The answer came from another server than the one asked, and was not believed. Check the "
                "backend's address.");
        case SignIn::Failure::WrongWorkspace:
            return SignIn::tr(
                "You signed in to another workspace than the one asked for. Nothing was changed; start again and "
                "choose the right one.");
        case SignIn::Failure::TimedOut:
            return SignIn::tr(
                "The browser did not come back in time. Nothing was changed; start again when you are ready.");
        case SignIn::Failure::NotRefrain:
            return SignIn::tr(
                "Something answers at this address, but it is not Refrain. Whoever runs Refrain at your company can "
                "tell you the right one.");
        case SignIn::Failure::BackendGone:
            return SignIn::tr(
                "The backend cannot be reached just now. Nothing was changed; check its address and try again.");
        case SignIn::Failure::PortTaken:
            return SignIn::tr(
                "No port of this computer could be opened for the browser's answer. Close other programs or ask "
                "whoever looks after this computer.");
        case SignIn::Failure::NotConfigured:
            return SignIn::tr(
                "This backend has no Slack app configured yet. Whoever runs it must set the app's credentials "
                "first.");
        case SignIn::Failure::MissingScopes:
            return SignIn::tr(
                "Slack granted fewer permissions than Refrain needs; the details name what would not work. Install it "
                "again and allow all of them.");
        case SignIn::Failure::InsecureBackend:
            return SignIn::tr("This address is neither https nor on this computer. Refrain sends nothing over it.");
        case SignIn::Failure::Refused: return SignIn::tr("The backend refused the sign-in. The details say why.");
    }
    return {};
}

}  // namespace refrain::console
