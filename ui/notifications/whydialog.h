#pragma once

#include "base/clock.h"
#include "console/sending/recipientlist.h"
#include "ui/common/theme.h"
#include "ui/notifications/originfinder.h"

#include <QDialog>

class QButtonGroup;
class QDateTimeEdit;
class QLineEdit;
class QPushButton;

namespace refrain::ui {

class NoteBox;
class TextLabel;

/// "Why did I get this?": a message's link, or to whom and when, and what Refrain had to do with it. open() it; deletes
/// itself when closed.
class WhyDialog final : public QDialog {
    Q_OBJECT

public:
    WhyDialog(const Theme& theme, const Clock& clock, const QTimeZone& zone, console::Desk& desk, QWidget* parent);

signals:
    void notificationWanted(const QString& id);

private:
    enum class By { Link, Time };

    void build();
    void showChoice();
    void lookUp();
    void lookUpSomebody();
    void tell(const OriginFinder::Answer& answer);
    void fit();

    const Theme& m_theme;
    QTimeZone m_zone;
    console::Desk& m_desk;
    OriginFinder* m_finder;
    QButtonGroup* m_by;
    QLineEdit* m_link;
    QLineEdit* m_whom;
    QDateTimeEdit* m_when;
    NoteBox* m_answer;
    QPushButton* m_open;
    QPushButton* m_look;
    QString m_notification;
};

}  // namespace refrain::ui
