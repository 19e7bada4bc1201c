#pragma once

#include "service/usecases/decider.h"
#include "service/usecases/preferencewriter.h"
#include "store/linkstore.h"
#include "store/vault.h"

#include <deque>
#include <map>
#include <mutex>

namespace refrain::service {

/// One category as the holder of a link sees it.
struct LinkSwitch {
    Category category;
    Preference preference;
    Decision decision;
};

/// What a link is good for, and what is in force there now.
struct LinkView {
    store::Link link;
    QString workspaceName;
    Subject subject;
    std::vector<LinkSwitch> switches;  ///< `*` first; archived ones only where the link names one.
    Millis now = 0;

    [[nodiscard]] bool isForAll() const { return link.category.isEmpty(); }
    /// Whether the link may turn this category off.
    [[nodiscard]] bool covers(const CategorySlug& category) const;
    /// Null where there is none.
    [[nodiscard]] const LinkSwitch* find(const CategorySlug& category) const;
};

/// Behind the pages of opt-out links: looks, turns off, and takes back for 15 minutes. Any thread.
class LinkDesk {
public:
    /// Mail scanners press what they find as soon as it is delivered; what comes so soon is marked in the audit log.
    static constexpr Millis scannerTime = 2 * 60 * 1000;

    LinkDesk(store::DatabasePool& pool, const store::Vault& vault, Decider& decider, PreferenceWriter& preferences,
             const Clock& clock)
        : m_pool(pool), m_vault(vault), m_decider(decider), m_preferences(preferences), m_clock(clock)
    {
    }

    /// NotFound for a token that was never handed out, `gone` for one whose time is over.
    [[nodiscard]] Result<LinkView> open(const QByteArray& token);

    /// What the page of all of a subject's switches would show; there need be no link. NotFound where nobody has that
    /// id.
    [[nodiscard]] Result<LinkView> preview(const WorkspaceId& workspace, const SubjectId& subject);

    /// The person is told in Slack as well: whoever holds the link may have pressed it. REQUIRES: categories that the
    /// link covers. `source`: Link or OneClick.
    [[nodiscard]] Result<BatchOutcome> turnOff(const LinkView& view, const std::vector<CategorySlug>& categories,
                                               Source source);

    /// Takes back the changes of those numbers, which a POST to a link for the same subject and category made at most
    /// 15 minutes ago; any other number is Conflict.
    [[nodiscard]] Result<BatchOutcome> takeBack(const LinkView& view, const std::vector<qint64>& numbers);

private:
    [[nodiscard]] Result<LinkView> look(store::Database& database, const store::Link& link) const;
    [[nodiscard]] Result<bool> wasTakenBack(store::Database& database, const LinkView& view,
                                            const store::ChangeRecord& record) const;
    [[nodiscard]] Result<ChangeRequest> undoOf(store::Database& database, const LinkView& view, qint64 number) const;
    [[nodiscard]] QJsonObject contextOf(const store::Link& link, Millis now);

    store::DatabasePool& m_pool;
    const store::Vault& m_vault;
    Decider& m_decider;
    PreferenceWriter& m_preferences;
    const Clock& m_clock;
    std::mutex m_mutex;  // guards m_early
    std::map<WorkspaceId, std::deque<Millis>> m_early;
};

}  // namespace refrain::service
