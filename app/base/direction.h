#pragma once

#include <QString>

namespace refrain {

/// Text from outside without the characters that turn the direction of what stands around it (U+202A to U+202E, U+2066
/// to U+2069): nobody's name, reason or title mirrors the words beside it, or shows other than what it says. Letters
/// that run from right to left do so of themselves, and the marks that help them (U+061C, U+200E, U+200F) stay.
///
/// Called where text comes in to be kept, and where it stands in a message: nowhere else need anybody think of it.
[[nodiscard]] QString withoutTurns(QString text);

}  // namespace refrain
