#pragma once

#include "base/clock.h"
#include "base/id.h"
#include "store/database.h"

namespace refrain::store {

/// An opt-out link, good for one subject and one category, `*`, or all switches; its token only as SHA-256.
struct Link {
    WorkspaceId workspace;
    QByteArray hash;
    SubjectId subject;
    CategorySlug category;  ///< Empty: the person's page of all switches.
    QString createdBy;
    Millis createdAt = 0;
    std::optional<Millis> expiresAt;
    QString notification = {};  ///< That it was given out with; empty: none.
};

class LinkStore {
public:
    explicit LinkStore(Database& database) : m_database(database) {}

    [[nodiscard]] Result<> add(const Link& link);
    [[nodiscard]] Result<std::optional<Link>> find(const QByteArray& hash);

private:
    Database& m_database;
};

}  // namespace refrain::store
