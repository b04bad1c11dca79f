package dev.earshot.ingest.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.core.configuration.ProviderRules;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProvidersTest {

    @Test
    void whatConfigurationKnowsIsWhatThereIs() {
        assertEquals(Set.copyOf(ProviderRules.names()), Providers.names());
    }
}
