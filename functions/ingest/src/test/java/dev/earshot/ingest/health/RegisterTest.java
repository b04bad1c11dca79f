package dev.earshot.ingest.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.source.RegisteredSource;
import dev.earshot.edge.source.KnownSource;
import dev.earshot.ingest.MutableClock;
import dev.earshot.provider.Signed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How the register follows the configuration. */
class RegisterTest {

    private static final KnownSource GITHUB =
            new KnownSource.Configured(new Source("repo", "github", List.of("the-secret"), null));

    private final MutableClock clock = new MutableClock(Signed.NOON);
    private final HealthMemory table = new HealthMemory();
    private final Register register = new Register(table, clock);

    @Test
    void everySourceIsNamedWithWhatIsWrongWithIt() {
        register.keep(Map.of(
                "repo",
                GITHUB,
                "misspelt",
                new KnownSource.Configured(new Source("misspelt", "gihtub", List.of("the-secret"), null)),
                "broken",
                new KnownSource.Broken("its parameter is not JSON")));
        assertEquals(
                List.of("broken", "misspelt", "repo"),
                table.registered().stream().map(RegisteredSource::name).toList());
        assertEquals(
                new RegisteredSource("broken", null, "its parameter is not JSON"),
                table.registered().get(0));
        assertEquals("gihtub", table.registered().get(1).provider());
        assertEquals(
                true,
                table.registered().get(1).problem().startsWith("source 'misspelt' has a provider that does not exist"));
        assertEquals(
                new RegisteredSource("repo", "github", null), table.registered().get(2));
        assertEquals(false, table.registered().toString().contains("the-secret"));
    }

    @Test
    void itIsWrittenWhenTheSourcesHaveChangedAndOnlyThen() {
        Map<String, KnownSource> read = Map.of("repo", GITHUB);
        register.keep(read);
        register.keep(read);
        register.keep(Map.of("repo", GITHUB));
        assertEquals(1, table.registrations());
        register.keep(Map.of("other", GITHUB));
        assertEquals(2, table.registrations());
        register.keep(Map.of());
        assertEquals(List.of(), table.registered());
    }

    @Test
    void aTableThatDoesNotAnswerFailsNothingAndIsNotAskedAgainForTenSeconds() {
        table.broken(true);
        Map<String, KnownSource> read = Map.of("repo", GITHUB);
        register.keep(read);
        table.broken(false);
        register.keep(read);
        assertEquals(0, table.registrations());
        clock.forward(HealthLog.PAUSE);
        register.keep(read);
        assertEquals(1, table.registrations());
    }
}
