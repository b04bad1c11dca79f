package dev.earshot.local.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.emulators.http.Loopback;
import dev.earshot.emulators.sns.Mailbox;
import dev.earshot.local.pages.Pages;
import dev.earshot.local.trace.Trace;
import dev.earshot.local.trace.Tracer;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Template;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * The local cloud's own page: what runs, the mailbox, and where notices' links lead while there is no inbox. It changes nothing but
 * that it runs schedules before their time and lets queues wait; every value is escaped; scripts and styles come from files of its own alone.
 */
final class LocalPages implements HttpHandler {

    private static final String HOME = "/_local/";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON = "application/json";
    private static final String REST = "/_local/rest/";
    private static final String TRACE = "/_local/trace/";
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
            + "img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final CloudStatus status;
    private final Optional<Mailbox> mailbox;
    private final CaseLookup cases;
    private final TokenCalls tokens;
    private final ScheduleCalls schedules;
    private final Consumer<Duration> restQueues;
    private final Tracer tracer;
    private final Template page;
    private final Template now;
    private final Template caseCard;

    LocalPages(
            CloudStatus status,
            Optional<Mailbox> mailbox,
            CaseLookup cases,
            TokenCalls tokens,
            ScheduleCalls schedules,
            Consumer<Duration> restQueues,
            Tracer tracer)
            throws IOException {
        this.status = status;
        this.mailbox = mailbox;
        this.cases = cases;
        this.tokens = tokens;
        this.schedules = schedules;
        this.restQueues = restQueues;
        this.tracer = tracer;
        Pages pages = new Pages();
        page = pages.template("page.html");
        now = pages.template("now.html");
        caseCard = pages.template("case.html");
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            page(exchange);
        } catch (SdkException e) {
            answer(exchange, 503, JSON, "{\"message\":\"SQS or DynamoDB does not answer the local cloud\"}");
        }
    }

    private void page(HttpExchange exchange) throws IOException {
        if (!asksForThisMachine(exchange) || comesFromAnotherPage(exchange)) {
            answer(exchange, 403, JSON, "{\"message\":\"Forbidden\"}");
            return;
        }
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("POST") && path.equals("/_local/token")) {
            tokens.handle(exchange);
            return;
        }
        if (exchange.getRequestMethod().equals("POST") && path.startsWith(ScheduleCalls.PATH)) {
            schedules.handle(exchange);
            return;
        }
        if (exchange.getRequestMethod().equals("POST") && path.startsWith(REST)) {
            rest(exchange, path.substring(REST.length()));
            return;
        }
        if (!exchange.getRequestMethod().equals("GET")
                && !exchange.getRequestMethod().equals("HEAD")) {
            answer(exchange, 404, JSON, "{\"message\":\"Not Found\"}");
            return;
        }
        switch (path) {
            case "/", "/_local" -> redirect(exchange);
            case HOME -> answer(exchange, 200, HTML, framed("Local cloud", currently()));
            case "/health" -> answer(exchange, 200, JSON, "{\"status\":\"UP\"}");
            case "/_local/now" -> answer(exchange, 200, HTML, currently());
            case "/_local/status" -> answer(exchange, 200, JSON, json(status.now()));
            case "/_local/mailbox" -> mailbox(exchange);
            case "/_local/page.css" -> answer(exchange, 200, "text/css; charset=utf-8", Pages.text("page.css"));
            case "/_local/page.js" -> answer(exchange, 200, "text/javascript; charset=utf-8", Pages.text("page.js"));
            case "/_local/ear.svg" -> answer(exchange, 200, "image/svg+xml", Pages.text("ear.svg"));
            default -> found(exchange, path);
        }
    }

    /** Lets the queues wait for some seconds: for measuring what is called by HTTP. */
    private void rest(HttpExchange exchange, String seconds) throws IOException {
        if (!seconds.matches("[0-9]{1,3}")) {
            answer(exchange, 400, JSON, "{\"message\":\"" + REST + "N: N are seconds, 0 to 999\"}");
            return;
        }
        restQueues.accept(Duration.ofSeconds(Long.parseLong(seconds)));
        answer(exchange, 200, JSON, "{}");
    }

    private void mailbox(HttpExchange exchange) throws IOException {
        if (mailbox.isPresent()) {
            answer(exchange, 200, JSON, json(Map.of("items", mailbox.get().newestFirst())));
        } else {
            answer(exchange, 404, JSON, "{\"message\":\"There is no mailbox: SNS is that of AWS_ENDPOINT_URL\"}");
        }
    }

    /** A page of a stranger's whose name was made to mean this machine sends its own name. */
    private static boolean asksForThisMachine(HttpExchange exchange) {
        String host =
                String.valueOf(exchange.getRequestHeaders().getFirst("Host")).split(":", 2)[0];
        return host.equals(Loopback.HOST) || host.equals("localhost");
    }

    /** A page of somebody else's cannot read the answer, but it could ask. */
    private static boolean comesFromAnotherPage(HttpExchange exchange) {
        @Nullable String origin = exchange.getRequestHeaders().getFirst("Origin");
        String ours = "http://" + exchange.getRequestHeaders().getFirst("Host");
        return exchange.getRequestMethod().equals("POST") && origin != null && !origin.equals(ours);
    }

    private void found(HttpExchange exchange, String path) throws IOException {
        Optional<Trace> trace = path.startsWith(TRACE) ? tracer.of(path.substring(TRACE.length())) : Optional.empty();
        if (trace.isPresent()) {
            answer(exchange, 200, JSON, json(trace.get()));
        } else {
            caseOrNothing(exchange, path);
        }
    }

    private void caseOrNothing(HttpExchange exchange, String path) throws IOException {
        Optional<CaseLookup.Found> found =
                path.startsWith("/cases/") ? cases.find(path.substring("/cases/".length())) : Optional.empty();
        if (found.isPresent()) {
            String card = caseCard.data("one", found.get().one())
                    .data("mention", found.get().stored().mention().mention())
                    .render();
            answer(exchange, 200, HTML, framed("Case", card));
        } else if (path.startsWith("/cases/")) {
            answer(exchange, 404, HTML, framed("No such case", "<p>There is no such case. A restart forgets all.</p>"));
        } else {
            answer(exchange, 404, JSON, "{\"message\":\"Not Found\"}");
        }
    }

    /** Here while nothing that is deployed answers at the root. */
    private static void redirect(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Location", HOME);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private String currently() {
        return now.data("status", status.now())
                .data(
                        "mails",
                        mailbox.map(Mailbox::newestFirst).orElse(List.of()).stream()
                                .map(ShownMail::of)
                                .toList())
                .render();
    }

    /** @param main HTML that a template has rendered, and so escaped, already */
    private String framed(String title, String main) {
        return page.data("title", title).data("main", new RawString(main)).render();
    }

    private static String json(Object value) throws IOException {
        return EarshotJson.mapper().writeValueAsString(value);
    }

    private static void answer(HttpExchange exchange, int code, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(code, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
