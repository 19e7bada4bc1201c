#pragma once

#include "console/sending/messageorigins.h"

#include <QObject>
#include <QTimeZone>

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

/// Answers "Why did I get this?" in words, from what the backend's journals hold.
class OriginFinder final : public QObject {
    Q_OBJECT

public:
    struct Answer {
        QString headline;
        QString text;
        QString notification;  ///< Where Refrain sent it: which one; else empty.
    };

    OriginFinder(console::Desk& desk, const QTimeZone& zone, QObject* parent);

    /// answered() follows; a newer question drops an older one.
    void find(const console::MessagePlace& place);
    /// Around that moment.
    void find(const SubjectId& subject, Millis at);

signals:
    void answered(const refrain::ui::OriginFinder::Answer& answer);

private:
    void take(quint64 question, const Result<console::PostedMessages>& posted, Millis at);
    void tellSent(quint64 question, const console::PostedMessage& message);
    void tellAsked(quint64 question, const SubjectId& subject, Millis at);
    void fail(const Error& error);
    [[nodiscard]] QString titleOf(const CategorySlug& category) const;

    console::Desk& m_desk;
    QTimeZone m_zone;
    console::MessageOrigins m_origins;
    quint64 m_question = 0;
};

}  // namespace refrain::ui
