#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace refrain::test {

/// One object of a program as AT-SPI shows it to assistive technology, from outside of the program. A value; null where
/// there is none.
class Spoken {
public:
    Spoken() = default;
    /// Takes over the reference to an AtspiAccessible.
    explicit Spoken(void* accessible);

    [[nodiscard]] bool isNull() const { return !m_accessible; }
    [[nodiscard]] QString name() const;
    /// "table", "table cell", "push button", … as AT-SPI calls it.
    [[nodiscard]] QString role() const;
    /// "focused", "checked", "showing", …
    [[nodiscard]] bool is(const char* state) const;
    [[nodiscard]] int childCount() const;
    [[nodiscard]] Spoken child(int index) const;
    [[nodiscard]] Spoken parent() const;

    /// Of a table.
    [[nodiscard]] int rowCount() const;
    [[nodiscard]] int columnCount() const;
    [[nodiscard]] Spoken cell(int row, int column) const;
    [[nodiscard]] QString columnTitle(int column) const;
    /// Of a cell: where it stands, and what its row is known by.
    [[nodiscard]] int row() const;
    [[nodiscard]] QString rowTitle() const;

    [[nodiscard]] QStringList actions() const;
    bool act(const QString& action) const;

    /// The first below this one that fits, tables not looked into; null where none does.
    [[nodiscard]] Spoken find(const QString& role, const QString& name) const;
    /// Calls `look` for everything below that is showing, tables not looked into.
    void walk(const std::function<void(const Spoken&)>& look) const;

private:
    std::shared_ptr<void> m_accessible;
};

/// A screen reader without a voice: switches accessibility on in this session, as one does when it starts, and keeps
/// what it hears. One at a time. REQUIRES: a session bus, and the package at-spi2-core.
class ScreenReader {
public:
    ScreenReader();
    ~ScreenReader();
    ScreenReader(const ScreenReader&) = delete;
    ScreenReader& operator=(const ScreenReader&) = delete;

    /// Why it cannot listen; empty where it can.
    [[nodiscard]] QString begin();
    /// The running program of that name; null where there is none.
    [[nodiscard]] static Spoken program(const QString& name);
    /// "focused: Reminders: off. [table cell]", in order.
    [[nodiscard]] QStringList heard() const;
    void forget();
    /// What has the focus now, as it was told last.
    [[nodiscard]] Spoken focus() const;
    /// A key pressed and let go, as if on the keyboard; `name` as X has it: "Right", "space".
    static void press(const char* name);

private:
    struct Ears;
    std::unique_ptr<Ears> m_ears;
};

}  // namespace refrain::test
