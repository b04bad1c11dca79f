package dev.earshot.provider;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Mention;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test deliveries are about what a source listens to, else they would try nothing. */
class ListenedTrialTest {

    @ParameterizedTest
    @CsvSource({
        "discourse, post_edited",
        "zendesk, ticket.created",
        "zendesk, zen:event-type:ticket.comment_added",
        "intercom, conversation.user.replied",
        "mastodon, status.updated",
        "typeform, form_response",
        "trustpilot, product-review-updated",
        "form, anything"
    })
    void aTestDeliveryIsHeardWhateverTheSourceListensTo(String name, String event) {
        Source source = Samples.source(
                name,
                "{\"accounts\": [\"an-account\"], \"channels\": [\"a-channel\"], \"events\": [\"" + event + "\"]}");
        Provider provider = Providers.named(name).orElseThrow();
        Trial trial = provider.trial(source, Signed.NOON);
        Mention heard = Samples.one(provider.parse(trial.hook(source, provider.secretInPath()), source, Signed.NOON));
        assertTrue(heard.text() != null && heard.text().contains(Trial.WORDS));
    }
}
