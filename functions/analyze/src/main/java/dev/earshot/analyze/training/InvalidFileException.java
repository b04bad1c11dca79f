package dev.earshot.analyze.training;

import java.nio.file.Path;

/** A file of labelled texts is not what it should be; the message says where. */
public final class InvalidFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidFileException(String message) {
        super(message);
    }

    /** A file is wrong as a whole. */
    public static InvalidFileException of(Path file, String what) {
        return new InvalidFileException(file + ": " + what);
    }

    /** A line of a file is wrong; lines are counted from 1. */
    public static InvalidFileException at(Path file, int line, String what) {
        return new InvalidFileException(file + ":" + line + ": " + what);
    }
}
