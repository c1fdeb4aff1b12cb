package io.leadwell.measure.insights;

import static io.leadwell.tables.insights.Tables.CAMPAIGN_DIM;
import static io.leadwell.tables.insights.Tables.CHANNEL_DIM;
import static io.leadwell.tables.insights.Tables.MEMBER_DIM;
import static org.jooq.impl.DSL.any;

import io.leadwell.base.platform.Texts;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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
          case OWNER, SDR -> named(keys, MEMBER_DIM.MEMBER_ID, MEMBER_DIM.NAME);
          default -> Map.of();
        };
    Map<String, String> labels = new HashMap<>();
    for (String key : keys) {
      String name = known.get(key);
      labels.put(key, name == null ? text(dimension, key, language) : name);
    }
    return labels;
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
    UUID[] ids =
        keys.stream().filter(key -> key.length() == 36).map(UUID::fromString).toArray(UUID[]::new);
    return dsl.select(id, name)
        .from(id.getTable())
        .where(id.eq(any(ids)))
        .fetchMap(r -> r.value1().toString(), r -> r.value2());
  }
}
