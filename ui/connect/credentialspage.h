#pragma once

#include "console/local/localbackend.h"
#include "ui/common/theme.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;

namespace refrain::ui {

class TextLabel;

/// "Run it on this computer": how to make the Slack app from the manifest, and its credentials, asked for once.
class CredentialsPage final : public QWidget {
    Q_OBJECT

public:
    explicit CredentialsPage(const Theme& theme, QWidget* parent = nullptr);

    void setProblem(const QString& sentence);

signals:
    void submitted(const refrain::console::SlackAppCredentials& credentials);
    void cancelled();
    /// Opens the page where Slack apps are made.
    void appsPageWanted();

private:
    void addSteps(QVBoxLayout& layout);
    QLineEdit* addField(QVBoxLayout& layout, const QString& name, const QString& label, const QString& hint);
    void submit();

    const Theme& m_theme;
    QWidget* m_column;
    QLineEdit* m_clientId;
    QLineEdit* m_clientSecret;
    QLineEdit* m_signingSecret;
    QLineEdit* m_appToken;
    TextLabel* m_problem;
};

/// What is wrong with the credentials as they were typed, as a sentence; empty: nothing.
[[nodiscard]] QString credentialsProblem(const QString& clientId, const QString& clientSecret,
                                         const QString& signingSecret, const QString& appToken);

}  // namespace refrain::ui
