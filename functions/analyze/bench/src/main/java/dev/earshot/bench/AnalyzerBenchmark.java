package dev.earshot.bench;

import dev.earshot.analyze.Understanding;
import dev.earshot.analyze.embedding.Encoded;
import dev.earshot.analyze.embedding.TextEncoder;
import dev.earshot.analyze.language.LanguageDetector;
import dev.earshot.analyze.local.LocalAnalyzer;
import dev.earshot.analyze.local.LocalModels;
import dev.earshot.core.mention.Mention;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** How long the analyzer and its parts take for one text on one thread, beside the baselines. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AnalyzerBenchmark {

    private static final String TEN_WORDS = "The new update keeps logging me out every single morning.";
    private static final String MENTION =
            "I ordered the blue kettle three weeks ago, it came with a cracked lid, and since then I have written to"
                    + " support four times. Nobody answers. I would like a refund or a new lid, please.";

    /** A file of company mentions that the baselines learn from. */
    @Param("functions/analyze/src/main/resources/examples/mentions-2.tsv")
    public String examples = "";

    private TextEncoder encoder;
    private LocalAnalyzer analyzer;
    private Lexicon lexicon;
    private NGramModel grams;
    private Mention mention;
    private Mention tenWords;
    private String longest;

    /** Loads the models and learns the baselines. */
    @Setup
    public void load() throws IOException {
        encoder = TextEncoder.packaged();
        analyzer = new LocalAnalyzer(
                new LanguageDetector(languages(), List.of("en", "de", "fr", "es")),
                encoder,
                LocalModels.sentiment(),
                LocalModels.intents(),
                LocalModels.departments());
        List<Labelled> learned = Labelled.mentions(List.of(Path.of(examples)));
        lexicon = new Lexicon(learned);
        grams = new NGramModel(learned);
        mention = Mention.of("bench", "standard-webhooks", "1").text(MENTION).heard(Instant.EPOCH);
        tenWords = Mention.of("bench", "standard-webhooks", "2").text(TEN_WORDS).heard(Instant.EPOCH);
        longest = "word ".repeat(254);
    }

    private static LanguageDetectorModel languages() throws IOException {
        try (InputStream model = AnalyzerBenchmark.class.getResourceAsStream("/langdetect-183.bin")) {
            return new LanguageDetectorModel(Objects.requireNonNull(model, "the language model is not packaged"));
        }
    }

    /** Frees the model. */
    @TearDown
    public void close() {
        encoder.close();
    }

    /** A text of 36 words to pieces. */
    @Benchmark
    public int tokenizer() {
        return encoder.pieces(MENTION);
    }

    /** Ten words to what the heads look at. */
    @Benchmark
    public Encoded embeddingOfTenWords() {
        return encoder.encode(TEN_WORDS);
    }

    /** 254 pieces and the two that mark beginning and end: one full window. */
    @Benchmark
    public Encoded embeddingOf256Pieces() {
        return encoder.encode(longest);
    }

    /** All that is told of a short text, ten words. */
    @Benchmark
    public Understanding analyzerOfTenWords() {
        return analyzer.apply(tenWords);
    }

    /** All that is told of a mention of 36 words. */
    @Benchmark
    public Understanding analyzer() {
        return analyzer.apply(mention);
    }

    /** Departments of the same by the word list. */
    @Benchmark
    public List<String> lexicon() {
        return lexicon.apply(MENTION);
    }

    /** The same by n-grams. */
    @Benchmark
    public List<String> nGrams() {
        return grams.apply(MENTION);
    }
}
