package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.CAMPAIGN_DIM;
import static io.leadwell.tables.insights.Tables.CHANNEL_DIM;
import static io.leadwell.tables.insights.Tables.DEPARTMENT_DIM;
import static io.leadwell.tables.insights.Tables.ITEM_DIM;
import static io.leadwell.tables.insights.Tables.MEMBER_DIM;
import static org.jooq.impl.DSL.any;

import io.leadwell.base.platform.Texts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.springframework.stereotype.Repository;

/** The names of rows, in the reader's language. */
@Repository
class Labels {

  private final DSLContext dsl;
  private final Texts texts;

  Labels(DSLContext dsl, Texts texts) {
    this.dsl = dsl;
    this.texts = texts;
  }

  /** A label for every key. */
  Map<String, String> of(Dimension dimension, Collection<String> keys, Locale language) {
    Map<String, String> known =
        switch (dimension) {
          case CHANNEL -> named(keys, CHANNEL_DIM.CHANNEL_ID, CHANNEL_DIM.NAME);
          case CAMPAIGN -> named(keys, CAMPAIGN_DIM.CAMPAIGN_ID, CAMPAIGN_DIM.NAME);
          case OWNER, SDR, AUTHOR -> named(keys, MEMBER_DIM.MEMBER_ID, MEMBER_DIM.NAME);
          case ITEM -> named(keys, ITEM_DIM.ITEM_ID, ITEM_DIM.TITLE);
          case DEPARTMENT -> named(keys, DEPARTMENT_DIM.DEPARTMENT_ID, DEPARTMENT_DIM.NAME);
          default -> Map.of();
        };
    Map<String, String> labels = new HashMap<>();
    for (String key : keys) {
      String name = known.get(key);
      labels.put(key, name == null ? text(dimension, key, language) : name);
    }
    return labels;
  }

  /** The same where touches are cut; a channel carries the whole way down its tree. */
  Map<String, String> of(TouchCut cut, Collection<String> keys, Locale language) {
    return switch (cut) {
      case FRAME -> of(Dimension.FRAME, keys, language);
      case CAMPAIGN -> of(Dimension.CAMPAIGN, keys, language);
      case CONTENT -> of(Dimension.CONTENT, keys, language);
      case CHANNEL -> {
        Map<String, String> labels = of(Dimension.CHANNEL, keys, language);
        labels.putAll(named(keys, CHANNEL_DIM.CHANNEL_ID, CHANNEL_DIM.PATH));
        yield labels;
      }
      case SCENE ->
          keys.stream().collect(Collectors.toMap(Function.identity(), key -> scene(key, language)));
    };
  }

  /** Files bring scenes of their own words; those stand as they are. */
  private String scene(String key, Locale language) {
    return Scenes.KNOWN.contains(key)
        ? texts.of(language, "scene." + key)
        : Objects.requireNonNullElse(Keys.value(key), key);
  }

  String total(Locale language) {
    return texts.of(language, "report.total");
  }

  private String text(Dimension dimension, String key, Locale language) {
    return switch (key) {
      case Keys.BLANK -> texts.of(language, "report.blank");
      case Keys.ALL -> texts.of(language, "report.all");
      case Keys.UNALLOCATED -> texts.of(language, "report.unallocated");
      default ->
          switch (dimension) {
            case FRAME -> texts.of(language, "frame." + key);
            case SOURCE_CLASS -> texts.of(language, "sourceClass." + key);
            default -> Objects.requireNonNull(Keys.value(key));
          };
    };
  }

  private Map<String, String> named(
      Collection<String> keys, TableField<?, UUID> id, TableField<?, String> name) {
    UUID[] ids = keys.stream().map(Labels::id).flatMap(Optional::stream).toArray(UUID[]::new);
    return dsl.select(id, name)
        .from(id.getTable())
        .where(id.eq(any(ids)))
        .fetchMap(r -> r.value1().toString(), r -> r.value2());
  }

  /** A guest among the authors has a name where members have an id. */
  private static Optional<UUID> id(String key) {
    try {
      return key.length() == 36 ? Optional.of(UUID.fromString(key)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
