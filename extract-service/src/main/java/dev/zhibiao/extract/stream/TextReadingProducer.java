package dev.zhibiao.extract.stream;

import dev.zhibiao.extract.report.ReportExtractor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;

/** Makes the extractor, which loads its word lists once, known to CDI. */
@ApplicationScoped
class TextReadingProducer {

    @Produces
    @ApplicationScoped
    TextReading reading() {
        ReportExtractor extractor = new ReportExtractor();
        return extractor::extract;
    }
}
