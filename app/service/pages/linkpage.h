#pragma once

#include "service/slackside/speech.h"
#include "service/usecases/linkdesk.h"
#include "web/response.h"

namespace refrain::service {

/// The pages behind an opt-out link, for people: without script, on any screen, in the browser's language.
/// A form posts `confirm=yes`, `category=<slug>` (on the page of all switches) or `undo=<number of the change>`.
class LinkPage {
public:
    /// `own`: what the workspace says in words of its own in that language; null: nothing.
    explicit LinkPage(const Words& words, std::shared_ptr<const OwnWords> own = nullptr)
        : m_words(words), m_own(std::move(own))
    {
    }

    /// What the link would do, or what is in force already.
    [[nodiscard]] web::Response asked(const LinkView& view) const;
    /// After a POST; `view` as it is now. Refusals are 409.
    [[nodiscard]] web::Response turnedOff(const LinkView& view, const BatchOutcome& outcome) const;
    [[nodiscard]] web::Response takenBack(const LinkView& view, const BatchOutcome& outcome) const;
    /// A POST to the page of all switches that names none of them: 422.
    [[nodiscard]] web::Response nothingChosen(const LinkView& view) const;
    /// Without a view: unknown (404), over (410), too late (409), or our own fault (503).
    [[nodiscard]] web::Response failed(const Error& error) const;

private:
    struct Note {
        int status = 200;
        QString html;
    };
    [[nodiscard]] web::Response single(const LinkView& view, const LinkSwitch& one, const Note& note) const;
    [[nodiscard]] web::Response all(const LinkView& view, const Note& note) const;
    [[nodiscard]] web::Response framed(const LinkView& view, int status, const QString& title,
                                       const QString& body) const;

    [[nodiscard]] QString named(const char* key, const Category& category) const;
    [[nodiscard]] QString ownWords(const char* key, const QString& value = {}) const;
    [[nodiscard]] QString ownOr(const char* key, const QString& otherwise) const;
    [[nodiscard]] QString ownStop(const Category& category) const;
    [[nodiscard]] QString isBackWords(const LinkSwitch& one, bool isNew) const;
    [[nodiscard]] QString finalWords(const LinkView& view, const LinkSwitch& one) const;
    [[nodiscard]] QString howBackWords(const LinkView& view, const LinkSwitch& one) const;
    [[nodiscard]] QString undoForm(const BatchOutcome& outcome) const;
    [[nodiscard]] QString question(const LinkView& view, const LinkSwitch& one, const Note& note) const;
    [[nodiscard]] QString presentState(const LinkView& view, const LinkSwitch& one) const;
    [[nodiscard]] QString inForce(const LinkView& view, const LinkSwitch& one) const;
    [[nodiscard]] QString stillComes(const LinkView& view) const;
    [[nodiscard]] QString row(const LinkView& view, const LinkSwitch& one) const;
    [[nodiscard]] QString moment(const LinkView& view, Millis time) const;

    const Words& m_words;
    std::shared_ptr<const OwnWords> m_own;
};

}  // namespace refrain::service
