#pragma once

#include "base/result.h"
#include "console/person/receipt.h"

class QTextDocument;

namespace refrain::ui {

/// The receipt as a page: what happened in large, how to prove it in small. Plain text throughout; nothing of Slack's
/// is read as markup.
void layOut(QTextDocument& document, const console::ReceiptWords& words, const console::Receipt& receipt);

/// Writes it as PDF (A4, or Letter where that is the custom). A file that could not be finished is not left behind.
[[nodiscard]] Result<> writePdf(const console::ReceiptWords& words, const console::Receipt& receipt,
                                const QString& path);

}  // namespace refrain::ui
