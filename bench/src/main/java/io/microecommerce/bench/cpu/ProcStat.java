package io.microecommerce.bench.cpu;

/**
 * Processor time of one process as Linux tells it in {@code /proc/PID/stat}, in clock ticks.
 *
 * @param user its own, in user mode
 * @param system its own, in the kernel
 * @param childrenUser of its children that have ended and been waited for, in user mode
 * @param childrenSystem of those children, in the kernel
 */
record ProcStat(long user, long system, long childrenUser, long childrenSystem) {

    /** Fields after the name, counted from 0: the process' state is the first of them. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    /** @throws IllegalArgumentException if that is not the content of such a file */
    static ProcStat parse(String stat) {
        // The name stands in parentheses and may hold blanks and parentheses, so count from the last one.
        int nameEnd = stat.lastIndexOf(')');
        String[] fields = nameEnd < 0
                ? new String[0]
                : stat.substring(nameEnd + 1).strip().split(" ");
        if (fields.length <= CHILDREN_SYSTEM) {
            throw new IllegalArgumentException("Not the content of a /proc/PID/stat: " + stat);
        }
        return new ProcStat(
                Long.parseLong(fields[USER]),
                Long.parseLong(fields[SYSTEM]),
                Long.parseLong(fields[CHILDREN_USER]),
                Long.parseLong(fields[CHILDREN_SYSTEM]));
    }

    /**
     * All of it. Summed over a process and its living descendants, nothing is lost when one of them ends: its time moves to
     * its parent.
     */
    long ticks() {
        return user + system + childrenUser + childrenSystem;
    }
}
