package dev.earshot.analyze.training;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.analyze.departments.Centre;
import dev.earshot.analyze.departments.DepartmentExample;
import dev.earshot.analyze.departments.DepartmentModel;
import dev.earshot.analyze.departments.DepartmentTrainer;
import dev.earshot.analyze.embedding.Encoded;
import dev.earshot.analyze.embedding.TextEncoder;
import dev.earshot.analyze.embedding.Wording;
import dev.earshot.analyze.intent.IntentModel;
import dev.earshot.analyze.learning.Example;
import dev.earshot.analyze.learning.Features;
import dev.earshot.analyze.learning.NGrams;
import dev.earshot.analyze.sentiment.SentimentModel;
import dev.earshot.analyze.training.SentimentTraining.Judged;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Writes the packaged weights. Nothing is drawn by chance: the same files give the same weights.
 *
 * <pre>Train --out DIR [--cache FILE] [--calibration FILE] [--posts FILE]... --mentions FILE --mentions FILE... [--intents FILE]...</pre>
 *
 * <p>Posts and calibration are {@code label TAB text} with 0, 1, 2 or names of sentiments; each file of mentions is one
 * author's; of those of {@code --intents} nothing but their intents is learned. It prints what it learned from and the checksums of what it wrote.
 */
public final class Train {

    private static final List<String> IDS = List.of(
            "product", "support", "sales", "marketing", "people", "safety", "leadership", DepartmentModel.NOISE);
    private static final double WEIGHT_OF_MENTIONS = 4;

    private final TrainOptions options;
    private final FeatureCache cache;
    private final TextEncoder encoder;
    private final PrintStream log;
    private final List<List<CompanyMention>> mentions = new ArrayList<>();
    private final List<List<Features>> features = new ArrayList<>();

    private Train(TrainOptions options, TextEncoder encoder, FeatureCache cache, PrintStream log) {
        this.options = options;
        this.encoder = encoder;
        this.cache = cache;
        this.log = log;
    }

    /** Trains as the arguments say; a wrong one is said in one line, exit code 2. */
    public static void main(String[] arguments) throws IOException {
        PrintStream log = new PrintStream(System.out, true, UTF_8);
        try {
            TrainOptions options = TrainOptions.of(List.of(arguments));
            try (TextEncoder encoder = TextEncoder.packaged();
                    FeatureCache cache = new FeatureCache(encoder, options.cache())) {
                new Train(options, encoder, cache, log).run();
            }
        } catch (InvalidFileException e) {
            log.println("train: " + e.getMessage());
            System.exit(2);
        }
    }

    private void run() throws IOException {
        log.println("seed: none, nothing is drawn by chance");
        for (Path file : options.mentions()) {
            List<CompanyMention> read = CompanyMention.read(file);
            mentions.add(read);
            features.add(features(read));
            said(file, read.size());
        }
        Files.createDirectories(options.out());
        if (!options.skip().contains("centre")) {
            write("centre", this::writeCentre);
        }
        if (!options.skip().contains("departments")) {
            DepartmentModel departments = departments();
            write("departments", departments::write);
            log.println("departments: thresholds " + departments.ids() + " " + departments.thresholds());
        }
        if (!options.skip().contains("intents")) {
            IntentModel intents = IntentTraining.train(
                    intentExamples(),
                    mentions,
                    features.stream().map(Train::common).toList());
            write("intents", intents::write);
            log.println("intents: urgent from " + intents.urgentFrom());
        }
        if (!options.skip().contains("sentiment")) {
            SentimentModel sentiment = sentiment();
            write("sentiment", sentiment::write);
            log.println("sentiment: temperature " + sentiment.temperature());
        }
    }

    private List<Features> features(List<CompanyMention> read) throws IOException {
        List<Features> seen = new ArrayList<>();
        for (CompanyMention one : read) {
            seen.add(new Features(
                    cache.features(one.text()), NGrams.of(Wording.of(one.text()), DepartmentTrainer.BUCKETS)));
        }
        return seen;
    }

    /** What all heads look at; the rest are the departments'. */
    private static List<Features> common(List<Features> features) {
        return features.stream()
                .map(one -> new Features(common(one.dense()), one.grams()))
                .toList();
    }

    private static float[] common(float[] features) {
        return Arrays.copyOf(features, TextEncoder.COMMON);
    }

    private List<Example> intentExamples() throws IOException {
        List<Example> examples = new ArrayList<>();
        for (int g = 0; g < mentions.size(); g++) {
            examples.addAll(IntentTraining.intents(mentions.get(g), common(features.get(g))));
        }
        for (Path file : options.intents()) {
            List<CompanyMention> read = CompanyMention.read(file);
            examples.addAll(IntentTraining.intents(read, common(features(read))));
            said(file, read.size());
        }
        return examples;
    }

    /** The mean of the mentions' embeddings, which are what their features begin with. */
    private void writeCentre(DataOutputStream out) throws IOException {
        List<Features> all = features.stream().flatMap(List::stream).toList();
        out.writeInt(Centre.WIDTH);
        for (int d = 0; d < Centre.WIDTH; d++) {
            double sum = 0;
            for (Features one : all) {
                sum += one.dense()[d];
            }
            out.writeFloat((float) (sum / all.size()));
        }
    }

    private DepartmentModel departments() {
        List<DepartmentExample> examples = new ArrayList<>();
        for (int g = 0; g < mentions.size(); g++) {
            for (int i = 0; i < mentions.get(g).size(); i++) {
                CompanyMention one = mentions.get(g).get(i);
                examples.add(new DepartmentExample(features.get(g).get(i), one.primary(), one.also(), 1, g));
            }
        }
        return new DepartmentTrainer(IDS).train(examples);
    }

    private SentimentModel sentiment() throws IOException {
        List<Judged> judged = new ArrayList<>();
        for (Path file : options.posts()) {
            List<Judged> posts = posts(file);
            judged.addAll(posts);
            said(file, posts.size());
        }
        List<Encoded> maybeMixed = new ArrayList<>();
        List<Boolean> isMixed = new ArrayList<>();
        for (List<CompanyMention> group : mentions) {
            boolean labelsMixed = group.stream().anyMatch(one -> one.sentiment().equals("MIXED"));
            for (CompanyMention one : group) {
                float[] seen = common(cache.features(one.text()));
                boolean both = one.sentiment().equals("MIXED");
                judged.add(
                        both
                                ? Judged.both(one.text(), seen, WEIGHT_OF_MENTIONS)
                                : Judged.of(one.text(), seen, label(one.sentiment()), WEIGHT_OF_MENTIONS));
                if (labelsMixed) {
                    maybeMixed.add(encoder.encode(one.text()));
                    isMixed.add(both);
                }
            }
        }
        Path calibration = options.calibration();
        return SentimentTraining.train(
                judged, maybeMixed, isMixed, calibration == null ? List.of() : posts(calibration));
    }

    private List<Judged> posts(Path file) throws IOException {
        List<Judged> posts = new ArrayList<>();
        for (LabelledFile.Labelled row : LabelledFile.read(file)) {
            posts.add(Judged.of(row.text(), common(cache.features(row.text())), label(row.label()), 1));
        }
        return posts;
    }

    private static int label(String label) {
        return switch (label.toUpperCase(Locale.ROOT)) {
            case "0", "NEGATIVE" -> SentimentModel.NEGATIVE;
            case "1", "NEUTRAL" -> SentimentModel.NEUTRAL;
            case "2", "POSITIVE" -> SentimentModel.POSITIVE;
            default -> throw new InvalidFileException("'" + label + "' is no sentiment");
        };
    }

    private interface Form {
        void write(DataOutputStream out) throws IOException;
    }

    private void write(String name, Form form) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        form.write(new DataOutputStream(bytes));
        Files.write(options.out().resolve(name), bytes.toByteArray());
        log.println("sha256 " + sha256(bytes.toByteArray()) + "  " + name);
    }

    private void said(Path file, int texts) throws IOException {
        log.println(
                "data: " + file.getFileName() + ", " + texts + " texts, sha256 " + sha256(Files.readAllBytes(file)));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
