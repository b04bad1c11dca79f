package dev.earshot.provider.standardwebhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.standardwebhooks.Webhook;
import dev.earshot.core.configuration.Source;
import dev.earshot.provider.Signed;
import dev.earshot.provider.proof.Proof;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardWebhooksSignatureTest {

    private static final long NOW = Signed.NOON.getEpochSecond();
    private static final StandardWebhooks PROVIDER = new StandardWebhooks();
    private static final Source SOURCE = Signed.source("standard-webhooks", Signed.SECRET, Signed.OTHER_SECRET);
    private static final String TEXT = "{\"type\": \"mention.created\", \"data\": {\"text\": \"größer 😀\"}}";
    private static final byte[] BODY = TEXT.getBytes(UTF_8);

    @ParameterizedTest
    @ValueSource(strings = {Signed.SECRET, Signed.OTHER_SECRET})
    void whatTheSpecificationsOwnLibrarySignsIsProven(String secret) throws Exception {
        Map<String, String> headers = new HashMap<>();
        headers.put("webhook-id", "msg_1");
        headers.put("webhook-timestamp", Long.toString(NOW));
        headers.put("webhook-signature", new Webhook(secret).sign("msg_1", NOW, TEXT));
        assertInstanceOf(Proof.Proven.class, verify(SOURCE, headers, BODY));
        assertEquals(headers, Signed.standard("msg_1", NOW, secret, BODY), "and so do these tests");
    }

    @Test
    void aSecretMayComeWithoutItsPrefix() {
        Source bare = Signed.source("standard-webhooks", Signed.SECRET.substring("whsec_".length()));
        assertInstanceOf(Proof.Proven.class, verify(bare, signed(Signed.SECRET), BODY));
    }

    @ParameterizedTest
    @CsvSource({"-300, true", "-301, false", "300, true", "301, false", "0, true", "-86400, false"})
    void fiveMinutesEitherWayAreFreshAndNoSecondMore(long seconds, boolean fresh) {
        Map<String, String> headers = Signed.standard("msg_1", NOW + seconds, Signed.SECRET, BODY);
        assertEquals(fresh, verify(SOURCE, headers, BODY) instanceof Proof.Proven);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1e9", "-9223372036854775808", "9223372036854775807", "99999999999999999999"})
    void aTimestampThatIsNoneIsRefused(String timestamp) {
        Map<String, String> headers = signed(Signed.SECRET);
        headers.put("webhook-timestamp", timestamp);
        refused(SOURCE, headers, BODY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void everyOneOfItsHeadersIsNeededAndSigned(String header) {
        Map<String, String> without = signed(Signed.SECRET);
        without.remove(header);
        refused(SOURCE, without, BODY);
        Map<String, String> other = signed(Signed.SECRET);
        other.putAll(Map.of(
                header, Signed.standard("msg_2", NOW + 1, Signed.SECRET, BODY).get(header)));
        refused(SOURCE, other, BODY);
    }

    @Test
    void aForgedSignatureIsRefused() {
        refused(Signed.source("standard-webhooks", Signed.SECRET), signed(Signed.OTHER_SECRET), BODY);
    }

    @Test
    void aBodyThatWasReEncodedOrCutIsRefused() {
        refused(SOURCE, signed(Signed.SECRET), TEXT.replace(" ", "").getBytes(UTF_8));
        refused(SOURCE, signed(Signed.SECRET), TEXT.replace("ö", "\\u00f6").getBytes(UTF_8));
        refused(SOURCE, signed(Signed.SECRET), Arrays.copyOf(BODY, BODY.length - 1));
        refused(SOURCE, signed(Signed.SECRET), new byte[0]);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1a,", "v2,", "V1,", "v1", "v1 ", ",", "", "v1,,"})
    void onlyVersionOneOfTheSchemeProves(String version) {
        Map<String, String> headers = signed(Signed.SECRET);
        headers.put("webhook-signature", headers.get("webhook-signature").replace("v1,", version));
        refused(SOURCE, headers, BODY);
    }

    @Test
    void oneGoodSignatureAmongOthersIsEnough() {
        Map<String, String> headers = signed(Signed.SECRET);
        String good = headers.get("webhook-signature");
        headers.put("webhook-signature", "v1a,AAAA v1,%%% " + good + " v2,AAAA");
        assertInstanceOf(Proof.Proven.class, verify(SOURCE, headers, BODY));
    }

    @Test
    void noSecretsAndSecretsThatAreNoneProveNothing() {
        refused(Signed.source("standard-webhooks"), signed(Signed.SECRET), BODY);
        for (String secret : new String[] {"", "whsec_", "whsec_not base64!", "not base64!"}) {
            Source source = Signed.source("standard-webhooks", secret);
            assertDoesNotThrow(() -> refused(source, signed(Signed.SECRET), BODY));
            Map<String, String> underZeros = signed(Signed.SECRET);
            byte[] head = ("msg_1." + NOW + ".").getBytes(UTF_8);
            byte[] all = Arrays.copyOf(head, head.length + BODY.length);
            System.arraycopy(BODY, 0, all, head.length, BODY.length);
            byte[] signature = Signed.hmac("HmacSHA256", new byte[64], all);
            underZeros.put("webhook-signature", "v1," + Base64.getEncoder().encodeToString(signature));
            refused(source, underZeros, BODY);
        }
    }

    @Test
    void aSecretThatIsNoneBesideARealOneDoesNotSpoilIt() {
        Source source = Signed.source("standard-webhooks", "whsec_not base64!", Signed.SECRET);
        assertInstanceOf(Proof.Proven.class, verify(source, signed(Signed.SECRET), BODY));
    }

    @Test
    void aRefusalTellsNoSecret() {
        String reason = ((Proof.Refused) verify(SOURCE, Map.of(), BODY)).reason();
        assertFalse(reason.contains("whsec"), reason);
    }

    private static Map<String, String> signed(String secret) {
        return Signed.standard("msg_1", NOW, secret, BODY);
    }

    private static void refused(Source source, Map<String, String> headers, byte[] body) {
        assertInstanceOf(Proof.Refused.class, verify(source, headers, body));
    }

    private static Proof verify(Source source, Map<String, String> headers, byte[] body) {
        return PROVIDER.verify(Signed.hook(headers, body), source, Signed.NOON);
    }
}
