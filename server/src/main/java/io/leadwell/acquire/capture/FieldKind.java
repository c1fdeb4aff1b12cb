package io.leadwell.acquire.capture;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.leadwell.pool.leads.Fact;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a field asks for; some tell a fact about the person, whatever the field is called. */
public enum FieldKind {
  NAME(Fact.NAME, 60),
  PHONE(Fact.PHONE, 40),
  EMAIL(Fact.EMAIL, 254),
  COMPANY(Fact.COMPANY, 120),
  TITLE(Fact.TITLE, 60),
  INDUSTRY(Fact.INDUSTRY, 60),
  COMPANY_SIZE(Fact.COMPANY_SIZE, 40),
  /** Province and city. */
  REGION(Fact.PROVINCE, 40),
  /** What is needed, in the person's own words: the note of the lead. */
  NEED(Fact.NOTE, 2_000),
  CHOICE(null, 200),
  CHOICES(null, 200),
  TEXT(null, 500),
  LONG_TEXT(null, 5_000),
  DATE(null, 20),
  NUMBER(null, 30),
  CHECKBOX(null, 10),
  HIDDEN(null, 500);

  private final @Nullable Fact fact;
  private final int longest;

  FieldKind(@Nullable Fact fact, int longest) {
    this.fact = fact;
    this.longest = longest;
  }

  @Nullable Fact fact() {
    return fact;
  }

  /** More characters than that are never taken. */
  int longest() {
    return longest;
  }

  /** Answered by one or several of the field's choices, where it has any. */
  boolean offersChoices() {
    return this == CHOICE || this == CHOICES || this == INDUSTRY || this == COMPANY_SIZE;
  }

  boolean severalLines() {
    return this == LONG_TEXT || this == NEED;
  }

  /** A way to reach the person. */
  boolean reaches() {
    return this == PHONE || this == EMAIL;
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  @JsonCreator
  static FieldKind of(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
