package io.leadwell.pool.imports;

import io.leadwell.kernel.matching.Folding;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Cells as values of their field's type. Columns, defaults and samples go through the same. */
final class CellParser {

  static final String USUAL_ZONE = "Asia/Shanghai";
  private static final int LONGEST_TEXT = 2_000;
  private static final Set<String> SAYS_NOTHING =
      Set.of("-", "--", "—", "——", "/", "\\n", "null", "none", "nil", "n/a", "#n/a", "无", "暂无");
  private static final int LONGEST_NOTHING = 4;
  private static final Pattern EXPONENT = Pattern.compile("[0-9.]+[eE]\\+[0-9]+");

  private final TimeParser times;
  private final Map<String, Map<String, String>> choices = new HashMap<>();

  CellParser(Mapping.Options options, List<ImportField> fields) {
    String zone = options.timeZone() == null ? USUAL_ZONE : options.timeZone();
    String order = options.dateOrder() == null ? "ymd" : options.dateOrder();
    this.times = new TimeParser(ZoneId.of(zone), order);
    for (ImportField field : fields) {
      Map<String, String> words = new HashMap<>();
      for (ImportField.Choice choice : field.choices()) {
        words.put(Folding.key(choice.value()), choice.value());
        choice.words().forEach(word -> words.putIfAbsent(Folding.key(word), choice.value()));
      }
      choices.put(field.name(), words);
    }
  }

  ParsedCell parse(ImportField field, String cell) {
    if (cell.isBlank()) {
      return new ParsedCell.Blank();
    }
    if (field.type() == ImportFieldType.TEXT) {
      return text(cell);
    }
    String stripped = cell.strip();
    if (stripped.length() <= LONGEST_NOTHING && SAYS_NOTHING.contains(Folding.fold(stripped))) {
      return new ParsedCell.Blank();
    }
    return switch (field.type()) {
      case TEXT -> text(cell);
      case TIME -> times.time(stripped);
      case DAY -> times.day(stripped);
      case MONEY -> AmountParser.money(stripped);
      case NUMBER -> AmountParser.number(stripped);
      case PHONE -> phone(stripped);
      case EMAIL ->
          ContactWays.email(stripped)
              .<ParsedCell>map(ParsedCell.Value::new)
              .orElseGet(() -> ParsedCell.refused("imports.notAMailbox", stripped));
      case CHOICE -> choice(field, stripped);
    };
  }

  private static ParsedCell text(String cell) {
    String stripped = cell.strip();
    return stripped.length() > LONGEST_TEXT
        ? ParsedCell.refused("imports.textTooLong", shortened(stripped), LONGEST_TEXT)
        : new ParsedCell.Value(stripped);
  }

  private static ParsedCell phone(String cell) {
    if (EXPONENT.matcher(cell).matches()) {
      return ParsedCell.refused("imports.phoneInExponents", cell);
    }
    Function<String, ParsedCell> value = ParsedCell.Value::new;
    return ContactWays.phone(cell)
        .map(value)
        .orElseGet(() -> ParsedCell.refused("imports.notAPhone", shortened(cell)));
  }

  private ParsedCell choice(ImportField field, String cell) {
    String value = choices.getOrDefault(field.name(), Map.of()).get(Folding.key(cell));
    if (value != null) {
      return new ParsedCell.Value(value);
    }
    String accepted =
        String.join(
            "、",
            field.choices().stream()
                .map(c -> c.words().isEmpty() ? c.value() : c.words().getFirst())
                .toList());
    return ParsedCell.refused("imports.notAChoice", shortened(cell), accepted);
  }

  static String shortened(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
