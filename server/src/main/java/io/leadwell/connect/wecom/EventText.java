package io.leadwell.connect.wecom;

import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a callback: an XML of one level, read without document types and entities. Fields
 * of a nested element stand beside the others; of two with one name the first counts.
 */
record EventText(Map<String, String> fields) {

  private static final int DEEPEST = 8;
  private static final int MOST = 200;
  private static final XMLInputFactory READERS = readers();

  /** Empty when it is no such text. */
  static Optional<EventText> read(String xml) {
    Map<String, String> fields = new LinkedHashMap<>();
    int depth = 0;
    String name = "";
    StringBuilder text = new StringBuilder();
    try {
      XMLStreamReader reader = READERS.createXMLStreamReader(new StringReader(xml));
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (++depth > DEEPEST || fields.size() > MOST) {
              return Optional.empty();
            }
            name = reader.getLocalName();
            text.setLength(0);
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              text.append(reader.getText());
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            // Only a leaf has its own name last; a parent's end finds it emptied.
            if (reader.getLocalName().equals(name) && depth > 0) {
              fields.putIfAbsent(name, text.toString().strip());
            }
            name = "";
          }
          case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> {
            return Optional.empty();
          }
          default -> {
            // comments and the like say nothing
          }
        }
      }
    } catch (XMLStreamException e) {
      return Optional.empty();
    }
    return fields.isEmpty() ? Optional.empty() : Optional.of(new EventText(fields));
  }

  @Nullable String get(String field) {
    String value = fields.get(field);
    return value == null || value.isEmpty() ? null : value;
  }

  String getOrEmpty(String field) {
    return fields.getOrDefault(field, "");
  }

  private static XMLInputFactory readers() {
    XMLInputFactory readers = XMLInputFactory.newDefaultFactory();
    readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    readers.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, true);
    readers.setProperty(XMLInputFactory.IS_COALESCING, true);
    return readers;
  }
}
