package dev.earshot.emulators;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.emulators.ssm.SsmEmulator;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.GetParametersByPathResponse;
import software.amazon.awssdk.services.ssm.model.InvalidNextTokenException;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.SsmException;

class SsmEmulatorTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static SsmEmulator emulator;
    private static SsmClient ssm;

    @BeforeAll
    static void start() {
        emulator = SsmEmulator.start(0, Clock.fixed(NOW, ZoneOffset.UTC), AwsIdentity.LOCAL);
        ssm = Sdk.client(SsmClient.builder(), emulator.endpoint());
    }

    @AfterAll
    static void stop() {
        ssm.close();
        emulator.close();
    }

    @Test
    void aParameterIsReadBackWithItsVersionTimeAndArn() {
        put("/read/back", "one", ParameterType.STRING);
        Parameter read = ssm.getParameter(r -> r.name("/read/back")).parameter();
        assertEquals("one", read.value());
        assertEquals(1, read.version());
        assertEquals(NOW, read.lastModifiedDate());
        assertEquals("arn:aws:ssm:eu-central-1:000000000000:parameter/read/back", read.arn());
    }

    @Test
    void aSecretIsOpaqueUntilDecryptionIsAskedFor() {
        emulator.putSecret("/secret/one", "s3cret");
        assertNotEquals(
                "s3cret",
                ssm.getParameter(r -> r.name("/secret/one")).parameter().value());
        assertEquals(
                "s3cret",
                ssm.getParameter(r -> r.name("/secret/one").withDecryption(true))
                        .parameter()
                        .value());
    }

    @Test
    void anExistingParameterIsReplacedOnlyWhenAsked() {
        put("/twice", "one", ParameterType.STRING);
        assertThrows(ParameterAlreadyExistsException.class, () -> put("/twice", "two", ParameterType.STRING));
        assertEquals(
                2,
                ssm.putParameter(r -> r.name("/twice").value("two").overwrite(true))
                        .version());
    }

    @Test
    void aMissingParameterIsTheSdksOwnException() {
        assertThrows(ParameterNotFoundException.class, () -> ssm.getParameter(r -> r.name("/missing")));
        assertThrows(ParameterNotFoundException.class, () -> ssm.deleteParameter(r -> r.name("/missing")));
    }

    @Test
    void aDeletedParameterIsGone() {
        put("/gone", "x", ParameterType.STRING);
        ssm.deleteParameter(r -> r.name("/gone"));
        assertThrows(ParameterNotFoundException.class, () -> ssm.getParameter(r -> r.name("/gone")));
    }

    @Test
    void aPathIsReadInPagesOfTen() {
        IntStream.range(0, 23).forEach(i -> put("/pages/p%02d".formatted(i), "v" + i, ParameterType.SECURE_STRING));
        GetParametersByPathResponse first =
                ssm.getParametersByPath(r -> r.path("/pages").withDecryption(true));
        assertEquals(10, first.parameters().size());
        List<String> all = ssm
                .getParametersByPathPaginator(r -> r.path("/pages").withDecryption(true))
                .stream()
                .flatMap(page -> page.parameters().stream())
                .map(Parameter::value)
                .toList();
        assertEquals(IntStream.range(0, 23).mapToObj(i -> "v" + i).toList(), all);
    }

    @Test
    void onlyARecursiveReadSeesDeeperLevels() {
        put("/levels/one", "1", ParameterType.STRING);
        put("/levels/deep/two", "2", ParameterType.STRING);
        put("/levelsaside", "3", ParameterType.STRING);
        assertEquals(
                1, ssm.getParametersByPath(r -> r.path("/levels")).parameters().size());
        GetParametersByPathResponse deep =
                ssm.getParametersByPath(r -> r.path("/levels").recursive(true));
        assertEquals(2, deep.parameters().size());
        assertNull(deep.nextToken());
    }

    @Test
    void whatTheRealOneRefusesIsRefused() {
        assertValidation(() -> ssm.getParametersByPath(r -> r.path("/x").maxResults(11)));
        assertValidation(() -> ssm.getParametersByPath(r -> r.path("x")));
        assertValidation(() -> put("/spa ce", "x", ParameterType.STRING));
        assertValidation(() -> put("/long", "x".repeat(4097), ParameterType.STRING));
        assertValidation(() -> ssm.putParameter(r -> r.name("/untyped").value("x")));
        assertThrows(
                InvalidNextTokenException.class,
                () -> ssm.getParametersByPath(r -> r.path("/x").nextToken("nonsense")));
    }

    @Test
    void aBodyOverOneMegabyteIsRefusedWithoutHarm() {
        SsmException refused =
                assertThrows(SsmException.class, () -> put("/huge", "x".repeat(2_000_000), ParameterType.STRING));
        assertEquals(413, refused.statusCode());
    }

    private static void assertValidation(Runnable call) {
        SsmException refused = assertThrows(SsmException.class, call::run);
        assertEquals("ValidationException", refused.awsErrorDetails().errorCode());
    }

    private static void put(String name, String value, ParameterType type) {
        ssm.putParameter(r -> r.name(name).value(value).type(type));
    }
}
