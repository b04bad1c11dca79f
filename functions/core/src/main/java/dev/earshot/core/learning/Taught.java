package dev.earshot.core.learning;

import dev.earshot.core.mention.MentionId;
import java.time.Instant;
import java.util.List;

/**
 * What a person said of where a mention belongs; without its words, and without the person's name.
 *
 * @param department that the mention concerns, or not
 * @param by stands for the person, 1 to 128 characters
 * @param logits of the model that people correct, 1 to 64 numbers
 */
public record Taught(
        MentionId mention, String department, boolean belongs, String by, Instant at, List<Double> logits) {

    public Taught {
        logits = List.copyOf(logits);
        if (by.isEmpty() || by.length() > 128 || logits.isEmpty() || logits.size() > 64) {
            throw new IllegalArgumentException("a lesson is somebody's, and about 1 to 64 classes");
        }
    }
}
