package dev.earshot.provider.zendesk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.provider.SignatureContract;
import dev.earshot.provider.Signed;
import dev.earshot.provider.proof.Proof;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZendeskSignatureTest extends SignatureContract {

    private static final String SIGNATURE = "x-zendesk-webhook-signature";
    private static final String SIGNED_AT = "x-zendesk-webhook-signature-timestamp";
    private static final byte[] BODY = Signed.file("zendesk/comment-added.json");

    ZendeskSignatureTest() {
        super(new Zendesk(), SIGNATURE, "", BODY);
    }

    @Override
    protected Map<String, String> signed(byte[] key, byte[] body) {
        return signed(key, "2026-11-21T12:00:00Z", body);
    }

    private static Map<String, String> signed(byte[] key, String at, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(at.getBytes(UTF_8));
        all.writeBytes(body);
        String digest = Base64.getEncoder().encodeToString(Signed.hmac("HmacSHA256", key, all.toByteArray()));
        return Map.of(SIGNED_AT, at, SIGNATURE, digest);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T12:00:00Z, true",
        "2026-11-21T11:55:00Z, true",
        "2026-11-21T11:54:59Z, false",
        "2026-11-21T12:05:00.000000000Z, true",
        "2026-11-21T12:05:01Z, false",
        "2026-11-21T13:00:00+01:00, true",
        "2021-03-25T05:09:27Z, false"
    })
    void fiveMinutesToEitherSideAreFresh(String at, boolean proven) {
        assertEquals(proven, verify(signed("secret".getBytes(UTF_8), at, BODY)) instanceof Proof.Proven);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234", "1795262400", "2026-11-21", "noon", "+999999999-12-31T23:59:59-18:00", " "})
    void whatIsNoTimeIsRefusedHoweverWellItIsSigned(String at) {
        assertInstanceOf(Proof.Refused.class, verify(signed("secret".getBytes(UTF_8), at, BODY)));
    }

    @Test
    void theTimeIsSignedToo() {
        Map<String, String> headers = new HashMap<>(signed("secret".getBytes(UTF_8), "2026-11-21T11:00:00Z", BODY));
        headers.put(SIGNED_AT, "2026-11-21T12:00:00Z");
        assertInstanceOf(Proof.Refused.class, verify(headers));
    }

    @Test
    void theSecretIsTheKeyAsItIsShownAndNotWhatItEncodes() {
        String secret = Base64.getEncoder().encodeToString("this_secret".getBytes(UTF_8));
        Map<String, String> decoded = signed("this_secret".getBytes(UTF_8), "2026-11-21T12:00:00Z", BODY);
        assertInstanceOf(
                Proof.Refused.class,
                new Zendesk().verify(Signed.hook(decoded, BODY), Signed.source("zendesk", secret), Signed.NOON));
    }

    @Test
    void publishedVectorsWithAnOpaqueTimeAreSignedAsPublished() throws IOException {
        int opaque = 0;
        for (JsonNode vector : EarshotJson.mapper().readTree(Signed.file("published-vectors.json"))) {
            if (vector.path("skip_freshness").asBoolean()) {
                Map<String, String> headers = new HashMap<>();
                vector.get("headers")
                        .properties()
                        .forEach(header -> headers.put(
                                header.getKey().toLowerCase(Locale.ROOT),
                                header.getValue().asText()));
                Proof proof = Zendesk.signature(
                        Signed.hook(headers, vector.get("body").asText().getBytes(UTF_8)),
                        Signed.source("zendesk", vector.get("secret").asText()));
                assertInstanceOf(Proof.Proven.class, proof, vector.get("id").asText());
                opaque++;
            }
        }
        assertEquals(2, opaque);
    }

    private static Proof verify(Map<String, String> headers) {
        return new Zendesk().verify(Signed.hook(headers, BODY), Signed.source("zendesk", "secret"), Signed.NOON);
    }
}
