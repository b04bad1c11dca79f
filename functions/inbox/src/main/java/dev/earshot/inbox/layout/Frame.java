package dev.earshot.inbox.layout;

import java.util.Optional;

/**
 * What the frame around a page shows.
 *
 * @param title of the page
 * @param name of who is signed in
 */
public record Frame(String title, Optional<String> name) {

    /** The frame of a page that everybody sees. */
    public static Frame of(String title) {
        return new Frame(title, Optional.empty());
    }

    /** The frame of a page of somebody who is signed in. */
    public static Frame of(String title, String name) {
        return new Frame(title, Optional.of(name));
    }

    public String css() {
        return Assets.CSS.path();
    }

    public String htmx() {
        return Assets.HTMX.path();
    }

    public String icon() {
        return Assets.ICON.path();
    }
}
