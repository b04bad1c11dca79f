package dev.earshot.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ComprehendAccessTest {

    @Test
    void theUsersKeysGoToTheFunctionAndNothingElseOfTheirs() {
        assertEquals(
                Map.of("AWS_ACCESS_KEY_ID", "k", "AWS_SECRET_ACCESS_KEY", "s", "AWS_SESSION_TOKEN", "t"),
                ComprehendAccess.of(Map.of(
                        "AWS_ACCESS_KEY_ID", "k",
                        "AWS_SECRET_ACCESS_KEY", "s",
                        "AWS_SESSION_TOKEN", "t",
                        "AWS_REGION", "us-east-1",
                        "PATH", "/bin")));
    }

    @Test
    void lastingKeysHaveNoTokenAndMustNotGetThatOfEmulators() {
        assertEquals(
                "",
                ComprehendAccess.of(Map.of("AWS_ACCESS_KEY_ID", "k", "AWS_SECRET_ACCESS_KEY", "s"))
                        .get("AWS_SESSION_TOKEN"));
    }

    @Test
    void anEndpointNeedsNoKeys() {
        Map<String, String> endpoint = Map.of("AWS_ENDPOINT_URL_COMPREHEND", "http://127.0.0.1:1");
        assertEquals(endpoint, ComprehendAccess.of(endpoint));
    }

    @Test
    void withoutEitherItIsRefusedAndNoSecretIsRepeated() {
        String said = assertThrows(
                        RefusedException.class,
                        () -> ComprehendAccess.of(Map.of("AWS_SECRET_ACCESS_KEY", "very-secret")))
                .getMessage();
        assertTrue(said.contains("AWS_ENDPOINT_URL_COMPREHEND"), said);
        assertFalse(said.contains("very-secret"), said);
    }
}
