package dev.earshot.local.template;

/**
 * A place in a template.
 *
 * @param file the file, relative to the root template's folder
 * @param line the line, from 1
 */
public record Position(String file, int line) {

    /** An error about this place; {@code message} says what is wrong and what to do. */
    TemplateException error(String message) {
        return new TemplateException(this + ": " + message);
    }

    /** {@code FILE:LINE}, as editors and terminals know it. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
