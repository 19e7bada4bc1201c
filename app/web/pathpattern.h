#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

#include <compare>
#include <optional>

namespace refrain::web {

/// A route's path: literal segments, `{name}` for one segment, and `{name}:verb` for one segment with
/// a custom verb. `/v1/links`, `/v1/notifications/{id}:pause`, `/v1/drift:repair`.
class PathPattern {
public:
    /// REQUIRES: `text` begins with '/', and every brace closes within its segment.
    explicit PathPattern(QString text);

    [[nodiscard]] const QString& text() const { return m_text; }

    /// The decoded parameters where `path` (still percent-encoded) fits. An escaped slash or colon
    /// belongs to the parameter and neither cuts a segment nor starts a verb.
    [[nodiscard]] std::optional<QHash<QString, QString>> match(const QByteArray& path) const;

    /// Less = more specific: of two that fit a path, literals win over verbs, and verbs over bare parameters.
    [[nodiscard]] bool isMoreSpecificThan(const PathPattern& other) const;

private:
    enum class Kind { Literal, Verb, Parameter };
    struct Segment {
        Kind kind;
        QString name;     ///< The parameter's name.
        QByteArray text;  ///< The literal, or the verb with its colon.
    };
    static Segment parse(const QString& text);

    QString m_text;
    QList<Segment> m_segments;
};

}  // namespace refrain::web
