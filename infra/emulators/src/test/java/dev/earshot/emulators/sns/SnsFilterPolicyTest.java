package dev.earshot.emulators.sns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;

class SnsFilterPolicyTest {

    private static SnsBench bench;

    @BeforeAll
    static void start() {
        bench = SnsBench.open();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"dept":["sales"]}                               | true
            {"dept":["support"]}                             | false
            {"dept":["support","sales"],"score":[5]}         | true
            {"score":[{"numeric":[">=",3,"<",10]}]}          | true
            {"score":[{"numeric":["<",3]}]}                  | false
            {"topics":["pricing"]}                           | true
            {"topics":["weather"]}                           | false
            {"dept":[{"anything-but":["sales"]}]}            | false
            {"dept":[{"prefix":"sa"}]}                       | true
            {"other":[{"exists":false}]}                     | true
            {"dept":[{"exists":false}]}                      | false
            {"$or":[{"dept":["x"]},{"score":[5]}]}           | true
            {}                                               | true
            """)
    void attributesDecide(String json, boolean wanted) {
        FilterPolicy policy = FilterPolicy.compile(json, FilterPolicy.Scope.MESSAGE_ATTRIBUTES);
        Map<String, MessageAttribute> attributes = Map.of(
                "dept", new MessageAttribute("dept", "String", "sales"),
                "score", new MessageAttribute("score", "Number", "5"),
                "topics", new MessageAttribute("topics", "String.Array", "[\"pricing\",\"launch\"]"),
                "blob", new MessageAttribute("blob", "Binary", "AAEC"));
        assertEquals(wanted, policy == null || policy.wants("body", attributes));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"mention":{"lang":["de"]}}   | {"mention":{"lang":"de"}}   | true
            {"mention":{"lang":["de"]}}   | {"mention":{"lang":"en"}}   | false
            {"tags":["b"]}                | {"tags":["a","b"]}          | true
            {"a":[1]}                     | not json                    | false
            {"a":[1]}                     | [1]                         | false
            {"a":[{"numeric":["=",1]}]}   | {"a":1e999999999}           | false
            """)
    void bodiesDecideWhenAsked(String json, String body, boolean wanted) {
        FilterPolicy policy = FilterPolicy.compile(json, FilterPolicy.Scope.MESSAGE_BODY);
        assertEquals(wanted, policy.wants(body, Map.of()));
    }

    @Test
    void aBodyNestedBeyondReasonIsNotWantedAndDoesNoHarm() {
        FilterPolicy policy = FilterPolicy.compile("{\"a\":[1]}", FilterPolicy.Scope.MESSAGE_BODY);
        String deep = "{\"a\":".repeat(20_000) + "1" + "}".repeat(20_000);
        assertFalse(policy.wants(deep, Map.of()));
    }

    @Test
    void onlyWantedMessagesAreDelivered() {
        String topic = bench.topic();
        bench.subscribeAndConfirm(
                topic, "email", "sales@example.com", Map.of("FilterPolicy", "{\"dept\":[\"sales\"]}"));
        publish(topic, "support");
        publish(topic, "sales");
        Mail mail = bench.mail("sales@example.com", 2);
        assertTrue(mail.text().startsWith("for sales"));
    }

    @Test
    void aFilterCanBeChangedAndTakenAway() {
        String topic = bench.topic();
        String arn = bench.subscribeAndConfirm(
                topic, "email", "change@example.com", Map.of("FilterPolicy", "{\"dept\":[\"sales\"]}"));
        set(arn, "FilterPolicy", "{\"dept\":[\"support\"]}");
        publish(topic, "sales");
        publish(topic, "support");
        assertTrue(bench.mail("change@example.com", 2).text().startsWith("for support"));
        set(arn, "FilterPolicy", "{}");
        publish(topic, "sales");
        assertTrue(bench.mail("change@example.com", 3).text().startsWith("for sales"));
    }

    @Test
    void fiveKeysAreTakenAndSixRefused() {
        assertAccepted(keys(5));
        assertRefused(keys(6), "more than 5 keys");
    }

    @Test
    void aHundredAndFiftyCombinationsAreTakenAndMoreRefused() {
        assertAccepted("{\"a\":" + values(15) + ",\"b\":" + values(10) + "}");
        assertRefused("{\"a\":" + values(15) + ",\"b\":" + values(11) + "}", "too complex");
    }

    @Test
    void alternativesAddUpWhereKeysMultiply() {
        // 3 x 6 + 3 x 4 x 4 + 3 x 4 x 7 is 150; one value more of the first key makes it 200.
        assertAccepted(alternatives(3));
        assertRefused(alternatives(4), "too complex");
    }

    @Test
    void aKeyCountsInEachAlternative() {
        assertAccepted("{\"$or\":[{\"a\":[1],\"b\":[1]},{\"a\":[2],\"b\":[2],\"c\":[2]}]}");
        assertRefused(
                "{\"$or\":[{\"a\":[1],\"b\":[1],\"c\":[1]},{\"a\":[2],\"b\":[2],\"c\":[2]}]}", "more than 5 keys");
    }

    private static String alternatives(int sources) {
        return "{\"source\":" + values(sources) + ",\"$or\":[{\"a\":" + values(6) + "},{\"b\":" + values(4)
                + ",\"$or\":[{\"c\":" + values(4) + "},{\"d\":" + values(7) + "}]}]}";
    }

    @Test
    void inBodiesOnlyLeavesAreKeysAndDepthMultiplies() {
        // 4 values on level 3, times 3 on level 2, times 2 on level 1, is 144; with one more on level 1 it is 216.
        FilterPolicy.compile(nested(2), FilterPolicy.Scope.MESSAGE_BODY);
        assertThrows(SnsError.class, () -> FilterPolicy.compile(nested(3), FilterPolicy.Scope.MESSAGE_BODY));
    }

    private static String nested(int onTop) {
        return "{\"a\":{\"b\":{\"c\":" + values(4) + "}},\"d\":{\"e\":" + values(3) + "},\"f\":" + values(onTop) + "}";
    }

    @Test
    void whatIsNoPolicyIsRefused() {
        assertRefused("nonsense", "failed to parse JSON");
        assertRefused("{\"a\":\"b\"}", "must be an object or an array");
        assertRefused("{\"a\":{\"b\":[1]}}", "does not support nested");
        assertRefused("{\"a\":[{\"unknown-operator\":1}]}", "FilterPolicy");
    }

    private static void publish(String topic, String department) {
        bench.sns.publish(r -> r.topicArn(topic)
                .message("for " + department)
                .messageAttributes(Map.of(
                        "dept",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue(department)
                                .build())));
    }

    private static void set(String arn, String name, String value) {
        bench.sns.setSubscriptionAttributes(
                r -> r.subscriptionArn(arn).attributeName(name).attributeValue(value));
    }

    private static void assertAccepted(String policy) {
        bench.subscribe(bench.topic(), "email", "limits@example.com", Map.of("FilterPolicy", policy));
    }

    private static void assertRefused(String policy, String reason) {
        InvalidParameterException refused = assertThrows(InvalidParameterException.class, () -> assertAccepted(policy));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    private static String keys(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"k" + i + "\":[1]").collect(Collectors.joining(",", "{", "}"));
    }

    private static String values(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).collect(Collectors.joining(",", "[", "]"));
    }
}
