#pragma once

#include "store/sql.h"

/// Pieces of statements about rows `c` of the change feed. What is said of states is said of them alone, whatever
/// happened to a snooze.
namespace refrain::store::choicesql {

/// Pieces put together, as a piece.
template <std::size_t Size>
consteval SqlPiece<Size> asPiece(const std::array<char, Size>& joined)
{
    char text[Size] = {};
    std::copy_n(joined.data(), Size, text);
    return SqlPiece<Size>(text);
}

/// StatCounter::slip: an opt-out that is taken back within it was none.
inline constexpr SqlPiece slip("900000");

/// The change leaves an opt-out, for whatever else.
inline constexpr SqlPiece leavesOut(
    " AND json_extract(c.before_json, '$.state') = 'opted_out'"
    " AND json_extract(c.after_json, '$.state') <> 'opted_out'");

/// The number of the change that had opted the person out before `c`.
inline constexpr SqlPiece madeBy(
    "(SELECT max(q.seq) FROM changes AS q INDEXED BY changes_by_subject WHERE q.workspace = c.workspace"
    " AND q.subject = c.subject AND q.category = c.category AND q.seq < c.seq AND q.type = 'preference'"
    " AND json_extract(q.after_json, '$.state') = 'opted_out'"
    " AND coalesce(json_extract(q.before_json, '$.state'), 'default') <> 'opted_out')");

/// The change takes an opt-out of moments before back to what was before that.
inline constexpr SqlPiece isWayBack = asPiece(
    JoinedSql<"(coalesce(json_extract(c.before_json, '$.state'), 'default') = 'opted_out'"
              " AND json_extract(c.after_json, '$.state') <> 'opted_out'"
              " AND EXISTS (SELECT 1 FROM changes AS p WHERE p.workspace = c.workspace AND p.at >= c.at - ",
              slip,
              " AND coalesce(json_extract(p.before_json, '$.state'), 'default') = json_extract(c.after_json, '$.state')"
              " AND p.seq = (SELECT max(q.seq) FROM changes AS q INDEXED BY changes_by_subject"
              " WHERE q.workspace = c.workspace AND q.subject = c.subject AND q.category = c.category AND q.seq < c.seq"
              " AND q.type = 'preference' AND json_extract(q.after_json, '$.state') = 'opted_out'"
              " AND coalesce(json_extract(q.before_json, '$.state'), 'default') <> 'opted_out')))">::text);

/// The columns `pressed` and `cause`: which notification an opt-out is laid to. Of the statement's parameters ?4 is how
/// long a message counts.
inline constexpr SqlPiece cause(
    "c.source IN ('message_button', 'link', 'one_click') AND instr(c.reason, ', notification ') > 0 AS pressed,"
    " CASE WHEN c.source IN ('message_button', 'link', 'one_click') AND instr(c.reason, ', notification ') > 0"
    " THEN substr(c.reason, instr(c.reason, ', notification ') + length(', notification '))"
    " ELSE (SELECT r.notification FROM notification_recipients AS r INDEXED BY notification_recipients_by_subject"
    " JOIN notifications AS n ON n.workspace = r.workspace AND n.id = r.notification"
    " WHERE r.workspace = ?1 AND r.subject = c.subject AND r.at <= c.at AND r.at > c.at - ?4 AND r.outcome = 'sent'"
    " AND (n.category = c.category OR c.category = '*') ORDER BY r.at DESC LIMIT 1) END AS cause");

/// The person's own opt-out, and the first for as long as a message counts; one that was a slip was none.
inline constexpr SqlPiece isOwnOptOut =
    asPiece(JoinedSql<" AND c.type = 'preference' AND json_extract(c.after_json, '$.state') = 'opted_out'"
                      " AND coalesce(json_extract(c.before_json, '$.state'), 'default') <> 'opted_out'"
                      " AND (c.source NOT IN ('console', 'api', 'import', 'connector', 'policy')"
                      " OR json_extract(c.after_json, '$.requestedBy') IN ('person', 'legal'))"
                      " AND NOT EXISTS (SELECT 1 FROM changes AS e INDEXED BY changes_by_subject WHERE e.workspace = ?1"
                      " AND e.subject = c.subject AND e.category = c.category AND e.seq < c.seq AND e.at > c.at - ?4"
                      " AND json_extract(e.after_json, '$.state') = 'opted_out'"
                      " AND coalesce(json_extract(e.before_json, '$.state'), 'default') <> 'opted_out'"
                      " AND NOT EXISTS (SELECT 1 FROM changes AS u INDEXED BY changes_by_subject WHERE u.workspace = ?1"
                      " AND u.subject = e.subject AND u.category = e.category AND u.seq > e.seq AND u.seq < c.seq"
                      " AND u.at <= e.at + ",
                      slip,
                      " AND json_extract(u.before_json, '$.state') = 'opted_out'"
                      " AND json_extract(u.after_json, '$.state') <> 'opted_out'))">::text);

/// The change counts as a choice: it turned something to that, and was neither a slip nor the way back from one.
/// One parameter more: the state.
inline constexpr SqlPiece isCounted =
    asPiece(JoinedSql<
            " AND (? = '' OR EXISTS (SELECT 1 FROM changes AS c WHERE c.workspace = audit_entries.workspace"
            " AND c.seq = audit_entries.seq AND c.type = 'preference' AND json_extract(c.after_json, '$.state') = ?"
            " AND coalesce(json_extract(c.before_json, '$.state'), 'default') <> ? AND NOT EXISTS (SELECT 1"
            " FROM changes AS u INDEXED BY changes_by_subject WHERE u.workspace = c.workspace AND u.subject = c.subject"
            " AND u.category = c.category AND u.seq > c.seq AND u.at <= c.at + ",
            slip,
            " AND json_extract(c.after_json, '$.state') = 'opted_out' AND json_extract(u.before_json, '$.state') = "
            "'opted_out'"
            " AND json_extract(u.after_json, '$.state') <> 'opted_out') AND NOT ">::text);

}  // namespace refrain::store::choicesql
