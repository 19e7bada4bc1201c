#pragma once

class QScrollArea;
class QWidget;

namespace refrain::ui {

/// `content` in a page that scrolls down where there is too little height for it, without a frame or a focus of its
/// own.
[[nodiscard]] QScrollArea* scrolled(QWidget* content, QWidget* parent);

}  // namespace refrain::ui
