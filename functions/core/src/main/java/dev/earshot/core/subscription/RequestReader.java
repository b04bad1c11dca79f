package dev.earshot.core.subscription;

import dev.earshot.core.json.InvalidMember;
import dev.earshot.core.notice.Notice;
import dev.earshot.core.routing.Priority;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one request and notes all that is wrong with it, not only the first. */
final class RequestReader {

    private static final Set<String> TO_COME = Set.of("webhook", "slack", "teams", "ses");

    private final EndpointPolicy policy;
    private final List<InvalidMember> problems = new ArrayList<>();

    RequestReader(EndpointPolicy policy) {
        this.policy = policy;
    }

    /** What is wrong; empty when the request was in order. */
    List<InvalidMember> problems() {
        return List.copyOf(problems);
    }

    /**
     * Reads a request.
     *
     * @param known which departments there are for the caller
     * @return empty when something is wrong
     */
    Optional<Wish> read(SubscriptionRequest request, Predicate<String> known) {
        String department = department(request.department(), known);
        Protocol protocol = protocol(request.protocol());
        String endpoint = endpoint(protocol, request.endpoint());
        Filter filter = filter(request.filter());
        if (department == null || protocol == null || endpoint == null || !problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Wish(department, protocol, endpoint, filter));
    }

    private @Nullable String department(@Nullable String given, Predicate<String> known) {
        if (given == null || !known.test(given)) {
            note("/department", "the id of one of your departments");
            return null;
        }
        return given;
    }

    private @Nullable Protocol protocol(@Nullable String given) {
        if (given != null && TO_COME.contains(given)) {
            note("/protocol", "is not offered by this version: use email, https or sqs");
            return null;
        }
        Optional<Protocol> named = given == null ? Optional.empty() : Protocol.named(given);
        if (named.isEmpty()) {
            note(
                    "/protocol",
                    "one of email, https and sqs" + (policy.allowPrivateAddresses() ? ", here also http" : ""));
        } else if (named.get() == Protocol.HTTP && !policy.allowPrivateAddresses()) {
            note("/protocol", "http is for local development only: use https");
            return null;
        }
        return named.orElse(null);
    }

    private @Nullable String endpoint(@Nullable Protocol protocol, @Nullable String given) {
        if (given == null) {
            note("/endpoint", "is missing");
            return null;
        }
        if (protocol != null) {
            EndpointRules.problem(protocol, given, policy).ifPresent(rule -> note("/endpoint", rule));
        }
        return given;
    }

    private Filter filter(SubscriptionRequest.@Nullable FilterRequest given) {
        if (given == null) {
            return Filter.ALL;
        }
        return new Filter(kinds(given.kinds()), priority(given.minPriority()));
    }

    private Set<Notice.Kind> kinds(@Nullable List<@Nullable String> given) {
        Set<Notice.Kind> kinds = EnumSet.noneOf(Notice.Kind.class);
        for (int i = 0; given != null && i < given.size(); i++) {
            String word = given.get(i);
            Optional<Notice.Kind> kind = Arrays.stream(Notice.Kind.values())
                    .filter(k -> k.word().equals(word))
                    .findAny();
            if (kind.isEmpty()) {
                note("/filter/kinds/" + i, "one of mention, escalation, programme and digest");
                break;
            }
            kinds.add(kind.get());
        }
        return kinds;
    }

    private @Nullable Priority priority(@Nullable String given) {
        Optional<Priority> priority =
                Stream.of(Priority.values()).filter(p -> p.name().equals(given)).findAny();
        if (given != null && priority.isEmpty()) {
            note("/filter/minPriority", "one of URGENT, HIGH, NORMAL and LOW, or null for all");
        }
        return priority.orElse(null);
    }

    private void note(String pointer, String detail) {
        problems.add(new InvalidMember(pointer, detail));
    }
}
