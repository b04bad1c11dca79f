package dev.earshot.emulators.sns;

import java.io.StringWriter;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes the XML of the Query protocol. All text is escaped by the JDK's writer. */
final class XmlAnswer {

    private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;

    private XmlAnswer(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** {@code <ActionResponse><ActionResult>...</ActionResult><ResponseMetadata/></ActionResponse>}. */
    static String response(String action, Consumer<XmlAnswer> result) {
        return document(action + "Response", answer -> answer.element(action + "Result", result)
                .element("ResponseMetadata", XmlAnswer::requestId));
    }

    /** The error document; the SDK picks its exception by the code. */
    static String error(SnsError error) {
        return document("ErrorResponse", answer -> {
            answer.element("Error", e -> e.element("Type", error.status() < 500 ? "Sender" : "Receiver")
                    .element("Code", error.code())
                    .element("Message", error.reason()));
            answer.requestId();
        });
    }

    /** A small page for the person who followed a link of a mail. */
    static String page(String title, String text) {
        return write(
                xml -> {
                    xml.element("head", head -> head.element("title", title));
                    xml.element("body", body -> body.element("h1", title).element("p", text));
                },
                "html",
                "");
    }

    XmlAnswer element(String name, @Nullable String text) {
        return text == null ? this : element(name, inner -> inner.text(text));
    }

    XmlAnswer element(String name, Consumer<XmlAnswer> content) {
        attempt(() -> xml.writeStartElement(name));
        content.accept(this);
        attempt(xml::writeEndElement);
        return this;
    }

    <T> XmlAnswer list(String name, Collection<T> items, BiConsumer<XmlAnswer, T> each) {
        return element(name, list -> items.forEach(item -> list.element("member", one -> each.accept(one, item))));
    }

    XmlAnswer map(String name, Map<String, String> entries) {
        return element(
                name,
                map -> entries.forEach((key, value) ->
                        map.element("entry", entry -> entry.element("key", key).element("value", value))));
    }

    private void requestId() {
        element("RequestId", UUID.randomUUID().toString());
    }

    private void text(String text) {
        attempt(() -> xml.writeCharacters(onlyXmlCharacters(text)));
    }

    private static String document(String root, Consumer<XmlAnswer> content) {
        return write(content, root, NAMESPACE);
    }

    private static String write(Consumer<XmlAnswer> content, String root, String namespace) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out);
            xml.writeStartElement(root);
            if (!namespace.isEmpty()) {
                xml.writeDefaultNamespace(namespace);
            }
            content.accept(new XmlAnswer(xml));
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
        return out.toString();
    }

    /** XML 1.0 has no way to say some characters, escaped or not: a parser would refuse the whole answer. */
    private static String onlyXmlCharacters(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(c -> isXml(c) ? c : 0xFFFD).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c < 0xD800)
                || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF);
    }

    private static void attempt(XmlWrite write) {
        try {
            write.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory failed", e);
        }
    }

    @FunctionalInterface
    private interface XmlWrite {
        void run() throws XMLStreamException;
    }
}
