package dev.earshot.local.lambda;

/**
 * How many processes a function has.
 *
 * @param least so many from the start
 * @param most so many when events wait
 */
public record PoolSize(int least, int most) {

    public PoolSize {
        if (least < 1 || most < least) {
            throw new IllegalArgumentException("at least one process must run");
        }
    }

    /** Always the same number. */
    public static PoolSize of(int processes) {
        return new PoolSize(processes, processes);
    }
}
