package dev.zhibiao.catalogue;

import java.util.Locale;

/** The levels of administrative divisions (GB/T 2260). */
public enum AreaLevel {
    NATIONAL,
    PROVINCE,
    CITY,
    COUNTY;

    /** As events and queries write it: {@code national}, {@code province}, {@code city}, {@code county}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The level of a {@link #code}.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static AreaLevel ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
