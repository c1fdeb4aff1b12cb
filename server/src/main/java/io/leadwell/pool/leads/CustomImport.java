package io.leadwell.pool.leads;

import io.leadwell.pool.fields.FieldValue;
import io.leadwell.pool.fields.FieldValues;
import io.leadwell.pool.fields.ProfileField;
import io.leadwell.pool.imports.ImportField;
import io.leadwell.pool.imports.ImportField.Choice;
import io.leadwell.pool.imports.ImportFieldType;
import io.leadwell.pool.imports.ImportRow;
import java.util.List;
import java.util.stream.Stream;

/** The house's own fields as targets of columns, and what rows say of them. */
final class CustomImport {

  private static final List<Choice> YES_OR_NO =
      List.of(
          new Choice("yes", List.of("是", "yes", "y", "true", "1", "有", "√", "对")),
          new Choice("no", List.of("否", "no", "n", "false", "0", "无", "没有", "×", "不")));

  private CustomImport() {}

  static List<ImportField> targets(List<ProfileField> fields) {
    return fields.stream().map(CustomImport::target).toList();
  }

  private static ImportField target(ProfileField field) {
    ImportField target =
        ImportField.of(
            field.name(),
            "custom",
            type(field),
            field.label().zh(),
            field.label().en(),
            field.key());
    target =
        switch (field.type()) {
          case YES_NO -> target.withChoices(YES_OR_NO);
          case CHOICE ->
              target.withChoices(
                  field.options().stream()
                      .map(option ->
                          new Choice(
                              option.value(),
                              Stream.of(option.label().zh(), option.label().en(), option.value())
                                  .distinct()
                                  .toList()))
                      .toList());
          case CHOICES, LONG_TEXT -> target.asRepeatable();
          default -> target;
        };
    return target.called(field.label()::in);
  }

  private static ImportFieldType type(ProfileField field) {
    return switch (field.type()) {
      case DATE -> ImportFieldType.DAY;
      case MONEY -> ImportFieldType.MONEY;
      case PHONE -> ImportFieldType.PHONE;
      case EMAIL -> ImportFieldType.EMAIL;
      case CHOICE, YES_NO -> ImportFieldType.CHOICE;
      default -> ImportFieldType.TEXT;
    };
  }

  /** Refuses a row that says what a field cannot be. */
  static void check(ImportRow row, List<ProfileField> fields) {
    for (ProfileField field : fields) {
      if (!row.refused()
          && row.has(field.name())
          && read(row, field) instanceof FieldValue.Refused refused) {
        row.refuse(field.name(), refused.code(), refused.arguments().toArray());
      }
    }
  }

  static void tell(ImportRow row, List<ProfileField> fields, Facts.Builder facts) {
    for (ProfileField field : fields) {
      if (row.has(field.name()) && read(row, field) instanceof FieldValue.Told told) {
        facts.custom(field.name(), told.kept());
      }
    }
  }

  private static FieldValue read(ImportRow row, ProfileField field) {
    Object value = String.valueOf(row.values().get(field.name()));
    return switch (field.type()) {
      // Read by the import already; an amount is in fen.
      case MONEY, DATE, CHOICE, YES_NO, PHONE, EMAIL -> new FieldValue.Told(value.toString());
      default -> FieldValues.read(field, value.toString());
    };
  }
}
