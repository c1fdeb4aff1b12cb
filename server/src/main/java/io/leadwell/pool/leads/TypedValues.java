package io.leadwell.pool.leads;

import io.leadwell.base.platform.Problem;
import io.leadwell.pool.fields.FieldEntity;
import io.leadwell.pool.fields.FieldValue;
import io.leadwell.pool.fields.FieldValues;
import io.leadwell.pool.fields.Fields;
import io.leadwell.pool.fields.ProfileField;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Values of a house's own fields as somebody typed them. */
@Component
public class TypedValues {

  private static final int LONGEST = 10_000;

  private final Fields fields;

  TypedValues(Fields fields) {
    this.fields = fields;
  }

  /** What a request says, as text: several choices, yes or no, a number, or none. */
  public static Map<String, String> of(@Nullable Map<String, @Nullable Object> body) {
    Map<String, String> typed = new TreeMap<>();
    if (body != null) {
      body.forEach((name, value) -> typed.put(name, text(name, value)));
    }
    return typed;
  }

  private static String text(String name, @Nullable Object value) {
    String text =
        switch (value) {
          case null -> "";
          case Boolean yes -> yes ? "yes" : "no";
          case List<?> several ->
              FieldValues.several(several.stream().map(String::valueOf).toList());
          default -> value.toString();
        };
    if (text.length() > LONGEST) {
      throw Problem.field(LeadsProblem.INVALID_LEAD, name, "leads.uneditable");
    }
    return text;
  }

  /** As they are kept; refused where a field does not exist, is archived, or can't be that. */
  Map<String, String> kept(Map<String, String> typed) {
    Map<String, String> kept = new TreeMap<>();
    if (!typed.isEmpty()) {
      Map<String, ProfileField> byName = fields.byName();
      typed.forEach((name, value) -> {
        ProfileField field = byName.get(name);
        if (field == null || !field.custom() || field.archived()) {
          throw Problem.field(LeadsProblem.INVALID_LEAD, name, "leads.uneditable");
        }
        kept.put(name, Fields.kept(field, value));
      });
    }
    return kept;
  }

  /** As {@link #kept}, of a lead and its person. */
  Map<String, String> ofLead(Map<String, String> typed) {
    typed.keySet().stream()
        .filter(name -> name.startsWith(FieldEntity.COMPANY.word() + "."))
        .findFirst()
        .ifPresent(name -> {
          throw Problem.field(LeadsProblem.INVALID_LEAD, name, "leads.editAtCompany");
        });
    return kept(typed);
  }

  /**
   * The same facts with the values of the house's own fields as they are kept. What a field cannot
   * be is left out: whoever arrives is not sent away for it, and the record keeps what was said.
   */
  Facts fitting(Facts told) {
    if (told.custom().isEmpty()) {
      return told;
    }
    Map<String, ProfileField> byName = fields.byName();
    Map<String, String> fitting = new TreeMap<>();
    told.custom()
        .forEach((name, value) -> {
          ProfileField field = byName.get(name);
          if (field != null
              && field.custom()
              && !field.archived()
              && FieldValues.read(field, value) instanceof FieldValue.Told(String kept)
              && !kept.isEmpty()) {
            fitting.put(name, kept);
          }
        });
    return told.telling(fitting);
  }

  /** Refuses a new lead that lacks what must be told. */
  void complete(Map<String, String> kept) {
    for (ProfileField field : fields.custom(false)) {
      if (field.required()
          && field.entity() != FieldEntity.COMPANY
          && kept.getOrDefault(field.name(), "").isEmpty()) {
        throw Problem.field(LeadsProblem.INVALID_LEAD, field.name(), "leads.fieldNeeded");
      }
    }
  }
}
