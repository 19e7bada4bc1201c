#include "ui/shell/shortcutsheet.h"

#include "ui/common/labels.h"
#include "ui/common/windowplace.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>

namespace refrain::ui {

namespace {

using Keys = ShortcutSheet::Keys;

constexpr int leastWords = 96;
constexpr int wishedWords = 300;

struct Group {
    QString title;
    Keys keys;
};

QString native(const QKeySequence& keys)
{
    return keys.toString(QKeySequence::NativeText);
}

Group everywhere()
{
    return {
        ShortcutSheet::tr("Everywhere"),
        {{native(Qt::CTRL | Qt::Key_K), ShortcutSheet::tr("Find a person or channel")},
         {native(Qt::Key_F6), ShortcutSheet::tr("Next pane")},
         {native(Qt::Key_Tab), ShortcutSheet::tr("Next button or field")},
         {native(QKeySequence::Undo), ShortcutSheet::tr("Undo the last change")},
         {native(QKeySequence::Save), ShortcutSheet::tr("Save a form")},
         {native(Qt::Key_Escape), ShortcutSheet::tr("Clear the filter, then back to the table")},
         {native(QKeySequence::HelpContents), ShortcutSheet::tr("What has the focus, explained; again: the manual")},
         {native(Qt::SHIFT | Qt::Key_F1), ShortcutSheet::tr("The manual")},
         {native(Qt::Key_Question), ShortcutSheet::tr("This list")}}};
}

Group lists()
{
    return {ShortcutSheet::tr("In a list"),
            {{native(Qt::Key_Slash), ShortcutSheet::tr("Filter the list")},
             {native(Qt::CTRL | Qt::Key_Space), ShortcutSheet::tr("In the filter: all its marks")},
             {ShortcutSheet::tr("↑ ↓ ← →"), ShortcutSheet::tr("Move in the table")},
             {native(Qt::Key_Space), ShortcutSheet::tr("Switch the category under the cursor")},
             {native(Qt::Key_Return), ShortcutSheet::tr("Go to the details of the row")},
             {native(QKeySequence::SelectAll), ShortcutSheet::tr("Select all that are shown")},
             {ShortcutSheet::tr("Shift+↑ Shift+↓"), ShortcutSheet::tr("Select from here to there")},
             {native(Qt::CTRL | Qt::Key_Space), ShortcutSheet::tr("Select the row, or not")},
             {native(QKeySequence::Copy), ShortcutSheet::tr("Copy what is selected")},
             {ShortcutSheet::tr("Alt+↑ Alt+↓"), ShortcutSheet::tr("Order categories and saved views")},
             {native(Qt::Key_F2), ShortcutSheet::tr("Rename a saved view")},
             {native(Qt::Key_Delete), ShortcutSheet::tr("Delete a saved view")}}};
}

Group ofScreens(Keys screens)
{
    screens << std::pair{native(Qt::CTRL | Qt::Key_PageDown), ShortcutSheet::tr("Next screen")}
            << std::pair{native(Qt::CTRL | Qt::Key_PageUp), ShortcutSheet::tr("Screen before")};
    return {ShortcutSheet::tr("Screens"), screens};
}

QWidget* block(const Theme& theme, const Group& group, QWidget* parent)
{
    auto* box = new QWidget(parent);
    auto* layout = new QGridLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(20);
    layout->setVerticalSpacing(8);
    auto* title = new TextLabel(theme, TextRole::Heading, TextLabel::Fit::Wrapped, box);
    title->setText(group.title);
    title->setWordWrap(false);
    layout->addWidget(title, 0, 0, 1, 2);
    int row = 1;
    for (const auto& [key, what] : group.keys) {
        auto* keyLabel = new TextLabel(theme, TextRole::Name, TextLabel::Fit::Wrapped, box);
        auto* whatLabel = new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, box);
        keyLabel->setText(key);
        whatLabel->setText(what);
        whatLabel->setColour(&Theme::muted);
        keyLabel->setWordWrap(false);
        whatLabel->setMinimumWidth(leastWords);
        layout->addWidget(keyLabel, row, 0);
        layout->addWidget(whatLabel, row++, 1);
    }
    layout->setRowStretch(row, 1);
    layout->setColumnMinimumWidth(0, 104);
    layout->setColumnStretch(1, 1);
    return box;
}

}  // namespace

ShortcutSheet::ShortcutSheet(const Theme& theme, const Keys& screens, QWidget* parent)
    : QDialog(parent), m_scroll(new QScrollArea(this))
{
    setObjectName(QStringLiteral("shortcutSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys"));
    auto* content = new QWidget(this);
    auto* columns = new QGridLayout(content);
    columns->setContentsMargins(20, 20, 20, 16);
    columns->setHorizontalSpacing(40);
    columns->setVerticalSpacing(20);
    columns->addWidget(block(theme, everywhere(), content), 0, 0);
    columns->addWidget(block(theme, ofScreens(screens), content), 1, 0);
    columns->addWidget(block(theme, lists(), content), 0, 1, 2, 1);
    QScrollArea* const scroll = m_scroll;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("closeShortcutSheet"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 16);
    layout->addWidget(scroll);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(20, 0, 20, 0);
    foot->addStretch();
    foot->addWidget(close);
    layout->addLayout(foot);
    close->installEventFilter(this);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    const int wide = 2 * (104 + 20 + wishedWords) + 40 + 40 + 20;
    const int contentWide = qMin(wide, screen()->availableSize().width() - frameAllowance.width()) - 20;
    placeOver(*this, QSize(wide, qMax(content->sizeHint().height(), columns->totalHeightForWidth(contentWide)) + 60));
}

/// The button keeps the focus; the keys that move a page move this one.
bool ShortcutSheet::eventFilter(QObject* watched, QEvent* event)
{
    const int key = event->type() == QEvent::KeyPress ? static_cast<QKeyEvent*>(event)->key() : 0;
    const std::pair<int, QAbstractSlider::SliderAction> ways[] = {
        {Qt::Key_Down, QAbstractSlider::SliderSingleStepAdd},
        {Qt::Key_Up, QAbstractSlider::SliderSingleStepSub},
        {Qt::Key_PageDown, QAbstractSlider::SliderPageStepAdd},
        {Qt::Key_PageUp, QAbstractSlider::SliderPageStepSub}};
    for (const auto& [pressed, way] : ways) {
        if (key == pressed) {
            m_scroll->verticalScrollBar()->triggerAction(way);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

}  // namespace refrain::ui
