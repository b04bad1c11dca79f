package dev.earshot.inbox.cases;

import dev.earshot.core.analysis.Sentiment;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseMark;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.casework.Outcome;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.routing.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which cases somebody wants to see. All that is given must hold.
 *
 * @param department whose
 * @param show where they stand; all when it is asked for what happened to them or came of them
 * @param happened what became of them
 * @param source the name of the source, whatever its case
 * @param from the first day (UTC) on which they were opened
 * @param to the last such day
 * @param words all of which stand in the beginning of what was said; at most 200 characters
 */
public record CaseFilter(
        Optional<String> department,
        Show show,
        Optional<Happened> happened,
        Optional<String> source,
        Optional<Mood> sentiment,
        Optional<Priority> priority,
        Optional<Outcome.Kind> outcome,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        String words) {

    private static final Duration SEARCHED = Duration.ofDays(30);
    private static final Pattern SPACE = Pattern.compile("\\s++");
    private static final int LONGEST_WORDS = 200;

    public CaseFilter {
        words = words.strip();
        words = words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
        show = happened.isPresent() || outcome.isPresent() ? Show.ALL : show;
    }

    /** Where the cases stand that are shown. */
    public enum Show {
        OPEN(CaseStatus.OPEN),
        CLOSED(CaseStatus.CLOSED),
        ALL(Set.of(CaseStatus.values()));

        @SuppressWarnings("ImmutableEnumChecker") // Every one of the sets cannot be changed.
        private final Set<CaseStatus> statuses;

        Show(Set<CaseStatus> statuses) {
            this.statuses = statuses;
        }
    }

    /** What became of cases, as figures count it. */
    public enum Happened {
        /** Somebody of their department took them; they may be closed by now. */
        ACKNOWLEDGED(EnumSet.of(CaseStatus.ACKNOWLEDGED, CaseStatus.RESOLVED, CaseStatus.DISMISSED)),
        RESOLVED(EnumSet.of(CaseStatus.RESOLVED)),
        DISMISSED(EnumSet.of(CaseStatus.DISMISSED)),
        /** Their department closed them, with an outcome or without. */
        FINISHED(EnumSet.of(CaseStatus.RESOLVED, CaseStatus.DISMISSED)),
        REROUTED(EnumSet.of(CaseStatus.REROUTED)),
        /** A person moved them, gave them to a department, or said that they were not theirs. */
        CORRECTED(EnumSet.allOf(CaseStatus.class)),
        /** Employees told of them. */
        REPORTED(EnumSet.allOf(CaseStatus.class));

        @SuppressWarnings("ImmutableEnumChecker") // Nobody changes it.
        private final Set<CaseStatus> statuses;

        Happened(Set<CaseStatus> statuses) {
            this.statuses = statuses;
        }
    }

    /** How cases sound. */
    public enum Mood {
        POSITIVE,
        NEGATIVE,
        NEUTRAL,
        MIXED,
        /** Nobody could tell. */
        NONE;

        boolean fits(@Nullable Sentiment sentiment) {
            return name().equals(sentiment == null ? NONE.name() : sentiment.name());
        }
    }

    /** The statuses to read: what has an outcome is resolved. */
    Collection<CaseStatus> statuses() {
        if (outcome.isPresent()) {
            return Set.of(CaseStatus.RESOLVED);
        }
        return happened.map(what -> what.statuses).orElse(show.statuses);
    }

    /** Whether cases must be read to tell which are shown; the lists that are kept tell it otherwise. */
    public boolean narrows() {
        return more() || !words.isEmpty();
    }

    /** Whether it asks for more than a department, where cases stand, and words. */
    public boolean more() {
        return happened.isPresent()
                || source.isPresent()
                || sentiment.isPresent()
                || priority.isPresent()
                || outcome.isPresent()
                || from.isPresent()
                || to.isPresent();
    }

    /** Opened before then no case is looked at: words are looked for in the last 30 days, unless a day is given. */
    Instant oldest(Instant now) {
        return from.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                .orElseGet(() -> words.isEmpty() ? Instant.EPOCH : now.minus(SEARCHED));
    }

    /** Cases opened before then are looked at; empty for all. */
    Optional<Instant> before() {
        return to.map(day -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /** Whether a case, whose day and status are right, is shown. */
    boolean matches(Case one) {
        return source.map(name -> name.equalsIgnoreCase(one.mention().source())).orElse(true)
                && sentiment.map(kind -> kind.fits(one.mention().sentiment())).orElse(true)
                && priority.map(kind -> kind == one.priority()).orElse(true)
                && outcome.map(kind -> one.outcome() != null && one.outcome().kind() == kind)
                        .orElse(true)
                && happened.map(what -> what.statuses.contains(one.status()) && happened(what, one))
                        .orElse(true)
                && said(one);
    }

    /** What was given by hand is counted where it had been before, which is no department. */
    private boolean happened(Happened what, Case one) {
        return switch (what) {
            case CORRECTED -> one.marks().contains(CaseMark.CORRECTED) || (department.isEmpty() && one.givenByHand());
            case REPORTED ->
                one.marks().contains(CaseMark.REPORTED)
                        || one.mention().source().equals(Source.EMPLOYEES);
            default -> true;
        };
    }

    private boolean said(Case one) {
        String excerpt = one.mention().excerpt();
        String said = excerpt == null ? "" : excerpt.toLowerCase(Locale.ROOT);
        return parts().stream().allMatch(said::contains);
    }

    private List<String> parts() {
        return words.isEmpty() ? List.of() : Arrays.asList(SPACE.split(words.toLowerCase(Locale.ROOT)));
    }
}
