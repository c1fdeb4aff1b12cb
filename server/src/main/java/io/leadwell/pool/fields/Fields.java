package io.leadwell.pool.fields;

import static io.leadwell.tables.fields.Tables.FIELD;
import static org.jooq.impl.DSL.noCondition;

import io.leadwell.base.platform.Database;
import io.leadwell.base.platform.Ids;
import io.leadwell.base.platform.Problem;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.Caller;
import io.leadwell.pool.fields.FieldDraft.OptionDraft;
import io.leadwell.pool.fields.ProfileField.Option;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to fields: those everybody has, and a house's own, which it keeps. */
@Service
public class Fields {

  private static final int MOST_FIELDS = 100;
  private static final int MOST_OPTIONS = 200;
  private static final int LABEL = 60;
  private static final int HELP = 300;

  private final FieldStore store;
  private final Audit audit;
  private final Database database;
  private final Clock clock;

  Fields(FieldStore store, Audit audit, Database database, Clock clock) {
    this.store = store;
    this.audit = audit;
    this.database = database;
    this.clock = clock;
  }

  /** Every field that is asked for: first those everybody has, then the house's own. */
  public List<ProfileField> all() {
    return Stream.concat(BuiltInFields.ALL.stream(), custom(false).stream()).toList();
  }

  /** The house's own, in their order. */
  public List<ProfileField> custom(boolean archivedToo) {
    return store.all(archivedToo ? noCondition() : FIELD.ARCHIVED_AT.isNull());
  }

  /** By name, such as {@code person.birthday}; also one that is archived. */
  public Map<String, ProfileField> byName() {
    Map<String, ProfileField> byName = new HashMap<>();
    BuiltInFields.ALL.forEach(field -> byName.put(field.name(), field));
    custom(true).forEach(field -> byName.put(field.name(), field));
    return byName;
  }

  public Optional<ProfileField> find(String name) {
    return Optional.ofNullable(byName().get(name));
  }

  /**
   * What somebody typed as it is kept, or a {@link Problem} at the field that says what is wrong.
   */
  public static String kept(ProfileField field, String typed) {
    return switch (FieldValues.read(field, typed)) {
      case FieldValue.Told told -> {
        if (told.kept().isEmpty() && field.required()) {
          throw wrong(field.name(), "fields.required");
        }
        yield told.kept();
      }
      case FieldValue.Refused refused ->
          throw new Problem(
              FieldsProblem.FIELD_VALUE_INVALID,
              List.of(),
              List.of(new Problem.Field(field.name(), refused.code(), refused.arguments())));
    };
  }

  @Transactional
  public ProfileField add(
      FieldEntity entity, String key, FieldType type, FieldDraft draft, Caller who) {
    database.lock("fields.fields");
    if (!key.matches("[a-z][a-z0-9_]{0,39}")) {
      throw wrong("key", "fields.key");
    }
    if (!type.isForCustom()) {
      throw wrong("type", "fields.type");
    }
    if (store.count(entity) >= MOST_FIELDS) {
      throw wrong("key", "fields.tooMany", MOST_FIELDS);
    }
    ProfileField field =
        checked(
            changed(
                new ProfileField(
                    Ids.next(),
                    entity,
                    key,
                    type,
                    new FieldText("", ""),
                    new FieldText("", ""),
                    false,
                    List.of(),
                    true,
                    false),
                draft));
    boolean usual = BuiltInFields.ALL.stream().anyMatch(f -> f.name().equals(field.name()));
    if (usual || !store.add(field, who.memberId(), clock.instant())) {
      throw new Problem(FieldsProblem.FIELD_KEY_TAKEN, key);
    }
    record(who, "field.created", field);
    return field;
  }

  @Transactional
  public ProfileField change(UUID id, FieldDraft draft, Caller who) {
    database.lock("fields.fields");
    ProfileField before =
        store.find(id).orElseThrow(() -> new Problem(FieldsProblem.FIELD_NOT_FOUND));
    ProfileField after = checked(changed(before, draft));
    store.change(after, clock.instant());
    record(who, "field.changed", after);
    return after;
  }

  /** Puts the fields of an entity into this order; one that is not named stays behind them. */
  @Transactional
  public List<ProfileField> order(FieldEntity entity, List<String> keys, Caller who) {
    database.lock("fields.fields");
    List<String> order = new ArrayList<>(keys.stream().distinct().limit(MOST_FIELDS).toList());
    custom(true).stream()
        .filter(field -> field.entity() == entity && !order.contains(field.key()))
        .forEach(field -> order.add(field.key()));
    store.order(entity, order);
    audit.record(who, "field.ordered", "field", null, entity.word(), Map.of("keys", order));
    return custom(true);
  }

  private void record(Caller who, String action, ProfileField field) {
    audit.record(
        who,
        action,
        "field",
        String.valueOf(field.id()),
        field.label().zh(),
        Map.of("name", field.name(), "type", field.type().word(), "archived", field.archived()));
  }

  private static ProfileField changed(ProfileField field, FieldDraft draft) {
    return new ProfileField(
        field.id(),
        field.entity(),
        field.key(),
        field.type(),
        (draft.label() == null ? field.label() : draft.label()).whole(),
        (draft.help() == null ? field.help() : draft.help()).whole(),
        Objects.requireNonNullElse(draft.required(), field.required()),
        draft.options() == null ? field.options() : options(field, draft.options()),
        true,
        Objects.requireNonNullElse(draft.archived(), field.archived()));
  }

  /** The options in their new order; one that is not named any more is archived. */
  private static List<Option> options(ProfileField field, List<OptionDraft> wanted) {
    List<Option> options = new ArrayList<>();
    int last =
        field.options().stream()
            .map(Option::value)
            .filter(value -> value.matches("o\\d{1,6}"))
            .mapToInt(value -> Integer.parseInt(value.substring(1)))
            .max()
            .orElse(0);
    for (OptionDraft draft : wanted) {
      Option known = draft.value() == null ? null : field.option(draft.value()).orElse(null);
      if (draft.value() != null && known == null) {
        throw wrong("options", "fields.unknownOption", draft.value());
      }
      FieldText label = label(draft.label(), known);
      boolean archived =
          Objects.requireNonNullElse(draft.archived(), known != null && known.archived());
      options.add(new Option(known == null ? "o" + ++last : known.value(), label, archived));
    }
    for (Option option : field.options()) {
      if (options.stream().noneMatch(o -> o.value().equals(option.value()))) {
        options.add(new Option(option.value(), option.label(), true));
      }
    }
    return options;
  }

  private static FieldText label(@Nullable FieldText wanted, @Nullable Option known) {
    if (wanted != null) {
      return wanted.whole();
    }
    return known == null ? new FieldText("", "") : known.label();
  }

  private static ProfileField checked(ProfileField field) {
    fits("label", field.label());
    if (field.help().longest() > HELP) {
      throw wrong("help", "fields.helpTooLong", HELP);
    }
    if (!field.type().hasOptions()) {
      if (!field.options().isEmpty()) {
        throw wrong("options", "fields.noOptions");
      }
      return field;
    }
    if (field.options().stream().allMatch(Option::archived)) {
      throw wrong("options", "fields.needsOptions");
    }
    if (field.options().size() > MOST_OPTIONS) {
      throw wrong("options", "fields.tooManyOptions", MOST_OPTIONS);
    }
    field.options().forEach(option -> fits("options", option.label()));
    List<Option> live = field.options().stream().filter(option -> !option.archived()).toList();
    if (live.stream().map(option -> option.label().zh()).distinct().count() < live.size()) {
      throw wrong("options", "fields.optionTwice");
    }
    return field;
  }

  private static void fits(String place, FieldText label) {
    if (label.zh().isEmpty() || label.longest() > LABEL) {
      throw wrong(place, "fields.label", LABEL);
    }
  }

  private static Problem wrong(String place, String text, Object... arguments) {
    return Problem.field(FieldsProblem.FIELD_INVALID, place, text, arguments);
  }
}
