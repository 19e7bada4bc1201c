#pragma once

#include "domain/subject.h"
#include "store/database.h"

#include <QHash>

namespace refrain::store {

/// Which subjects a page shows, in the order of their ids, so that paging stays stable while the directory changes.
struct SubjectQuery {
    std::optional<SubjectKind> kind;
    QString text;     ///< Sought in names, former names, email, title, topic and id, blind to case and accents.
    SubjectId after;  ///< The last id of the page before; empty: from the start.
    int limit = 100;
    bool withPrivate = true;  ///< False leaves out private channels.
};

/// The directory as last seen. Subjects are never removed, only marked deleted: a returner keeps every choice.
class SubjectStore {
public:
    explicit SubjectStore(Database& database) : m_database(database) {}

    [[nodiscard]] Result<std::optional<Subject>> find(const WorkspaceId& workspace, const SubjectId& id);
    /// The id to go by: the one that Slack gave a channel last, be it the second time, in place of this one; else
    /// itself.
    [[nodiscard]] Result<SubjectId> current(const WorkspaceId& workspace, const SubjectId& id);
    /// Those of the ids that are known, in no order.
    [[nodiscard]] Result<std::vector<Subject>> findAll(const WorkspaceId& workspace, const QStringList& ids);
    /// Those of the ids that are known, each with the id that Slack gave in its place; empty: none.
    [[nodiscard]] Result<QHash<SubjectId, SubjectId>> movesOf(const WorkspaceId& workspace,
                                                              const std::vector<SubjectId>& ids);
    [[nodiscard]] Result<std::vector<Subject>> page(const WorkspaceId& workspace, const SubjectQuery& query);
    [[nodiscard]] Result<std::vector<Subject>> ofPerson(const WorkspaceId& workspace, const PersonId& person);
    /// Those that are decided together with the subject, be it through others: the subjects of one person, and a
    /// profile with what it is an alias of. Without the subject itself, by id; also for a profile that is no subject.
    [[nodiscard]] Result<std::vector<SubjectId>> linkedWith(const WorkspaceId& workspace, const SubjectId& id);
    /// Where messages to it go: of a profile that is an alias the member or channel that it stands for, else itself.
    [[nodiscard]] Result<SubjectId> addressOf(const WorkspaceId& workspace, const SubjectId& id);
    /// Large and small letters are the same in it.
    [[nodiscard]] Result<std::vector<Subject>> withEmail(const WorkspaceId& workspace, const QString& email);
    [[nodiscard]] Result<qint64> count(const WorkspaceId& workspace, SubjectKind kind);

    /// Adds or replaces everything; the seen marker only where `seenIn` names the full sync run that saw it.
    [[nodiscard]] Result<> put(const WorkspaceId& workspace, const Subject& subject, const QString& seenIn = {});
    /// Notes that the full sync `run` saw the subject, which is as it was.
    [[nodiscard]] Result<> markSeen(const WorkspaceId& workspace, const SubjectId& id, const QString& run);
    /// Living subjects of the kind that the full sync `run` did not see: the leavers. Not those from outside whom no
    /// full sync ever saw: they are met in shared channels only.
    [[nodiscard]] Result<std::vector<Subject>> unseen(const WorkspaceId& workspace, SubjectKind kind,
                                                      const QString& run, int limit);

    /// `text` as search compares it: Unicode case folding, compatibility forms, no accents.
    [[nodiscard]] static QString folded(const QString& text);

private:
    Database& m_database;
};

/// Two or more subjects that an admin linked as one human being.
struct Person {
    PersonId id;
    QString reason;
    QString linkedBy;
    Millis linkedAt = 0;
};

/// Who linked which subjects, and why; membership itself stands in Subject::person.
class PersonStore {
public:
    explicit PersonStore(Database& database) : m_database(database) {}

    [[nodiscard]] Result<std::optional<Person>> find(const WorkspaceId& workspace, const PersonId& id);
    [[nodiscard]] Result<> put(const WorkspaceId& workspace, const Person& person);
    [[nodiscard]] Result<> remove(const WorkspaceId& workspace, const PersonId& id);

private:
    Database& m_database;
};

}  // namespace refrain::store
