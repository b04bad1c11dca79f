package dev.earshot.inbox.layout;

import dev.earshot.core.access.Caller;
import java.util.List;
import java.util.Optional;

/**
 * What the frame around a page shows.
 *
 * @param title of the page
 * @param name of who is signed in
 * @param links where one can go from here
 */
public record Frame(String title, Optional<String> name, List<Link> links) {

    public Frame {
        links = List.copyOf(links);
    }

    /**
     * A link of the navigation.
     *
     * @param current whether it leads to where one is
     */
    public record Link(String path, String title, boolean current) {}

    /** The frame of a page that everybody sees. */
    public static Frame of(String title) {
        return new Frame(title, Optional.empty(), List.of());
    }

    /** The frame of one of the places. */
    public static Frame of(Place here, Caller caller) {
        return of(here.title(), here, caller);
    }

    /** The frame of a page that belongs to one of the places, such as a case to the inbox. */
    public static Frame of(String title, Place here, Caller caller) {
        List<Link> links = Place.of(caller).stream()
                .map(place -> new Link(place.path(), place.title(), place == here))
                .toList();
        return new Frame(title, Optional.of(caller.name()), links);
    }

    public String css() {
        return Assets.CSS.path();
    }

    public String htmx() {
        return Assets.HTMX.path();
    }

    public String script() {
        return Assets.SCRIPT.path();
    }

    public String icon() {
        return Assets.ICON.path();
    }
}
