#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>
#include <utility>

namespace refrain {

/// A string that names one kind of thing, so that a subject can never be passed where a category
/// is meant. Empty means "none".
template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(QString text) : m_text(std::move(text)) {}

    [[nodiscard]] const QString& toString() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const Id&, const Id&) = default;
    friend std::strong_ordering operator<=>(const Id& a, const Id& b)
    {
        return QString::compare(a.m_text, b.m_text) <=> 0;
    }
    friend size_t qHash(const Id& id, size_t seed = 0) { return qHash(id.m_text, seed); }

private:
    QString m_text;
};

using WorkspaceId = Id<struct WorkspaceTag>;  ///< `T…`, or `E…` for an organization-wide install.
using SubjectId = Id<struct SubjectTag>;      ///< `U…`/`W…`, `C…`/`G…`, or an external distinct id.
using CategorySlug = Id<struct CategoryTag>;  ///< `reminders`; `*` is all optional messages.
using PersonId = Id<struct PersonTag>;        ///< Subjects linked as one human being.

/// The category that stands for all optional messages.
inline CategorySlug everyCategory()
{
    return CategorySlug(QStringLiteral("*"));
}

}  // namespace refrain
