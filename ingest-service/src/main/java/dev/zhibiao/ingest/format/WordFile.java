package dev.zhibiao.ingest.format;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.DecodedDocument;
import dev.zhibiao.ingest.document.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.OfficeParserConfig;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Word files, DOC and DOCX, by Tika. Nothing that is embedded in them is opened. */
final class WordFile {

    private static final String DOC = "application/msword";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final Set<String> OOXML = Set.of(
            DOCX,
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
            "application/vnd.ms-word.document.macroenabled.12",
            "application/vnd.ms-word.template.macroenabled.12");
    private static final String UNKNOWN_OLE2 = "application/x-tika-msoffice";
    private static final Set<String> ENCRYPTED =
            Set.of("application/x-tika-ooxml-protected", "application/x-tika-msoffice-protected");

    private final Detector detector = new DefaultDetector();
    private final Parser doc = new OfficeParser();
    private final Parser docx = new OOXMLParser();

    /**
     * Reads a Word file.
     *
     * @param zip whether it is packed, as DOCX is
     */
    DecodedDocument read(byte[] document, boolean zip, int textBytes) throws IOException {
        boolean pictures = false;
        byte[] bytes = document;
        if (zip) {
            WordPackage contents = new WordPackage(document);
            pictures = contents.hasPictures();
            bytes = contents.bytes();
        }
        String mediaType = detect(bytes);
        if (ENCRYPTED.contains(mediaType)) {
            throw encrypted();
        }
        if (mediaType.equals(UNKNOWN_OLE2)) {
            requireWhole(bytes);
        }
        if (!OOXML.contains(mediaType) && !mediaType.equals(DOC)) {
            throw new RefusedException(Problem.UNSUPPORTED_TYPE, "the content is " + mediaType);
        }
        WordText text = new WordText(new Lines(textBytes));
        Pictures embedded = new Pictures();
        parse(bytes, zip ? docx : doc, text, embedded);
        String read = text.text();
        if (read.isEmpty() && (pictures || embedded.seen)) {
            throw new RefusedException(Problem.NO_TEXT, "a Word file of pictures: a scan?");
        }
        return new DecodedDocument(read, mediaType, null);
    }

    private String detect(byte[] bytes) throws IOException {
        try (TikaInputStream in = TikaInputStream.get(bytes)) {
            return detector.detect(in, new Metadata()).getBaseType().toString();
        }
    }

    /** Of a broken container the detector says no more than what it begins with. */
    private static void requireWhole(byte[] bytes) throws IOException {
        new POIFSFileSystem(new ByteArrayInputStream(bytes)).close();
    }

    private static void parse(byte[] bytes, Parser parser, ContentHandler text, Pictures embedded) throws IOException {
        OfficeParserConfig config = new OfficeParserConfig();
        // As events: the tree of a large file takes ten times its size.
        config.setUseSAXDocxExtractor(true);
        config.setIncludeHeadersAndFooters(false);
        config.setIncludeDeletedContent(false);
        config.setIncludeMoveFromContent(false);
        config.setExtractMacros(false);
        ParseContext context = new ParseContext();
        context.set(OfficeParserConfig.class, config);
        context.set(EmbeddedDocumentExtractor.class, embedded);
        try (TikaInputStream in = TikaInputStream.get(bytes)) {
            parser.parse(in, text, new Metadata(), context);
        } catch (EncryptedDocumentException | org.apache.poi.EncryptedDocumentException e) {
            throw encrypted();
        } catch (SAXException | TikaException e) {
            throw new IOException(e);
        }
    }

    private static RefusedException encrypted() {
        return new RefusedException(Problem.ENCRYPTED, "a Word file with a password");
    }

    /** Notes that there is something embedded. */
    private static final class Pictures implements EmbeddedDocumentExtractor {

        private boolean seen;

        @Override
        public boolean shouldParseEmbedded(Metadata metadata) {
            seen = true;
            return false;
        }

        @Override
        public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
            seen = true;
        }
    }
}
