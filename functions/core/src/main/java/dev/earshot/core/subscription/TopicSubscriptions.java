package dev.earshot.core.subscription;

import java.util.Map;
import java.util.Optional;

/** The topic's own list of who gets what: one entry per address. Outages throw. */
public interface TopicSubscriptions {

    /**
     * Makes the topic deliver to an address what a policy wants, and nothing else. A new address is asked to confirm, one
     * that has not confirmed is asked again.
     */
    Placement place(Address address, FilterPolicy policy);

    /** Whether an entry delivers; empty when the topic does not know it, or knows it no more. */
    Optional<SubscriptionState> state(String reference);

    /** All entries by address; one of a moment ago may be missing. Addresses of other kinds are left out. */
    Map<Address, SubscriptionState> states();

    /**
     * Ends an entry. One that has not confirmed cannot be ended: it wants nothing from then on, and the topic forgets it
     * after two days.
     */
    void remove(String reference);

    /** What came of placing. */
    sealed interface Placement {

        /** The topic has it under this reference. */
        record Placed(String reference) implements Placement {}

        /** The topic does not take it, and will not when asked again; the reason is for people. */
        record Declined(String reason) implements Placement {}
    }
}
