package dev.earshot.core.mention;

import org.jspecify.annotations.Nullable;

/**
 * Who said it, as far as the platform tells; at least one of the three is there.
 *
 * @param id the platform's own id, the key for erasing an author's words; at most 256 characters
 * @param handle the name that is used to address the author, without {@code @}; at most 256 characters
 * @param name the name shown; at most 256 characters
 * @param kind what sort of account it is, as far as is known
 */
public record Author(
        @Nullable String id,
        @Nullable String handle,
        @Nullable String name,
        Kind kind) {

    private static final int LONGEST = 256;

    /** What sort of account speaks. */
    public enum Kind {
        /** Somebody, or nothing is known. */
        PERSON,
        /** A machine, as the platform says. */
        BOT,
        /** The company itself, as its source's {@code ownAccounts} say. */
        OWN
    }

    public Author {
        id = tidy(id);
        handle = tidy(handle);
        name = tidy(name);
        if (id == null && handle == null && name == null) {
            throw new IllegalArgumentException("an author has an id, a handle or a name");
        }
        kind = orPerson(kind);
    }

    /** Somebody. */
    public Author(@Nullable String id, @Nullable String handle, @Nullable String name) {
        this(id, handle, name, Kind.PERSON);
    }

    /** The same author, known to be of this kind. */
    public Author of(Kind known) {
        return new Author(id, handle, name, known);
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

    private static Kind orPerson(@Nullable Kind kind) {
        return kind == null ? Kind.PERSON : kind;
    }

    private static @Nullable String tidy(@Nullable String value) {
        String line = value == null ? "" : Text.line(value, LONGEST);
        return line.isEmpty() ? null : line;
    }
}
