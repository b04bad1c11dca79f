package dev.earshot.provider.feed;

import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Lets pass what is understood of a feed, so that what is kept of a stranger's document is bounded: known vocabularies
 * alone, under prefixes of our choice, at most {@value #MOST_ENTRIES} entries.
 */
final class FeedFilter extends XMLFilterImpl {

    static final int MOST_ENTRIES = 500;

    private static final int DEEPEST = 200;
    private static final int MOST_ELEMENTS = 20_000;
    /** Each entity begins a new piece of text; a feed of a megabyte with its HTML escaped has some 50,000. */
    private static final int MOST_PIECES = 100_000;

    /** Comments and CDATA sections; a feed has two or three of these in an entry. */
    private static final int MOST_SECTIONS = 20_000;

    private static final String LEXICAL_HANDLER = "http://xml.org/sax/properties/lexical-handler";

    private static final Set<String> ENTRIES = Set.of("entry", "item", "deleted-entry");

    private int depth;
    private int elements;
    private int pieces;
    private int sections;
    private int entries;
    private int leftOut;
    /** The depth of the element that is being left out with all that is in it; 0 when none is. */
    private int silentFrom;

    FeedFilter(XMLReader parent) throws SAXException {
        super(parent);
        parent.setProperty(LEXICAL_HANDLER, new Sections());
    }

    /** How many entries were too many. */
    int leftOut() {
        return leftOut;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        depth++;
        elements++;
        if (depth > DEEPEST || elements > MOST_ELEMENTS) {
            throw new TooMuch("more elements, or deeper ones,");
        }
        if (silentFrom == 0 && (!Vocabulary.isKnown(uri) || isOneTooMany(name))) {
            silentFrom = depth;
        }
        if (silentFrom == 0) {
            super.startElement(uri, name, Vocabulary.qualified(uri, name), known(attributes));
        }
    }

    private void countPiece() throws SAXException {
        pieces++;
        if (pieces > MOST_PIECES) {
            throw new TooMuch("more pieces of text");
        }
    }

    private boolean isOneTooMany(String name) {
        if (!ENTRIES.contains(name)) {
            return false;
        }
        entries++;
        leftOut += entries > MOST_ENTRIES ? 1 : 0;
        return entries > MOST_ENTRIES;
    }

    @Override
    public void endElement(String uri, String name, String qualified) throws SAXException {
        if (silentFrom == 0) {
            super.endElement(uri, name, Vocabulary.qualified(uri, name));
        } else if (silentFrom == depth) {
            silentFrom = 0;
        }
        depth--;
    }

    @Override
    public void characters(char[] text, int start, int length) throws SAXException {
        countPiece();
        if (silentFrom == 0) {
            super.characters(text, start, length);
        }
    }

    @Override
    public void ignorableWhitespace(char[] text, int start, int length) {
        // Says nothing.
    }

    @Override
    public void processingInstruction(String target, String data) throws SAXException {
        // Is for browsers.
        countPiece();
    }

    @Override
    public void startPrefixMapping(String prefix, String uri) {
        // JDOM would remember each for ever; elements come with ours.
    }

    @Override
    public void endPrefixMapping(String prefix) {
        // None was started.
    }

    /** The builder asks for comments and declarations in this way; nobody needs them. */
    @Override
    public void setProperty(String name, Object value) {
        // As above.
    }

    /** What has no event of its own in a content handler, but costs time. */
    private final class Sections extends DefaultHandler2 {

        @Override
        public void comment(char[] text, int start, int length) throws SAXException {
            count();
        }

        @Override
        public void startCDATA() throws SAXException {
            count();
        }

        private void count() throws SAXException {
            sections++;
            if (sections > MOST_SECTIONS) {
                throw new TooMuch("more comments or CDATA sections");
            }
        }
    }

    /** Reading stopped, as no feed is like this; the message says it in a sentence. */
    static final class TooMuch extends SAXParseException {

        private static final long serialVersionUID = 1L;

        private TooMuch(String what) {
            super("The feed has " + what + " than a feed needs.", null);
        }
    }

    private static Attributes known(Attributes attributes) {
        AttributesImpl known = new AttributesImpl();
        for (int i = 0; i < attributes.getLength(); i++) {
            String uri = attributes.getURI(i);
            String name = attributes.getLocalName(i);
            if ((uri.isEmpty() || uri.equals(Vocabulary.XML)) && !name.isEmpty()) {
                String qualified = uri.isEmpty() ? name : "xml:" + name;
                known.addAttribute(uri, name, qualified, "CDATA", attributes.getValue(i));
            } else if (uri.equals(Vocabulary.RDF)) {
                known.addAttribute(uri, name, "rdf:" + name, "CDATA", attributes.getValue(i));
            }
        }
        return known;
    }
}
