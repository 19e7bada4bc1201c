#include "console/desk/slices.h"

#include <utility>

namespace refrain::console {

namespace {

/// Half a frame: the other half is for painting.
constexpr qint64 longestSlice = 6'000'000;

}  // namespace

Slices::Slices(QObject* parent) : QObject(parent), m_next(this)
{
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &Slices::go);
}

void Slices::add(Work work)
{
    if (m_waiting.empty() && !m_isWorking && m_spent < longestSlice)
        run(work);
    else
        m_waiting.push_back(std::move(work));
    if (!m_next.isActive())
        m_next.start();
}

void Slices::clear()
{
    m_waiting.clear();
}

void Slices::run(const Work& work)
{
    QElapsedTimer timer;
    timer.start();
    m_isWorking = true;
    work();
    m_isWorking = false;
    m_spent += timer.nsecsElapsed();
}

void Slices::go()
{
    m_spent = 0;
    while (!m_waiting.empty() && m_spent < longestSlice) {
        const Work work = std::move(m_waiting.front());
        m_waiting.pop_front();
        run(work);
    }
    if (m_waiting.empty())
        m_next.stop();
}

}  // namespace refrain::console
