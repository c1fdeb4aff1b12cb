package io.leadwell.connect.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventTextTests {

  @Test
  void fields_are_read_with_and_without_marked_sections() {
    EventText text =
        EventText.read(
                "<xml><A><![CDATA[甲 <b>]]></A><B>7</B><C/><D><E>inner</E></D><A>later</A></xml>")
            .orElseThrow();
    assertThat(text.get("A")).isEqualTo("甲 <b>");
    assertThat(text.get("B")).isEqualTo("7");
    assertThat(text.get("C")).isNull();
    assertThat(text.get("E")).isEqualTo("inner");
    assertThat(text.getOrEmpty("F")).isEmpty();
  }

  @Test
  void document_types_and_entities_are_refused() {
    assertThat(
            EventText.read(
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><A>&e;</A></xml>"))
        .isEmpty();
    assertThat(
            EventText.read(
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><xml><A>&b;</A></xml>"))
        .isEmpty();
  }

  @Test
  void what_is_too_deep_too_long_or_no_xml_is_refused() {
    assertThat(EventText.read("<a>".repeat(50) + "x" + "</a>".repeat(50))).isEmpty();
    StringBuilder many = new StringBuilder("<xml>");
    for (int i = 0; i < 5_000; i++) {
      many.append("<F").append(i).append(">x</F").append(i).append('>');
    }
    assertThat(EventText.read(many.append("</xml>").toString())).isEmpty();
    assertThat(EventText.read("{\"a\":1}")).isEmpty();
    assertThat(EventText.read("")).isEmpty();
    assertThat(EventText.read("<xml><A>unfinished")).isEmpty();
  }
}
