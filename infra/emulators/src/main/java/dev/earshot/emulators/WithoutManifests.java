package dev.earshot.emulators;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;

/**
 * All classes and resources of its parent, but no jar's manifest.
 *
 * <p>Pekko reads every manifest on the class path when it starts, only to warn if its own jars differ in version. That
 * checks the signatures of signed jars too, and was a quarter of its start.
 */
final class WithoutManifests extends ClassLoader {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    WithoutManifests(ClassLoader parent) {
        super("earshot-sqs", parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals(MANIFEST) ? Collections.emptyEnumeration() : super.getResources(name);
    }
}
