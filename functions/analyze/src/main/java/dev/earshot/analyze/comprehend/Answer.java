package dev.earshot.analyze.comprehend;

/** What Comprehend said about one document. */
sealed interface Answer<T> {

    /** It told. */
    record Told<T>(T value) implements Answer<T> {}

    /** It could not be asked now, or failed on it: the document is to be tried again. */
    record Later<T>(String reason) implements Answer<T> {}

    /** However often it is asked, it will not tell. */
    record Never<T>(String reason) implements Answer<T> {}
}
