package io.leadwell.pool.leads;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import io.leadwell.pool.fields.FieldType;
import io.leadwell.pool.fields.Fields;
import io.leadwell.pool.fields.ProfileField;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Values of a house's own fields as one reader may see them; the fields are looked up at need. */
final class CustomView {

  private final Fields fields;
  private final boolean whole;
  private @Nullable Map<String, ProfileField> byName;

  CustomView(Fields fields, Caller reader) {
    this.fields = fields;
    this.whole = reader.may(Permission.CONTACT_REVEAL);
  }

  /** By the names of the fields that are still asked for. */
  Map<String, Object> shown(Map<String, Object> stored) {
    if (stored.isEmpty()) {
      return stored;
    }
    Map<String, Object> shown = new TreeMap<>();
    stored.forEach((name, value) -> {
      ProfileField field = field(name);
      if (field != null && !field.archived()) {
        shown.put(name, value instanceof String text ? masked(field.type(), text) : value);
      }
    });
    return shown;
  }

  @Nullable ProfileField field(String name) {
    Map<String, ProfileField> known = byName;
    if (known == null) {
      known = fields.byName();
      byName = known;
    }
    return known.get(name);
  }

  String masked(FieldType type, String value) {
    return switch (type) {
      case PHONE -> String.valueOf(Contact.phone(value, whole));
      case EMAIL -> String.valueOf(Contact.email(value, whole));
      default -> value;
    };
  }
}
