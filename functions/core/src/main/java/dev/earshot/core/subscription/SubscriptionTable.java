package dev.earshot.core.subscription;

import dev.earshot.core.audit.AuditEntry;
import java.util.List;
import java.util.Optional;

/** Where subscriptions are kept. Reads see every write before them. Outages throw. */
public interface SubscriptionTable {

    /**
     * Writes a subscription down, with its entry of the audit trail. One that is there keeps who created it and when,
     * whether it awaits approval unless {@code approved}, is no longer ending, and has no reference until the topic is
     * asked again.
     *
     * @param approved whether the council need not look at it; one that is new or was ending awaits approval otherwise
     */
    void add(Subscription subscription, boolean approved, AuditEntry entry);

    /** Lets one that awaits approval be delivered; nothing happens when it is gone, ending or was approved before. */
    void approve(String id, AuditEntry entry);

    /** The subscription of an id. */
    Optional<StoredSubscription> find(String id);

    /** All subscriptions to a department, in no order. */
    List<StoredSubscription> ofDepartment(String department);

    /** All subscriptions at an address, of whatever department, in no order. */
    List<StoredSubscription> at(Address address);

    /** Notes what the topic calls it; nothing happens when it is gone. */
    void refer(String id, String reference);

    /** Marks it as ending; nothing happens when it is gone. */
    void end(String id);

    /** Removes it, unless somebody added it again since it was ending. */
    void remove(Subscription subscription, AuditEntry entry);

    /** Removes what the topic knows no more, unless its reference is another by now. */
    void forget(StoredSubscription seen, AuditEntry entry);
}
