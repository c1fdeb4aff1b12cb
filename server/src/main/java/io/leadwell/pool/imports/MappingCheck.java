package io.leadwell.pool.imports;

import io.leadwell.base.platform.Problem;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Says what stands against a mapping, field by field, before any row is read with it. */
final class MappingCheck {

  private static final Set<String> ORDERS = Set.of("ymd", "dmy", "mdy");
  private static final Set<String> UNREADABLE = Set.of("reject", "blank");
  private static final int LONGEST_SOURCE = 60;

  private final List<ImportField> fields;
  private final List<String> headers;
  private final List<Problem.Field> faults = new ArrayList<>();

  private MappingCheck(List<ImportField> fields, List<String> headers) {
    this.fields = fields;
    this.headers = headers;
  }

  static void refuseUnsound(Mapping mapping, ImportKind kind, List<String> headers) {
    MappingCheck check = new MappingCheck(kind.fields(), headers);
    check.rules(mapping.rules(), kind.rules());
    boolean readable = check.options(mapping.options());
    check.columns(mapping);
    if (readable) {
      check.defaults(mapping);
    }
    if (!check.faults.isEmpty()) {
      throw new Problem(ImportsProblem.INVALID_MAPPING, List.of(), check.faults);
    }
  }

  /** A row was named as the header that has no rows below. */
  static Problem nothingBelow(long headerRow) {
    return new Problem(
        ImportsProblem.INVALID_MAPPING,
        List.of(),
        List.of(new Problem.Field("headerRow", "imports.nothingBelow", List.of(headerRow))));
  }

  private void columns(Mapping mapping) {
    if (mapping.columns().isEmpty()) {
      fault("columns", "imports.nothingMapped");
      return;
    }
    for (String column : mapping.columns().keySet()) {
      if (!headers.contains(column)) {
        fault("columns." + column, "imports.unknownColumn", column);
      }
    }
    Map<String, List<String>> sources = mapping.sources();
    for (String name : sources.keySet()) {
      if (fields.stream().noneMatch(field -> field.name().equals(name))) {
        fault(name, "imports.unknownField", name);
      }
    }
    for (ImportField field : fields) {
      List<String> columns = sources.getOrDefault(field.name(), List.of());
      if (columns.size() > 1 && !field.repeatable()) {
        fault(field.name(), "imports.twoColumns", String.join("、", columns));
      }
      if (field.required() && columns.isEmpty() && !mapping.defaults().containsKey(field.name())) {
        fault(field.name(), "imports.requiredUnmapped");
      }
    }
  }

  private void defaults(Mapping mapping) {
    CellParser parser = new CellParser(mapping.options(), fields);
    mapping
        .defaults()
        .forEach((name, value) -> {
          ImportField field =
              fields.stream().filter(f -> f.name().equals(name)).findFirst().orElse(null);
          if (field == null) {
            fault(name, "imports.unknownField", name);
          } else if (parser.parse(field, value)
              instanceof ParsedCell.Refused(String code, List<Object> arguments)) {
            faults.add(new Problem.Field(name, code, arguments));
          }
        });
  }

  private void rules(Map<String, String> said, List<ImportRule> known) {
    said.forEach((name, value) -> {
      ImportRule rule = known.stream().filter(r -> r.name().equals(name)).findFirst().orElse(null);
      if (rule == null) {
        fault("rules." + name, "imports.unknownRule", name);
      } else if (!rule.accepts(value)) {
        fault(
            "rules." + name,
            "imports.ruleRefused." + rule.type().name().toLowerCase(Locale.ROOT),
            value,
            String.join("、", rule.choices()));
      }
    });
  }

  private boolean options(Mapping.Options options) {
    int before = faults.size();
    if (options.dateOrder() != null && !ORDERS.contains(options.dateOrder())) {
      fault("options.dateOrder", "imports.unknownOption", options.dateOrder());
    }
    if (options.unreadable() != null && !UNREADABLE.contains(options.unreadable())) {
      fault("options.unreadable", "imports.unknownOption", options.unreadable());
    }
    if (options.source() != null && options.source().length() > LONGEST_SOURCE) {
      fault("options.source", "imports.sourceTooLong", LONGEST_SOURCE);
    }
    if (options.timeZone() != null) {
      try {
        ZoneId.of(options.timeZone());
      } catch (DateTimeException e) {
        fault("options.timeZone", "imports.unknownOption", options.timeZone());
      }
    }
    return faults.size() == before;
  }

  private void fault(String field, String code, Object... arguments) {
    faults.add(new Problem.Field(field, code, List.of(arguments)));
  }
}
