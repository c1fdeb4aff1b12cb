package io.leadwell.acquire.capture;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.leadwell.acquire.campaigns.SourceClass;
import io.leadwell.pool.consent.Purpose;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything about a form that the builder decides; published, it is a version. */
public record FormDesign(
    Bilingual title,
    Bilingual intro,
    List<FormField> fields,
    Bilingual button,
    @Nullable ConsentAsked consent,
    Assigned assigned,
    Ending ending,
    Guard guard) {

  /**
   * What people agree to.
   *
   * @param link to the whole text, such as the privacy policy
   * @param required false: one may go on without
   * @param purposes the keys of what the words speak of (see {@code pool.consent}); of marketing,
   *     unless told
   */
  public record ConsentAsked(
      Bilingual text,
      @Nullable String link,
      Bilingual linkText,
      boolean required,
      List<String> purposes) {

    public ConsentAsked(
        @Nullable Bilingual text,
        @Nullable String link,
        @Nullable Bilingual linkText,
        boolean required,
        @Nullable List<@Nullable String> purposes) {
      this.text = Objects.requireNonNullElse(text, Bilingual.NONE);
      this.link = blankless(link);
      this.linkText = Objects.requireNonNullElse(linkText, Bilingual.NONE);
      this.required = required;
      this.purposes =
          purposes == null
              ? List.of(Purpose.MARKETING)
              : purposes.stream().filter(Objects::nonNull).distinct().sorted().toList();
    }
  }

  /**
   * What the form itself says about the leads it brings.
   *
   * @param channelId where the visitor's own origin says nothing; campaign likewise
   * @param kiosk filled in by many people on one device: what that browser did before is nobody's
   */
  public record Assigned(
      @Nullable UUID channelId,
      @Nullable UUID campaignId,
      @Nullable String sourceClass,
      @Nullable String businessLine,
      List<String> tags,
      boolean kiosk) {

    public static final Assigned NOTHING = new Assigned(null, null, null, null, null, false);

    public Assigned(
        @Nullable UUID channelId,
        @Nullable UUID campaignId,
        @Nullable String sourceClass,
        @Nullable String businessLine,
        @Nullable List<@Nullable String> tags,
        boolean kiosk) {
      this.channelId = channelId;
      this.campaignId = campaignId;
      this.sourceClass = sourceClass == null ? null : SourceClass.of(sourceClass).word();
      this.businessLine = blankless(businessLine);
      this.tags =
          tags == null
              ? List.of()
              : tags.stream()
                  .map(tag -> tag == null ? "" : Plain.line(tag))
                  .filter(tag -> !tag.isEmpty())
                  .distinct()
                  .toList();
      this.kiosk = kiosk;
    }
  }

  /**
   * What comes after.
   *
   * @param redirect an address to go on to; null stays here
   * @param download an address that is told only to who has left the form
   */
  public record Ending(
      Bilingual text,
      @Nullable String redirect,
      @Nullable String download,
      Bilingual downloadText) {

    public static final Ending USUAL = new Ending(null, null, null, null);

    public Ending(
        @Nullable Bilingual text,
        @Nullable String redirect,
        @Nullable String download,
        @Nullable Bilingual downloadText) {
      this.text = Objects.requireNonNullElse(text, Bilingual.NONE);
      this.redirect = blankless(redirect);
      this.download = blankless(download);
      this.downloadText = Objects.requireNonNullElse(downloadText, Bilingual.NONE);
    }
  }

  /**
   * Against machines and foreign sites.
   *
   * @param sites that may show the form in a frame, as {@code https://www.example.com}
   */
  public record Guard(Proof proof, List<String> sites) {

    public static final Guard USUAL = new Guard(null, null);

    public Guard(@Nullable Proof proof, @Nullable List<@Nullable String> sites) {
      this.proof = Objects.requireNonNullElse(proof, Proof.AUTO);
      this.sites =
          sites == null
              ? List.of()
              : sites.stream()
                  .map(site -> site == null ? "" : Plain.line(site).toLowerCase(Locale.ROOT))
                  .filter(site -> !site.isEmpty())
                  .distinct()
                  .toList();
    }
  }

  /** When a browser must show some work. */
  public enum Proof {
    /** Where submissions come suspiciously fast. */
    AUTO,
    ALWAYS;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static Proof of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }

  public FormDesign(
      @Nullable Bilingual title,
      @Nullable Bilingual intro,
      @Nullable List<FormField> fields,
      @Nullable Bilingual button,
      @Nullable ConsentAsked consent,
      @Nullable Assigned assigned,
      @Nullable Ending ending,
      @Nullable Guard guard) {
    this.title = Objects.requireNonNullElse(title, Bilingual.NONE);
    this.intro = Objects.requireNonNullElse(intro, Bilingual.NONE);
    this.fields = fields == null ? List.of() : fields.stream().filter(Objects::nonNull).toList();
    this.button = Objects.requireNonNullElse(button, Bilingual.NONE);
    this.consent = consent;
    this.assigned = Objects.requireNonNullElse(assigned, Assigned.NOTHING);
    this.ending = Objects.requireNonNullElse(ending, Ending.USUAL);
    this.guard = Objects.requireNonNullElse(guard, Guard.USUAL);
  }

  Optional<FormField> field(String key) {
    return fields.stream().filter(field -> field.key().equals(key)).findFirst();
  }

  /** Whether another field is asked or not by what this one says. */
  boolean decidesOthers(FormField field) {
    return fields.stream()
        .map(FormField::when)
        .anyMatch(when -> when != null && when.field().equals(field.key()));
  }

  private static @Nullable String blankless(@Nullable String text) {
    String clean = text == null ? "" : Plain.line(text);
    return clean.isEmpty() ? null : clean;
  }
}
