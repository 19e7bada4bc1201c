#pragma once

#include "ui/common/theme.h"

#include <QUrl>
#include <QWidget>

#include <optional>

class QLineEdit;
class QPushButton;

namespace refrain::ui {

class TextLabel;

/// The first page: three ways to begin. Holds no session and starts nothing itself.
class WelcomePage final : public QWidget {
    Q_OBJECT

public:
    /// `lastBackend` fills the server's field.
    WelcomePage(const Theme& theme, const QString& lastBackend, QWidget* parent = nullptr);

    /// A sentence above the ways: why one is here again. Empty takes it away.
    void setNotice(const QString& sentence);

signals:
    void serverChosen(const QUrl& backend);
    void practiceChosen();
    void embeddedChosen();

private:
    void buildServerForm(const QString& lastBackend);
    void submitServer();

    const Theme& m_theme;
    TextLabel* m_notice;
    QWidget* m_serverForm;
    QLineEdit* m_address;
    TextLabel* m_addressProblem;
};

/// What a person typed as a server's address, completed ("refrain.example.com" gains https://); nullopt with a
/// sentence in `problem` where it cannot be used.
[[nodiscard]] std::optional<QUrl> serverAddress(const QString& text, QString& problem);

}  // namespace refrain::ui
