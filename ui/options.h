#pragma once

#include "base/result.h"
#include "console/links/deeplink.h"
#include "ui/common/theme.h"

#include <QSize>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace refrain::ui {

/// The command line of `refrain`, understood.
struct Options {
    QString profile;  ///< "default", or "practice" in practice mode, where none is given.
    std::optional<QUrl> backend;
    bool practice = false;
    QString screenshotDir;            ///< Not empty: save every screen there, then end.
    QSize screenshotSize{1280, 800};  ///< Of the window in the pictures.
    std::optional<Scheme> scheme;
    bool highContrast = false;              ///< Where a scheme is given.
    std::optional<console::DeepLink> link;  ///< To be opened.
    [[nodiscard]] QString linkText() const { return link ? link->toString() : QString(); }
    /// One console for each profile: another hands over what it was started for. Not where it is to take pictures.
    [[nodiscard]] bool isAlone() const { return screenshotDir.isEmpty(); }

    /// Help or version was asked for: print `answer` and end with code 0.
    bool isAnswer = false;
    QString answer;
};

/// `arguments` with the program's name first. An error names the option at fault; the exit code is then 2.
/// `themeOverride` is the environment's REFRAIN_THEME, for tests and screenshots.
[[nodiscard]] Result<Options> parseOptions(const QStringList& arguments, const QString& themeOverride);

/// True where help or version was asked for, which is printed then.
[[nodiscard]] bool isAnswered(const Result<Options>& options);

/// Whether the environment or the arguments name a display. Without one Qt would end the program with an abort.
[[nodiscard]] bool hasDisplay(const QStringList& arguments);

}  // namespace refrain::ui
