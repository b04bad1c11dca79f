package dev.earshot.core.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list, newest first.
 *
 * @param items at most as many as were asked for
 * @param next where the next page begins; null when this is the last
 */
public record Page<T>(List<T> items, @Nullable Cursor next) {

    public Page {
        items = List.copyOf(items);
    }

    /** A page of nothing, the last. */
    public static <T> Page<T> empty() {
        return new Page<>(List.of(), null);
    }

    /** The same page of other things. */
    public <R> Page<R> map(Function<T, R> to) {
        return new Page<>(items.stream().map(to).toList(), next);
    }
}
