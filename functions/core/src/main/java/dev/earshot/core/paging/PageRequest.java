package dev.earshot.core.paging;

import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted.
 *
 * @param after where the page before ended; null for the first
 * @param limit the most items, 1 to 200
 */
public record PageRequest(@Nullable Cursor after, int limit) {

    /** The most items that a page can have. */
    public static final int LARGEST = 200;

    /** How many items a page has when nobody says. */
    public static final int USUAL = 50;

    public PageRequest {
        if (limit < 1 || limit > LARGEST) {
            throw new IllegalArgumentException("a page has 1 to 200 items");
        }
    }

    /** The first page of the usual size. */
    public static PageRequest first() {
        return new PageRequest(null, USUAL);
    }
}
