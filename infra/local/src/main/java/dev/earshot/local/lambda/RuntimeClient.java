package dev.earshot.local.lambda;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.api.client.AWSLambda;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import software.amazon.awssdk.utilslite.SdkInternalThreadLocal;

/**
 * The runtime interface client that Lambda's Java runtime starts, taken from our own class path.
 *
 * <p>It finds the function's code by its working directory ({@code user.dir} and {@code user.dir/lib/*.jar}), not by
 * {@code LAMBDA_TASK_ROOT}.
 */
final class RuntimeClient {

    static final String MAIN_CLASS = AWSLambda.class.getName();

    /** Names the native library to load. */
    static final String LIBRARY_PROPERTY =
            "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private static final List<Class<?>> ONE_OF_EACH_JAR =
            List.of(AWSLambda.class, LambdaLogger.class, PojoSerializer.class, SdkInternalThreadLocal.class);

    private RuntimeClient() {}

    /** The client and what it needs: all that a function's process has on its {@code -cp}, as in Lambda. */
    static String classPath() {
        return ONE_OF_EACH_JAR.stream()
                .map(RuntimeClient::jarOf)
                .distinct()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /**
     * Unpacks the client's native library. Left to itself every process would write it to one fixed file in {@code /tmp}
     * and load it from there: two that start together can meet a half-written one.
     *
     * @throws IOException when there is none for this machine: the client supports Linux on x86-64 and arm64 alone
     */
    static Path unpackLibrary(Path folder) throws IOException {
        String resource = "/jni/libaws-lambda-jni." + platform() + ".so";
        try (InputStream library = AWSLambda.class.getResourceAsStream(resource)) {
            if (library == null) {
                throw new IOException("Lambda's runtime interface client has no library for " + platform());
            }
            Path target = folder.resolve("libaws-lambda-jni.so");
            Files.copy(library, target);
            return target;
        }
    }

    private static String platform() {
        String arch = System.getProperty("os.arch", "");
        String name = arch.equals("amd64") ? "x86_64" : arch.replace("aarch64", "aarch_64");
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        boolean musl = Files.exists(Path.of("/lib/ld-musl-" + arch.replace("amd64", "x86_64") + ".so.1"));
        return system + (musl ? "_musl-" : "-") + name;
    }

    private static Path jarOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        try {
            URI location = source.getLocation().toURI();
            return Path.of(location);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("cannot find the jar of " + type, e);
        }
    }
}
