package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.json.InvalidMember;
import dev.earshot.core.routing.Priority;
import dev.earshot.core.subscription.Addition;
import dev.earshot.core.subscription.SubscriptionRequest;
import dev.earshot.core.subscription.SubscriptionState;
import dev.earshot.core.subscription.SubscriptionView;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The use case over the emulated table and topic. */
class SubscriptionsTest {

    private static SubscriptionBench bench;

    @BeforeAll
    static void start() {
        bench = new SubscriptionBench();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @BeforeEach
    void fresh() {
        bench.fresh();
    }

    @Test
    void anAddressIsAskedAndGetsWhatItsFilterWants() {
        SubscriptionView asked = added("support", "email", "ada@example.com", "HIGH", List.of("mention"));
        assertEquals(SubscriptionState.PENDING, asked.state());
        bench.confirm("ada@example.com");
        assertEquals(SubscriptionState.CONFIRMED, only("support").state());
        bench.publish("support", "mention", Priority.NORMAL);
        bench.publish("support", "escalation", Priority.URGENT);
        bench.publish("product", "mention", Priority.URGENT);
        bench.publish("support", "mention", Priority.HIGH);
        bench.publish("support", "mention", Priority.URGENT);
        bench.awaitMails("ada@example.com", "support mention HIGH", "support mention URGENT");
    }

    @Test
    void aWebEndpointGetsWhatItsFilterWants() {
        assertEquals(
                SubscriptionState.PENDING,
                added("support", "http", bench.receiver.url(), null, List.of()).state());
        bench.receiver.confirm();
        bench.publish("product", "mention", Priority.URGENT);
        bench.publish("support", "digest", Priority.LOW);
        bench.receiver.await("support digest LOW");
        assertEquals(SubscriptionState.CONFIRMED, only("support").state());
    }

    @Test
    void aQueueIsSubscribedAtOnce() {
        assertEquals(
                SubscriptionState.CONFIRMED,
                added("support", "sqs", bench.queue, null, List.of()).state());
    }

    @Test
    void subscriptionsAtOneAddressAddUpAndNarrowAgain() {
        added("support", "email", "ada@example.com", "HIGH", List.of());
        bench.confirm("ada@example.com");
        SubscriptionView product = added("product", "email", "ada@example.com", null, List.of());
        assertEquals(SubscriptionState.CONFIRMED, product.state());
        bench.publish("support", "mention", Priority.LOW);
        bench.publish("product", "mention", Priority.LOW);
        bench.publish("support", "mention", Priority.HIGH);
        bench.awaitMails("ada@example.com", "product mention LOW", "support mention HIGH");
        assertTrue(bench.subscriptions.remove(bench.caller("product"), product.id()));
        bench.publish("product", "mention", Priority.URGENT);
        bench.publish("support", "mention", Priority.URGENT);
        bench.awaitMails("ada@example.com", "product mention LOW", "support mention HIGH", "support mention URGENT");
    }

    @Test
    void theLastOneRemovedUnsubscribes() {
        SubscriptionView one = added("support", "email", "ada@example.com", null, List.of());
        bench.confirm("ada@example.com");
        assertTrue(bench.subscriptions.remove(bench.caller("support"), one.id()));
        assertEquals(List.of(), bench.entries());
        assertEquals(List.of(), bench.items());
        assertFalse(bench.subscriptions.remove(bench.caller("support"), one.id()));
    }

    @Test
    void removedBeforeItWasConfirmedItStaysSilentUntilAddedAgain() {
        SubscriptionView one = added("support", "email", "ada@example.com", null, List.of());
        assertTrue(bench.subscriptions.remove(bench.caller("support"), one.id()));
        assertEquals(List.of(), bench.list("council", null));
        bench.confirm("ada@example.com");
        bench.publish("support", "mention", Priority.URGENT);
        assertEquals(
                SubscriptionState.CONFIRMED,
                added("support", "email", "ada@example.com", null, List.of()).state());
        bench.publish("support", "mention", Priority.HIGH);
        bench.awaitMails("ada@example.com", "support mention HIGH");
    }

    @Test
    void theSameTwiceIsTheSameOneAndAsksAgain() {
        SubscriptionView first = added("support", "email", "ada@example.com", null, List.of());
        assertEquals(first, added("support", "email", "ada@example.com", null, List.of()));
        assertEquals(1, bench.list("support", "support").size());
        assertEquals(2, bench.mails("ada@example.com").size());
    }

    @Test
    void whoUnsubscribedByTheLinkIsDroppedAndNotAskedAgain() {
        added("support", "email", "ada@example.com", null, List.of());
        SubscriptionView product = added("product", "email", "ada@example.com", "HIGH", List.of());
        bench.confirm("ada@example.com");
        bench.unsubscribe();
        int mails = bench.mails("ada@example.com").size();
        assertTrue(bench.subscriptions.remove(bench.caller("council"), product.id()));
        assertEquals(List.of(), bench.list("council", null));
        assertEquals(mails, bench.mails("ada@example.com").size());
        assertEquals(List.of(), bench.items());
    }

    @Test
    void whoUnsubscribedByTheLinkComesBackForWhatIsAskedThenAlone() {
        added("support", "email", "ada@example.com", null, List.of());
        bench.confirm("ada@example.com");
        bench.unsubscribe();
        assertEquals(
                SubscriptionState.PENDING,
                added("product", "email", "ada@example.com", null, List.of()).state());
        assertEquals(List.of(), bench.list("support", null));
    }

    @Test
    void listsDropWhatTheTopicForgot() {
        added("support", "email", "ada@example.com", null, List.of());
        bench.confirm("ada@example.com");
        bench.unsubscribe();
        assertEquals(List.of(), bench.list("support", "support"));
        assertEquals(List.of(), bench.items());
    }

    @Test
    void whoDiedBetweenTableAndTopicLeavesWhatCanBeListedRepeatedAndRemoved() {
        bench.diesAtTheTopic(() -> added("support", "email", "ada@example.com", null, List.of()));
        assertEquals(SubscriptionState.PENDING, only("support").state());
        SubscriptionView again = added("support", "email", "ada@example.com", null, List.of());
        assertEquals(1, bench.mails("ada@example.com").size());
        bench.loseReference(again.id());
        bench.confirm("ada@example.com");
        assertEquals(SubscriptionState.CONFIRMED, only("support").state());
        assertTrue(bench.subscriptions.remove(bench.caller("support"), again.id()));
        assertEquals(List.of(), bench.entries());
        assertEquals(List.of(), bench.items());
    }

    @Test
    void aRemovalThatDiedIsRepeated() {
        SubscriptionView one = added("support", "sqs", bench.queue, null, List.of());
        bench.diesAtTheTopic(() -> bench.subscriptions.remove(bench.caller("support"), one.id()));
        assertEquals(one.id(), only("support").id());
        assertTrue(bench.subscriptions.remove(bench.caller("support"), one.id()));
        assertEquals(List.of(), bench.entries());
    }

    @Test
    void whatNoFilterCanHoldIsRefusedBeforeAnythingIsWritten() {
        added("support", "email", "ada@example.com", "HIGH", List.of("mention"));
        List<?> before = bench.items();
        assertEquals("/filter", refused("product", "email", "ada@example.com", "URGENT", List.of("digest")));
        assertEquals(before, bench.items());
    }

    @Test
    void aDepartmentHasAHundredSubscriptions() {
        bench.fill("support", 100);
        List<?> before = bench.items();
        assertEquals("/department", refused("support", "email", "ada@example.com", null, List.of()));
        assertEquals(before, bench.items());
        added("product", "email", "ada@example.com", null, List.of());
        added("support", "email", "n0@example.com", null, List.of());
    }

    @ParameterizedTest(name = "[{0}] and {1}")
    @CsvSource({
        "support,   support, true",
        "support,   product, false",
        "listening, support, false",
        "council,   product, true",
        "council,   unknown, false",
        "unknown,   unknown, false"
    })
    void onlyADepartmentsPeopleAndTheCouncilSubscribeSeeAndRemove(String group, String department, boolean may) {
        Addition addition = bench.subscriptions.add(
                bench.caller(group), new SubscriptionRequest(department, "email", "ada@example.com", null));
        assertEquals(may, addition instanceof Addition.Added);
        if (department.equals("unknown")) {
            return;
        }
        SubscriptionView one = added(department, "email", "ada@example.com", null, List.of());
        assertEquals(may ? List.of(one.id()) : List.of(), ids(bench.list(group, department)));
        assertEquals(may ? List.of(one.id()) : List.of(), ids(bench.list(group, null)));
        assertEquals(may, bench.subscriptions.remove(bench.caller(group), one.id()));
        assertFalse(bench.subscriptions.remove(bench.caller("council"), "../" + one.id()));
    }

    @Test
    void aWebEndpointOfADepartmentsPeopleIsLeftAloneUntilTheCouncilApprovesIt() {
        SubscriptionView asked = awaiting("support", bench.receiver.url());
        assertEquals(SubscriptionState.PENDING, asked.state());
        assertEquals(SubscriptionView.WaitsFor.APPROVAL, asked.waitsFor());
        assertEquals(asked, awaiting("support", bench.receiver.url()), "asked again, it still waits");
        assertEquals(List.of(asked), bench.subscriptions.awaitingApproval(bench.caller("council")));
        assertEquals(List.of(), bench.subscriptions.awaitingApproval(bench.caller("support")));
        bench.publish("support", "mention", Priority.URGENT);
        assertEquals(List.of(), bench.entries(), "the topic does not know it, so nothing can reach it");
        assertTrue(bench.receiver.untouched());
        assertTrue(
                bench.subscriptions.approve(bench.caller("support"), asked.id()).isEmpty());
        assertEquals(List.of(), bench.entries());
        Addition approved =
                bench.subscriptions.approve(bench.caller("council"), asked.id()).orElseThrow();
        assertEquals(
                SubscriptionView.WaitsFor.CONFIRMATION,
                assertInstanceOf(Addition.Added.class, approved).subscription().waitsFor());
        bench.receiver.confirm();
        bench.publish("support", "digest", Priority.LOW);
        bench.receiver.await("support digest LOW");
        assertNull(only("support").waitsFor());
    }

    @Test
    void anApprovedEndpointServesWhatWasApprovedAndNoMore() {
        added("support", "http", bench.receiver.url(), null, List.of());
        bench.receiver.confirm();
        SubscriptionView product = awaiting("product", bench.receiver.url());
        assertEquals(SubscriptionState.PENDING, product.state());
        bench.publish("product", "mention", Priority.URGENT);
        bench.publish("support", "digest", Priority.LOW);
        bench.receiver.await("support digest LOW");
        assertTrue(bench.subscriptions.remove(bench.caller("council"), product.id()), "refused");
        assertEquals(1, bench.entries().size());
        assertTrue(bench.subscriptions
                .approve(bench.caller("council"), product.id())
                .isEmpty());
    }

    @Test
    void anApprovalThatDiedIsRepeated() {
        SubscriptionView asked = awaiting("support", bench.receiver.url());
        bench.diesAtTheTopic(() -> bench.subscriptions.approve(bench.caller("council"), asked.id()));
        bench.subscriptions.approve(bench.caller("council"), asked.id());
        bench.receiver.confirm();
        assertEquals(SubscriptionState.CONFIRMED, only("support").state());
    }

    @Test
    void mailGoesToTheDomainsThatAreAllowedAndToNoOthersAlsoForTheCouncil() {
        bench.fresh("Example.com, example.org");
        added("support", "email", "ada@EXAMPLE.com", null, List.of());
        added("support", "email", "ada@example.org", null, List.of());
        for (String strange : List.of("ada@example.net", "ada@sub.example.com", "ada@example.com.evil.net")) {
            assertEquals("/endpoint", refused("support", "email", strange, null, List.of()), strange);
            assertEquals(List.of(), bench.mails(strange));
        }
    }

    @Test
    void theAuditTrailSaysWhoSubscribedWhatAndNamesNoAddress() {
        SubscriptionView mail = added("support", "email", "ada@example.com", null, List.of());
        SubscriptionView web = awaiting("support", bench.receiver.url());
        bench.subscriptions.approve(bench.caller("council"), web.id());
        bench.subscriptions.remove(bench.caller("support"), mail.id());
        assertEquals(
                List.of(
                        "Ada SUBSCRIPTION_ADDED support by email at example.com",
                        "Ada SUBSCRIPTION_ADDED support by http at 127.0.0.1",
                        "Ada SUBSCRIPTION_APPROVED support by http at 127.0.0.1",
                        "Ada SUBSCRIPTION_REMOVED support by email at example.com"),
                bench.audited());
    }

    @Test
    void whoUnsubscribedByTheLinkStandsInTheAuditTrailAsNobodyOfOurs() {
        added("support", "email", "ada@example.com", null, List.of());
        bench.confirm("ada@example.com");
        bench.unsubscribe();
        bench.list("support", null);
        assertTrue(bench.audited().contains("earshot SUBSCRIPTION_ENDED support by email at example.com"));
    }

    /** What somebody of the department asks for. */
    private static SubscriptionView awaiting(String department, String endpoint) {
        Addition addition = bench.add(department, department, "http", endpoint, null, List.of());
        return assertInstanceOf(Addition.Added.class, addition).subscription();
    }

    private static List<String> ids(List<SubscriptionView> views) {
        return views.stream().map(SubscriptionView::id).toList();
    }

    private static SubscriptionView only(String department) {
        List<SubscriptionView> all = bench.list("council", department);
        assertEquals(1, all.size());
        return all.get(0);
    }

    private static SubscriptionView added(
            String department, String protocol, String endpoint, String minPriority, List<String> kinds) {
        Addition addition = bench.add(department, protocol, endpoint, minPriority, kinds);
        return assertInstanceOf(Addition.Added.class, addition).subscription();
    }

    private static String refused(
            String department, String protocol, String endpoint, String minPriority, List<String> kinds) {
        Addition addition = bench.add(department, protocol, endpoint, minPriority, kinds);
        List<InvalidMember> problems =
                assertInstanceOf(Addition.Invalid.class, addition).problems();
        assertEquals(1, Set.copyOf(problems).size());
        return problems.get(0).pointer();
    }
}
