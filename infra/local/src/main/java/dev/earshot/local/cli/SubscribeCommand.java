package dev.earshot.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Subscribes an e-mail address or a webhook to a department's notices, by the API, so that it stands in its lists. */
@Command(
        name = "subscribe",
        description = "Subscribes an e-mail address or a webhook to a department's notices in the running local cloud.",
        mixinStandardHelpOptions = true)
final class SubscribeCommand implements Callable<Integer> {

    private static final Pattern MAIL_ADDRESS = Pattern.compile("[^\\s@<>,;:\"]{1,64}@[^\\s@<>,;:\"]{1,190}");
    /** How long a receiver has to confirm, and after how long a word is due. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final Duration SILENCE = Duration.ofSeconds(2);

    @Option(names = "--department", required = true, paramLabel = "D", description = "Whose notices.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private String department;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private Endpoint endpoint;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CloudPort port;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandLine.Model.CommandSpec spec;

    static final class Endpoint {

        @Option(names = "--email", paramLabel = "A", description = "An e-mail address; its mail lands in the mailbox.")
        private @Nullable String email;

        @Option(names = "--url", paramLabel = "U", description = "An http or https receiver of SNS messages.")
        private @Nullable String url;

        String address() {
            return String.valueOf(email == null ? url : email);
        }

        /** SNS's name for the way of delivery; a refusal when the endpoint cannot be one. */
        String protocol() {
            if (email != null) {
                if (!MAIL_ADDRESS.matcher(email).matches()) {
                    throw new RefusedException("--email needs an e-mail address");
                }
                return "email";
            }
            String scheme = String.valueOf(url).split(":", 2)[0].toLowerCase(Locale.ROOT);
            if (!scheme.equals("http") && !scheme.equals("https")) {
                throw new RefusedException("--url needs an address that begins with http:// or https://");
            }
            return scheme;
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        String protocol = endpoint.protocol();
        say("Subscribing " + endpoint.address() + " ...");
        RunningCloud cloud = port.cloud();
        if (!cloud.departments().contains(department)) {
            throw new RefusedException(
                    "there is no department '" + department + "'; there are " + String.join(", ", cloud.departments()));
        }
        SubscriptionsApi subscriptions = new SubscriptionsApi(cloud.api());
        String id = subscriptions.add(department, protocol, endpoint.address());
        boolean byMail = protocol.equals("email");
        if (byMail && cloud.embedded()) {
            confirmByMail(cloud);
        }
        boolean byPerson = byMail && !cloud.embedded();
        report(byPerson ? subscriptions.isConfirmed(department, id) : awaitConfirmed(subscriptions, id));
        if (!cloud.embedded()) {
            ElsewhereAdvice.on(cloud, id, byMail).forEach(this::say);
        }
        return 0;
    }

    /** Follows the link in the confirmation mail: locally, the mailbox is one's own. */
    private void confirmByMail(RunningCloud cloud) throws IOException, InterruptedException {
        for (JsonNode mail : cloud.mails()) {
            boolean ours = mail.path("to").asText().equals(endpoint.address());
            if (ours && mail.path("kind").asText().equals("CONFIRMATION")) {
                cloud.get(URI.create(mail.path("confirmLink").asText()));
                return;
            }
        }
    }

    private boolean awaitConfirmed(SubscriptionsApi subscriptions, String id) throws InterruptedException {
        long begun = System.nanoTime();
        boolean said = false;
        while (!subscriptions.isConfirmed(department, id)) {
            long waited = System.nanoTime() - begun;
            if (waited > PATIENCE.toNanos()) {
                return false;
            }
            if (!said && waited > SILENCE.toNanos()) {
                say("It was asked to confirm; waiting for up to " + PATIENCE.toSeconds() + " seconds ...");
                said = true;
            }
            Thread.sleep(100);
        }
        return true;
    }

    private void report(boolean confirmed) {
        say(endpoint.address() + " is subscribed to " + department + ": " + (confirmed ? "CONFIRMED" : "PENDING"));
        if (!confirmed) {
            say("It gets notices once it has opened the SubscribeURL that it was sent; docs/subscribing.md says how.");
        }
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
