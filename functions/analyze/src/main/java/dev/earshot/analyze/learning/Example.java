package dev.earshot.analyze.learning;

/**
 * A text with what it should be taken for.
 *
 * @param features of the text
 * @param target how much of it is of each class, summing to 1
 * @param weight how much it counts, over 0
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by the hundred; nobody compares them
public record Example(Features features, double[] target, double weight) {

    /** An example of one class. */
    public static Example of(Features features, int label, int classes, double weight) {
        double[] target = new double[classes];
        target[label] = 1;
        return new Example(features, target, weight);
    }
}
