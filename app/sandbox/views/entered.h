#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>

/// What a person chose and typed in blocks. The page sends it as
/// `{"<block_id>": {"<action_id>": ["value", …]}}`: values of options, a date, or a text.
namespace refrain::sandbox {

/// What stands chosen in one element, in the shape of `state.values` and of actions: its `type` with
/// `value`, `selected_option(s)` or `selected_date`. nullopt where a value is none of the element's, or
/// the element holds nothing, as a button.
[[nodiscard]] std::optional<QJsonObject> choiceOf(const QJsonObject& element, const QStringList& values);

/// `state.values` of these blocks; what is not in `entered` stands as the app set it. With `inputsOnly` as
/// a view_submission has it: of input blocks alone.
[[nodiscard]] QJsonObject stateValues(const QJsonArray& blocks, const QJsonObject& entered, bool inputsOnly = false);

/// The block ids of inputs that must not be empty and are.
[[nodiscard]] QStringList emptyInputs(const QJsonArray& blocks, const QJsonObject& entered);

/// The interactive element of that place: `element` counts among the block's elements, -1 is its only one.
[[nodiscard]] QJsonObject elementAt(const QJsonObject& block, int element);

/// An entry of `actions`; nullopt where the element has no action_id or a value is not its own.
[[nodiscard]] std::optional<QJsonObject> actionOf(const QJsonObject& block, const QJsonObject& element,
                                                  const QStringList& values, const QString& actionTs);

}  // namespace refrain::sandbox
