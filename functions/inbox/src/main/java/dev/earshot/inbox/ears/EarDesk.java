package dev.earshot.inbox.ears;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.audit.AuditEntry.Action;
import dev.earshot.core.audit.Auditor;
import dev.earshot.core.ears.EarPlace;
import dev.earshot.core.ears.EarRegister;
import dev.earshot.core.ears.Ears;
import dev.earshot.core.ears.LinkCounter;
import dev.earshot.core.ears.LinkStore;
import dev.earshot.core.ears.LinkTally;
import dev.earshot.core.ears.LinkedHosts;
import dev.earshot.core.json.InvalidMemberException;
import dev.earshot.core.routing.Department;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The use case: employees say where they listen; who is of a department, of the listening team or of the council sees who
 * listens where, and which places their mentions link to where nobody does.
 */
public final class EarDesk {

    private static final int DAYS = 7;
    private static final int MOST_SUGGESTIONS = 10;

    private final EarRegister register;
    private final LinkStore links;
    private final Supplier<List<Department>> departments;
    private final Auditor auditor;
    private final Clock clock;

    public EarDesk(
            EarRegister register,
            LinkStore links,
            Supplier<List<Department>> departments,
            Auditor auditor,
            Clock clock) {
        this.register = register;
        this.links = links;
        this.departments = departments;
        this.auditor = auditor;
        this.clock = clock;
    }

    /** Where the caller listens. */
    public Optional<Ears> own(Caller caller) {
        return register.of(caller.subject());
    }

    /** Writes down where the caller listens, in place of what they said before. */
    public Ears put(Caller caller, List<EarPlace> places) {
        if (places.size() > Ears.MOST_PLACES) {
            throw new InvalidMemberException("/places", "at most 20 places");
        }
        Instant now = clock.instant();
        Ears ears = new Ears(
                caller.subject(),
                caller.name(),
                ids().filter(caller.groups()::contains).toList(),
                places,
                now);
        register.put(ears, entry(caller, now, places.size() + " places"));
        return ears;
    }

    /** Forgets where the caller listens. */
    public void remove(Caller caller) {
        if (own(caller).isPresent()) {
            register.remove(caller.subject(), entry(caller, clock.instant(), "removed"));
        }
    }

    /** Who listens where, those who said so last first; nobody for whom it does not concern. */
    public List<Ears> all(Caller caller) {
        return concerns(caller)
                ? register.all().stream()
                        .sorted(Comparator.comparing(Ears::updatedAt).reversed().thenComparing(Ears::subject))
                        .toList()
                : List.of();
    }

    /**
     * Hosts that a department's mentions of the last 7 days linked to, where neither a source nor anybody listens.
     *
     * @param department an id, or {@link LinkCounter#UNROUTED}
     * @param mentions how many mentions linked there, at least
     */
    public record Suggestion(String department, String host, long mentions) {}

    /** What is suggested to the departments whose mentions the caller may read, most often linked first. */
    public List<Suggestion> suggestions(Caller caller) {
        List<String> readable = Stream.concat(
                        Access.departments(caller, ids().toList()).stream(),
                        Access.aside(caller) ? Stream.of(LinkCounter.UNROUTED) : Stream.empty())
                .toList();
        if (readable.isEmpty()) {
            return List.of();
        }
        Map<String, LinkTally> week = week();
        Set<String> heard = Stream.concat(
                        week.values().stream().flatMap(tally -> tally.heardAt().stream()),
                        register.all().stream()
                                .flatMap(one -> one.places().stream())
                                .map(EarPlace::host))
                .collect(Collectors.toSet());
        return readable.stream()
                .flatMap(id -> unheard(id, week.getOrDefault(id, LinkTally.NONE), heard))
                .toList();
    }

    private static Stream<Suggestion> unheard(String department, LinkTally tally, Set<String> heard) {
        return tally.linked().entrySet().stream()
                .filter(entry -> heard.stream().noneMatch(place -> LinkedHosts.within(entry.getKey(), place)))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_SUGGESTIONS)
                .map(entry -> new Suggestion(department, entry.getKey(), entry.getValue()));
    }

    private Map<String, LinkTally> week() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<String, LinkTally> week = new LinkedHashMap<>();
        for (int day = 0; day < DAYS; day++) {
            links.of(today.minusDays(day)).forEach((who, tally) -> week.merge(who, tally, LinkTally::and));
        }
        return week;
    }

    private boolean concerns(Caller caller) {
        return Access.aside(caller) || ids().anyMatch(id -> Access.department(caller, id));
    }

    private Stream<String> ids() {
        return departments.get().stream().map(Department::id);
    }

    private AuditEntry entry(Caller caller, Instant now, String change) {
        return auditor.entry(now, caller, Action.EARS_CHANGED, caller.subject(), change);
    }
}
