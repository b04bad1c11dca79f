package dev.earshot.inbox.cases;

import dev.earshot.core.access.Caller;
import dev.earshot.core.casework.Case;
import dev.earshot.core.paging.Cursor;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The use case: people look for cases. Lists are kept by department and status; what narrows further is told by reading
 * at most {@link #MOST_READ} cases for one page, from whose end one can search further.
 */
public final class CaseSearch {

    /** How many cases a page has at most. */
    public static final int PAGE = 25;

    /** How many cases are read for one page at most. */
    public static final int MOST_READ = 1_000;

    private final Casework casework;
    private final Clock clock;

    public CaseSearch(Casework casework, Clock clock) {
        this.casework = casework;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param cases those opened last first
     * @param next where to go on; empty when there is no more
     * @param read how many cases were read
     * @param back when the last of those was opened; empty when none was read
     */
    public record Found(List<Case> cases, Optional<Cursor> next, int read, Optional<Instant> back) {
        public Found {
            cases = List.copyOf(cases);
        }
    }

    /**
     * A page of the cases that the caller may read.
     *
     * @param after where the page before ended; null for the first
     */
    public Found find(Caller caller, CaseFilter filter, @Nullable Cursor after) {
        if (!filter.narrows()) {
            Page<Case> page = page(caller, filter, after, PAGE);
            return new Found(
                    page.items(), Optional.ofNullable(page.next()), page.items().size(), Optional.empty());
        }
        return search(caller, filter, after, new Reading(filter, filter.oldest(clock.instant()), PAGE), MOST_READ);
    }

    /**
     * The newest of the cases that the caller may read, for a sheet.
     *
     * @param most how many cases are read, and so found, at most
     */
    public Found many(Caller caller, CaseFilter filter, int most) {
        return search(caller, filter, null, new Reading(filter, filter.oldest(clock.instant()), most), most);
    }

    private Found search(Caller caller, CaseFilter filter, @Nullable Cursor after, Reading reading, int most) {
        Cursor behind =
                after != null ? after : filter.before().map(Cursor::before).orElse(null);
        do {
            Page<Case> page = page(caller, filter, behind, PageRequest.LARGEST);
            behind = page.next();
            if (reading.ends(page)) {
                return reading.found();
            }
        } while (behind != null && reading.read < most);
        return reading.found(Optional.ofNullable(behind));
    }

    private Page<Case> page(Caller caller, CaseFilter filter, @Nullable Cursor behind, int limit) {
        return casework.list(
                caller, filter.department().orElse(null), filter.statuses(), new PageRequest(behind, limit));
    }

    /** One search, as far as it got. */
    private static final class Reading {

        private final CaseFilter filter;
        private final Instant oldest;
        private final int size;
        private final List<Case> cases = new ArrayList<>();
        private @Nullable Cursor full;
        private @Nullable Instant back;
        private int read;

        Reading(CaseFilter filter, Instant oldest, int size) {
            this.filter = filter;
            this.oldest = oldest;
            this.size = size;
        }

        /** Takes what matches; true when the page is full, or all further cases are too old. */
        boolean ends(Page<Case> page) {
            for (Case one : page.items()) {
                if (one.openedAt().isBefore(oldest)) {
                    return true;
                }
                read++;
                back = one.openedAt();
                if (filter.matches(one)) {
                    cases.add(one);
                }
                if (cases.size() == size) {
                    full = Cursor.of(one.openedAt(), one.mentionId(), one.department());
                    return true;
                }
            }
            return false;
        }

        Found found() {
            return found(Optional.ofNullable(full));
        }

        Found found(Optional<Cursor> next) {
            return new Found(cases, next, read, Optional.ofNullable(back));
        }
    }
}
