#pragma once

#include "web/response.h"

#include <QString>
#include <QStringList>

namespace refrain::service {

/// A plain page for a browser: a title and sentences, escaped here. No script, never stored, not framed.
struct Page {
    int status = 200;
    QString title;
    QStringList sentences;
    QString detail;  ///< In small print: an error word for whoever is asked for help. May be empty.
    QString language = QStringLiteral("en");

    [[nodiscard]] web::Response response() const;
};

/// The frame of every page. `brand` and `title` are escaped here; `body` is HTML that its maker escaped.
struct PageFrame {
    int status = 200;
    QString language = QStringLiteral("en");
    QString brand = QStringLiteral("Refrain");
    QString title;

    [[nodiscard]] web::Response around(const QString& body) const;
};

/// The style sheet that the pages name, at `/pages/page.css`.
[[nodiscard]] web::Response pageStyle();

/// Adds what every answer to a browser carries: no caching, no referrer, a Content-Security-Policy.
void harden(web::Response& response);

}  // namespace refrain::service
