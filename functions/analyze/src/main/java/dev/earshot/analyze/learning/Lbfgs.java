package dev.earshot.analyze.learning;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Finds the minimum of a smooth convex function: limited-memory BFGS with backtracking. */
public final class Lbfgs {

    private static final int MEMORY = 8;
    private static final double ENOUGH = 1e-4;
    private static final double SMALLEST_STEP = 1e-10;

    /** A function to be minimised. */
    public interface Objective {

        /** The value at {@code x}; its gradient is written into {@code gradient}. */
        double at(double[] x, double[] gradient);
    }

    @SuppressWarnings("ArrayRecordComponent") // numbers by the hundred; nobody compares them
    private record Pair(double[] step, double[] change, double scale) {}

    private final Objective objective;
    private final int iterations;
    private final double tolerance;
    private final Deque<Pair> memory = new ArrayDeque<>();

    /** @param tolerance how little, relative to the value, the last step may have gained */
    public Lbfgs(Objective objective, int iterations, double tolerance) {
        this.objective = objective;
        this.iterations = iterations;
        this.tolerance = tolerance;
    }

    /** The point that it gets to from {@code start}. */
    public double[] from(double[] start) {
        double[] x = start.clone();
        double[] gradient = new double[x.length];
        double value = objective.at(x, gradient);
        for (int i = 0; i < iterations; i++) {
            double[] direction = direction(gradient);
            double slope = dot(direction, gradient);
            double step = memory.isEmpty() ? 1 / Math.max(1, Math.sqrt(dot(gradient, gradient))) : 1;
            double[] next = new double[x.length];
            double[] nextGradient = new double[x.length];
            double nextValue = Double.POSITIVE_INFINITY;
            while (step > SMALLEST_STEP) {
                for (int j = 0; j < x.length; j++) {
                    next[j] = x[j] + step * direction[j];
                }
                nextValue = objective.at(next, nextGradient);
                if (nextValue <= value + ENOUGH * step * slope) {
                    break;
                }
                step /= 2;
            }
            if (step <= SMALLEST_STEP) {
                return x;
            }
            remember(x, next, gradient, nextGradient);
            boolean settled = value - nextValue <= tolerance * Math.max(1, Math.abs(value));
            x = next;
            gradient = nextGradient;
            value = nextValue;
            if (settled) {
                return x;
            }
        }
        return x;
    }

    private double[] direction(double[] gradient) {
        double[] q = gradient.clone();
        double[] shares = new double[memory.size()];
        int i = memory.size();
        for (Iterator<Pair> newest = memory.descendingIterator(); newest.hasNext(); ) {
            Pair pair = newest.next();
            shares[--i] = pair.scale() * dot(pair.step(), q);
            add(q, pair.change(), -shares[i]);
        }
        if (!memory.isEmpty()) {
            Pair last = memory.getLast();
            double gamma = 1 / (last.scale() * dot(last.change(), last.change()));
            for (int j = 0; j < q.length; j++) {
                q[j] *= gamma;
            }
        }
        for (Pair pair : memory) {
            add(q, pair.step(), shares[i] - pair.scale() * dot(pair.change(), q));
            i++;
        }
        for (int j = 0; j < q.length; j++) {
            q[j] = -q[j];
        }
        return q;
    }

    private void remember(double[] x, double[] next, double[] gradient, double[] nextGradient) {
        double[] step = minus(next, x);
        double[] change = minus(nextGradient, gradient);
        double curvature = dot(step, change);
        if (curvature > 1e-14) {
            memory.addLast(new Pair(step, change, 1 / curvature));
            if (memory.size() > MEMORY) {
                memory.removeFirst();
            }
        }
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
