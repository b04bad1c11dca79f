package dev.earshot.edge.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.source.RegisteredSource;
import dev.earshot.core.source.SourceHealth;
import dev.earshot.core.source.SourceReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How the register follows the configuration. */
class RegisterTest {

    private static final KnownSource GITHUB =
            new KnownSource.Configured(new Source("repo", "github", List.of("the-secret"), null));

    private final MutableClock clock = new MutableClock(Instant.parse("2026-11-21T12:00:00Z"));
    private final Table table = new Table();
    private final Register register = new Register(table, RegisterTest::fault, clock);

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
                List.of(
                        new RegisteredSource("broken", null, "its parameter is not JSON"),
                        new RegisteredSource("misspelt", "gihtub", "there is no gihtub", null),
                        new RegisteredSource("repo", "github", null)),
                table.registered);
        assertFalse(table.registered.toString().contains("the-secret"));
    }

    @Test
    void itIsWrittenWhenTheSourcesHaveChangedAndOnlyThen() {
        Map<String, KnownSource> read = Map.of("repo", GITHUB);
        register.keep(read);
        register.keep(read);
        register.keep(Map.of("repo", GITHUB));
        assertEquals(1, table.writes);
        register.keep(Map.of("other", GITHUB));
        assertEquals(2, table.writes);
        register.keep(Map.of());
        assertEquals(List.of(), table.registered);
    }

    @Test
    void aTableThatDoesNotAnswerFailsNothingAndIsNotAskedAgainForTenSeconds() {
        table.isDown = true;
        Map<String, KnownSource> read = Map.of("repo", GITHUB);
        register.keep(read);
        table.isDown = false;
        register.keep(read);
        assertEquals(0, table.writes);
        clock.forward(Register.PAUSE);
        register.keep(read);
        assertEquals(1, table.writes);
    }

    private static Optional<String> fault(Source source) {
        return source.provider().equals("github") ? Optional.empty() : Optional.of("there is no " + source.provider());
    }

    private static final class Table implements SourceHealth {

        private List<RegisteredSource> registered = List.of();
        private int writes;
        private boolean isDown;

        @Override
        public void add(String source, SourceReport report) {
            throw new AssertionError("the register reports nothing");
        }

        @Override
        public void register(List<RegisteredSource> sources, Instant seenAt) {
            if (isDown) {
                throw new IllegalStateException("the table is down");
            }
            writes++;
            registered = sources;
        }
    }
}
