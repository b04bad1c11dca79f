package dev.earshot.analyze.training;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a training is told.
 *
 * @param out where the weights go
 * @param cache where encoded texts are remembered; null for nowhere
 * @param calibration posts that are not learned; null for none
 * @param posts files of posts with their sentiments
 * @param mentions files of company mentions, at least two
 * @param intents files of company mentions that intents alone are learned from
 * @param skip which of {@code centre}, {@code departments}, {@code intents}, {@code sentiment} not to train
 */
record TrainOptions(
        Path out,
        @Nullable Path cache,
        @Nullable Path calibration,
        List<Path> posts,
        List<Path> mentions,
        List<Path> intents,
        List<String> skip) {

    static TrainOptions of(List<String> arguments) {
        List<Path> posts = new ArrayList<>();
        List<Path> mentions = new ArrayList<>();
        List<Path> intents = new ArrayList<>();
        List<String> skip = new ArrayList<>();
        Path out = null;
        Path cache = null;
        Path calibration = null;
        for (int i = 0; i + 1 < arguments.size(); i += 2) {
            String value = arguments.get(i + 1);
            switch (arguments.get(i)) {
                case "--out" -> out = Path.of(value);
                case "--cache" -> cache = Path.of(value);
                case "--calibration" -> calibration = Path.of(value);
                case "--posts" -> posts.add(Path.of(value));
                case "--mentions" -> mentions.add(Path.of(value));
                case "--intents" -> intents.add(Path.of(value));
                case "--skip" -> skip.add(value);
                default -> throw new InvalidFileException("there is no option " + arguments.get(i));
            }
        }
        if (out == null || mentions.size() < 2 || arguments.size() % 2 != 0) {
            throw new InvalidFileException("say --out DIR and at least two --mentions FILE");
        }
        return new TrainOptions(out, cache, calibration, posts, mentions, intents, skip);
    }
}
