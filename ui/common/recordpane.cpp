#include "ui/common/recordpane.h"

#include "ui/common/factslist.h"
#include "ui/common/notebox.h"

#include <QVBoxLayout>

namespace refrain::ui {

RecordPane::RecordPane(const Theme& theme, const QTimeZone& zone, const QString& name, const QString& emptySentence,
                       QWidget* parent, TextLabel::Fit titleFit)
    : InspectorPane(theme, name, emptySentence, parent),
      m_zone(zone),
      m_title(new TextLabel(theme, TextRole::Title, titleFit, content())),
      m_when(new TextLabel(theme, TextRole::Secondary, TextLabel::Fit::Wrapped, content())),
      m_note(new NoteBox(theme, content())),
      m_facts(new FactsList(theme, content()))
{
    m_when->setColour(&Theme::muted);
    auto* layout = new QVBoxLayout(content());
    layout->setContentsMargins(20, 20, 20, 20);
    layout->setSpacing(2);
    layout->addWidget(m_title);
    layout->addWidget(m_when);
    layout->addSpacing(12);
    layout->addWidget(m_note);
    layout->addSpacing(14);
    layout->addWidget(m_facts);
    layout->addStretch();
    showContent(false);
}

void RecordPane::setActions(QWidget* actions)
{
    auto* layout = static_cast<QVBoxLayout*>(content()->layout());
    layout->insertWidget(layout->indexOf(m_note) + 1, actions);
}

}  // namespace refrain::ui
