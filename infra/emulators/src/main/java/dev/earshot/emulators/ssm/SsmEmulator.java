package dev.earshot.emulators.ssm;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.emulators.AwsIdentity;
import dev.earshot.emulators.http.Answer;
import dev.earshot.emulators.http.Call;
import dev.earshot.emulators.http.CallHandler;
import dev.earshot.emulators.http.Json;
import dev.earshot.emulators.http.LoopbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
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
     * @throws UncheckedIOException if the port cannot be bound
     */
    public static SsmEmulator start(int port, Clock clock, AwsIdentity identity) {
        try {
            SsmEmulator emulator = new SsmEmulator(LoopbackServer.bind(port, "earshot-ssm"), clock, identity);
            CallHandler handler = emulator::answer;
            emulator.server.serve(handler);
            return emulator;
        } catch (IOException e) {
            throw new UncheckedIOException("SSM emulator cannot listen on port " + port, e);
        }
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

    private static ObjectNode parse(String body) {
        ObjectNode request = Json.objectOrNull(body);
        if (request == null) {
            throw new SsmError("SerializationException", "The request body is not a JSON object.");
        }
        return request;
    }

    private static Answer error(int status, String code, @Nullable String message) {
        ObjectNode error = Json.object().put("__type", code).put("message", message);
        return Answer.text(status, MEDIA_TYPE, error.toString());
    }
}
