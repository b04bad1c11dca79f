package dev.earshot.emulators;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the embedded servers from writing on the console of whoever started them. */
final class Quiet {

    /** Held here because java.util.logging holds its loggers weakly and would forget their level. */
    private static final List<Logger> LOGGERS = List.of(
            Logger.getLogger("org.elasticmq"),
            Logger.getLogger("org.apache.pekko"),
            Logger.getLogger("org.eclipse.jetty"),
            Logger.getLogger("software.amazon.dynamodb"),
            Logger.getLogger("com.almworks.sqlite4java"));

    private Quiet() {}

    /** To be called before the first class of an embedded server is touched. */
    static void please() {
        LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
        // SLF4J otherwise announces on stderr that it found no provider; a chosen value is left alone.
        if (System.getProperty("slf4j.internal.verbosity") == null) {
            System.setProperty("slf4j.internal.verbosity", "ERROR");
        }
    }
}
