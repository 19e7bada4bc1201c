#pragma once

#include "console/sending/messagelook.h"
#include "ui/common/theme.h"

#include <QFrame>
#include <QIcon>
#include <QJsonArray>

class QVBoxLayout;

namespace refrain::ui {

/// The buttons below a message, beside each other and, where there is no room, below; to be looked at, not pressed.
class SlackButtons final : public QWidget {
    Q_OBJECT

public:
    SlackButtons(const Theme& theme, const QStringList& titles, QWidget* parent);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QList<QRect> places(int width) const;

    const Theme& m_theme;
    QStringList m_titles;
};

/// A message as people see it in Slack: who says it, the text with its marks, Block Kit's parts. Nothing in it is
/// pressed, loaded or opened.
class SlackMessage final : public QFrame {
    Q_OBJECT

public:
    using NameOf = std::function<QString(const QString& id)>;

    SlackMessage(const Theme& theme, QWidget* parent);

    void setNameOf(NameOf nameOf) { m_nameOf = std::move(nameOf); }
    void setMessage(const QString& text, const QJsonArray& blocks = {});
    void setParts(const std::vector<console::MessagePart>& parts);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void addPart(const console::MessagePart& part, QVBoxLayout& layout);
    QWidget* richText(const QString& html, const QFont& font, QWidget* parent);

    const Theme& m_theme;
    QIcon m_sign;
    NameOf m_nameOf;
    std::vector<console::MessagePart> m_parts;
    QWidget* m_body = nullptr;
    QColor m_builtWith;  ///< The text's colour then; the theme may change.
};

}  // namespace refrain::ui
