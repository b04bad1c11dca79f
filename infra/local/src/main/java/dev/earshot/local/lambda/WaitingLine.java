package dev.earshot.local.lambda;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The invocations that no process has taken yet, oldest first. */
final class WaitingLine {

    private final Deque<Invocation> waiting = new ArrayDeque<>();

    synchronized void add(Invocation invocation) {
        waiting.addLast(invocation);
        notifyAll();
    }

    /** Returns to the front what a process took but never received. */
    synchronized void putBack(Invocation invocation) {
        waiting.addFirst(invocation);
        notifyAll();
    }

    /**
     * Waits for the next invocation.
     *
     * @param alive whether the process that asks still lives: nothing is handed to the dead
     * @throws InterruptedException when the process, or all of it, ends first
     */
    synchronized Invocation take(BooleanSupplier alive) throws InterruptedException {
        while (waiting.isEmpty()) {
            wait();
        }
        if (!alive.getAsBoolean()) {
            throw new InterruptedException("the process ended while it waited");
        }
        return waiting.removeFirst();
    }

    /** Whether no process has taken it yet. */
    synchronized boolean contains(Invocation invocation) {
        return waiting.contains(invocation);
    }

    /** Removes everything that waits, to be ended by the caller. */
    synchronized List<Invocation> drain() {
        List<Invocation> drained = List.copyOf(waiting);
        waiting.clear();
        return drained;
    }
}
