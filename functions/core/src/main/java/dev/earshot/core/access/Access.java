package dev.earshot.core.access;

import java.util.Collection;
import java.util.List;

/**
 * Who may read and do what; the one place that knows. Departments work on their own cases, the listening team looks
 * after what concerns nobody yet, the council may do everything. Who may not see a thing is not told that it exists.
 */
public final class Access {

    private Access() {}

    /** Whether the caller may read a department's cases, work on them and subscribe to its notices. */
    public static boolean department(Caller caller, String department) {
        return caller.council() || caller.groups().contains(department);
    }

    /** The departments of {@code all} whose cases the caller may read, in the given order. */
    public static List<String> departments(Caller caller, Collection<String> all) {
        return all.stream().filter(id -> department(caller, id)).toList();
    }

    /** Whether the caller may read what concerns no department: unrouted mentions and noise. */
    public static boolean aside(Caller caller) {
        return caller.council() || caller.listening();
    }

    /** Whether the caller may read how the sources are. */
    public static boolean sources(Caller caller) {
        return caller.council() || caller.listening();
    }

    /**
     * Whether the caller may read how many cases a department has and how long they take, though not the cases. What
     * concerns no department is counted for everybody who may read it, and for leadership.
     *
     * @param who a department's id, {@code _unrouted} or {@code _noise}
     */
    public static boolean counts(Caller caller, String who) {
        return overview(caller) || (who.startsWith("_") ? aside(caller) : department(caller, who));
    }

    /** Whether the caller may read the counts of all departments together. */
    public static boolean overview(Caller caller) {
        return caller.council() || caller.groups().contains(Caller.LEADERSHIP);
    }

    /** Whether the caller may change departments and their rules. */
    public static boolean configuration(Caller caller) {
        return caller.council();
    }

    /** Whether the caller may let notices go to web endpoints. */
    public static boolean approval(Caller caller) {
        return caller.council();
    }

    /** Whether the caller may read who changed what. */
    public static boolean audit(Caller caller) {
        return caller.council();
    }

    /** Whether the caller may have an author's words erased. */
    public static boolean erasure(Caller caller) {
        return caller.council();
    }

    /** Whether the caller may read who reported a mention. */
    public static boolean reporter(Caller caller, String reporter) {
        return caller.council() || caller.subject().equals(reporter);
    }
}
