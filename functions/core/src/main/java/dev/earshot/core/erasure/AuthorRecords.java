package dev.earshot.core.erasure;

import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.learning.Taught;
import dev.earshot.core.mention.AuthorKey;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is held about authors. Outages throw. */
public interface AuthorRecords {

    /**
     * A page of all that is held about what an author said, heard last first; what was written a moment ago may be
     * missing.
     */
    Page<Held> of(AuthorKey author, PageRequest page);

    /**
     * All that is held about one mention.
     *
     * @param model which model the numbers come from that stand for its meaning; null when there are none
     * @param lessons what people taught by it
     * @param expiresAt when all of it goes
     */
    record Held(StoredMention stored, @Nullable String model, List<Taught> lessons, Instant expiresAt) {
        public Held {
            lessons = List.copyOf(lessons);
        }
    }
}
