#pragma once

#include "base/result.h"

#include <QHash>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace refrain::wire {

/// One row of a file of preferences, its texts by the names of their fields: those of `importFields`.
struct ImportRow {
    qint64 line = 0;  ///< Where it begins in the file, from 1.
    QHash<QString, QString> fields;
    QString fault;  ///< Why it cannot be read; empty: it can.
};

/// What a row may say: whom (id of Slack's, address or distinct id), and what.
inline constexpr const char* importFields[] = {"subject",     "category", "state",  "snoozedUntil",
                                               "requestedBy", "reason",   "ticket", "at"};

/// A part of an import's rows on its way to the backend.
struct ImportPart {
    /// More rows make no part.
    static constexpr qsizetype mostRows = 10'000;

    qint64 from = 0;  ///< How many rows were sent before it.
    std::vector<ImportRow> rows;
};

/// As the text of a body: rows go by the million.
[[nodiscard]] QByteArray importPartToBody(const ImportPart& part);
[[nodiscard]] Result<ImportPart> importPartFromJson(const QJsonObject& object);

/// What became of one row, or would.
struct ImportItem {
    enum class Outcome { Changed, Unchanged, Refused, Waiting, Broken };

    qint64 line = 0;
    Outcome outcome = Outcome::Unchanged;
    QString subject;   ///< Who it is; of a row that waits, whom it names. Empty: of a row that cannot be read.
    QString category;  ///< Empty: likewise.
    QString before;    ///< Of a change: the state before it.
    QString after;     ///< Of a change: the state after it.
    QString code;      ///< Of a refusal: its problem code.
    QString detail;    ///< Of a refusal and of a broken row: why, for a person.

    friend bool operator==(const ImportItem&, const ImportItem&) = default;
};

[[nodiscard]] QString toString(ImportItem::Outcome outcome);
[[nodiscard]] Result<ImportItem> importItemFromJson(const QJsonObject& object);

/// The answer to a part, or to a check of it.
struct ImportReply {
    std::vector<ImportItem> items;  ///< A check names all but what is so already; a part what was not taken over.
    qint64 seq = 0;                 ///< The workspace's sequence after it.
};

/// `import`: as JSON, put beside the items; empty: none.
[[nodiscard]] QByteArray importReplyToBody(const ImportReply& reply, const QJsonObject& counts,
                                           const QJsonObject& import);
[[nodiscard]] Result<ImportReply> importReplyFromJson(const QJsonObject& object);

}  // namespace refrain::wire
