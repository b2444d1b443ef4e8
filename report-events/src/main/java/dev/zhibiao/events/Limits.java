package dev.zhibiao.events;

/** How large things may be; the topics' {@code max.message.bytes} follow from these. */
public final class Limits {

    /** Largest original document in bytes: 32 MiB. */
    public static final int DOCUMENT_BYTES = 32 << 20;

    /** Largest decoded text in bytes of UTF-8: 4 MiB, some 1.4 million Chinese characters. */
    public static final int TEXT_BYTES = 4 << 20;

    /** Largest {@code reports.stored} value in bytes: 64 KiB. */
    public static final int STORED_EVENT_BYTES = 64 << 10;

    /** Room for keys, headers and the JSON around a document. */
    static final int ENVELOPE_BYTES = 1 << 20;

    /** JSON may write one byte of text as six: {@code \}{@code u0001}. */
    static final int JSON_GROWTH = 6;

    private Limits() {}
}
