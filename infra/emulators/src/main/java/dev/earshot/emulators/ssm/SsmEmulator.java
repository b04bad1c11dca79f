package dev.earshot.emulators.ssm;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.emulators.AwsIdentity;
import dev.earshot.emulators.http.Answer;
import dev.earshot.emulators.http.Call;
import dev.earshot.emulators.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/**
 * SSM's parameter store on this machine: GetParameter, GetParametersByPath, PutParameter and DeleteParameter over
 * AWS's JSON 1.1 protocol. Credentials are not checked.
 */
public final class SsmEmulator implements AutoCloseable {

    private static final String MEDIA_TYPE = "application/x-amz-json-1.1";
    private static final String TARGET_PREFIX = "AmazonSSM.";
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(32).build())
            .build());

    private final ParameterStore store;
    private final SsmActions actions;
    private final LoopbackServer server;

    private SsmEmulator(LoopbackServer server, Clock clock, AwsIdentity identity) {
        this.store = new ParameterStore(clock);
        this.actions = new SsmActions(store, identity);
        this.server = server;
    }

    /** Starts empty on a free port as {@link AwsIdentity#LOCAL}. */
    public static SsmEmulator start() {
        return start(0, Clock.systemUTC(), AwsIdentity.LOCAL);
    }

    /**
     * Starts empty on the given port.
     *
     * @param port 0 for a free one
     * @throws java.io.UncheckedIOException if the port cannot be bound
     */
    public static SsmEmulator start(int port, Clock clock, AwsIdentity identity) {
        SsmEmulator emulator = new SsmEmulator(LoopbackServer.bind(port, "earshot-ssm"), clock, identity);
        emulator.server.serve(emulator::answer);
        return emulator;
    }

    /** The base address, such as {@code http://127.0.0.1:4583}. */
    public URI endpoint() {
        return server.uri();
    }

    /**
     * Creates or replaces a SecureString without going over HTTP.
     *
     * @param name such as {@code /earshot/sources/github/secret}
     * @param value 1 to 4,096 bytes
     * @throws RuntimeException if SSM would refuse the name or the value
     */
    public void putSecret(String name, String value) {
        store.put(name, "SecureString", value, true);
    }

    @Override
    public void close() {
        server.close();
    }

    private Answer answer(Call call) throws IOException {
        try {
            String body = call.body();
            return Answer.text(
                    200, MEDIA_TYPE, actions.perform(action(call), parse(body)).toString());
        } catch (SsmError e) {
            return error(400, e.code(), e.getMessage());
        } catch (Call.BodyTooLargeException e) {
            return error(413, "RequestEntityTooLargeException", e.getMessage());
        } catch (RuntimeException e) {
            return error(500, "InternalServerError", "The emulator failed on this request.");
        }
    }

    private static @Nullable String action(Call call) {
        String target = call.header("X-Amz-Target");
        return target != null && target.startsWith(TARGET_PREFIX) ? target.substring(TARGET_PREFIX.length()) : null;
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new SsmError("SerializationException", "The request body is not JSON.");
        }
    }

    private static Answer error(int status, String code, @Nullable String message) {
        ObjectNode error = JSON.createObjectNode().put("__type", code).put("message", message);
        return Answer.text(status, MEDIA_TYPE, error.toString());
    }
}
