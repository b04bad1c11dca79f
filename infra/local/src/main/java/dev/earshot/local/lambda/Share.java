package dev.earshot.local.lambda;

/**
 * How much of this machine a function gets.
 *
 * @param least so many processes from the start; 0 when the first event starts the first
 * @param most so many when events wait
 * @param yields whether the others go first when all want the processors
 */
public record Share(int least, int most, boolean yields) {

    public Share {
        if (least < 0 || most < 1 || most < least) {
            throw new IllegalArgumentException("at least one process may run");
        }
    }

    /** The same, but started by the first event. */
    public Share onDemand() {
        return new Share(0, most, yields);
    }

    /** Always the same number of processes. */
    public static Share of(int processes) {
        return new Share(processes, processes, false);
    }
}
