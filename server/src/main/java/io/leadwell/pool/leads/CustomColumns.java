package io.leadwell.pool.leads;

import io.leadwell.pool.fields.FieldType;
import io.leadwell.pool.fields.FieldValues;
import io.leadwell.pool.fields.Fields;
import io.leadwell.pool.fields.ProfileField;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The house's own fields as columns of an exported pool. */
@Component
public class CustomColumns {

  /** One of them. */
  public record Column(ProfileField field) {

    public String label(Locale language) {
      return field.label().in(language);
    }

    public @Nullable Object cell(LeadRow lead, Locale language) {
      return switch (lead.custom().get(field.name())) {
        case null -> null;
        case List<?> several ->
            FieldValues.shown(
                field,
                FieldValues.several(several.stream().map(String::valueOf).toList()),
                language);
        case Object value -> cell(value.toString(), language);
      };
    }

    private Object cell(String value, Locale language) {
      if (field.type() == FieldType.MONEY && value.matches("-?\\d+")) {
        return new BigDecimal(value).movePointLeft(2);
      }
      return field.type() == FieldType.NUMBER
          ? new BigDecimal(value)
          : FieldValues.shown(field, value, language);
    }
  }

  private final Fields fields;

  CustomColumns(Fields fields) {
    this.fields = fields;
  }

  /**
   * @param words names of columns parted by commas, of which those of built-in ones are not ours;
   *     all where nothing is chosen
   */
  public List<Column> chosen(@Nullable String words) {
    List<String> wanted =
        words == null || words.isBlank() ? List.of() : Arrays.asList(words.split(","));
    return fields.custom(false).stream()
        .filter(field -> wanted.isEmpty() || wanted.contains(field.name()))
        .map(Column::new)
        .toList();
  }
}
