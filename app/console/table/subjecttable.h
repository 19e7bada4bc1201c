#pragma once

#include "base/clock.h"
#include "console/table/cell.h"
#include "console/table/packedsubject.h"
#include "console/table/tablesnapshot.h"
#include "domain/subject.h"

#include <QObject>

#include <memory>
#include <vector>

namespace refrain::console {

struct ReadBlock;

/// What of all categories is a column, in this order: those that are not archived, by position, without `*`.
[[nodiscard]] std::vector<Category> columnsOf(const std::vector<Category>& categories);

/// All people, or all channels, of a workspace, held columnar: 1,000,000 rows with 12 categories in under 500 bytes a
/// row. Views are permutations over its row numbers (TableView). UI thread only; snapshot() goes to other threads.
///
/// Rows are only ever appended, and keep their number until reset(): who leaves the workspace stays, marked deleted.
/// Texts are other people's: show them as plain text only. REQUIRES everywhere: 0 <= row < rowCount().
class SubjectTable : public QObject {
    Q_OBJECT
public:
    /// The column of all optional messages (`*`), where a category's index is asked for.
    static constexpr int everything = -1;

    explicit SubjectTable(const Clock& clock, QObject* parent = nullptr);
    ~SubjectTable() override;

    [[nodiscard]] int rowCount() const;
    /// The row of a subject, in constant time; -1 where there is none.
    [[nodiscard]] int rowOf(const SubjectId& id) const;

    [[nodiscard]] SubjectId id(int row) const;
    [[nodiscard]] QString name(int row) const;
    [[nodiscard]] QString displayName(int row) const;
    [[nodiscard]] QString email(int row) const;
    [[nodiscard]] QString title(int row) const;
    [[nodiscard]] QString topic(int row) const;
    [[nodiscard]] QString tz(int row) const;               ///< IANA zone; may be empty.
    [[nodiscard]] QStringList formerNames(int row) const;  ///< Newest first.
    [[nodiscard]] PersonId person(int row) const;          ///< Empty: not linked.
    [[nodiscard]] SubjectRole role(int row) const;
    [[nodiscard]] SubjectKind kind(int row) const;
    [[nodiscard]] bool isDeleted(int row) const;
    [[nodiscard]] bool isBot(int row) const;
    [[nodiscard]] bool isArchived(int row) const;
    [[nodiscard]] bool isPrivate(int row) const;
    /// When a choice of this subject last changed; 0: never.
    [[nodiscard]] Millis changedAt(int row) const;
    /// How many rows bear this row's name (accents and case aside), itself included: "3 people have this name".
    [[nodiscard]] int namesakes(int row) const;
    [[nodiscard]] std::vector<int> namesakeRows(int row) const;
    /// All of it as one value, for the inspector.
    [[nodiscard]] Subject subject(int row) const;

    /// The columns: categories that are not archived, by position. `*` is not among them.
    [[nodiscard]] const std::vector<Category>& categories() const;
    /// The record that holds the policy of `*`.
    [[nodiscard]] const Category& everythingPolicy() const;
    /// The column of a category, `everything` for `*`; nullopt for one that is no column.
    [[nodiscard]] std::optional<int> columnOf(const CategorySlug& category) const;

    /// The mark of a cell now, decided together with the other accounts of the same person. `category` is a column or
    /// `everything`. O(1), no allocation.
    [[nodiscard]] Cell cell(int row, int category) const;
    /// All optional messages are off for this subject: the OPT_OUT tag.
    [[nodiscard]] bool isOptedOutOfEverything(int row) const;
    /// How many rows have opted out of a column (or of `*`) by their own choice. O(rows).
    [[nodiscard]] int countOptedOut(int category) const;

    /// What other threads may read while this table goes on changing. Cheap: it shares all unchanged blocks.
    [[nodiscard]] TableSnapshot snapshot() const;

    // How the desk fills it. Each emits the matching signal once.
    void reset();
    void setCategories(const std::vector<Category>& categories);
    /// Appends new subjects and updates known ones in place.
    void apply(const std::vector<PackedSubject>& subjects);
    /// Takes a block over. REQUIRES: none of its rows is here, and rowCount() is a multiple of a block's capacity.
    void apply(const ReadBlock& read);
    /// Sets choices as the backend has them; those of subjects or categories not in the table are ignored.
    void apply(const std::vector<PackedChoice>& choices);
    /// Lays a local change's wish over the backend's choice, or takes it away (nullopt).
    void overlay(int row, int category, std::optional<StoredChoice> shown, CellRing ring);
    /// The backend's choice beneath any local overlay.
    [[nodiscard]] StoredChoice stored(int row, int category) const;

signals:
    void aboutToReset();
    void wasReset();
    /// Rows first..last are new, at the end.
    void rowsAdded(int first, int last);
    /// Texts or flags of these rows changed.
    void rowsChanged(const QList<int>& rows);
    /// Marks of these rows changed, some or all columns.
    void cellsChanged(const QList<int>& rows);
    void categoriesChanged();

private:
    struct Data;
    std::unique_ptr<Data> d;
};

}  // namespace refrain::console
