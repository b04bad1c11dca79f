package dev.earshot.inbox.api;

import dev.earshot.core.paging.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list as every call of the API answers it.
 *
 * @param items newest first
 * @param next the {@code cursor} of the next page; null when this is the last
 */
public record Items<T>(List<T> items, @Nullable String next) {

    public Items {
        items = List.copyOf(items);
    }

    /** A page, each item as the API shows it. */
    public static <D, T> Items<T> of(Page<D> page, Function<D, T> view) {
        String next = page.next() == null ? null : page.next().value();
        return new Items<>(page.items().stream().map(view).toList(), next);
    }

    /** A short list, whole. */
    public static <T> Items<T> all(List<T> items) {
        return new Items<>(items, null);
    }
}
