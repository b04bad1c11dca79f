package dev.earshot.edge;

import org.jboss.logging.Logger;

/**
 * Makes a first call while a function starts, so that classes are loaded and connections tried before anybody waits; with
 * SnapStart that is before the snapshot is taken.
 */
public final class Priming {

    private static final Logger LOG = Logger.getLogger(Priming.class);

    private Priming() {}

    /** Makes the call; that it fails is no reason not to start. */
    public static void with(Runnable firstCall) {
        try {
            firstCall.run();
        } catch (RuntimeException e) {
            LOG.infof("started without priming: %s", e.getMessage());
        }
    }
}
