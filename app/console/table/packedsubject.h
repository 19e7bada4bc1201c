#pragma once

#include "console/table/cell.h"
#include "console/table/choiceorigin.h"
#include "domain/subject.h"

#include <QByteArray>

#include <array>
#include <string_view>

namespace refrain::console {

/// A subject as the table stores it, made off the UI thread so that the UI thread only copies bytes.
struct PackedSubject {
    enum Field { Id, Name, DisplayName, Email, Title, Topic, Tz, FormerNames, Person, FieldCount };
    enum Flag : quint8 { Deleted = 1, Bot = 2, Archived = 4, Private = 8, AddressDead = 16 };
    /// Between two texts of one row, and between two former names; no text and no filter holds it.
    static constexpr char separator = '\x1f';

    /// Former names joined by `separator`; a topic as plain text. All of it UTF-8.
    using Texts = std::array<QByteArray, FieldCount>;

    QByteArray text;  ///< All fields, one after the other, UTF-8.
    std::array<quint16, FieldCount> lengths{};
    QByteArray folded;     ///< The fields that the filter looks at, folded, each ended by `separator`.
    quint32 starts = 0;    ///< startBits() of `folded`.
    quint64 nameHash = 0;  ///< Of the folded name: equal names have equal ones.
    SubjectKind kind = SubjectKind::User;
    SubjectRole role = SubjectRole::Member;
    quint8 flags = 0;

    /// Any thread. A single text longer than 4,000 bytes is cut.
    [[nodiscard]] static PackedSubject of(const Subject& subject);
    [[nodiscard]] static PackedSubject of(Texts texts);

    /// As much of a text as is kept; no character is cut in two.
    [[nodiscard]] static std::string_view bounded(std::string_view text);
    /// Appends the fields that the filter looks at, as `folded` has them; the name's hash.
    static quint64 appendFolded(QByteArray& folded, const std::array<std::string_view, FieldCount>& texts);
};

/// A stored choice on its way into the table.
struct PackedChoice {
    SubjectId subject;
    CategorySlug category;
    StoredChoice choice;
    Millis at = 0;  ///< When it was made; 0: never.
    ChoiceOrigin origin = {};

    [[nodiscard]] static PackedChoice of(const Preference& preference);
};

}  // namespace refrain::console
