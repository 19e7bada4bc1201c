#pragma once

#include "base/clock.h"
#include "console/access/accesskeys.h"
#include "ui/access/keypane.h"
#include "ui/common/listscreen.h"
#include "ui/common/textrows.h"

#include <QPointer>
#include <QTimeZone>

class QCheckBox;

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

/// The keys with which other programs use Refrain; for admins alone.
class KeysScreen final : public ListScreen {
    Q_OBJECT

public:
    KeysScreen(const Theme& theme, const Clock& clock, const QTimeZone& zone, console::Desk& desk);
    ~KeysScreen() override;

    [[nodiscard]] QString name() const override { return QStringLiteral("keys"); }
    [[nodiscard]] QString title() const override { return tr("API keys"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("keys"); }
    [[nodiscard]] bool isOffered() const override;
    [[nodiscard]] QWidget* inspector() override;

private:
    QWidget* buildBar();
    void connectPane();
    void load() override;
    void showRows();
    [[nodiscard]] TextRow rowFor(const console::AccessKey& key) const;
    void showChosen();
    void begin();
    void create(const QString& name, Role role);
    void revoke();
    [[nodiscard]] const console::AccessKey* chosen() const;

    console::AccessKeys m_keys;
    QPointer<KeyPane> m_pane;
    QCheckBox* m_revoked = nullptr;
    std::vector<console::AccessKey> m_rows;
};

}  // namespace refrain::ui
