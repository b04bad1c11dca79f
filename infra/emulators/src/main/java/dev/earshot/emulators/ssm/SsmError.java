package dev.earshot.emulators.ssm;

/** A refusal as SSM words it; the SDK turns the code into its exception class. */
final class SsmError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String code;

    SsmError(String code, String message) {
        super(message);
        this.code = code;
    }

    static SsmError validation(String message) {
        return new SsmError("ValidationException", message);
    }

    static SsmError notFound(String name) {
        return new SsmError("ParameterNotFound", "Parameter " + name + " not found.");
    }

    String code() {
        return code;
    }
}
