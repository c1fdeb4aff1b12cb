package io.leadwell.acquire.capture;

import io.leadwell.acquire.campaigns.Campaigns;
import io.leadwell.acquire.campaigns.Channel;
import io.leadwell.acquire.campaigns.Channels;
import io.leadwell.base.platform.Texts;
import io.leadwell.base.workspace.Caller;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Submissions as rows of a table, a column for every question any version has asked. */
@Service
public class SubmissionSheet {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));
  private static final List<String> BEFORE = List.of("at", "status", "reason", "way", "version");
  private static final List<String> BEHIND =
      List.of("channel", "campaign", "consent", "landing", "referrer", "lead");

  /** What the table has; the fields are those of the newest version that asked them. */
  public record Columns(
      SubmissionFilter filter, Locale language, List<FormField> fields, List<String> headers) {}

  private final Submissions submissions;
  private final FormStore forms;
  private final Channels channels;
  private final Campaigns campaigns;
  private final Texts texts;

  SubmissionSheet(
      Submissions submissions,
      FormStore forms,
      Channels channels,
      Campaigns campaigns,
      Texts texts) {
    this.submissions = submissions;
    this.forms = forms;
    this.channels = channels;
    this.campaigns = campaigns;
    this.texts = texts;
  }

  /** Says what will be exported, and puts it on record. */
  public Columns begin(SubmissionFilter filter, Locale language, Caller who) {
    submissions.exported(filter, who);
    List<FormField> fields = fields(filter.formId());
    List<String> headers = new ArrayList<>();
    BEFORE.forEach(word -> headers.add(texts.of(language, "capture.column." + word)));
    fields.forEach(field -> headers.add(label(field, language)));
    BEHIND.forEach(word -> headers.add(texts.of(language, "capture.column." + word)));
    return new Columns(filter, language, fields, headers);
  }

  public void write(Columns columns, Caller reader, Consumer<@Nullable Object[]> to) {
    Map<UUID, String> channelNames = new HashMap<>();
    for (Channel channel : channels.all()) {
      channelNames.put(channel.id(), channel.name());
    }
    Map<UUID, String> campaignNames = new HashMap<>();
    submissions.each(
        columns.filter(),
        reader,
        (left, row) -> {
          List<@Nullable Object> cells = new ArrayList<>();
          cells.add(TIME.format(left.at()));
          cells.add(word(columns, "capture.status.", left.status()));
          cells.add(word(columns, "capture.reason.", left.reason()));
          cells.add(word(columns, "capture.way.", left.way().word()));
          cells.add(left.version());
          columns
              .fields()
              .forEach(field -> cells.add(answer(field, left, columns.language(), reader)));
          cells.add(left.channelId() == null ? null : channelNames.get(left.channelId()));
          cells.add(name(campaignNames, left.campaignId()));
          cells.add(left.consent());
          cells.add(left.landingUrl());
          cells.add(left.referrer());
          cells.add(left.leadId() == null ? null : left.leadId().toString());
          to.accept(cells.toArray());
        });
  }

  private @Nullable String answer(
      FormField field, Submission left, Locale language, Caller reader) {
    List<String> values = left.answers().get(field.key());
    return values == null ? null : submissions.shown(field, values, language, reader);
  }

  private @Nullable String name(Map<UUID, String> known, @Nullable UUID campaign) {
    return campaign == null
        ? null
        : known.computeIfAbsent(campaign, id -> campaigns.names(Set.of(id)).getOrDefault(id, ""));
  }

  private @Nullable String word(Columns columns, String prefix, @Nullable String word) {
    return word == null ? null : texts.of(columns.language(), prefix + word);
  }

  /** Of one form its own questions; of many what every form may know of a person. */
  private List<FormField> fields(@Nullable UUID form) {
    Map<String, FormField> fields = new LinkedHashMap<>();
    if (form == null) {
      Stream.of(FieldKind.NAME, FieldKind.PHONE, FieldKind.EMAIL, FieldKind.COMPANY)
          .forEach(kind -> fields.put(kind.word(), plain(kind)));
      return List.copyOf(fields.values());
    }
    for (FormVersion version : forms.versions(form)) {
      version.design().fields().forEach(field -> fields.putIfAbsent(field.key(), field));
    }
    return List.copyOf(fields.values());
  }

  private FormField plain(FieldKind kind) {
    Bilingual label =
        new Bilingual(
            texts.of(Locale.SIMPLIFIED_CHINESE, "capture.kind." + kind.word()),
            texts.of(Locale.ENGLISH, "capture.kind." + kind.word()));
    return new FormField(
        kind.word(),
        kind,
        label,
        null,
        null,
        false,
        null,
        null,
        null,
        null,
        null,
        false,
        null,
        null);
  }

  private static String label(FormField field, Locale language) {
    String label = field.label().in(language);
    return label.isEmpty() ? field.key() : label;
  }
}
