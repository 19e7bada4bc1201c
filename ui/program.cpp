#include "ui/program.h"

#include "ui/common/settings.h"
#include "ui/connect/welcomepage.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>

namespace refrain::ui {

Program::Program(Options options)
    : m_options(std::move(options)),
      m_appearance(m_options.scheme),
      m_settings(std::make_unique<Settings>(m_options.profile)),
      m_window(std::make_unique<MainWindow>(m_appearance.theme(), *m_settings))
{
}

Program::~Program() = default;

Result<> Program::start()
{
    connect(m_window.get(), &MainWindow::closed, qApp, &QApplication::quit);
    showWelcome();
    m_window->show();
    return {};
}

void Program::showWelcome(const QString& notice)
{
    auto* page = new WelcomePage(m_appearance.theme(), m_settings->lastBackend());
    page->setNotice(notice);
    m_window->showPage(page);
}

}  // namespace refrain::ui
