package dev.earshot.analyze;

/** Which analyzer understands mentions; the values of the template's {@code AnalyzerMode}, in capitals. */
enum AnalyzerMode {

    /** Inside this function: nothing that people said leaves it. */
    LOCAL,

    /** Amazon Comprehend, which is sent the texts and paid by their length. */
    COMPREHEND,

    /** Inside this function what is English, by Comprehend what is not, up to a number of units a day. */
    HYBRID
}
