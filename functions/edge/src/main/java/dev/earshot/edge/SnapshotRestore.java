package dev.earshot.edge;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/** What a function does again when Lambda SnapStart restores it, hours or days after it was started. */
public final class SnapshotRestore {

    /** The runtime keeps weak references only. */
    private static final List<Resource> REGISTERED = new CopyOnWriteArrayList<>();

    private SnapshotRestore() {}

    /** Runs an action after every restore. */
    public static void afterwards(Runnable action) {
        Resource resource = new Resource() {
            @Override
            public void beforeCheckpoint(Context<? extends Resource> context) {
                // Nothing that must not be in a snapshot is held.
            }

            @Override
            public void afterRestore(Context<? extends Resource> context) {
                action.run();
            }
        };
        REGISTERED.add(resource);
        Core.getGlobalContext().register(resource);
    }
}
