#pragma once

#include <QList>
#include <QString>

namespace refrain::ui {

/// The manual's pages in one language, as Markdown, and the search over them. A value.
class Manual {
public:
    struct Page {
        QString name;   ///< "people": that of the screen it explains, where it explains one.
        QString title;  ///< Its first headline.
        QString text;
        QString plain;  ///< Without the marks of Markdown, for the search.
    };
    struct Hit {
        QString name;
        QString title;
        QString excerpt;  ///< The line that holds the words; empty where nothing was searched.
    };

    /// The pages that travel in the program: in `language` ("de", "de_AT"), else in English. In their reading order.
    [[nodiscard]] static Manual load(const QString& language);

    [[nodiscard]] const QList<Page>& pages() const { return m_pages; }
    /// The page of that name, else the first. REQUIRES: there are pages.
    [[nodiscard]] const Page& page(const QString& name) const;
    [[nodiscard]] bool has(const QString& name) const;
    /// The pages that hold all words, best first: those that have them in their title before the others. All pages
    /// where no word is given.
    [[nodiscard]] QList<Hit> search(const QString& words) const;

private:
    QList<Page> m_pages;
};

}  // namespace refrain::ui
