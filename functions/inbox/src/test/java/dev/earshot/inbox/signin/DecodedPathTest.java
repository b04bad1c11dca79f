package dev.earshot.inbox.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecodedPathTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/api/cases?limit=1&x=%2F /api/cases?limit=1&x=%2F",
                "/api/authors/s/acct:ada@example.com /api/authors/s/acct:ada@example.com",
                "'/api/authors/s/Ada Lovelace' /api/authors/s/Ada%20Lovelace",
                "/api/authors/s/größe /api/authors/s/gr%C3%B6%C3%9Fe",
                "/100% /100%25",
                "/100%2 /100%252",
                "/a%2Fb /a%2Fb",
                "/<script>|^`{} /%3Cscript%3E%7C%5E%60%7B%7D"
            })
    void whatNoPathCanHoldIsEncodedAndAllElseStays(String decoded, String escaped) {
        assertEquals(escaped, DecodedPath.escaped(decoded));
        assertEquals(escaped, DecodedPath.escaped(escaped), "once is enough");
    }
}
