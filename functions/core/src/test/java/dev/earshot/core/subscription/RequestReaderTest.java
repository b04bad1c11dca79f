package dev.earshot.core.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.json.InvalidMember;
import dev.earshot.core.notice.Notice;
import dev.earshot.core.routing.Priority;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestReaderTest {

    @ParameterizedTest
    @CsvSource({
        "email, a@example.com",
        "https, https://example.com/hooks?x=1",
        "https, https://example.com:8443/",
        "https, https://93.184.216.34/",
        "https, https://[2606:4700::1111]/",
        "sqs, arn:aws:sqs:eu-central-1:123456789012:notices",
        "sqs, arn:aws-us-gov:sqs:us-gov-west-1:123456789012:notices"
    })
    void whatIsInOrderIsRead(String protocol, String endpoint) {
        assertEquals(List.of(), problems(false, protocol, endpoint));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "/relative",
                "http://example.com/",
                "HTTPS://example.com/",
                "https:example.com",
                "https:///path",
                "https://user:secret@example.com/",
                "https://@example.com/",
                "https://example.com/#part",
                "https://example.com:0/",
                "https://example.com:65536/",
                "https://exa mple.com/",
                "https://example.com/\r\nHost: other",
                "https://ex\u00E4mple.com/",
                "https://example.com/\u202E",
                "javascript:alert(1)",
                "https://localhost/",
                "https://LOCALHOST./",
                "https://api.localhost/",
                "https://intranet/",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://0177.0.0.1/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0.0.0.0/",
                "https://10.0.0.1/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[fe80::1%25eth0]/",
                "https://[fd00::1]/"
            })
    void aUrlThatIsNotOfTheInternetIsRefused(String url) {
        assertEquals(List.of("/endpoint"), pointers(problems(false, "https", url)));
    }

    @Test
    void aUrlIsBoundedInLength() {
        String url = "https://example.com/" + "a".repeat(2_028);
        assertEquals(List.of(), problems(false, "https", url));
        assertEquals(List.of("/endpoint"), pointers(problems(false, "https", url + "a")));
    }

    @Test
    void wherePrivateAddressesAreAllowedSoIsHttp() {
        assertEquals(List.of(), problems(true, "http", "http://127.0.0.1:9000/notices"));
        assertEquals(List.of(), problems(true, "https", "https://localhost/"));
        assertEquals(List.of("/endpoint"), pointers(problems(true, "http", "http://a:b@127.0.0.1/")));
        assertEquals(List.of("/protocol"), pointers(problems(false, "http", "http://example.com/")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody",
                "a@b@example.com",
                "a@example.com\r\nBcc: b@example.com",
                "a@example.com,b@example.com",
                "a@ex\u202Eample.com",
                "<a@example.com>",
                "a\u0000@example.com"
            })
    void whatIsNoAddressIsRefused(String address) {
        assertEquals(List.of("/endpoint"), pointers(problems(false, "email", address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sqs.eu-central-1.amazonaws.com/123456789012/notices",
                "arn:aws:sqs:eu-central-1:123456789012:notices.fifo",
                "arn:aws:sns:eu-central-1:123456789012:notices",
                "arn:aws:sqs:eu-central-1:12:notices"
            })
    void whatIsNoStandardQueueIsRefused(String arn) {
        assertEquals(List.of("/endpoint"), pointers(problems(false, "sqs", arn)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook", "slack", "teams", "ses"})
    void whatIsToComeIsNamedAsSuch(String protocol) {
        assertTrue(problems(false, protocol, "https://example.com/")
                .get(0)
                .detail()
                .contains("this version"));
    }

    @Test
    void allThatIsWrongIsToldAtOnceAndNothingIsRepeated() {
        RequestReader reader = new RequestReader(EndpointPolicy.of(false, ""));
        SubscriptionRequest.FilterRequest filter =
                new SubscriptionRequest.FilterRequest(Arrays.asList("mention", null), "secret");
        assertTrue(reader.read(new SubscriptionRequest("secret", "secret", null, filter), id -> false)
                .isEmpty());
        assertEquals(
                List.of("/department", "/protocol", "/endpoint", "/filter/kinds/1", "/filter/minPriority"),
                pointers(reader.problems()));
        assertFalse(reader.problems().toString().contains("secret"));
    }

    @Test
    void theFilterIsRead() {
        SubscriptionRequest.FilterRequest filter =
                new SubscriptionRequest.FilterRequest(List.of("escalation", "mention", "mention"), "HIGH");
        Wish wish = new RequestReader(EndpointPolicy.of(false, ""))
                .read(new SubscriptionRequest("support", "email", "a@example.com", filter), id -> true)
                .orElseThrow();
        assertEquals(new Filter(Set.of(Notice.Kind.MENTION, Notice.Kind.ESCALATION), Priority.HIGH), wish.filter());
    }

    private static List<InvalidMember> problems(boolean allowPrivate, String protocol, String endpoint) {
        RequestReader reader = new RequestReader(EndpointPolicy.of(allowPrivate, ""));
        boolean read = reader.read(new SubscriptionRequest("support", protocol, endpoint, null), id -> true)
                .isPresent();
        assertEquals(read, reader.problems().isEmpty());
        return reader.problems();
    }

    private static List<String> pointers(List<InvalidMember> problems) {
        return problems.stream().map(InvalidMember::pointer).toList();
    }
}
