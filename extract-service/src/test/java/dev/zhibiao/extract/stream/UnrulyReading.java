package dev.zhibiao.extract.stream;

import dev.zhibiao.extract.report.Extraction;
import dev.zhibiao.extract.report.ReportExtractor;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** The real extractor, except that marked texts make it do what a grammar must never do. */
@Alternative
@Priority(1)
@ApplicationScoped
class UnrulyReading implements TextReading {

    static final String OVERFLOW = "无底洞";
    static final String ENDLESS = "无止境";

    private final ReportExtractor extractor = new ReportExtractor();

    @Override
    public Extraction read(String text) {
        if (text.contains(OVERFLOW)) {
            return read(text + text.charAt(0));
        }
        if (text.contains(ENDLESS)) {
            waitForEver();
        }
        return extractor.extract(text);
    }

    private static void waitForEver() {
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
