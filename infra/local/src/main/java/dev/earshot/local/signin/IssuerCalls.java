package dev.earshot.local.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.earshot.local.pages.Pages;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Lets the few calls through that a sign-in takes, and shows its page. */
final class IssuerCalls implements HttpHandler {

    private static final int LARGEST_BODY = 64 * 1024;
    private static final String HTML = "text/html; charset=utf-8";
    private static final String PATH = "/" + LocalIssuer.ID;

    private final URI self;
    private final String contentPolicy;
    private final SignInRequest requests;
    private final Supplier<Protocol> protocol;
    private final Supplier<List<Group>> groups;
    private final LoginPage page = new LoginPage();

    IssuerCalls(URI self, URI cloud, Supplier<Protocol> protocol, Supplier<List<Group>> groups) throws IOException {
        this.self = self;
        this.requests = new SignInRequest(cloud);
        this.protocol = protocol;
        this.groups = groups;
        // The form's answer redirects to the local cloud, which counts as a form's target too.
        this.contentPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; "
                + "frame-ancestors 'none'; form-action 'self' " + cloud + " http://localhost:" + cloud.getPort();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            write(exchange, answer(exchange));
        }
    }

    private IssuerAnswer answer(HttpExchange exchange) throws IOException {
        // A page of a stranger's whose name was made to mean this machine sends its own name.
        if (!self.getAuthority().equals(exchange.getRequestHeaders().getFirst("Host"))) {
            return IssuerAnswer.problem(403, "Forbidden", "this issuer is at " + self);
        }
        byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            return IssuerAnswer.problem(413, "Content Too Large", "the body is over 64 KB");
        }
        try {
            return route(exchange, new String(body, UTF_8));
        } catch (IllegalArgumentException e) {
            return IssuerAnswer.problem(400, "Bad Request", "the request cannot be read");
        }
    }

    private IssuerAnswer route(HttpExchange exchange, String body) throws IOException {
        URI uri = exchange.getRequestURI();
        FormValues query = FormValues.parse(uri.getRawQuery());
        return switch (exchange.getRequestMethod() + " " + uri.getPath()) {
            case "GET " + PATH + "/.well-known/openid-configuration",
                    "GET " + PATH + "/jwks",
                    "GET " + PATH + "/userinfo" -> passOn(exchange, "");
            case "GET " + PATH + "/authorize" -> loginPage(query);
            case "POST " + PATH + "/authorize" -> signIn(exchange, query, FormValues.parse(body));
            case "POST " + PATH + "/token" ->
                unlessRefused(SignInRequest.tokenRefusal(FormValues.parse(body)), () -> passOn(exchange, body));
            case "GET " + PATH + "/endsession" -> endSession(exchange, query);
            case "GET /_local/page.css" -> IssuerAnswer.of(200, "text/css; charset=utf-8", Pages.text("page.css"));
            case "GET /_local/ear.svg" -> IssuerAnswer.of(200, "image/svg+xml", Pages.text("ear.svg"));
            default -> IssuerAnswer.problem(404, "Not Found", "sign-in begins at " + self + PATH);
        };
    }

    private IssuerAnswer loginPage(FormValues query) {
        return unlessRefused(
                requests.refusal(query),
                () -> IssuerAnswer.of(200, HTML, page.render(groups.get(), "you", Set.of("council"), "")));
    }

    private IssuerAnswer signIn(HttpExchange exchange, FormValues query, FormValues form) {
        return unlessRefused(requests.refusal(query), () -> {
            List<Group> known = groups.get();
            try {
                Person person = new Person(form.one("name"), form.all("group"));
                if (!known.stream().map(Group::id).toList().containsAll(person.groups())) {
                    throw new IllegalArgumentException("there is no such group any more");
                }
                return passOn(exchange, Protocol.signIn(person));
            } catch (IllegalArgumentException e) {
                String problem = String.valueOf(e.getMessage());
                return IssuerAnswer.of(
                        400, HTML, page.render(known, form.one("name"), Set.copyOf(form.all("group")), problem));
            }
        });
    }

    private IssuerAnswer endSession(HttpExchange exchange, FormValues query) {
        boolean wanders = query.values().containsKey("post_logout_redirect_uri")
                && !requests.leadsToTheCloud(query.one("post_logout_redirect_uri"));
        Optional<String> refusal =
                wanders ? Optional.of("post_logout_redirect_uri must lead to the local cloud") : Optional.empty();
        return unlessRefused(refusal, () -> passOn(exchange, ""));
    }

    private static IssuerAnswer unlessRefused(Optional<String> refusal, Supplier<IssuerAnswer> otherwise) {
        return refusal.map(detail -> IssuerAnswer.problem(400, "Bad Request", detail))
                .orElseGet(otherwise);
    }

    private IssuerAnswer passOn(HttpExchange exchange, String body) {
        Map<String, String> headers = new HashMap<>();
        for (String name : List.of("authorization", "content-type")) {
            Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                    .ifPresent(value -> headers.put(name, value));
        }
        return protocol.get()
                .answer(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, body);
    }

    private void write(HttpExchange exchange, IssuerAnswer answer) throws IOException {
        byte[] bytes = answer.body().getBytes(UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Content-Security-Policy", contentPolicy);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
