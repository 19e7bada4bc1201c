#pragma once

#include "sandbox/views/complaints.h"

#include <QJsonArray>
#include <QJsonObject>

namespace refrain::sandbox {

/// Holds blocks to Slack's limits (docs.slack.dev/reference/block-kit/blocks): at most `most`, each of a
/// known type and in shape, no block_id twice. Blocks of types that the practice Slack does not show
/// (rich_text, video, file, …) are taken as they are.
void checkBlocks(const QJsonValue& blocks, const QString& pointer, qsizetype most, Complaints& complaints);

/// A view as an app sends it: its kind `type` ("home" or "modal"), its texts and its blocks.
void checkView(const QJsonObject& view, const QString& type, Complaints& complaints);

/// The blocks with the ids that Slack fills in where the app gave none.
[[nodiscard]] QJsonArray withIds(QJsonArray blocks);

}  // namespace refrain::sandbox
