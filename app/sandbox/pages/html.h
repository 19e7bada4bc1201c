#pragma once

#include "web/response.h"

#include <QString>

namespace refrain::sandbox {

/// Text for HTML, attributes included.
[[nodiscard]] QString escaped(const QString& text);

/// A whole page around `body`: one calm column, no script, nothing from outside, and headers that keep
/// it so. Forms may lead anywhere, since the answer to one is a redirect back to the app.
[[nodiscard]] web::Response page(const QString& title, const QString& body, int status = 200);

/// A page with one sentence for a person, and Slack's word for it.
[[nodiscard]] web::Response errorPage(const QString& word, const QString& sentence, int status = 400);

/// `<option value=… selected>text</option>`
[[nodiscard]] QString option(const QString& value, const QString& text, bool selected = false);

}  // namespace refrain::sandbox
