#pragma once

#include "console/person/personcalls.h"
#include "domain/subject.h"
#include "ui/common/theme.h"

#include <QDialog>

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class SlackMessage;
class TextLabel;

/// A person's App Home as Slack shows it to them just now, in their language; to be looked at, not pressed. open() it;
/// deletes itself when closed.
class HomeDialog final : public QDialog {
    Q_OBJECT

public:
    HomeDialog(const Theme& theme, console::Desk& desk, const Subject& whom, QWidget* parent);

private:
    void take(const Result<QJsonArray>& blocks);

    console::PersonCalls m_calls;
    TextLabel* m_said;
    SlackMessage* m_home;
};

}  // namespace refrain::ui
