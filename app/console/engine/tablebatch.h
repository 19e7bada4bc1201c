#pragma once

#include "console/table/blockbuilder.h"

#include <QMetaType>

#include <memory>
#include <optional>
#include <vector>

namespace refrain::console {

/// News for the tables, made on the engine's thread, applied in this order on the UI's.
struct TableBatch {
    bool reset = false;
    std::optional<std::vector<Category>> categories;  ///< All of them, archived ones and `*` too.
    std::vector<PackedSubject> people;
    std::vector<PackedSubject> channels;
    std::vector<PackedChoice> choices;
    std::optional<ReadBlock> peopleBlock;  ///< Goes before the rest.
    std::optional<ReadBlock> channelBlock;
    std::shared_ptr<void> place;  ///< In the queue to the tables; free again once the batch is gone.

    void add(const Subject& subject)
    {
        (subject.kind == SubjectKind::Channel ? channels : people).push_back(PackedSubject::of(subject));
    }
    [[nodiscard]] bool isEmpty() const
    {
        return !reset && !categories && people.empty() && channels.empty() && choices.empty() && !peopleBlock &&
               !channelBlock;
    }
};

}  // namespace refrain::console

Q_DECLARE_METATYPE(std::shared_ptr<const refrain::console::TableBatch>)
