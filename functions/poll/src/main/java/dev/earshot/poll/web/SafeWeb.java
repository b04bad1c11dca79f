package dev.earshot.poll.web;

import dev.earshot.core.internet.PublicAddress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dns;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Asks servers on the internet that others have named. Every address on the way, also after a redirection, is one of the
 * internet; times and sizes are bounded. Nothing is thrown for what a server does.
 */
public final class SafeWeb {

    /** The most bytes of a body, after it was unpacked. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration READ = Duration.ofSeconds(5);
    private static final int MOST_REDIRECTIONS = 3;
    /** Of these a client takes all for an address, in more spellings than one would think. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|.*:.*");

    private final CheckedDns dns;
    private final OkHttpClient client;

    /** @param allowPrivateAddresses for one's own machine alone */
    public SafeWeb(boolean allowPrivateAddresses) {
        this(Dns.SYSTEM, address -> allowPrivateAddresses || PublicAddress.is(address));
    }

    SafeWeb(Dns names, Predicate<InetAddress> allowed) {
        dns = new CheckedDns(names, allowed);
        client = new OkHttpClient.Builder()
                .dns(dns)
                .proxy(Proxy.NO_PROXY)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(CONNECT)
                .readTimeout(READ)
                .writeTimeout(READ)
                // Other servers each time, and a function sleeps in between.
                .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
                .build();
    }

    /**
     * Gets what is at an address.
     *
     * @param headers of the request
     * @param deadline when it must be done
     */
    public WebAnswer get(String url, Map<String, String> headers, Deadline deadline) {
        return ask(url, headers, null, deadline);
    }

    /** Posts a form to an address. */
    public WebAnswer post(String url, Map<String, String> form, Deadline deadline) {
        FormBody.Builder body = new FormBody.Builder();
        new TreeMap<>(form).forEach(body::add);
        return ask(url, Map.of(), body.build(), deadline);
    }

    private WebAnswer ask(String url, Map<String, String> headers, @Nullable FormBody form, Deadline deadline) {
        try {
            @Nullable HttpUrl here = HttpUrl.parse(url);
            for (int redirection = 0; here != null && redirection <= MOST_REDIRECTIONS; redirection++) {
                WebAnswer.Answered answer = askOnce(here, headers, form, deadline);
                String location = answer.header("location").orElse("");
                if (!isRedirection(answer.status(), form != null) || location.isEmpty()) {
                    return answer;
                }
                here = here.resolve(location);
            }
            return new WebAnswer.Failed(
                    here == null ? "its address is none of http or https" : "it redirects too often");
        } catch (IOException e) {
            return new WebAnswer.Failed(reason(e));
        }
    }

    /** A form goes on only where its method goes with it. */
    private static boolean isRedirection(int status, boolean form) {
        return status == 307 || status == 308 || (!form && (status == 301 || status == 302 || status == 303));
    }

    private WebAnswer.Answered askOnce(
            HttpUrl url, Map<String, String> headers, @Nullable FormBody form, Deadline deadline) throws IOException {
        if (LITERAL.matcher(url.host()).matches()) {
            dns.check(url.host());
        }
        Request.Builder request = new Request.Builder().url(url).header("User-Agent", "Earshot");
        headers.forEach(request::header);
        Call call = client.newCall(
                form == null ? request.build() : request.post(form).build());
        // 0 would mean for ever.
        call.timeout().timeout(Math.max(1, deadline.left().toMillis()), TimeUnit.MILLISECONDS);
        try (Response response = call.execute()) {
            return new WebAnswer.Answered(response.code(), headers(response), body(response));
        }
    }

    private static Map<String, List<String>> headers(Response response) {
        Map<String, List<String>> headers = new TreeMap<>();
        response.headers()
                .toMultimap()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        return headers;
    }

    private static byte[] body(Response response) throws IOException {
        byte[] body = response.body().byteStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new TooLargeException();
        }
        return body;
    }

    private static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }

    private static String reason(IOException e) {
        if (e instanceof TooLargeException) {
            return "it is over 2 MB";
        } else if (e instanceof CheckedDns.NoPublicAddressException) {
            return "its host has no public address";
        } else if (e instanceof UnknownHostException) {
            return "its host is not known";
        } else if (e instanceof SSLException) {
            return "its server could not be trusted";
        }
        return e instanceof InterruptedIOException ? "it did not answer in time" : "the connection failed";
    }
}
