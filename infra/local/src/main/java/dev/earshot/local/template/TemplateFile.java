package dev.earshot.local.template;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A template's file and how it was reached.
 *
 * @param path absolute and normal
 * @param prefix what precedes its logical ids: {@code Nested.} per level
 * @param ancestors the templates that lead here, the root first; empty for the root
 */
record TemplateFile(Path path, String prefix, List<Path> ancestors) {

    static TemplateFile root(Path path) {
        return new TemplateFile(path.toAbsolutePath().normalize(), "", List.of());
    }

    /** The file of a nested stack. */
    TemplateFile nested(String id, String location, Position at) {
        if (location.contains("://")) {
            throw at.error(location + " is not on this machine, name a file relative to this template");
        }
        List<Path> all = new ArrayList<>(ancestors);
        all.add(path);
        Path child = resolve(location, at);
        if (all.contains(child)) {
            throw at.error("circular reference: " + location + " includes itself, break the circle");
        }
        return new TemplateFile(child, prefix + id + ".", List.copyOf(all));
    }

    /** A path that the template names, relative to its own folder. */
    Path resolve(String location, Position at) {
        try {
            return path.resolveSibling(location).normalize();
        } catch (InvalidPathException e) {
            throw at.error("not a path: " + e.getReason());
        }
    }

    /** Its name in messages: relative to the root template's folder. */
    String shownAs() {
        Path root = ancestors.isEmpty() ? path : ancestors.get(0);
        Path folder = root.getParent();
        return (folder == null ? path : folder.relativize(path)).toString();
    }
}
