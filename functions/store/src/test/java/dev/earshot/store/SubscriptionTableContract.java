package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.notice.Notice;
import dev.earshot.core.paging.PageRequest;
import dev.earshot.core.routing.Priority;
import dev.earshot.core.subscription.Address;
import dev.earshot.core.subscription.Filter;
import dev.earshot.core.subscription.Protocol;
import dev.earshot.core.subscription.StoredSubscription;
import dev.earshot.core.subscription.Subscription;
import dev.earshot.core.subscription.SubscriptionTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How subscriptions are kept and found. */
abstract class SubscriptionTableContract {

    private static final Address ADA = new Address(Protocol.EMAIL, "ada@example.com");

    private static final AuditEntry AUDIT = Said.audited("a subscription");

    private TestTable dynamo;
    private SubscriptionTable table;

    protected abstract DynamoDbClient client();

    @BeforeEach
    void newTable() {
        dynamo = new TestTable(client());
        table = new DynamoSubscriptions(client(), dynamo.settings.name());
    }

    @Test
    void whatWasAddedIsFoundByIdByDepartmentAndByAddress() {
        Subscription one = wants("support", ADA, "Ada");
        Subscription other = wants("product", ADA, "Ada");
        table.add(one, true, AUDIT);
        table.add(other, true, AUDIT);
        StoredSubscription stored = new StoredSubscription(one, null, false, false);
        assertEquals(Optional.of(stored), table.find(one.id()));
        assertEquals(List.of(stored), table.ofDepartment("support"));
        assertEquals(Set.of(stored, new StoredSubscription(other, null, false, false)), Set.copyOf(table.at(ADA)));
        assertEquals(List.of(), table.at(new Address(Protocol.SQS, "ada@example.com")));
        assertTrue(table.find(wants("safety", ADA, "Ada").id()).isEmpty());
    }

    @Test
    void addedAgainItKeepsWhoCreatedItAndIsFresh() {
        Subscription first = wants("support", ADA, "Ada");
        table.add(first, true, AUDIT);
        table.refer(first.id(), "r1");
        table.end(first.id());
        table.add(wants("support", ADA, "Grace"), true, AUDIT);
        assertEquals(Optional.of(new StoredSubscription(first, null, false, false)), table.find(first.id()));
        assertEquals(1, table.ofDepartment("support").size());
    }

    @Test
    void whatIsEndingIsRemovedUnlessItWasAddedAgain() {
        Subscription one = wants("support", ADA, "Ada");
        table.add(one, true, AUDIT);
        table.remove(one, AUDIT);
        assertTrue(table.find(one.id()).isPresent());
        table.end(one.id());
        assertTrue(table.find(one.id()).orElseThrow().ending());
        table.add(one, true, AUDIT);
        table.remove(one, AUDIT);
        assertFalse(table.find(one.id()).orElseThrow().ending());
        table.end(one.id());
        table.remove(one, AUDIT);
        assertEquals(List.of(), kept());
    }

    @Test
    void whatTheTopicForgotIsForgottenUnlessItIsReferredToAnew() {
        Subscription one = wants("support", ADA, "Ada");
        table.add(one, true, AUDIT);
        table.refer(one.id(), "r1");
        StoredSubscription seen = table.find(one.id()).orElseThrow();
        table.refer(one.id(), "r2");
        table.forget(seen, AUDIT);
        assertEquals("r2", table.find(one.id()).orElseThrow().reference());
        table.forget(table.find(one.id()).orElseThrow(), AUDIT);
        assertEquals(List.of(), kept());
    }

    @Test
    void nothingIsWrittenAboutWhatIsGone() {
        Subscription gone = wants("support", ADA, "Ada");
        table.refer(gone.id(), "r1");
        table.end(gone.id());
        table.remove(gone, AUDIT);
        table.forget(new StoredSubscription(gone, "r1", false, false), AUDIT);
        table.forget(new StoredSubscription(gone, null, false, false), AUDIT);
        assertEquals(List.of(), kept());
    }

    @Test
    void listsLongerThanOneBatchAreWhole() {
        for (int i = 0; i < 130; i++) {
            table.add(wants("support", new Address(Protocol.EMAIL, "n" + i + "@example.com"), "Ada"), true, AUDIT);
        }
        assertEquals(130, Set.copyOf(table.ofDepartment("support")).size());
        assertNull(table.ofDepartment("support").get(0).reference());
    }

    @Test
    void whatAwaitsApprovalKeepsAwaitingUntilItIsApproved() {
        Subscription one = wants("support", ADA, "Ada");
        table.add(one, false, AUDIT);
        table.add(one, false, AUDIT);
        assertTrue(table.find(one.id()).orElseThrow().awaiting());
        assertFalse(table.find(one.id()).orElseThrow().wanted());
        table.approve(one.id(), Said.audited("approved"));
        table.add(one, false, AUDIT);
        assertTrue(table.find(one.id()).orElseThrow().wanted(), "approved once, it stays so");
        table.approve(one.id(), Said.audited("approved again"));
        table.approve(wants("product", ADA, "Ada").id(), Said.audited("approved what is gone"));
        assertEquals(Set.of("a subscription", "approved"), audited(), "what changed nothing is not written down");
    }

    @Test
    void whatTheCouncilAddsIsApprovedAndWhatWasEndingAwaitsAnew() {
        Subscription one = wants("support", ADA, "Ada");
        table.add(one, false, AUDIT);
        table.add(one, true, AUDIT);
        assertTrue(table.find(one.id()).orElseThrow().wanted());
        table.end(one.id());
        table.add(one, false, AUDIT);
        assertTrue(table.find(one.id()).orElseThrow().awaiting());
        table.end(one.id());
        table.approve(one.id(), Said.audited("approved"));
        assertTrue(table.find(one.id()).orElseThrow().ending());
        table.remove(one, Said.audited("removed"));
        assertEquals(Set.of("a subscription", "removed"), audited());
    }

    /** All but the audit trail. */
    private List<Map<String, AttributeValue>> kept() {
        return dynamo.scan().stream()
                .filter(item -> !item.get(Keys.PK).s().startsWith("AUDIT#"))
                .toList();
    }

    private Set<String> audited() {
        return new DynamoAuditLog(client(), dynamo.settings.name())
                .entries(Said.NOON, Said.NOON.plusSeconds(1), PageRequest.first()).items().stream()
                        .map(AuditEntry::item)
                        .collect(Collectors.toSet());
    }

    private static Subscription wants(String department, Address address, String by) {
        return new Subscription(
                "s_" + MentionId.fingerprint(department + address.endpoint()),
                department,
                address.protocol(),
                address.endpoint(),
                new Filter(Set.of(Notice.Kind.MENTION, Notice.Kind.DIGEST), Priority.HIGH),
                by,
                Said.NOON);
    }
}
