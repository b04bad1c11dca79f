package dev.earshot.provider.fuzz;

import dev.earshot.core.configuration.Source;
import dev.earshot.provider.Provider;
import dev.earshot.provider.Providers;
import dev.earshot.provider.Signed;
import dev.earshot.provider.Trial;
import dev.earshot.provider.hook.Hook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What fuzzing starts from: the test delivery of every provider and the samples in the tests' resources. */
final class Corpus {

    private static final Path SAMPLES = Path.of("src/test/resources");

    private Corpus() {}

    /** Every sample of every provider, as its platform delivers it. */
    static List<Seed> seeds() {
        List<Seed> seeds = new ArrayList<>();
        for (String name : new TreeSet<>(Providers.names())) {
            Provider provider = Providers.named(name).orElseThrow();
            Source source = Signed.source(name, Signed.SECRET);
            Trial trial = provider.trial(source, Signed.NOON);
            Hook hook = trial.hook(source, provider.secretInPath());
            seeds.add(new Seed(provider, source, hook.headers(), hook.pathSecret(), hook.body()));
            samples(name)
                    .forEach(body -> seeds.add(new Seed(provider, source, hook.headers(), hook.pathSecret(), body)));
        }
        return seeds;
    }

    private static List<byte[]> samples(String name) {
        Path folder = SAMPLES.resolve(name);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(Corpus::bytes)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One delivery to start from. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Seed(Provider provider, Source source, Map<String, String> headers, String pathSecret, byte[] body) {

        @Override
        public String toString() {
            return provider.name() + ", " + body.length + " bytes";
        }
    }
}
