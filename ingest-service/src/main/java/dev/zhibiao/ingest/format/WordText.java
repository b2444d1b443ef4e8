package dev.zhibiao.ingest.format;

import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Turns the XHTML events that Tika makes of a Word file into lines. */
final class WordText extends DefaultHandler {

    private static final Set<String> BLOCKS =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "div", "li", "ul", "ol", "table", "tr", "br");
    private static final Set<String> CELLS = Set.of("td", "th");

    private final Lines lines;
    private boolean inBody;

    WordText(Lines lines) {
        this.lines = lines;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        if (localName.equals("body")) {
            inBody = true;
        } else if (CELLS.contains(localName)) {
            lines.openCell();
        } else if (BLOCKS.contains(localName)) {
            lines.breakLine();
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        if (CELLS.contains(localName)) {
            lines.closeCell();
        } else if (BLOCKS.contains(localName)) {
            lines.breakLine();
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (!inBody) {
            return;
        }
        int from = start;
        for (int i = start; i < start + length; i++) {
            boolean page = characters[i] == WordPackage.PAGE_BREAK;
            if (page || characters[i] == '\n') {
                lines.append(new String(characters, from, i - from));
                endByHand(page);
                from = i + 1;
            }
        }
        lines.append(new String(characters, from, start + length - from));
    }

    /** A line or page break that the writer set. */
    private void endByHand(boolean page) {
        lines.breakLine();
        if (page) {
            lines.endPage();
        }
    }

    String text() {
        return lines.text();
    }
}
