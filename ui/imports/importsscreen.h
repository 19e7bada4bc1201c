#pragma once

#include "console/imports/importrun.h"
#include "ui/common/screen.h"
#include "ui/common/settings.h"
#include "ui/imports/importpane.h"
#include "ui/imports/importpast.h"

#include <QPointer>
#include <QTimeZone>
#include <QTimer>

#include <memory>

class QStackedLayout;

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class ImportForm;
class ImportResult;
class ListBody;

/// The imports that were made, and the making of one: a file's page, then the page of what it would change, does and
/// did. None of it is modal: an import goes on while people work elsewhere.
class ImportsScreen final : public Screen {
    Q_OBJECT

public:
    ImportsScreen(const Theme& theme, Settings& settings, const Clock& clock, const QTimeZone& zone,
                  console::Desk& desk);
    ~ImportsScreen() override;

    [[nodiscard]] QString name() const override { return QStringLiteral("imports"); }
    [[nodiscard]] QString title() const override { return tr("Imports"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("imports"); }
    [[nodiscard]] bool isOffered() const override;
    [[nodiscard]] QWidget* inspector() override { return m_pane; }
    [[nodiscard]] QWidget* mainPane() override;
    void entered() override;
    /// The page of a new import, or of the one that is under way.
    void begin();
    /// Asks whether to undo an import that was made.
    void undoImport(const QString& import);

private:
    QWidget* buildList();
    void connectForm();
    void load();
    void showRows();
    void showChosen();
    void check();
    void prepareRun();
    void remember();
    void showRequest();
    void offerToGoOn();
    void goOn();
    [[nodiscard]] bool canGoOn(const Import& import) const;
    void showPast();
    void apply(bool tell);
    void close();
    void askUndo(const Import& import);
    void turnBack(const QString& id);
    void end();
    void follow();
    void taken(const Import& import);
    void showPage(QWidget* page);
    [[nodiscard]] const Import* chosen() const;
    [[nodiscard]] ImportRows::Names names() const;
    [[nodiscard]] QString nameOf(const QString& subject) const;

    const Theme& m_theme;
    Settings& m_settings;
    const Clock& m_clock;
    QTimeZone m_zone;
    console::Desk& m_desk;
    console::ImportCalls m_calls;
    QStackedLayout* m_stack;
    ListBody* m_list;
    ImportForm* m_form;
    QPointer<ImportPane> m_pane;
    std::unique_ptr<console::ImportRun> m_run;
    QPointer<ImportResult> m_result;
    ImportPast* m_past = nullptr;
    std::vector<Import> m_rows;
    QTimer m_follow;  ///< While one is being undone.
    bool m_loaded = false;
    bool m_hasOffered = false;  ///< To go on with what was interrupted; once is enough.
};

}  // namespace refrain::ui
