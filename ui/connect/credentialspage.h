#pragma once

#include "console/local/localbackend.h"
#include "ui/common/theme.h"

#include <QWidget>

class QGridLayout;
class QVBoxLayout;

namespace refrain::ui {

class CredentialsForm;
class TextLabel;

/// "Run it on this computer": how to make the Slack app from the manifest, what it asks for and why, and its
/// credentials, asked for once.
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
    void addHead(QVBoxLayout& layout);
    void addSteps(QGridLayout& steps);
    /// The row after it, for what belongs to it.
    int addStep(QGridLayout& steps, const QString& text);
    QWidget* buildManifest();
    QWidget* buildReasons();
    void addButtons(QGridLayout& steps);

    const Theme& m_theme;
    QWidget* m_column;
    CredentialsForm* m_form;
    TextLabel* m_problem;
    int m_steps = 0;
};

}  // namespace refrain::ui
