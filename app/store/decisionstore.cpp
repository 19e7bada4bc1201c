#include "store/decisionstore.h"

#include <algorithm>
#include <limits>

namespace refrain::store {

namespace {

constexpr int fastest = 1;
constexpr int rowsAtOnce = 100;

QByteArray packed(const std::vector<DecisionRecord::Answer>& answers)
{
    QByteArray lines;
    lines.reserve(qsizetype(answers.size()) * 16);
    for (const DecisionRecord::Answer& answer : answers)
        lines += char('a' + int(answer.rule)) + answer.subject.toString().toUtf8() + '\n';
    return qCompress(lines, fastest);
}

/// All of them, or those of `only`.
std::vector<DecisionRecord::Answer> unpacked(const QByteArray& bytes, const SubjectId& only)
{
    const QByteArray lines = qUncompress(bytes);
    const QByteArray wanted = only.toString().toUtf8();
    std::vector<DecisionRecord::Answer> answers;
    for (qsizetype start = 0; start < lines.size();) {
        const qsizetype end = lines.indexOf('\n', start);
        const QByteArrayView subject = QByteArrayView(lines).sliced(start + 1, end - start - 1);
        if (wanted.isEmpty() || subject == wanted)
            answers.push_back({SubjectId(QString::fromUtf8(subject)), Rule(lines[start] - 'a')});
        start = end + 1;
    }
    return answers;
}

DecisionRecord read(const Row& row)
{
    DecisionRecord record;
    record.id = row.integer(0);
    record.workspace = row.id<WorkspaceId>(1);
    record.at = row.integer(2);
    record.caller = {actorKindFromString(row.text(3)).value_or(ActorKind::System), row.text(4), row.text(5)};
    record.category = row.id<CategorySlug>(6);
    record.seq = row.integer(7);
    record.asked = row.integer(8);
    record.skipped = row.integer(9);
    return record;
}

}  // namespace

Result<> DecisionStore::add(const DecisionRecord& record)
{
    const auto skipped = std::count_if(record.answers.begin(), record.answers.end(),
                                       [](const DecisionRecord::Answer& answer) { return !delivers(answer.rule); });
    const Result<qint64> done = m_database.run(
        "INSERT INTO decision_calls (workspace, at, caller_kind, caller_id, caller_name, category, seq, asked,"
        " skipped, subject, answers) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        {record.workspace, record.at, toString(record.caller.kind), record.caller.id, record.caller.name,
         record.category, record.seq, qint64(record.answers.size()), qint64(skipped),
         record.answers.size() == 1 ? record.answers.front().subject.toString() : QString(), packed(record.answers)});
    return done ? Result<>() : Result<>(done.error());
}

Result<std::optional<DecisionRecord>> DecisionStore::find(const WorkspaceId& workspace, qint64 id)
{
    return m_database.first(
        "SELECT id, workspace, at, caller_kind, caller_id, caller_name, category, seq, asked, skipped, answers"
        " FROM decision_calls WHERE workspace = ? AND id = ?",
        {workspace, id}, [](const Row& row) {
            DecisionRecord record = read(row);
            record.answers = unpacked(row.bytes(10), {});
            return record;
        });
}

Result<DecisionStore::Page> DecisionStore::page(const WorkspaceId& workspace, const Filter& filter,
                                                std::optional<Position> after, int limit)
{
    Page page;
    Position last = after.value_or(Position{std::numeric_limits<Millis>::max(), 0});
    qint64 unpackedNow = 0;
    int rows = 0;
    const auto isFull = [&] { return int(page.records.size()) > limit || unpackedNow > mostUnpacked; };
    const auto take = [&](const Row& row) {
        ++rows;
        if (isFull())
            return;
        DecisionRecord record = read(row);
        last = {record.at, record.id};
        if (!filter.subject.isEmpty()) {
            record.answers = unpacked(row.bytes(10), filter.subject);
            unpackedNow += record.asked;
        }
        if (filter.subject.isEmpty() || !record.answers.empty())
            page.records.push_back(std::move(record));
    };
    do {
        rows = 0;
        const Result<> done = m_database.each(
            // Packed answers may be large, and are read only where a subject's are looked for.
            "SELECT id, workspace, at, caller_kind, caller_id, caller_name, category, seq, asked, skipped,"
            " CASE WHEN ?8 <> '' THEN answers END"
            " FROM decision_calls WHERE workspace = ?1 AND at >= ?2 AND at < ?3 AND (at, id) < (?4, ?5)"
            " AND (?6 = '' OR category = ?6) AND (?7 = '' OR caller_id = ?7) AND (?8 = '' OR subject IN (?8, ''))"
            " ORDER BY at DESC, id DESC LIMIT ?9",
            {workspace, filter.from.value_or(0), filter.to.value_or(std::numeric_limits<Millis>::max()), last.at,
             last.id, filter.category, filter.callerId, filter.subject, rowsAtOnce},
            take);
        if (!done)
            return done.error();
    } while (rows > 0 && !isFull());
    if (int(page.records.size()) > limit) {
        page.records.pop_back();
        last = {page.records.back().at, page.records.back().id};
    }
    if (rows > 0)
        page.next = last;
    return page;
}

Result<qint64> DecisionStore::forget(Millis before)
{
    return m_database.run("DELETE FROM decision_calls WHERE workspace IN (SELECT workspace FROM workspaces) AND at < ?",
                          {before});
}

}  // namespace refrain::store
