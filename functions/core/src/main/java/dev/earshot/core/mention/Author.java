package dev.earshot.core.mention;

import org.jspecify.annotations.Nullable;

/**
 * Who said it, as far as the platform tells; at least one of the three is there.
 *
 * @param id the platform's own id, the key for erasing an author's words; at most 256 characters
 * @param handle the name that is used to address the author, without {@code @}; at most 256 characters
 * @param name the name shown; at most 256 characters
 */
public record Author(
        @Nullable String id,
        @Nullable String handle,
        @Nullable String name) {

    private static final int LONGEST = 256;

    public Author {
        id = tidy(id);
        handle = tidy(handle);
        name = tidy(name);
        if (id == null && handle == null && name == null) {
            throw new IllegalArgumentException("an author has an id, a handle or a name");
        }
    }

    /** The author, or null when the platform gives nothing at all. */
    public static @Nullable Author ofNullable(@Nullable String id, @Nullable String handle, @Nullable String name) {
        boolean nothing = tidy(id) == null && tidy(handle) == null && tidy(name) == null;
        return nothing ? null : new Author(id, handle, name);
    }

    /** What people call the author: the name, else the handle, else the id. */
    public String shown() {
        if (name != null) {
            return name;
        }
        return handle != null ? handle : String.valueOf(id);
    }

    private static @Nullable String tidy(@Nullable String value) {
        String line = value == null ? "" : Text.line(value, LONGEST);
        return line.isEmpty() ? null : line;
    }
}
