#pragma once

#include "console/local/localbackend.h"
#include "ui/common/theme.h"

#include <QWidget>

#include <array>
#include <optional>

class QLineEdit;
class QVBoxLayout;

namespace refrain::ui {

class TextLabel;

/// The four values of a Slack app, by the names that Slack's pages give them. All are needed on a laptop.
enum class CredentialField { ClientId, ClientSecret, SigningSecret, AppToken };
inline constexpr size_t credentialFieldCount = 4;
using CredentialTexts = std::array<QString, credentialFieldCount>;

struct CredentialsProblem {
    CredentialField field;
    QString sentence;
};

/// What somebody pasted without what came along: white space and invisible characters, anywhere in it.
[[nodiscard]] QString cleanedCredential(const QString& text);

/// The first that is missing or looks like another value, with a sentence that says which; nullopt: nothing.
[[nodiscard]] std::optional<CredentialsProblem> credentialsProblem(const CredentialTexts& texts);

/// The fields, each with where Slack shows the value, and what is wrong with it below.
class CredentialsForm final : public QWidget {
    Q_OBJECT

public:
    CredentialsForm(const Theme& theme, QWidget* parent);

    /// Shows what is wrong, or emits submitted() and forgets the secrets.
    void submit();

signals:
    void submitted(const refrain::console::SlackAppCredentials& credentials);

private:
    void addField(QVBoxLayout& layout, CredentialField field);
    void showProblem(const std::optional<CredentialsProblem>& problem);

    const Theme& m_theme;
    std::array<QLineEdit*, credentialFieldCount> m_fields = {};
    std::array<TextLabel*, credentialFieldCount> m_problems = {};
};

}  // namespace refrain::ui
