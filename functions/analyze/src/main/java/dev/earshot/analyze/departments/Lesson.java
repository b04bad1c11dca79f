package dev.earshot.analyze.departments;

/**
 * What a person said of where a text belongs.
 *
 * @param embedding of the text, {@link Centre#WIDTH} numbers, of any length together
 * @param logits the packaged model's, one for each of its classes
 * @param department of the packaged model, or {@link DepartmentModel#NOISE}
 * @param belongs whether the text concerns the department; otherwise it does not
 * @param by stands for the person
 */
@SuppressWarnings("ArrayRecordComponent") // numbers by the hundred; nobody compares them
public record Lesson(float[] embedding, double[] logits, String department, boolean belongs, String by) {

    public Lesson {
        if (by.isEmpty()) {
            throw new IllegalArgumentException("a lesson is somebody's");
        }
    }
}
