package io.leadwell.acquire.capture;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A text of a form in both languages; one that is left blank is said in the other. */
public record Bilingual(String zh, String en) {

  public static final Bilingual NONE = new Bilingual("", "");

  public Bilingual(@Nullable String zh, @Nullable String en) {
    this.zh = zh == null ? "" : Plain.text(zh);
    this.en = en == null ? "" : Plain.text(en);
  }

  public String in(Locale language) {
    boolean english = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
    String wanted = english ? en : zh;
    return wanted.isEmpty() ? (english ? zh : en) : wanted;
  }

  @JsonIgnore
  public boolean isBlank() {
    return zh.isEmpty() && en.isEmpty();
  }

  int longest() {
    return Math.max(zh.length(), en.length());
  }
}
