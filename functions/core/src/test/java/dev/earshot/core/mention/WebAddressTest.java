package dev.earshot.core.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebAddressTest {

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "https://a.example/t/1, HTTPS://A.Example:443/t/1",
        "https://a.example/t/1, https://a.example/t/1/",
        "https://a.example/t/1, https://a.example/t/1#comment-7",
        "https://a.example/t/1, https://a.example/t/1?utm_source=x&UTM_Medium=y&fbclid=1&gclid=2",
        "https://a.example/t?id=1, https://a.example/t?id=1&utm_campaign",
        "https://a.example, https://a.example/",
        "http://[2001:db8::1]:80/x, http://[2001:DB8::1]/x"
    })
    void theseLeadToTheSameWords(String one, String other) {
        assertEquals(WebAddress.same(one), WebAddress.same(other));
        assertEquals(WebAddress.same(one), WebAddress.same(WebAddress.same(one)), "the form is its own");
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "https://a.example/t/1, https://a.example/T/1",
        "https://a.example/t/1, https://b.example/t/1",
        "https://a.example/t?id=1, https://a.example/t?id=2",
        "https://a.example/t/1, https://a.example:8443/t/1",
        "https://a.example/%2F, https://a.example/"
    })
    void theseMayLeadToOthers(String one, String other) {
        assertNotEquals(WebAddress.same(one), WebAddress.same(other));
    }
}
