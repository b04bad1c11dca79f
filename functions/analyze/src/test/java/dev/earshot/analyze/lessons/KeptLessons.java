package dev.earshot.analyze.lessons;

import dev.earshot.core.analysis.Embedding;
import dev.earshot.core.learning.Taught;
import dev.earshot.core.learning.TaughtStore;
import dev.earshot.core.mention.MentionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lessons in memory. */
final class KeptLessons implements TaughtStore {

    final Map<MentionId, Embedding> embeddings = new HashMap<>();
    final Map<String, Taught> kept = new HashMap<>();
    final List<Instant> heardAt = new ArrayList<>();
    Runnable beforeReading = () -> {};

    @Override
    public void keep(Taught taught, Instant heard) {
        kept.put(taught.department() + taught.mention(), taught);
        heardAt.add(heard);
    }

    @Override
    public boolean means(MentionId mention) {
        return embeddings.containsKey(mention);
    }

    @Override
    public List<Meant> newest(int most) {
        List<Meant> newest = kept.values().stream()
                .sorted(Comparator.comparing(Taught::at).reversed())
                .limit(most)
                .map(taught -> new Meant(taught, embeddings.get(taught.mention())))
                .toList();
        beforeReading.run();
        return newest;
    }
}
