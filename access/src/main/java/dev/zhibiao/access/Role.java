package dev.zhibiao.access;

import java.util.Locale;

/** What a caller may do; no role includes another. */
public enum Role {
    /** Submit documents. */
    PUBLISH,
    /** Query. */
    READ,
    /** Replay, withdraw and correct. */
    OPERATE;

    /** As it stands in configuration, tokens and annotations: lower case. */
    public String roleName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
