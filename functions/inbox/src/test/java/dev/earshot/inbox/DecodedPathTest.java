package dev.earshot.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodedPathTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "/api/authors/s/acct:ada@example.com > /api/authors/s/acct:ada@example.com",
                "/api/authors/s/Ada Lovelace > /api/authors/s/Ada%20Lovelace",
                "/api/authors/s/größe > /api/authors/s/gr%C3%B6%C3%9Fe",
                "/100% > /100%25",
                "/a%2Fb > /a%252Fb",
                "/a?b#c > /a%3Fb%23c",
                "/<script|^`{} > /%3Cscript%7C%5E%60%7B%7D"
            })
    void whatNoPathCanHoldIsEncodedAndIsReadAsItWas(String decoded, String encoded) {
        assertEquals(encoded, DecodedPath.encoded(decoded));
        assertEquals(decoded, URI.create(encoded).getPath());
    }
}
