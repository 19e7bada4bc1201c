#include "ui/camera.h"

#include "ui/common/appearance.h"
#include "ui/common/screen.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractItemView>
#include <QCoreApplication>
#include <QDir>
#include <QPixmap>

#include <cstdio>

namespace refrain::ui {

Camera::Camera(Appearance& appearance, MainWindow& window, QString folder)
    : m_appearance(appearance), m_window(window), m_folder(std::move(folder))
{
    // Long enough for lists and details to come in.
    m_pause.setInterval(1200);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Camera::take);
}

void Camera::begin()
{
    if (!m_shots.isEmpty())
        return;
    QDir().mkpath(m_folder);
    for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
        for (const bool dark : {false, true}) {
            for (int screen = 0; screen < m_window.screens().size(); ++screen)
                m_shots << Shot{screen, dark, size};
        }
    }
    prepare();
}

void Camera::prepare()
{
    const Shot& shot = m_shots.constFirst();
    m_appearance.setScheme(shot.dark ? Scheme::Dark : Scheme::Light);
    m_window.resize(shot.size);
    m_window.showScreen(shot.screen);
    if (auto* list = qobject_cast<QAbstractItemView*>(m_window.currentScreen()->mainPane());
        list && !list->currentIndex().isValid() && list->model()->rowCount() > 1)
        list->setCurrentIndex(list->model()->index(1, 0));
    m_pause.start();
}

void Camera::take()
{
    const Shot shot = m_shots.takeFirst();
    const QString path = QStringLiteral("%1/%2-%3-%4x%5.png")
                             .arg(m_folder, m_window.screens().at(shot.screen)->name(),
                                  shot.dark ? QStringLiteral("dark") : QStringLiteral("light"))
                             .arg(shot.size.width())
                             .arg(shot.size.height());
    if (!m_window.grab().save(path)) {
        std::fprintf(stderr, "refrain: the picture %s could not be saved\n", qPrintable(path));
        QCoreApplication::exit(1);
        return;
    }
    if (m_shots.isEmpty())
        QCoreApplication::exit(0);
    else
        prepare();
}

}  // namespace refrain::ui
