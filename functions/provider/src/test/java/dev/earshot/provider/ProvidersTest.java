package dev.earshot.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Mention;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.proof.Proof;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every provider, whichever it is. */
class ProvidersTest {

    /** Those whose secret travels beside the body: a changed body is as proven as the one before. */
    private static final Set<String> UNSIGNED_BODIES = Set.of("cloudevents", "trustpilot", "form");

    static Set<String> all() {
        return Providers.names();
    }

    static Set<String> delivered() {
        Set<String> names = new TreeSet<>(Providers.names());
        names.removeIf(name -> provider(name).polled());
        return names;
    }

    static Set<String> polled() {
        Set<String> names = new TreeSet<>(Providers.names());
        names.removeAll(delivered());
        return names;
    }

    @ParameterizedTest
    @MethodSource("all")
    void itsTestDeliveryIsProvenAndHeard(String name) {
        Provider provider = provider(name);
        Source source = Signed.source(name, Signed.SECRET);
        Hook hook = hook(provider, source);
        if (!provider.polled()) {
            assertInstanceOf(Proof.Proven.class, provider.verify(hook, source, Signed.NOON));
        }
        Heard.Mentions heard = assertInstanceOf(Heard.Mentions.class, provider.parse(hook, source, Signed.NOON));
        assertEquals(1, heard.mentions().size());
        Mention mention = heard.mentions().get(0);
        assertNotNull(mention.text());
        assertTrue(mention.text().contains(Trial.WORDS), mention.text());
        assertEquals(name, mention.provider());
        assertEquals("our-source", mention.source());
    }

    @ParameterizedTest
    @MethodSource("delivered")
    void bothSecretsOfARotationProve(String name) {
        Provider provider = provider(name);
        Source source = Signed.source(name, Signed.SECRET);
        Source rotating = Signed.source(name, Signed.OTHER_SECRET, Signed.SECRET);
        assertInstanceOf(Proof.Proven.class, provider.verify(hook(provider, source), rotating, Signed.NOON));
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothingIsProvenByAnotherSecretByAnEmptyOneOrByNone(String name) {
        Provider provider = provider(name);
        Hook hook = hook(provider, Signed.source(name, Signed.SECRET));
        for (Source source :
                new Source[] {Signed.source(name, Signed.OTHER_SECRET), Signed.source(name, ""), Signed.source(name)}) {
            assertInstanceOf(Proof.Refused.class, provider.verify(hook, source, Signed.NOON));
            Hook unsigned = provider.trial(source, Signed.NOON).hook(source, provider.secretInPath());
            if (source.secrets().isEmpty() || source.secrets().get(0).isEmpty()) {
                assertInstanceOf(Proof.Refused.class, provider.verify(unsigned, source, Signed.NOON));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("delivered")
    void changedAndCutBodiesAreNotProven(String name) {
        if (UNSIGNED_BODIES.contains(name)) {
            return;
        }
        Provider provider = provider(name);
        Source source = Signed.source(name, Signed.SECRET);
        Hook hook = hook(provider, source);
        byte[] changed = hook.body().clone();
        changed[changed.length / 2] ^= 1;
        byte[] cut = Arrays.copyOf(hook.body(), hook.body().length - 1);
        for (byte[] body : new byte[][] {changed, cut, new byte[0]}) {
            Hook forged = new Hook(hook.method(), hook.source(), hook.pathSecret(), hook.headers(), hook.query(), body);
            assertInstanceOf(Proof.Refused.class, provider.verify(forged, source, Signed.NOON));
        }
    }

    @ParameterizedTest
    @MethodSource("delivered")
    void whoSetsItUpIsToldTheAddressAndNoSecretButInIt(String name) {
        Provider provider = provider(name);
        Source source = Signed.source(name, Signed.SECRET);
        String url = "https://listen.example.com/hooks/our-source";
        String told = String.join("\n", provider.setup(source, url));
        assertTrue(told.contains(url), told);
        assertFalse(told.contains(Signed.SECRET), told);
    }

    @ParameterizedTest
    @MethodSource("polled")
    void noDeliveryOfWhatIsPolledIsProvenAndNothingIsToBeEntered(String name) {
        Provider provider = provider(name);
        Source source = Signed.source(name, Signed.SECRET);
        assertInstanceOf(Proof.Refused.class, provider.verify(hook(provider, source), source, Signed.NOON));
        assertEquals(Optional.empty(), provider.handshake(hook(provider, source), source, Signed.NOON));
        String url = "https://listen.example.com/hooks/our-source";
        assertFalse(String.join("\n", provider.setup(source, url)).contains(url));
    }

    private static Provider provider(String name) {
        return Providers.named(name).orElseThrow();
    }

    private static Hook hook(Provider provider, Source source) {
        return provider.trial(source, Signed.NOON).hook(source, provider.secretInPath());
    }
}
