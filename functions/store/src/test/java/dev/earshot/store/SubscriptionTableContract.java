package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.mention.MentionId;
import dev.earshot.core.notice.Notice;
import dev.earshot.core.routing.Priority;
import dev.earshot.core.subscription.Address;
import dev.earshot.core.subscription.Filter;
import dev.earshot.core.subscription.Protocol;
import dev.earshot.core.subscription.StoredSubscription;
import dev.earshot.core.subscription.Subscription;
import dev.earshot.core.subscription.SubscriptionTable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** How subscriptions are kept and found. */
abstract class SubscriptionTableContract {

    private static final Address ADA = new Address(Protocol.EMAIL, "ada@example.com");

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
        table.add(one);
        table.add(other);
        StoredSubscription stored = new StoredSubscription(one, null, false);
        assertEquals(Optional.of(stored), table.find(one.id()));
        assertEquals(List.of(stored), table.ofDepartment("support"));
        assertEquals(Set.of(stored, new StoredSubscription(other, null, false)), Set.copyOf(table.at(ADA)));
        assertEquals(List.of(), table.at(new Address(Protocol.SQS, "ada@example.com")));
        assertTrue(table.find(wants("safety", ADA, "Ada").id()).isEmpty());
    }

    @Test
    void addedAgainItKeepsWhoCreatedItAndIsFresh() {
        Subscription first = wants("support", ADA, "Ada");
        table.add(first);
        table.refer(first.id(), "r1");
        table.end(first.id());
        table.add(wants("support", ADA, "Grace"));
        assertEquals(Optional.of(new StoredSubscription(first, null, false)), table.find(first.id()));
        assertEquals(1, table.ofDepartment("support").size());
    }

    @Test
    void whatIsEndingIsRemovedUnlessItWasAddedAgain() {
        Subscription one = wants("support", ADA, "Ada");
        table.add(one);
        table.remove(one);
        assertTrue(table.find(one.id()).isPresent());
        table.end(one.id());
        assertTrue(table.find(one.id()).orElseThrow().ending());
        table.add(one);
        table.remove(one);
        assertFalse(table.find(one.id()).orElseThrow().ending());
        table.end(one.id());
        table.remove(one);
        assertEquals(List.of(), dynamo.scan());
    }

    @Test
    void whatTheTopicForgotIsForgottenUnlessItIsReferredToAnew() {
        Subscription one = wants("support", ADA, "Ada");
        table.add(one);
        table.refer(one.id(), "r1");
        StoredSubscription seen = table.find(one.id()).orElseThrow();
        table.refer(one.id(), "r2");
        table.forget(seen);
        assertEquals("r2", table.find(one.id()).orElseThrow().reference());
        table.forget(table.find(one.id()).orElseThrow());
        assertEquals(List.of(), dynamo.scan());
    }

    @Test
    void nothingIsWrittenAboutWhatIsGone() {
        Subscription gone = wants("support", ADA, "Ada");
        table.refer(gone.id(), "r1");
        table.end(gone.id());
        table.remove(gone);
        table.forget(new StoredSubscription(gone, "r1", false));
        table.forget(new StoredSubscription(gone, null, false));
        assertEquals(List.of(), dynamo.scan());
    }

    @Test
    void listsLongerThanOneBatchAreWhole() {
        for (int i = 0; i < 130; i++) {
            table.add(wants("support", new Address(Protocol.EMAIL, "n" + i + "@example.com"), "Ada"));
        }
        assertEquals(130, Set.copyOf(table.ofDepartment("support")).size());
        assertNull(table.ofDepartment("support").get(0).reference());
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
