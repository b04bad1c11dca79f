package dev.earshot.emulators.sns;

import dev.earshot.emulators.http.Answer;
import dev.earshot.emulators.http.Call;
import dev.earshot.emulators.http.CallHandler;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the action that a call asks for and answers in XML; serves the certificate and the links of mails. */
final class SnsHandler implements CallHandler {

    private static final String XML = "text/xml; charset=utf-8";
    private static final String HTML = "text/html; charset=utf-8";
    private static final String PEM = "application/x-pem-file";
    private static final Set<String> LINKED = Set.of("ConfirmSubscription", "Unsubscribe");
    private static final int TOO_LARGE = 413;
    private static final int INTERNAL = 500;

    private final Map<String, Function<QueryRequest, Consumer<XmlAnswer>>> actions;
    private final SubscriptionActions subscriptions;
    private final Supplier<SigningKey> key;
    private final String certificatePath;

    SnsHandler(
            TopicActions topics,
            SubscriptionActions subscriptions,
            PublishActions publishing,
            Supplier<SigningKey> key,
            String certificatePath) {
        this.subscriptions = subscriptions;
        this.key = key;
        this.certificatePath = certificatePath;
        this.actions = Map.ofEntries(
                Map.entry("CreateTopic", topics::create),
                Map.entry("DeleteTopic", topics::delete),
                Map.entry("ListTopics", topics::list),
                Map.entry("GetTopicAttributes", topics::getAttributes),
                Map.entry("SetTopicAttributes", topics::setAttributes),
                Map.entry("Publish", publishing::publish),
                Map.entry("PublishBatch", publishing::publishBatch),
                Map.entry("Subscribe", subscriptions::subscribe),
                Map.entry("ConfirmSubscription", subscriptions::confirm),
                Map.entry("Unsubscribe", subscriptions::unsubscribe),
                Map.entry("ListSubscriptions", subscriptions::list),
                Map.entry("ListSubscriptionsByTopic", subscriptions::listByTopic),
                Map.entry("GetSubscriptionAttributes", subscriptions::getAttributes),
                Map.entry("SetSubscriptionAttributes", subscriptions::setAttributes));
    }

    @Override
    public Answer answer(Call call) throws IOException {
        try {
            return route(call);
        } catch (SnsError e) {
            return Answer.text(e.status(), XML, XmlAnswer.error(e));
        } catch (Call.BodyTooLargeException e) {
            return error(TOO_LARGE, "RequestEntityTooLarge", "Request body is larger than " + Call.MAX_BODY + " bytes");
        } catch (RuntimeException e) {
            return error(INTERNAL, "InternalFailure", "The emulator failed on this request.");
        }
    }

    private Answer route(Call call) throws IOException {
        if (call.method().equals("POST")) {
            return perform(QueryRequest.parse(call.body()));
        }
        if (!call.method().equals("GET")) {
            return error(405, "MethodNotAllowed", "Only GET and POST are known here");
        }
        String path = call.uri().getPath();
        QueryRequest request = query(call.uri().getRawQuery());
        if (path.equals(certificatePath)) {
            return Answer.text(200, PEM, key.get().certificatePem());
        }
        return switch (path) {
            case "/" -> follow(request);
            case Links.CONFIRM_PAGE -> {
                subscriptions.confirm(request);
                yield page("Subscription confirmed!", "You will receive what is published.");
            }
            case Links.UNSUBSCRIBE_PAGE -> {
                subscriptions.unsubscribe(request);
                yield page("Unsubscribed", "You will receive nothing more.");
            }
            default -> error(404, "NotFound", "There is nothing here");
        };
    }

    /** By GET only what SNS itself sends out as links: a page in a browser must not be able to do more. */
    private Answer follow(QueryRequest request) {
        if (!LINKED.contains(request.required("Action"))) {
            throw SnsError.of("InvalidAction", "This action needs a POST");
        }
        return perform(request);
    }

    private Answer perform(QueryRequest request) {
        String name = request.required("Action");
        Function<QueryRequest, Consumer<XmlAnswer>> action = actions.get(name);
        if (action == null) {
            throw SnsError.of("InvalidAction", "Not emulated: " + name);
        }
        return Answer.text(200, XML, XmlAnswer.response(name, action.apply(request)));
    }

    private static Answer page(String title, String text) {
        return Answer.text(200, HTML, "<!doctype html>" + XmlAnswer.page(title, text));
    }

    private static QueryRequest query(@Nullable String raw) {
        return QueryRequest.parse(raw == null ? "" : raw);
    }

    private static Answer error(int status, String code, String reason) {
        return Answer.text(status, XML, XmlAnswer.error(new SnsError(status, code, reason)));
    }
}
