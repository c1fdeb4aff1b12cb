package io.leadwell.acquire.content;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;

/** What an item is to its readers, and what it can be made of. */
public enum ItemKind {
  ARTICLE(Carrier.TEXT),
  WHITE_PAPER(Carrier.PDF),
  INDUSTRY_READING(Carrier.TEXT, Carrier.PDF),
  PRODUCT_DEMO(Carrier.VIDEO, Carrier.PDF, Carrier.TEXT),
  CUSTOMER_CASE(Carrier.TEXT, Carrier.PDF, Carrier.VIDEO),
  VIDEO(Carrier.VIDEO),
  LIVE_REPLAY(Carrier.VIDEO),
  PARAMETER_PACKAGE(Carrier.PDF);

  /** What bears the content. */
  public enum Carrier {
    TEXT,
    PDF,
    VIDEO
  }

  private final Set<Carrier> carriers;

  ItemKind(Carrier... carriers) {
    this.carriers = Set.of(carriers);
  }

  boolean canBe(Carrier carrier) {
    return carriers.contains(carrier);
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  public static ItemKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
