#pragma once

class QCoreApplication;

namespace refrain::ui {

/// Loads English with its plurals, and above it the system's language where there is one of ours. Call once, before
/// anything is said.
void installTranslations(QCoreApplication& application);

}  // namespace refrain::ui
