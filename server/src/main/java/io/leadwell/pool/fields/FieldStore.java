package io.leadwell.pool.fields;

import static io.leadwell.tables.fields.Tables.FIELD;
import static io.leadwell.tables.fields.Tables.OPTION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;

import io.leadwell.pool.fields.ProfileField.Option;
import io.leadwell.tables.fields.tables.records.FieldRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of a house's own fields. */
@Component
class FieldStore {

  private final DSLContext dsl;

  FieldStore(DSLContext dsl) {
    this.dsl = dsl;
  }

  List<ProfileField> all(Condition wanted) {
    List<FieldRow> rows =
        dsl.selectFrom(FIELD).where(wanted).orderBy(FIELD.ENTITY, FIELD.PLACE, FIELD.KEY).fetch();
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<Option>> options = new HashMap<>();
    dsl.selectFrom(OPTION)
        .where(OPTION.FIELD_ID.in(rows.stream().map(FieldRow::getId).toList()))
        .orderBy(OPTION.PLACE, OPTION.VALUE)
        .forEach(row ->
            options
                .computeIfAbsent(row.getFieldId(), _ -> new ArrayList<>())
                .add(
                    new Option(
                        row.getValue(),
                        new FieldText(row.getLabelZh(), row.getLabelEn()),
                        row.getArchivedAt() != null)));
    return rows.stream()
        .map(row -> field(row, options.getOrDefault(row.getId(), List.of())))
        .toList();
  }

  Optional<ProfileField> find(UUID id) {
    return all(FIELD.ID.eq(id)).stream().findFirst();
  }

  int count(FieldEntity entity) {
    return dsl.fetchCount(FIELD, FIELD.ENTITY.eq(entity.word()));
  }

  /** False where the key is taken. */
  boolean add(ProfileField field, @Nullable UUID by, Instant now) {
    int place =
        dsl.select(coalesce(max(FIELD.PLACE), 0))
                .from(FIELD)
                .where(FIELD.ENTITY.eq(field.entity().word()))
                .fetchSingle()
                .value1()
            + 1;
    boolean added =
        dsl.insertInto(FIELD)
                .set(FIELD.ID, field.id())
                .set(FIELD.ENTITY, field.entity().word())
                .set(FIELD.KEY, field.key())
                .set(FIELD.TYPE, field.type().word())
                .set(FIELD.LABEL_ZH, field.label().zh())
                .set(FIELD.LABEL_EN, field.label().en())
                .set(FIELD.HELP_ZH, field.help().zh())
                .set(FIELD.HELP_EN, field.help().en())
                .set(FIELD.REQUIRED, field.required())
                .set(FIELD.PLACE, place)
                .set(FIELD.CREATED_AT, now)
                .set(FIELD.CREATED_BY, by)
                .onConflict(FIELD.ENTITY, FIELD.KEY)
                .doNothing()
                .execute()
            == 1;
    if (added) {
      options(field, now);
    }
    return added;
  }

  void change(ProfileField field, Instant now) {
    dsl.update(FIELD)
        .set(FIELD.LABEL_ZH, field.label().zh())
        .set(FIELD.LABEL_EN, field.label().en())
        .set(FIELD.HELP_ZH, field.help().zh())
        .set(FIELD.HELP_EN, field.help().en())
        .set(FIELD.REQUIRED, field.required())
        .set(FIELD.ARCHIVED_AT, field.archived() ? now : null)
        .where(FIELD.ID.eq(field.id()))
        .execute();
    options(field, now);
  }

  void order(FieldEntity entity, List<String> keys) {
    int place = 1;
    for (String key : keys) {
      dsl.update(FIELD)
          .set(FIELD.PLACE, place++)
          .where(FIELD.ENTITY.eq(entity.word()))
          .and(FIELD.KEY.eq(key))
          .execute();
    }
  }

  /** An option is never deleted: values stand for it. */
  private void options(ProfileField field, Instant now) {
    int place = 1;
    for (Option option : field.options()) {
      dsl.insertInto(OPTION)
          .set(OPTION.FIELD_ID, field.id())
          .set(OPTION.VALUE, option.value())
          .set(OPTION.LABEL_ZH, option.label().zh())
          .set(OPTION.LABEL_EN, option.label().en())
          .set(OPTION.PLACE, place)
          .set(OPTION.ARCHIVED_AT, option.archived() ? now : null)
          .onConflict(OPTION.FIELD_ID, OPTION.VALUE)
          .doUpdate()
          .set(OPTION.LABEL_ZH, option.label().zh())
          .set(OPTION.LABEL_EN, option.label().en())
          .set(OPTION.PLACE, place)
          .set(OPTION.ARCHIVED_AT, option.archived() ? now : null)
          .execute();
      place++;
    }
  }

  private static ProfileField field(FieldRow row, List<Option> options) {
    return new ProfileField(
        row.getId(),
        FieldEntity.of(row.getEntity()),
        row.getKey(),
        FieldType.of(row.getType()),
        new FieldText(row.getLabelZh(), row.getLabelEn()),
        new FieldText(row.getHelpZh(), row.getHelpEn()),
        row.getRequired(),
        options,
        true,
        row.getArchivedAt() != null);
  }
}
