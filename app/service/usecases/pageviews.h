#pragma once

#include "service/usecases/linkdesk.h"

namespace refrain::service {

/// What a person's own page shows, for staff to look at and never to act with: an address that is good for ten minutes,
/// for one subject, and for reading alone. It says so itself, sealed, so that nothing is stored and any refraind can
/// read it. Any thread.
class PageViews {
public:
    static constexpr Millis lifetime = 10LL * 60 * 1000;

    PageViews(const store::Vault& vault, LinkDesk& desk, const Clock& clock)
        : m_vault(vault), m_desk(desk), m_clock(clock)
    {
    }

    struct Ticket {
        Secret token;  ///< Part of an address as it is.
        Millis expiresAt = 0;
    };
    [[nodiscard]] Ticket make(const WorkspaceId& workspace, const SubjectId& subject) const;
    /// The page of all switches as it is now. NotFound for what was never made here, `gone` once its time is over.
    [[nodiscard]] Result<LinkView> open(const QByteArray& token) const;

private:
    const store::Vault& m_vault;
    LinkDesk& m_desk;
    const Clock& m_clock;
};

}  // namespace refrain::service
