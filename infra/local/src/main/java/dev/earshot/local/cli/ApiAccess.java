package dev.earshot.local.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say whose API is meant: the running local cloud's, or one elsewhere, and who calls there. */
final class ApiAccess {

    private static final String VARIABLE = "EARSHOT_TOKEN";
    private static final int DEFAULT_PORT = 8080;
    private static final int LONGEST_TOKEN = 16 * 1024;

    /** RFC 6750. */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    @Option(names = "--port", description = "The local cloud's port (default: 8080).")
    private @Nullable Integer port;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = {
                "The HTTP API of an Earshot in AWS instead, https://...",
                "Its access token, with the group council, is in the environment variable EARSHOT_TOKEN."
            })
    private @Nullable String url;

    @Option(names = "--token-file", paramLabel = "FILE", description = "With --url: a file that has the token instead.")
    private @Nullable Path tokenFile;

    /** The API; for the local cloud with a token for the council. */
    Api open() throws IOException, InterruptedException {
        if (url != null) {
            if (port != null) {
                throw new RefusedException(
                        "--port is for the local cloud and --url for one elsewhere; give one of them");
            }
            return new Api(address(url), token(tokenFile, System.getenv()));
        }
        if (tokenFile != null) {
            throw new RefusedException("--token-file goes with --url; the local cloud gives a token by itself");
        }
        int at = port == null ? DEFAULT_PORT : port;
        if (at < 1 || at > 65_535) {
            throw new RefusedException("--port is a number from 1 to 65535");
        }
        return RunningCloud.at(at).api();
    }

    /** The address without a slash at its end; a refusal when a token must not be sent there. */
    static URI address(String url) {
        String form = "--url is an address such as https://earshot.example.com";
        try {
            URI uri = new URI(url.replaceAll("/+$", ""));
            if (uri.getHost() == null
                    || uri.getRawUserInfo() != null
                    || uri.getRawQuery() != null
                    || uri.getRawFragment() != null) {
                throw new RefusedException(form);
            }
            boolean plain = "http".equalsIgnoreCase(uri.getScheme()) && THIS_MACHINE.contains(uri.getHost());
            if (!plain && !"https".equalsIgnoreCase(uri.getScheme())) {
                throw new RefusedException(form + "; without https the token could be read on the way");
            }
            return uri;
        } catch (URISyntaxException e) {
            throw new RefusedException(form);
        }
    }

    /** The token of a file, else of the environment; a refusal that does not repeat it. */
    static String token(@Nullable Path file, Map<String, String> environment) {
        String from = file == null ? VARIABLE : file.toString();
        String token = (file == null ? environment.getOrDefault(VARIABLE, "") : Home.read(file)).strip();
        if (token.isEmpty() && file == null) {
            throw new RefusedException(
                    "--url needs an access token with the group council: set EARSHOT_TOKEN, or give --token-file FILE");
        } else if (token.length() > LONGEST_TOKEN || !TOKEN.matcher(token).matches()) {
            throw new RefusedException(from + ": is no access token");
        }
        return token;
    }
}
