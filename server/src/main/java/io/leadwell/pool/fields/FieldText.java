package io.leadwell.pool.fields;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a field or an option is called in both languages; what is left blank is said in the other.
 */
public record FieldText(String zh, String en) {

  @JsonCreator
  public FieldText(
      @JsonProperty("zh") @Nullable String zh, @JsonProperty("en") @Nullable String en) {
    this.zh = zh == null ? "" : zh.strip();
    this.en = en == null ? "" : en.strip();
  }

  public String in(Locale language) {
    boolean english = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
    String wanted = english ? en : zh;
    return wanted.isEmpty() ? (english ? zh : en) : wanted;
  }

  /** Both languages filled. */
  FieldText whole() {
    return new FieldText(zh.isEmpty() ? en : zh, en.isEmpty() ? zh : en);
  }

  int longest() {
    return Math.max(zh.length(), en.length());
  }
}
