package io.leadwell.pool.imports;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a file mean.
 *
 * @param columns header name to the fields it feeds
 * @param defaults field to the value of every row that lacks it
 * @param sheet the sheet of a workbook to read
 * @param headerRow the row that names the columns; null leaves the one that was found
 * @param rules what was decided for the whole file, by the names of {@link ImportRule}s
 */
public record Mapping(
    Map<String, List<String>> columns,
    Map<String, String> defaults,
    Options options,
    @Nullable String sheet,
    @Nullable Long headerRow,
    Map<String, String> rules) {

  public Mapping {
    columns = Objects.requireNonNullElse(columns, Map.of());
    defaults = Objects.requireNonNullElse(defaults, Map.of());
    options = Objects.requireNonNullElse(options, Options.usual());
    // Mappings of former releases know no rules.
    rules = Objects.requireNonNullElse(rules, Map.of());
  }

  public Mapping(
      Map<String, List<String>> columns,
      Map<String, String> defaults,
      Options options,
      @Nullable String sheet) {
    this(columns, defaults, options, sheet, Map.of());
  }

  public Mapping(
      Map<String, List<String>> columns,
      Map<String, String> defaults,
      Options options,
      @Nullable String sheet,
      Map<String, String> rules) {
    this(columns, defaults, options, sheet, null, rules);
  }

  /**
   * How values are read.
   *
   * @param dateOrder how 03/04/2026 is meant: {@code ymd} (not at all), {@code dmy} or {@code mdy}
   * @param timeZone of times that name none
   * @param source the system the file comes from: keys are compared within it
   * @param unreadable {@code reject} the row, or leave the value {@code blank}
   */
  public record Options(
      @Nullable String dateOrder,
      @Nullable String timeZone,
      @Nullable String source,
      @JsonAlias("badValues") @Nullable String unreadable) {

    public static Options usual() {
      return new Options(null, null, null, null);
    }
  }

  public static Mapping none() {
    return new Mapping(Map.of(), Map.of(), Options.usual(), null);
  }

  /** The columns that feed each field, in the order of the mapping. */
  Map<String, List<String>> sources() {
    Map<String, List<String>> sources = new LinkedHashMap<>();
    columns.forEach((column, fields) ->
        fields.forEach(
            field -> sources.computeIfAbsent(field, _ -> new ArrayList<>()).add(column)));
    return sources;
  }

  /** Without columns that mean nothing, and without blank defaults and rules. */
  Mapping tidy() {
    Map<String, List<String>> used = new LinkedHashMap<>();
    columns.forEach((column, fields) -> {
      if (fields != null && !fields.isEmpty()) {
        used.put(column, fields.stream().filter(Objects::nonNull).distinct().toList());
      }
    });
    return new Mapping(used, said(defaults), options, sheet, headerRow, said(rules));
  }

  private static Map<String, String> said(Map<String, String> values) {
    return values.entrySet().stream()
        .filter(e -> e.getValue() != null && !e.getValue().isBlank())
        .collect(
            Collectors.toMap(
                Map.Entry::getKey, e -> e.getValue().strip(), (a, _) -> a, LinkedHashMap::new));
  }
}
