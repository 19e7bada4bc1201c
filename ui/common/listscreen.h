#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "ui/common/screen.h"

#include <QTimeZone>

namespace refrain::console {
class Desk;
}

namespace refrain::ui {

class ListBody;
class Theme;

/// A screen that is one list below a bar of buttons. It is read anew when the screen is entered, and when the backend
/// can be reached again.
class ListScreen : public Screen {
    Q_OBJECT

public:
    [[nodiscard]] QWidget* mainPane() override;
    void entered() override { load(); }

protected:
    struct Parts {
        const Theme& theme;
        const Clock& clock;
        const QTimeZone& zone;
        console::Desk& desk;
    };
    /// Takes the list.
    ListScreen(const Parts& parts, ListBody* list);

    /// Once both are made.
    void layOut(QWidget* bar);
    virtual void load() = 0;
    void showLoading();
    /// False where the answer to load() is none: then the list says so, or, where it shows what came before, the notice
    /// bar.
    template <class T>
    [[nodiscard]] bool hasCome(const Result<T>& answer)
    {
        return hasCome(answer ? nullptr : &answer.error());
    }
    /// There was an answer once.
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

    const Theme& m_theme;
    const Clock& m_clock;
    QTimeZone m_zone;
    console::Desk& m_desk;
    ListBody* m_list;

private:
    [[nodiscard]] bool hasCome(const Error* error);

    bool m_isLoaded = false;
};

}  // namespace refrain::ui
