package dev.earshot.analyze.departments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.analyze.embedding.Encoded;
import dev.earshot.analyze.embedding.TextEncoder;
import dev.earshot.analyze.local.LocalModels;
import dev.earshot.analyze.training.CompanyMention;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people's lessons change of the packaged model, and what they do not. */
class CorrectionTest {

    private static final TextEncoder ENCODER = TextEncoder.packaged();
    private static final DepartmentModel PACKAGED = LocalModels.departments();
    private static final CorrectionTrainer TRAINER = new CorrectionTrainer(PACKAGED.ids());

    private static final Encoded TAUGHT = ENCODER.encode("The volunteering day at the river was cancelled again.");
    private static final Encoded ALIKE = ENCODER.encode("Why did you cancel the river clean-up with the volunteers?");
    private static final Encoded UNLIKE = ENCODER.encode("My parcel never came and nobody answers my e-mails.");

    @Test
    void oneLessonMovesWhatSaysAlikeAndLeavesTheRest() {
        String target = other(PACKAGED.fit(ALIKE).ranking().get(0));
        Correction correction = TRAINER.train(List.of(lesson(TAUGHT, target, true, "grace")));
        assertEquals(target, PACKAGED.fit(TAUGHT, correction).ranking().get(0));
        assertTrue(score(ALIKE, target, correction)
                > PACKAGED.fit(ALIKE).departments().stream()
                        .filter(one -> one.id().equals(target))
                        .findFirst()
                        .orElseThrow()
                        .score());
        assertEquals(
                PACKAGED.fit(UNLIKE).ranking().get(0),
                PACKAGED.fit(UNLIKE, correction).ranking().get(0));
    }

    @Test
    void aFewLessonsChangeTheDepartmentOfTheNextSimilarMention() {
        String target = other(PACKAGED.fit(ALIKE).ranking().get(0));
        List<Lesson> lessons = Stream.of(
                        "The volunteering day at the river was cancelled again.",
                        "When is the next clean-up of the river with your volunteers?",
                        "I came to volunteer at the river and nobody was there.")
                .map(text -> lesson(ENCODER.encode(text), target, true, "grace"))
                .toList();
        assertEquals(
                target, PACKAGED.fit(ALIKE, TRAINER.train(lessons)).ranking().get(0));
    }

    @Test
    void whatIsNotOursScoresLowerNextTime() {
        String likeliest = PACKAGED.fit(UNLIKE).ranking().get(0);
        Correction correction = TRAINER.train(List.of(lesson(UNLIKE, likeliest, false, "grace")));
        assertTrue(score(UNLIKE, likeliest, correction)
                < PACKAGED.fit(UNLIKE).departments().get(0).score());
    }

    @Test
    void fortyLessonsCostThePackagedModelAtMostOnePoint() {
        List<CompanyMention> others = heldOut();
        Correction correction = TRAINER.train(forty());
        int before = 0;
        int after = 0;
        for (CompanyMention one : others) {
            Encoded text = ENCODER.encode(one.text());
            before += right(one, PACKAGED.fit(text)) ? 1 : 0;
            after += right(one, PACKAGED.fit(text, correction)) ? 1 : 0;
        }
        assertTrue((before - after) * 100 <= others.size(), before + " before, " + after + " after");
    }

    @Test
    void howeverOftenOnePersonSaysItItCountsAsTwentyLessonsAndOthersOutweighIt() {
        List<Lesson> lessons = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            lessons.add(lesson(UNLIKE, "leadership", true, "mallory"));
        }
        List<Lesson> twenty = lessons.subList(0, (int) CorrectionTrainer.MOST_OF_ONE_PERSON);
        assertEquals(
                score(UNLIKE, "leadership", TRAINER.train(twenty)),
                score(UNLIKE, "leadership", TRAINER.train(lessons)),
                0.01);
        for (int i = 0; i < 30; i++) {
            lessons.add(lesson(UNLIKE, "support", true, "person " + i));
        }
        assertEquals(
                "support",
                PACKAGED.fit(UNLIKE, TRAINER.train(lessons)).ranking().get(0));
    }

    @Test
    void lessonsAboutUnknownDepartmentsChangeNothing() {
        Correction correction = TRAINER.train(List.of(lesson(TAUGHT, "submarines", true, "grace")));
        assertEquals(PACKAGED.fit(TAUGHT), PACKAGED.fit(TAUGHT, correction));
    }

    @Test
    void theSameLessonsGiveTheSameCorrectionWhichIsReadAsItWasWritten() throws IOException {
        Correction correction = TRAINER.train(forty());
        assertArrayEquals(correction.toBytes(), TRAINER.train(forty()).toBytes());
        Correction read = Correction.of(correction.toBytes());
        assertTrue(read.isFor(PACKAGED));
        assertEquals(PACKAGED.fit(TAUGHT, correction), PACKAGED.fit(TAUGHT, read));
        assertTrue(correction.toBytes().length < 16 * 1024);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 31, 32, 40, 5_000})
    void aCorrectionThatWasChangedOnTheWayIsRefused(int at) {
        byte[] bytes = TRAINER.train(forty()).toBytes();
        bytes[at] ^= 1;
        assertThrows(IOException.class, () -> Correction.of(bytes));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 32, 100})
    void aCorrectionThatWasCutOffIsRefused(int length) {
        byte[] cut = Arrays.copyOf(TRAINER.train(forty()).toBytes(), length);
        assertThrows(IOException.class, () -> Correction.of(cut));
    }

    private static Lesson lesson(Encoded text, String department, boolean belongs, String by) {
        return new Lesson(text.embedding(), PACKAGED.logits(text), department, belongs, by);
    }

    /** A department that is not this one. */
    private static String other(String department) {
        assertNotEquals(DepartmentModel.NOISE, department);
        return department.equals("people") ? "leadership" : "people";
    }

    private static double score(Encoded text, String department, Correction correction) {
        return PACKAGED.fit(text, correction).departments().stream()
                .filter(one -> one.id().equals(department))
                .findFirst()
                .orElseThrow()
                .score();
    }

    /** What one company's people might teach: of four of their own subjects, ten mentions each, by two people. */
    private static List<Lesson> forty() {
        List<String> towns =
                List.of("Lyon", "Ghent", "Turin", "Graz", "Porto", "Cork", "Aarhus", "Brno", "Bilbao", "Leeds");
        List<String> templates = List.of(
                "The volunteering day in %s was cancelled again|people",
                "Who decides that the museum in %s closes on Mondays?|leadership",
                "The escalator of your branch in %s stops with a jolt|safety",
                "Could our club in %s get the yearbook in bulk?|sales");
        return IntStream.range(0, 40)
                .mapToObj(i -> {
                    String[] parts = templates.get(i % 4).split("\\|", -1);
                    Encoded text = ENCODER.encode(parts[0].formatted(towns.get(i / 4)));
                    return lesson(text, parts[1], true, i % 2 == 0 ? "grace" : "linus");
                })
                .toList();
    }

    /** Every eighth of the packaged examples; no lesson is one of them. */
    private static List<CompanyMention> heldOut() {
        List<CompanyMention> all = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> CompanyMention.read(Path.of("src/main/resources/examples/mentions-" + i + ".tsv")))
                .flatMap(List::stream)
                .toList();
        return IntStream.range(0, all.size())
                .filter(i -> i % 8 == 0)
                .mapToObj(all::get)
                .toList();
    }

    private static boolean right(CompanyMention one, Fit fit) {
        String first = fit.ranking().get(0);
        return one.primary().equals(first) || one.also().contains(first);
    }
}
