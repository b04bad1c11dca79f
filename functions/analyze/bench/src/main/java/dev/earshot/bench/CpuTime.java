package dev.earshot.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/** How much of a processor a call takes, with what Java does beside it: on a busy machine it takes longer, not more. */
public final class CpuTime implements InternalProfiler {

    private static final double NANOS_PER_MICRO = 1_000;

    private long before;

    @Override
    public String getDescription() {
        return "processor time of the whole process for each call";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        before = spent();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double calls = result.getMetadata().getMeasuredOps();
        return List.of(
                new ScalarResult("cpu", (spent() - before) / NANOS_PER_MICRO / calls, "us/op", AggregationPolicy.AVG));
    }

    private static long spent() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
