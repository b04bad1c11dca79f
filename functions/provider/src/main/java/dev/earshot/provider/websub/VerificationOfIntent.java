package dev.earshot.provider.websub;

import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.hook.HookAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A hub's question whether a subscription is meant. Anybody can ask it, so nothing is proven by it: for the topics that the
 * source names, whoever asks hears yes.
 *
 * @see <a href="https://www.w3.org/TR/websub/#hub-verifies-intent">Hub verifies intent of the subscriber</a>
 */
final class VerificationOfIntent {

    /** It is echoed: letters, digits and signs alone. */
    private static final Pattern CHALLENGE = Pattern.compile("[\\x21-\\x7E]{1,2048}");

    private static final Map<String, String> PLAIN =
            Map.of("Content-Type", "text/plain; charset=utf-8", "X-Content-Type-Options", "nosniff");

    private VerificationOfIntent() {}

    /** The answer; empty when the hook is no such question. */
    static Optional<HookAnswer> answer(Hook hook, Set<String> topics) {
        String mode = hook.query().getOrDefault("hub.mode", "");
        if (!hook.method().equals("GET") || mode.isEmpty()) {
            return Optional.empty();
        }
        boolean wanted = topics.contains(hook.query().getOrDefault("hub.topic", ""));
        return Optional.of(
                switch (mode) {
                    case "subscribe" -> wanted ? echo(hook.query().getOrDefault("hub.challenge", "")) : notFound();
                    case "denied" -> wanted ? new HookAnswer.Handshake(200, PLAIN, "") : notFound();
                    // Nothing that is wanted is ever ended, and of the rest nothing is known.
                    case "unsubscribe" -> notFound();
                    default -> new HookAnswer.Malformed("There is no such hub.mode.", List.of());
                });
    }

    private static HookAnswer echo(String challenge) {
        return CHALLENGE.matcher(challenge).matches()
                ? new HookAnswer.Handshake(200, PLAIN, challenge)
                : new HookAnswer.Malformed("hub.challenge is missing, too long or not of printable ASCII.", List.of());
    }

    private static HookAnswer notFound() {
        return new HookAnswer.Handshake(404, PLAIN, "");
    }
}
