#pragma once

#include "base/clock.h"
#include "ui/common/inspectorpane.h"
#include "ui/common/labels.h"

#include <QTimeZone>

namespace refrain::ui {

class FactsList;
class NoteBox;

/// An inspector of one record: what it is, when it was, the one thing to know, then the facts.
class RecordPane : public InspectorPane {
    Q_OBJECT

protected:
    /// A title that is a sentence is wrapped; one that anybody wrote is cut.
    RecordPane(const Theme& theme, const QTimeZone& zone, const QString& name, const QString& emptySentence,
               QWidget* parent, TextLabel::Fit titleFit = TextLabel::Fit::Elided);

    [[nodiscard]] const QTimeZone& zone() const { return m_zone; }
    [[nodiscard]] TextLabel& title() { return *m_title; }
    [[nodiscard]] TextLabel& when() { return *m_when; }
    [[nodiscard]] NoteBox& note() { return *m_note; }
    [[nodiscard]] FactsList& facts() { return *m_facts; }
    /// Puts what can be done about it between the note and the facts.
    void setActions(QWidget* actions);

private:
    QTimeZone m_zone;
    TextLabel* m_title;
    TextLabel* m_when;
    NoteBox* m_note;
    FactsList* m_facts;
};

}  // namespace refrain::ui
