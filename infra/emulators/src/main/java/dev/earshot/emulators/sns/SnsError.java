package dev.earshot.emulators.sns;

/** A refusal as SNS words it; the SDK turns the code into its exception class. */
final class SnsError extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;

    private final int status;
    private final String code;
    private final String reason;

    SnsError(int status, String code, String reason) {
        super(reason);
        this.status = status;
        this.code = code;
        this.reason = reason;
    }

    static SnsError of(String code, String reason) {
        return new SnsError(BAD_REQUEST, code, reason);
    }

    static SnsError invalidParameter(String reason) {
        return of("InvalidParameter", "Invalid parameter: " + reason);
    }

    static SnsError invalidValue(String reason) {
        return of("ParameterValueInvalid", reason);
    }

    static SnsError notFound(String what) {
        return new SnsError(NOT_FOUND, "NotFound", what + " does not exist");
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
