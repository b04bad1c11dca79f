package dev.earshot.local.cloud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEndpointTest {

    @Test
    void withoutTheVariableThereIsNone() {
        assertEquals(Optional.empty(), CloudEndpoint.in(Map.of()));
        assertEquals(Optional.empty(), CloudEndpoint.in(Map.of("AWS_ENDPOINT_URL", " ")));
    }

    @Test
    void regionAndCredentialsAreTheEnvironmentsAndReachTheFunctions() {
        Map<String, String> given = Map.of(
                "AWS_ENDPOINT_URL", "http://localhost:4566/",
                "AWS_REGION", "us-west-2",
                "AWS_DEFAULT_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "111122223333",
                "AWS_SECRET_ACCESS_KEY", "secret",
                "AWS_SESSION_TOKEN", "token");
        CloudEndpoint endpoint = CloudEndpoint.in(given).orElseThrow();
        assertEquals(URI.create("http://localhost:4566"), endpoint.uri());
        assertEquals(
                Map.of(
                        "AWS_ENDPOINT_URL", "http://localhost:4566",
                        "AWS_REGION", "us-west-2",
                        "AWS_DEFAULT_REGION", "us-west-2",
                        "AWS_ACCESS_KEY_ID", "111122223333",
                        "AWS_SECRET_ACCESS_KEY", "secret",
                        "AWS_SESSION_TOKEN", "token"),
                endpoint.environment());
        assertFalse(endpoint.toString().contains("secret"), endpoint.toString());
    }

    @Test
    void withoutThemTheyAreMadeUp() {
        CloudEndpoint endpoint = CloudEndpoint.in(Map.of("AWS_ENDPOINT_URL", "http://localhost:4566"))
                .orElseThrow();
        assertEquals("eu-central-1", endpoint.region());
        assertEquals("test", endpoint.credentials().accessKeyId());
        assertFalse(endpoint.environment().containsKey("AWS_SESSION_TOKEN"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sqs.eu-central-1.amazonaws.com",
                "https://SNS.US-EAST-1.AMAZONAWS.COM.",
                "https://amazonaws.com:443",
                "https://sqs.cn-north-1.amazonaws.com.cn",
                "https://sqs.eu-central-1.api.aws",
                "https://vpce-0a1b2c3d.sqs.eu-central-1.vpce.amazonaws.com",
            })
    void awsItselfIsRefused(String address) {
        String said = refusal(address);
        assertTrue(said.startsWith("AWS_ENDPOINT_URL: the local cloud does not run on AWS itself"), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:4566",
                "4566",
                "ftp://localhost",
                "http://",
                "http://user:password@localhost:4566",
                "http://localhost:4566?x=1",
                "http://local host:4566",
                "http://localhost@sqs.eu-central-1.amazonaws.com",
            })
    void whatIsNoAddressIsRefusedAndNotRepeated(String address) {
        String said = refusal(address);
        assertTrue(said.startsWith("AWS_ENDPOINT_URL: needs an address such as"), said);
        assertFalse(said.contains("password"), said);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:4566",
                "https://localhost.localstack.cloud:4566",
                "http://amazonaws.com.local:1"
            })
    void emulatorsAreTaken(String address) {
        assertEquals(
                address,
                CloudEndpoint.in(Map.of("AWS_ENDPOINT_URL", address))
                        .orElseThrow()
                        .toString());
    }

    private static String refusal(String address) {
        return String.valueOf(
                assertThrows(EndpointException.class, () -> CloudEndpoint.in(Map.of("AWS_ENDPOINT_URL", address)))
                        .getMessage());
    }
}
