#include "ui/help/helpwindow.h"

#include "ui/common/labels.h"
#include "ui/common/windowplace.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QShortcut>
#include <QSignalBlocker>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextTable>

namespace refrain::ui {

namespace {

constexpr int listWidth = 248;

/// Markdown has no measure of its own: lines of 20 px, room between paragraphs, headlines that stand out.
void setMeasures(QTextDocument& document, const Theme& theme)
{
    QTextCursor cursor(&document);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        QTextBlockFormat format = block.blockFormat();
        const int level = format.headingLevel();
        const bool isCell = cursor.currentTable() != nullptr;
        format.setLineHeight(level > 0 || isCell ? 100 : 130, QTextBlockFormat::ProportionalHeight);
        format.setTopMargin(level > 1 ? 18 : 0);
        format.setBottomMargin(isCell ? 0 : block.textList() ? 4 : 10);
        cursor.setBlockFormat(format);
        if (QTextTable* table = cursor.currentTable()) {
            QTextTableFormat frame = table->format();
            frame.setCellPadding(5);
            frame.setCellSpacing(0);
            frame.setBorderCollapse(true);
            frame.setBorderBrush(theme.line);
            frame.setBottomMargin(12);
            table->setFormat(frame);
        }
        if (level == 0)
            continue;
        QTextCharFormat letters;
        letters.setFont(fontFor(level == 1 ? TextRole::Title : TextRole::Heading));
        cursor.select(QTextCursor::BlockUnderCursor);
        cursor.mergeCharFormat(letters);
    }
}

}  // namespace

HelpWindow::HelpWindow(const Theme& theme, Manual manual, QWidget* parent)
    : QWidget(parent, Qt::Window),
      m_theme(theme),
      m_manual(std::move(manual)),
      m_search(new QLineEdit(this)),
      m_pages(new QListWidget(this)),
      m_none(new TextLabel(theme, TextRole::Body, TextLabel::Fit::Wrapped, this)),
      m_text(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("helpWindow"));
    setWindowTitle(tr("Manual – Refrain"));
    setAttribute(Qt::WA_StyledBackground);
    setProperty("ground", QStringLiteral("window"));
    m_search->setObjectName(QStringLiteral("helpSearch"));
    m_search->setPlaceholderText(tr("Search the manual"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_pages->setObjectName(QStringLiteral("helpPages"));
    m_pages->setAccessibleName(tr("Pages of the manual"));
    m_pages->setProperty("offers", true);
    m_pages->setWordWrap(true);
    m_pages->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_none->setText(tr("No page of the manual has all of these words."));
    m_none->setColour(&Theme::muted);
    m_text->setObjectName(QStringLiteral("helpText"));
    m_text->setAccessibleName(tr("The page"));
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->document()->setDocumentMargin(24);

    auto* side = new QVBoxLayout;
    side->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_search, m_none, m_pages})
        side->addWidget(widget);
    m_search->setFixedWidth(listWidth);
    m_none->setFixedWidth(listWidth);
    m_pages->setFixedWidth(listWidth);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(12);
    layout->addLayout(side);
    layout->addWidget(m_text, 1);

    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::fill);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { m_text->setFocus(Qt::OtherFocusReason); });
    connect(m_pages, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item)
            show(item->data(Qt::UserRole).toString());
    });
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        m_search->clear();
        showPage(url.path().section(u'.', 0, 0));
    });
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &QWidget::close);
    connect(new QShortcut(QKeySequence::Find, this), &QShortcut::activated, m_search,
            [this] { m_search->setFocus(Qt::ShortcutFocusReason); });
    fill();
    show(m_manual.pages().constFirst().name);
}

void HelpWindow::showPage(const QString& name)
{
    show(m_manual.page(name).name);
    fill();
    if (!isVisible() && !testAttribute(Qt::WA_Moved))
        placeOver(*this, QSize(860, 640));
    QWidget::show();
    raise();
    activateWindow();
    m_text->setFocus(Qt::OtherFocusReason);
}

void HelpWindow::fill()
{
    const QSignalBlocker quiet(m_pages);
    m_pages->clear();
    for (const Manual::Hit& hit : m_manual.search(m_search->text())) {
        auto* item = new QListWidgetItem(
            hit.excerpt.isEmpty() ? hit.title : hit.title + QStringLiteral("\n") + hit.excerpt, m_pages);
        item->setData(Qt::UserRole, hit.name);
        if (hit.name == m_shown)
            m_pages->setCurrentItem(item);
    }
    m_none->setVisible(m_pages->count() == 0);
    m_pages->setVisible(m_pages->count() > 0);
}

void HelpWindow::show(const QString& name)
{
    m_shown = name;
    dress();
}

void HelpWindow::dress()
{
    // Links bear the colour that the palette has when the text is read.
    QPalette colours = m_text->palette();
    colours.setColor(QPalette::Base, m_theme.surface);
    colours.setColor(QPalette::Text, m_theme.text);
    colours.setColor(QPalette::Link, m_theme.accent);
    if (colours != m_text->palette())
        m_text->setPalette(colours);
    m_text->document()->setDefaultFont(fontFor(TextRole::Body));
    m_text->setMarkdown(m_manual.page(m_shown).text);
    setMeasures(*m_text->document(), m_theme);
    m_text->moveCursor(QTextCursor::Start);
}

void HelpWindow::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_shown.isEmpty())
        dress();
}

}  // namespace refrain::ui
