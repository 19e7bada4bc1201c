#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "sandbox/delivery/deliveries.h"
#include "sandbox/practice/payloads.h"
#include "sandbox/practice/responseurls.h"

class QMutex;

namespace refrain::sandbox {

class Events;
class Grants;
class Triggers;
class ViewBook;

/// What a member does in the practice workspace, and what comes of it: typing a message or a slash
/// command, using a button. Call its functions with the sandbox's lock held; the app's answer
/// arrives later, in another thread, which takes that lock itself.
class Acts {
public:
    struct Surroundings {
        QMutex& lock;
        const World& world;
        const Grants& grants;
        Ledger& ledger;
        Mailbox& mailbox;
        Events& events;
        Deliveries& deliveries;
        ViewBook& views;
        Triggers& triggers;
        const Clock& clock;
        Random& random;
    };

    /// All surroundings outlive this, and deliveries end before it goes.
    explicit Acts(const Surroundings& around);

    [[nodiscard]] ResponseUrls& responseUrls() { return m_responseUrls; }

    /// A text that begins with '/' and a letter is a command; anything else is a message. `origin` is this
    /// server as the app can reach it, "http://127.0.0.1:1234".
    void say(const Person& member, const Place& place, const QString& text, const QString& origin);

    /// False where there is no such message or element for the member.
    [[nodiscard]] bool press(const Person& member, const Place& place, const QString& ts, const Press& press,
                             const QString& origin);

private:
    void command(const Person& member, const Place& place, const QString& text, const QString& origin);
    [[nodiscard]] Occasion occasion(const Person& member, const Place& place, const Prompt& prompt,
                                    const QString& workspace, const QString& origin);
    void settle(const Prompt& prompt, const DeliveryOutcome& outcome);
    void tell(const Prompt& prompt, const QString& sentence);

    const Surroundings m_around;
    ResponseUrls m_responseUrls;
};

/// The workspace that has the app now; empty where none has.
[[nodiscard]] QString installedWorkspace(const Grants& grants);

}  // namespace refrain::sandbox
