package dev.earshot.inbox.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earshot.core.access.Caller;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerReaderTest {

    @Test
    void groupsAreFoundWhereverTheIssuerPutsThem() {
        assertEquals(Set.of("a", "b"), groups("groups", "{'groups': ['a', 'b']}"));
        assertEquals(Set.of("a"), groups("cognito:groups", "{'cognito:groups': ['a']}"));
        assertEquals(Set.of("a"), groups("realm_access/roles", "{'realm_access': {'roles': ['a']}}"));
        assertEquals(Set.of("a"), groups("https://example.com/groups", "{'https://example.com/groups': ['a']}"));
        assertEquals(Set.of("a", "b", "c"), groups("roles", "{'roles': 'a b,c'}"));
        assertEquals(Set.of(), groups("groups", "{}"));
        assertEquals(Set.of(), groups("groups", "{'groups': ['', ' ', null, {}]}"));
    }

    @Test
    void aPersonHasTheNameThatPeopleKnow() {
        assertEquals("Ada", name("{'name': 'Ada', 'email': 'a@example.com'}"));
        assertEquals("ada", name("{'name': ' ', 'preferred_username': 'ada'}"));
        assertEquals("ada", name("{'username': 'ada'}"));
        assertEquals("a@example.com", name("{'email': 'a@example.com'}"));
        assertEquals("u-1", name("{}"));
        assertEquals("A B", name("{'name': 'A\\u0000\\n B'}"));
    }

    @Test
    void aTokenThatNamesNobodyUsableIsRefused() {
        assertThrows(UnusableTokenException.class, () -> read("groups", "{'sub': ''}"));
        assertThrows(UnusableTokenException.class, () -> read("groups", "{'sub': '" + "x".repeat(257) + "'}"));
        assertThrows(UnusableTokenException.class, () -> new CallerReader("groups").read("no token"));
    }

    private static Set<String> groups(String claim, String claims) {
        return read(claim, claims).groups();
    }

    private static String name(String claims) {
        return read("groups", claims).name();
    }

    private static Caller read(String claim, String claims) {
        String json = claims.replace('\'', '"')
                .replaceFirst("^\\{(?!\"sub\")", "{\"sub\": \"u-1\", ")
                .replace(", }", "}");
        try {
            return new CallerReader(claim).of(new ObjectMapper().readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
