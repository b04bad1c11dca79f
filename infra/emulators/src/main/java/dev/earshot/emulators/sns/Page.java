package dev.earshot.emulators.sns;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hundred of a list, and where the next hundred begins. */
record Page<T>(List<T> items, @Nullable String nextToken) {

    private static final int SIZE = 100;

    static <T> Page<T> of(List<T> all, @Nullable String token) {
        int from = start(token, all.size());
        int to = Math.min(all.size(), from + SIZE);
        return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
    }

    private static int start(@Nullable String token, int size) {
        if (token == null) {
            return 0;
        }
        if (!token.matches("[0-9]{1,9}")) {
            throw SnsError.invalidParameter("NextToken");
        }
        return Math.min(size, Integer.parseInt(token));
    }
}
