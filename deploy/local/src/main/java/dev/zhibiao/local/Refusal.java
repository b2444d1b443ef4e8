package dev.zhibiao.local;

/**
 * What a service answered instead of what was asked of it.
 *
 * @param status of HTTP
 * @param code of the problem; {@code http-502} and the like where the answer is no problem of ours
 * @param detail what exactly is wrong, empty where nothing is said
 */
record Refusal(int status, String code, String detail) {

    /** Whether the caller is the reason: nothing else that is asked would fare better. */
    boolean notAllowed() {
        return status == 401 || status == 403;
    }

    /** Whether the same would be refused again. */
    boolean settled() {
        return Outcome.settled(status);
    }

    /** As part of one line. */
    String reason() {
        return detail.isEmpty() ? code : code + ": " + detail;
    }
}
