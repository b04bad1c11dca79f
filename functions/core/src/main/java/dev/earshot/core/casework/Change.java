package dev.earshot.core.casework;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.mention.AuthorKey;
import dev.earshot.core.routing.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What one analyzed mention changes of what is stored: computed here, written in one transaction by the store. */
public sealed interface Change {

    /** Nothing: this version, or a later one, is stored already. */
    record Nothing(StoredMention stored) implements Change {}

    /**
     * The mention is new, or this is a later version of it.
     *
     * @param before what is stored now; null when nothing is. The store refuses to write over anything else.
     * @param mention the version to keep, with its noise reason if it has one
     * @param decision what it was routed by
     * @param opened new cases, whose notices are to be published
     * @param followed cases that exist already and show the new version
     */
    record Write(
            @Nullable StoredMention before,
            AnalyzedMention mention,
            Decision decision,
            List<Case> opened,
            List<Case> followed)
            implements Change {
        public Write {
            opened = List.copyOf(opened);
            followed = List.copyOf(followed);
        }

        /** Stands for who said it; a deletion does not say, so what was stored before is kept. */
        public Optional<AuthorKey> author() {
            return AuthorKey.of(mention.mention())
                    .or(() -> Optional.ofNullable(before).map(StoredMention::author));
        }

        /** Whether the mention was never stored before. */
        public boolean first() {
            return before == null;
        }
    }

    /** The change that {@code heard} makes. */
    static Change of(@Nullable StoredMention stored, AnalyzedMention heard, Decision decision, Instant now) {
        if (stored != null && !heard.mention().supersedes(stored.mention().mention())) {
            return new Nothing(stored);
        }
        List<Case> before = stored == null ? List.of() : stored.cases();
        List<Case> followed = before.stream().map(c -> c.follow(heard, now)).toList();
        List<Case> opened = assignments(decision).stream()
                .filter(assignment -> before.stream().noneMatch(c -> c.department()
                        .equals(assignment.department().id())))
                .map(assignment -> Case.opened(heard, assignment, now))
                .toList();
        return new Write(stored, labelled(heard, decision), decision, opened, followed);
    }

    private static List<Decision.Assignment> assignments(Decision decision) {
        return decision instanceof Decision.Routed routed ? routed.assignments() : List.of();
    }

    private static AnalyzedMention labelled(AnalyzedMention heard, Decision decision) {
        return decision instanceof Decision.Noise noise && heard.analysis() != null
                ? new AnalyzedMention(heard.mention(), heard.analysis().asNoise(noise.reason()), heard.embedding())
                : heard;
    }
}
