package dev.earshot.provider.cloudevents;

import dev.earshot.core.configuration.Source;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.hook.HookAnswer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The handshake by which a sender asks whether it may deliver here at all, so that nobody can point it at a stranger. The
 * two Allowed headers are the consent, not the status; nothing is proven by it.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/main/cloudevents/http-webhook.md#4-abuse-protection">Abuse
 *     protection</a>
 */
final class DeliveryConsent {

    private static final Pattern RATE = Pattern.compile("[1-9][0-9]{0,8}");
    private static final String ANY = "*";

    private DeliveryConsent() {}

    /** The answer to the handshake; empty when the hook is none. */
    static Optional<HookAnswer> answer(Hook hook, Source source) {
        if (!hook.method().equals("OPTIONS")) {
            return Optional.empty();
        }
        return hook.header("webhook-request-origin").map(origin -> {
            AllowedOrigins allowed = AllowedOrigins.of(source.options());
            return allowed.allows(origin)
                    ? consent(allowed.all() ? ANY : origin, hook.header("webhook-request-rate"))
                    : new HookAnswer.Forbidden("This origin is not among the source's allowedOrigins.");
        });
    }

    private static HookAnswer consent(String origin, Optional<String> rate) {
        if (rate.isPresent() && !RATE.matcher(rate.get()).matches()) {
            return new HookAnswer.Malformed("WebHook-Request-Rate is not a whole number from 1.", List.of());
        }
        Map<String, String> headers =
                Map.of("WebHook-Allowed-Origin", origin, "WebHook-Allowed-Rate", rate.orElse(ANY), "Allow", "POST");
        return new HookAnswer.Handshake(200, headers, "");
    }
}
