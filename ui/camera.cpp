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

Camera::Camera(Appearance& appearance, MainWindow& window, QString folder, QSize size)
    : m_appearance(appearance), m_window(window), m_folder(std::move(folder)), m_size(size)
{
    // Long enough for lists and details to come in.
    m_pause.setInterval(1200);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Camera::take);
}

void Camera::beginWithPage(const QString& name)
{
    m_shots = {{name, -1, false}, {name, -1, true}};
    prepare();
}

void Camera::begin()
{
    if (!m_shots.isEmpty())
        return;
    for (const bool dark : {false, true}) {
        for (int screen = 0; screen < m_window.screens().size(); ++screen)
            m_shots << Shot{m_window.screens().at(screen)->name(), screen, dark};
    }
    prepare();
}

void Camera::prepare()
{
    const Shot& shot = m_shots.constFirst();
    m_appearance.setScheme(shot.dark ? Scheme::Dark : Scheme::Light);
    m_window.resize(m_size);
    if (shot.screen >= 0) {
        m_window.showScreen(shot.screen);
        if (auto* list = qobject_cast<QAbstractItemView*>(m_window.currentScreen()->mainPane());
            list && list->model()->rowCount() > 1)
            list->setCurrentIndex(list->model()->index(1, 0));
    }
    m_pause.start();
}

void Camera::take()
{
    const Shot shot = m_shots.takeFirst();
    const QString path = QStringLiteral("%1/%2-%3.png")
                             .arg(m_folder, shot.name, shot.dark ? QStringLiteral("dark") : QStringLiteral("light"));
    QDir().mkpath(m_folder);
    if (!m_window.grab().save(path)) {
        std::fprintf(stderr, "refrain: the picture %s could not be saved\n", qPrintable(path));
        QCoreApplication::exit(1);
    } else if (!m_shots.isEmpty()) {
        prepare();
    } else if (shot.screen < 0) {
        emit pageTaken();
    } else {
        QCoreApplication::exit(0);
    }
}

}  // namespace refrain::ui
