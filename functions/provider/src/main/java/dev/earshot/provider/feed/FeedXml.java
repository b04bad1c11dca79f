package dev.earshot.provider.feed;

import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.JDOMParseException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaderJDOMFactory;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * A feed's bytes as a document. Nothing outside of them is read, a DOCTYPE is refused, and with it every entity but the
 * five of XML and, because so many feeds have them, those of HTML.
 */
sealed interface FeedXml {

    /** The most bytes that are looked at. */
    int MOST_BYTES = 2 * 1024 * 1024;

    /**
     * It is XML.
     *
     * @param leftOut how many of its entries were too many
     */
    record Read(Document document, int leftOut) implements FeedXml {}

    /**
     * It is not, or it is more than a feed.
     *
     * @param reason where it went wrong; never what stands there
     */
    record Unreadable(String reason) implements FeedXml {}

    /** What must be off, or on, in the parser of the platform. */
    Map<String, Boolean> FEATURES = Map.of(
            XMLConstants.FEATURE_SECURE_PROCESSING,
            true,
            "http://apache.org/xml/features/disallow-doctype-decl",
            true,
            "http://xml.org/sax/features/external-general-entities",
            false,
            "http://xml.org/sax/features/external-parameter-entities",
            false,
            "http://apache.org/xml/features/nonvalidating/load-external-dtd",
            false);

    /** Reads the raw bytes; their encoding is the one that they state themselves. */
    static FeedXml read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return new Unreadable("The feed is over 2 MB.");
        }
        try (Reader decoded = new XmlReader(new ByteArrayInputStream(bytes), true, "UTF-8")) {
            StringWriter text = new StringWriter(bytes.length);
            decoded.transferTo(text);
            FeedFilter filter = new FeedFilter(parser());
            Document document = new SAXBuilder(always(filter)).build(new StringReader(MendedXml.of(text.toString())));
            return document.hasRootElement()
                    ? new Read(document, filter.leftOut())
                    : new Unreadable("The document is neither RSS nor Atom.");
        } catch (JDOMParseException e) {
            return new Unreadable(
                    e.getCause() instanceof FeedFilter.TooMuch tooMuch
                            ? String.valueOf(tooMuch.getMessage())
                            : "The feed is not XML that can be read" + where(e) + ".");
        } catch (JDOMException | SAXException | IOException | IllegalArgumentException e) {
            // JDOM calls some names illegal that the parser takes, such as ":d".
            return new Unreadable("The feed is not XML that can be read.");
        }
    }

    private static String where(JDOMParseException e) {
        return e.getLineNumber() < 1 ? "" : ", at line " + e.getLineNumber() + ", column " + e.getColumnNumber();
    }

    private static XMLReader parser() {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        try {
            for (Map.Entry<String, Boolean> feature : FEATURES.entrySet()) {
                factory.setFeature(feature.getKey(), feature.getValue());
            }
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("every Java platform parses XML without DOCTYPE", e);
        }
    }

    private static XMLReaderJDOMFactory always(XMLReader reader) {
        return new XMLReaderJDOMFactory() {
            @Override
            public XMLReader createXMLReader() {
                return reader;
            }

            @Override
            public boolean isValidating() {
                return false;
            }
        };
    }
}
