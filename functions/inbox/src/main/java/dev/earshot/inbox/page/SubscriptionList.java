package dev.earshot.inbox.page;

import dev.earshot.core.notice.Notice;
import dev.earshot.core.routing.Priority;
import dev.earshot.core.subscription.Filter;
import dev.earshot.core.subscription.SubscriptionState;
import dev.earshot.core.subscription.SubscriptionView;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who gets the notices of the reader's departments.
 *
 * @param departments those that one can subscribe to
 * @param form what was sent and not taken; empty at first
 */
record SubscriptionList(List<Row> rows, List<CaseFilterForm.Option> departments, Form form) {

    /**
     * A subscription.
     *
     * @param state whether it delivers, else what is missing
     */
    record Row(
            String id,
            String department,
            String protocol,
            String endpoint,
            String filter,
            String state,
            boolean confirmed,
            String createdBy,
            String created) {

        /** @param names departments' names by id */
        static Row of(SubscriptionView view, Map<String, String> names) {
            return new Row(
                    view.id(),
                    names.getOrDefault(view.department(), view.department()),
                    view.protocol().word(),
                    Shown.words(view.endpoint()),
                    words(view.filter()),
                    state(view.waitsFor()),
                    view.state() == SubscriptionState.CONFIRMED,
                    view.createdBy(),
                    Shown.time(view.createdAt()));
        }

        private static String state(SubscriptionView.@Nullable WaitsFor missing) {
            if (missing == null) {
                return "Confirmed";
            }
            return switch (missing) {
                case APPROVAL -> "Waits for the council's approval";
                case CONFIRMATION -> "Waits to be confirmed";
            };
        }

        private static String words(Filter filter) {
            String kinds = filter.kinds().isEmpty()
                    ? "everything"
                    : filter.kinds().stream().map(Notice.Kind::word).collect(Collectors.joining(", "));
            Priority least = filter.minPriority();
            return least == null ? kinds : kinds + ", from priority " + Shown.word(least) + " up";
        }
    }

    /** The form as it was sent. */
    record Form(String protocol, String endpoint, List<String> kinds, String minPriority, FormErrors errors) {

        static final Form EMPTY = new Form("email", "", List.of(), "", FormErrors.NONE);

        Form {
            kinds = List.copyOf(kinds);
        }
    }

    public List<CaseFilterForm.Option> protocols() {
        return Stream.of(
                        new CaseCard.Choice("email", "E-mail"),
                        new CaseCard.Choice("https", "Webhook (https)"),
                        new CaseCard.Choice("sqs", "Queue (Amazon SQS)"))
                .map(one -> new CaseFilterForm.Option(
                        one.id(), one.name(), one.id().equals(form.protocol())))
                .toList();
    }

    public List<CaseFilterForm.Option> kinds() {
        return Stream.of(Notice.Kind.values())
                .map(one -> new CaseFilterForm.Option(
                        one.word(), Shown.word(one), form.kinds().contains(one.word())))
                .toList();
    }

    public List<CaseFilterForm.Option> priorities() {
        return Stream.of(Priority.values())
                .map(one -> new CaseFilterForm.Option(
                        one.name(), Shown.word(one), one.name().equals(form.minPriority())))
                .toList();
    }
}
