package dev.earshot.emulators.http;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes numbered threads that do not keep the JVM alive. */
public final class DaemonThreads implements ThreadFactory {

    private final String name;
    private final AtomicInteger number = new AtomicInteger();

    /** Makes threads that are called {@code name-1}, {@code name-2} and so on. */
    public DaemonThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable task) {
        Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
