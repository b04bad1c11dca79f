package dev.earshot.inbox.api;

import dev.earshot.core.paging.Cursor;
import dev.earshot.core.paging.PageRequest;
import dev.earshot.inbox.problem.Problem;
import dev.earshot.inbox.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads which page a caller wants. */
public final class Paging {

    private static final int LONGEST_NUMBER = 4;

    private Paging() {}

    /**
     * The page that the query asks for.
     *
     * @param cursor the {@code next} of the page before
     * @param limit 1 to 200; 50 when left out
     * @throws ProblemException when either makes no sense
     */
    public static PageRequest read(@Nullable String cursor, @Nullable String limit) {
        return new PageRequest(cursor == null || cursor.isEmpty() ? null : cursor(cursor), limit(limit));
    }

    private static Cursor cursor(String cursor) {
        return Cursor.parse(cursor)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(400, "cursor is the 'next' of the page before; leave it out for the first page.")));
    }

    private static int limit(@Nullable String limit) {
        if (limit == null || limit.isEmpty()) {
            return PageRequest.USUAL;
        }
        boolean number = limit.length() < LONGEST_NUMBER && limit.chars().allMatch(c -> c >= '0' && c <= '9');
        int asked = number ? Integer.parseInt(limit) : 0;
        if (asked < 1 || asked > PageRequest.LARGEST) {
            throw new ProblemException(Problem.of(400, "limit is a number from 1 to 200."));
        }
        return asked;
    }
}
