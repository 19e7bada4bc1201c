#pragma once

#include "console/desk/deskstatus.h"

namespace refrain::ui {

/// What the status line shows of long work.
struct ProgressView {
    QString text;          ///< Empty: nothing is under way.
    int thousandths = -1;  ///< -1: its size is not known.
    QString action;        ///< A verb; empty: there is nothing to do about it.
    friend bool operator==(const ProgressView&, const ProgressView&) = default;
};

/// "First sync: 3 400 of 10 200 · 850 a second · 8 s left", with the means to stop it and to go on.
[[nodiscard]] ProgressView progressView(const console::LoadProgress& progress, Millis now);

}  // namespace refrain::ui
