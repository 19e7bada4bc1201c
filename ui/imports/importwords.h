#pragma once

#include "console/imports/importrun.h"
#include "domain/import.h"
#include "ui/common/textdelegate.h"

#include <QStringList>

namespace refrain::ui {

/// What imports are, do and did, in words.
class ImportWords {
public:
    struct Note {
        QString headline;
        QString text;
        bool isBad = false;
    };
    /// What stands above the rows at each stage of one that is prepared or under way.
    [[nodiscard]] static Note note(const console::ImportRun& run, Millis now);
    /// One that was made, in a few words for a list: "done", "312 of 1,000 rows so far".
    [[nodiscard]] static QString state(const Import& import);
    [[nodiscard]] static Tone tone(const Import& import);
    /// The same as a note for its details.
    [[nodiscard]] static Note outcome(const Import& import);
    /// "off", "on", "workspace default", "snoozed".
    [[nodiscard]] static QString choice(const QString& state);
    /// What becomes of one row.
    [[nodiscard]] static QString fate(const wire::ImportItem& item);
    /// "312 rows", "1 row".
    [[nodiscard]] static QString rows(qint64 count);
    [[nodiscard]] static QString people(qint64 count);
    [[nodiscard]] static QString encoding(wire::RowFormat::Encoding encoding);
    [[nodiscard]] static QString field(const char* name);

    /// What becomes of how many rows, a line each.
    [[nodiscard]] static QStringList lines(const ImportCounts& counts, bool isDone);
};

}  // namespace refrain::ui
