package dev.earshot.core.learning;

import dev.earshot.core.analysis.Embedding;
import dev.earshot.core.mention.MentionId;
import java.time.Instant;
import java.util.List;

/** Where lessons are kept. Outages throw. */
public interface TaughtStore {

    /**
     * Keeps a lesson, in place of an earlier one about the same mention and department.
     *
     * @param heardAt when the mention was last heard of: the lesson goes with it
     */
    void keep(Taught taught, Instant heardAt);

    /** Whether it is known what a mention means. */
    boolean means(MentionId mention);

    /**
     * The newest lessons whose mentions still mean something, newest first; those of erased and deleted ones are
     * forgotten.
     *
     * @param most how many, at least 1
     */
    List<Meant> newest(int most);

    /** A lesson with what its mention means. */
    record Meant(Taught taught, Embedding embedding) {}
}
