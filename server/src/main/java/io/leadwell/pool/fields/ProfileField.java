package io.leadwell.pool.fields;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that may be told of a lead, a person or a company.
 *
 * @param id of a house's own field
 * @param key names it among the fields of its entity, for ever
 * @param custom a house's own, not one that everybody has
 */
public record ProfileField(
    @Nullable UUID id,
    FieldEntity entity,
    String key,
    FieldType type,
    FieldText label,
    FieldText help,
    boolean required,
    List<Option> options,
    boolean custom,
    boolean archived) {

  /** One of the values of a choice. */
  public record Option(String value, FieldText label, boolean archived) {}

  /** Its name in records, imports, filters and exports: {@code person.birthday}. */
  public String name() {
    return entity.word() + "." + key;
  }

  Optional<Option> option(String value) {
    return options.stream().filter(option -> option.value().equals(value)).findFirst();
  }
}
