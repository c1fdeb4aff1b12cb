package io.leadwell.acquire.capture;

import io.leadwell.acquire.capture.FormDesign.Assigned;
import io.leadwell.acquire.capture.FormDesign.ConsentAsked;
import io.leadwell.acquire.capture.FormDesign.Ending;
import io.leadwell.acquire.capture.FormDesign.Guard;
import io.leadwell.base.platform.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Forms to begin with, in both languages. */
@Component
class Presets {

  private static final String DEMO = "demo";
  private static final String DOWNLOAD = "download";
  private static final String EVENT = "event";
  private static final int SIZES = 5;
  private static final int INDUSTRIES = 10;
  private static final int WHEN = 4;

  private final Texts texts;

  Presets(Texts texts) {
    this.texts = texts;
  }

  FormDesign of(@Nullable String name) {
    List<FormField> fields = new ArrayList<>();
    String preset = name == null ? "" : name;
    switch (preset) {
      case DEMO -> {
        fields.add(field(FieldKind.NAME, true));
        fields.add(field(FieldKind.PHONE, true));
        fields.add(field(FieldKind.EMAIL, false));
        fields.add(field(FieldKind.COMPANY, true));
        fields.add(field(FieldKind.TITLE, false));
        fields.add(field(FieldKind.COMPANY_SIZE, false));
        fields.add(choice("timing", "capture.preset.timing", WHEN));
        fields.add(field(FieldKind.NEED, false));
      }
      case DOWNLOAD -> {
        fields.add(field(FieldKind.NAME, true));
        fields.add(field(FieldKind.EMAIL, true));
        fields.add(field(FieldKind.PHONE, true));
        fields.add(field(FieldKind.COMPANY, true));
        fields.add(field(FieldKind.INDUSTRY, false));
      }
      case EVENT -> {
        fields.add(field(FieldKind.NAME, true));
        fields.add(field(FieldKind.PHONE, true));
        // Confirmation and reminders go there.
        fields.add(field(FieldKind.EMAIL, false));
        fields.add(field(FieldKind.COMPANY, true));
        fields.add(field(FieldKind.TITLE, true));
        fields.add(field(FieldKind.REGION, false));
      }
      default -> {
        fields.add(field(FieldKind.NAME, true));
        fields.add(field(FieldKind.PHONE, true));
      }
    }
    boolean named = preset.equals(DEMO) || preset.equals(DOWNLOAD) || preset.equals(EVENT);
    String words = "capture.preset." + (named ? preset : "blank");
    return new FormDesign(
        both(words + ".title"),
        both(words + ".intro"),
        fields,
        both(words + ".button"),
        new ConsentAsked(both("capture.preset.consent"), null, Bilingual.NONE, true, null),
        Assigned.NOTHING,
        new Ending(both(words + ".thanks"), null, null, null),
        Guard.USUAL);
  }

  private FormField field(FieldKind kind, boolean required) {
    String word = kind.word();
    boolean again =
        kind == FieldKind.COMPANY_SIZE || kind == FieldKind.INDUSTRY || kind == FieldKind.TITLE;
    return new FormField(
        word,
        kind,
        both("capture.kind." + word),
        Bilingual.NONE,
        Bilingual.NONE,
        required,
        switch (kind) {
          case COMPANY_SIZE -> choices("capture.preset.size", SIZES);
          case INDUSTRY -> choices("capture.preset.industry", INDUSTRIES);
          default -> List.of();
        },
        null,
        null,
        null,
        null,
        again,
        null,
        null);
  }

  private FormField choice(String key, String words, int count) {
    return new FormField(
        key,
        FieldKind.CHOICE,
        both(words),
        Bilingual.NONE,
        Bilingual.NONE,
        false,
        choices(words, count),
        null,
        null,
        null,
        null,
        false,
        null,
        null);
  }

  private List<FieldChoice> choices(String words, int count) {
    List<FieldChoice> choices = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      Bilingual label = both(words + "." + i);
      choices.add(new FieldChoice(label.zh(), label));
    }
    return choices;
  }

  private Bilingual both(String key) {
    return new Bilingual(texts.of(Locale.SIMPLIFIED_CHINESE, key), texts.of(Locale.ENGLISH, key));
  }
}
