#pragma once

#include "sandbox/views/complaints.h"

#include <QJsonObject>

namespace refrain::sandbox {

/// Where an element stands decides which are possible.
enum class ElementPlace { Section, Actions, Input };

/// Holds one interactive element to Slack's limits (docs.slack.dev/reference/block-kit/block-elements).
void checkElement(const QJsonObject& element, const QString& pointer, ElementPlace place, Complaints& complaints);

/// The element's options, those of its groups included.
[[nodiscard]] QList<QJsonObject> optionsOf(const QJsonObject& element);

/// Whether a person may choose several of its options.
[[nodiscard]] bool takesSeveral(const QJsonObject& element);

}  // namespace refrain::sandbox
