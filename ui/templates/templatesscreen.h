#pragma once

#include "console/sending/templates.h"
#include "ui/common/screen.h"
#include "ui/common/textrows.h"
#include "ui/templates/templatepane.h"

#include <QPointer>
#include <QTimeZone>
#include <QTimer>

#include <functional>

class QCheckBox;
class QPushButton;
class QStackedWidget;

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class ListBody;
class TemplateEditor;

/// Messages with gaps: which there are, what they yield, and their writing. Whoever has a role sees them; senders try
/// them and make messages of them, admins write them.
class TemplatesScreen final : public Screen {
    Q_OBJECT

public:
    TemplatesScreen(const Theme& theme, const Clock& clock, const QTimeZone& zone, console::Desk& desk);
    ~TemplatesScreen() override;

    [[nodiscard]] QString name() const override { return QStringLiteral("templates"); }
    [[nodiscard]] QString title() const override { return tr("Templates"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("templates"); }
    [[nodiscard]] bool isNested() const override { return true; }
    [[nodiscard]] QWidget* inspector() override { return m_pane; }
    [[nodiscard]] QWidget* mainPane() override;
    void entered() override;
    bool undo() override;

signals:
    /// A message is to be made of a template.
    void messageWanted(const QString& slug);

private:
    QWidget* buildBar();
    void connectParts();
    void connectEditor();
    void load();
    void showRows();
    [[nodiscard]] TextRow rowFor(const console::StoredTemplate& stored) const;
    void showChosen();
    [[nodiscard]] TemplatePane::Shown shownOf(const console::StoredTemplate& stored) const;
    void begin(const console::StoredTemplate& before, const console::StoredTemplate& written, const QString& sample);
    [[nodiscard]] std::function<void()> backToWritten();
    void render();
    void save(bool over);
    void store(const console::StoredTemplate& wish, bool isNew);
    void leaveEditor();
    void keepDraft();
    /// Once: what was being written when the workspace was left.
    void restoreDraft();
    void archive();
    void put(const console::StoredTemplate& wish, const QString& sentence, bool canGoBack);
    void keep(const console::StoredTemplate& stored);
    [[nodiscard]] bool isEditing() const;
    [[nodiscard]] bool maySend() const;
    [[nodiscard]] const console::StoredTemplate* find(const QString& slug) const;

    const Theme& m_theme;
    const Clock& m_clock;
    QTimeZone m_zone;
    console::Desk& m_desk;
    console::Templates m_templates;
    QStackedWidget* m_pages;
    QWidget* m_listPage;
    ListBody* m_list;
    TemplateEditor* m_editor;
    QPointer<TemplatePane> m_pane;
    QPushButton* m_new = nullptr;
    QCheckBox* m_archived = nullptr;
    std::vector<console::StoredTemplate> m_rows;
    QTimer m_renderSoon;
    std::function<void()> m_back;  ///< Takes the last act back; empty: there is none.
    quint64 m_generation = 0;
    bool m_loaded = false;
    bool m_restored = false;
};

}  // namespace refrain::ui
