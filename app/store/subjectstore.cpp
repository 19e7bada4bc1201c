#include "store/subjectstore.h"

#include "store/manyrows.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace refrain::store {

namespace {

constexpr SqlPiece selectSubjects(
    "SELECT id, kind, name, display_name, email, title, tz, locale, topic, role, deleted, bot, archived, private,"
    " address_dead, person, former_names, updated_at, moved_to FROM subjects");
// Nearly all are users: only the others have an index by kind, which asks to be named by its own condition.
constexpr SqlPiece ofOtherKind(" WHERE workspace = ? AND kind = ? AND kind <> 'user'");

Subject read(const Row& row)
{
    Subject subject;
    subject.id = row.id<SubjectId>(0);
    subject.kind = subjectKindFromString(row.text(1)).value_or(SubjectKind::User);
    subject.name = row.text(2);
    subject.displayName = row.text(3);
    subject.email = row.text(4);
    subject.title = row.text(5);
    subject.tz = row.text(6);
    subject.locale = row.text(7);
    subject.topic = row.text(8);
    subject.role = subjectRoleFromString(row.text(9)).value_or(SubjectRole::Member);
    subject.deleted = row.flag(10);
    subject.bot = row.flag(11);
    subject.archived = row.flag(12);
    subject.isPrivate = row.flag(13);
    subject.addressDead = row.flag(14);
    subject.person = row.id<PersonId>(15);
    subject.formerNames = row.text(16).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    subject.updatedAt = row.integer(17);
    subject.movedTo = row.id<SubjectId>(18);
    return subject;
}

QString searchText(const Subject& subject)
{
    return SubjectStore::folded(QStringList{subject.name, subject.displayName,
                                            subject.formerNames.join(QLatin1Char('\n')), subject.email, subject.title,
                                            subject.topic, subject.id.toString()}
                                    .join(QLatin1Char('\n')));
}

}  // namespace

QString SubjectStore::folded(const QString& text)
{
    QString plain;
    // By way of capitals, because toCaseFolded() alone leaves a sharp s as it is.
    const QString apart = text.toUpper().toCaseFolded().normalized(QString::NormalizationForm_KD);
    plain.reserve(apart.size());
    for (const QChar c : apart) {
        if (c.category() != QChar::Mark_NonSpacing)
            plain += c;
    }
    return plain;
}

Result<std::optional<Subject>> SubjectStore::find(const WorkspaceId& workspace, const SubjectId& id)
{
    return m_database.first(joinedSql<selectSubjects, " WHERE workspace = ? AND id = ?">, {workspace, id}, read);
}

Result<SubjectId> SubjectStore::current(const WorkspaceId& workspace, const SubjectId& id)
{
    const auto way = m_database.all(
        "WITH RECURSIVE way(id, step) AS (VALUES (?2, 0)"
        " UNION ALL SELECT moved_to, step + 1 FROM way JOIN subjects ON workspace = ?1 AND subjects.id = way.id"
        " WHERE moved_to <> '')"
        " SELECT id FROM way ORDER BY step",
        {workspace, id}, [](const Row& row) { return row.id<SubjectId>(0); });
    return way ? Result<SubjectId>(way->back()) : Result<SubjectId>(way.error());
}

Result<std::vector<Subject>> SubjectStore::findAll(const WorkspaceId& workspace, const QStringList& ids)
{
    const QByteArray list = QJsonDocument(QJsonArray::fromStringList(ids)).toJson(QJsonDocument::Compact);
    return m_database.all(joinedSql<selectSubjects, " WHERE workspace = ? AND id IN (SELECT value FROM json_each(?))">,
                          {workspace, QString::fromUtf8(list)}, read);
}

Result<QHash<SubjectId, SubjectId>> SubjectStore::movesOf(const WorkspaceId& workspace,
                                                          const std::vector<SubjectId>& ids)
{
    QHash<SubjectId, SubjectId> moves;
    moves.reserve(qsizetype(ids.size()));
    const Result<> done = eachOf(
        m_database,
        repeatedSql<"SELECT id, moved_to FROM subjects WHERE workspace = ? AND id IN (", "?", idsAtOnce, ")">,
        {workspace}, ids, [&moves](const Row& row) { moves.insert(row.id<SubjectId>(0), row.id<SubjectId>(1)); });
    if (!done)
        return done.error();
    return moves;
}

Result<std::vector<Subject>> SubjectStore::page(const WorkspaceId& workspace, const SubjectQuery& query)
{
    const QString kind = query.kind ? toString(*query.kind) : QString();
    // What is sought may stand in any row: one after the other, as they lie, is three times as fast as in order.
    if (const QString text = folded(query.text.trimmed()); !text.isEmpty())
        return m_database.all(joinedSql<selectSubjects,
                                        " NOT INDEXED WHERE workspace = ? AND id > ? AND (? = '' OR kind = ?)"
                                        " AND (private = 0 OR ?) AND instr(folded, ?) > 0 ORDER BY id LIMIT ?">,
                              {workspace, query.after, kind, kind, query.withPrivate, text, query.limit}, read);
    const bool users = query.kind == SubjectKind::User;
    if (query.kind && !users)
        return m_database.all(
            joinedSql<selectSubjects, ofOtherKind, " AND id > ? AND (private = 0 OR ?) ORDER BY id LIMIT ?">,
            {workspace, kind, query.after, query.withPrivate, query.limit}, read);
    return m_database.all(
        joinedSql<selectSubjects,
                  " WHERE workspace = ? AND id > ? AND (kind = 'user' OR NOT ?) AND (private = 0 OR ?)"
                  " ORDER BY id LIMIT ?">,
        {workspace, query.after, users, query.withPrivate, query.limit}, read);
}

Result<std::vector<Subject>> SubjectStore::ofPerson(const WorkspaceId& workspace, const PersonId& person)
{
    return m_database.all(joinedSql<selectSubjects, " WHERE workspace = ? AND person = ? AND person <> '' ORDER BY id">,
                          {workspace, person}, read);
}

Result<std::vector<SubjectId>> SubjectStore::linkedWith(const WorkspaceId& workspace, const SubjectId& id)
{
    const Result<qint64> any = m_database.number(
        "SELECT EXISTS (SELECT 1 FROM subjects WHERE workspace = ?1 AND id = ?2 AND person <> '')"
        " OR EXISTS (SELECT 1 FROM profiles WHERE workspace = ?1 AND distinct_id = ?2 AND alias_of <> '')"
        " OR EXISTS (SELECT 1 FROM profiles WHERE workspace = ?1 AND alias_of = ?2 AND alias_of <> '')",
        {workspace, id});
    if (!any)
        return any.error();
    if (*any == 0)
        return std::vector<SubjectId>();
    return m_database.all(
        "WITH RECURSIVE linked(id) AS (VALUES (?2)"
        " UNION SELECT other.id FROM linked JOIN subjects AS one ON one.workspace = ?1 AND one.id = linked.id AND "
        "one.person <> ''"
        " JOIN subjects AS other ON other.workspace = ?1 AND other.person = one.person AND other.person <> ''"
        " UNION SELECT alias_of FROM linked JOIN profiles ON workspace = ?1 AND distinct_id = linked.id AND alias_of "
        "<> ''"
        " UNION SELECT distinct_id FROM linked JOIN profiles ON workspace = ?1 AND alias_of = linked.id AND alias_of "
        "<> '')"
        " SELECT id FROM linked WHERE id <> ?2 ORDER BY id",
        {workspace, id}, [](const Row& row) { return row.id<SubjectId>(0); });
}

Result<SubjectId> SubjectStore::addressOf(const WorkspaceId& workspace, const SubjectId& id)
{
    const auto found =
        m_database.all("SELECT alias_of FROM profiles WHERE workspace = ? AND distinct_id = ? AND alias_of <> ''",
                       {workspace, id}, [](const Row& row) { return row.id<SubjectId>(0); });
    if (!found)
        return found.error();
    return found->empty() ? id : found->front();
}

Result<std::vector<Subject>> SubjectStore::withEmail(const WorkspaceId& workspace, const QString& email)
{
    // The index is named, because for the order SQLite would rather read the whole directory.
    return m_database.all(joinedSql<selectSubjects,
                                    " INDEXED BY subjects_by_email WHERE workspace = ? AND email = ? COLLATE NOCASE"
                                    " AND email <> '' ORDER BY id">,
                          {workspace, email}, read);
}

Result<qint64> SubjectStore::count(const WorkspaceId& workspace, SubjectKind kind)
{
    if (kind != SubjectKind::User)
        return m_database.number(joinedSql<"SELECT count(*) FROM subjects", ofOtherKind>, {workspace, toString(kind)});
    return m_database.number(
        "SELECT (SELECT count(*) FROM subjects WHERE workspace = ?1)"
        " - (SELECT count(*) FROM subjects WHERE workspace = ?1 AND kind <> 'user')",
        {workspace});
}

Result<> SubjectStore::put(const WorkspaceId& workspace, const Subject& subject, const QString& seenIn)
{
    const Result<qint64> done = m_database.run(
        "INSERT INTO subjects (workspace, id, kind, name, display_name, email, title, tz, locale, topic, role, deleted,"
        " bot, archived, private, address_dead, person, former_names, folded, updated_at, seen_in,"
        " moved_to)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (workspace, id) DO UPDATE SET kind = excluded.kind, name = excluded.name,"
        " display_name = excluded.display_name, email = excluded.email, title = excluded.title, tz = excluded.tz,"
        " locale = excluded.locale, topic = excluded.topic, role = excluded.role, deleted = excluded.deleted,"
        " bot = excluded.bot, archived = excluded.archived, private = excluded.private,"
        " address_dead = excluded.address_dead, person = excluded.person, former_names = excluded.former_names,"
        " folded = excluded.folded, updated_at = excluded.updated_at, moved_to = excluded.moved_to,"
        " seen_in = CASE excluded.seen_in WHEN '' THEN seen_in ELSE excluded.seen_in END",
        {workspace,
         subject.id,
         toString(subject.kind),
         subject.name,
         subject.displayName,
         subject.email,
         subject.title,
         subject.tz,
         subject.locale,
         subject.topic,
         toString(subject.role),
         subject.deleted,
         subject.bot,
         subject.archived,
         subject.isPrivate,
         subject.addressDead,
         subject.person,
         subject.formerNames.join(QLatin1Char('\n')),
         searchText(subject),
         subject.updatedAt,
         seenIn,
         subject.movedTo});
    if (!done)
        return done.error();
    return {};
}

Result<> SubjectStore::markSeen(const WorkspaceId& workspace, const SubjectId& id, const QString& run)
{
    const Result<qint64> done =
        m_database.run("UPDATE subjects SET seen_in = ? WHERE workspace = ? AND id = ?", {run, workspace, id});
    if (!done)
        return done.error();
    return {};
}

Result<std::vector<Subject>> SubjectStore::unseen(const WorkspaceId& workspace, SubjectKind kind, const QString& run,
                                                  int limit)
{
    if (kind != SubjectKind::User)
        return m_database.all(
            joinedSql<selectSubjects, ofOtherKind, " AND deleted = 0 AND seen_in <> ? ORDER BY id LIMIT ?">,
            {workspace, toString(kind), run, limit}, read);
    return m_database.all(joinedSql<selectSubjects,
                                    " WHERE workspace = ? AND kind = 'user' AND deleted = 0 AND seen_in <> ?"
                                    " AND NOT (role = 'external' AND seen_in = '') ORDER BY id LIMIT ?">,
                          {workspace, run, limit}, read);
}

Result<std::optional<Person>> PersonStore::find(const WorkspaceId& workspace, const PersonId& id)
{
    return m_database.first(
        "SELECT person, reason, linked_by, linked_at FROM persons WHERE workspace = ? AND person = ?", {workspace, id},
        [](const Row& row) {
            return Person{row.id<PersonId>(0), row.text(1), row.text(2), row.integer(3)};
        });
}

Result<> PersonStore::put(const WorkspaceId& workspace, const Person& person)
{
    const Result<qint64> done = m_database.run(
        "INSERT OR REPLACE INTO persons (workspace, person, reason, linked_by, linked_at) VALUES (?, ?, ?, ?, ?)",
        {workspace, person.id, person.reason, person.linkedBy, person.linkedAt});
    if (!done)
        return done.error();
    return {};
}

Result<> PersonStore::remove(const WorkspaceId& workspace, const PersonId& id)
{
    const Result<qint64> done =
        m_database.run("DELETE FROM persons WHERE workspace = ? AND person = ?", {workspace, id});
    if (!done)
        return done.error();
    return {};
}

}  // namespace refrain::store
