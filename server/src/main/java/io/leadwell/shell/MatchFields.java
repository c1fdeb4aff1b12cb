package io.leadwell.shell;

import io.leadwell.kernel.matching.Column;
import io.leadwell.kernel.matching.Meaning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which columns are compared and what they mean: as said by {@code --fields}, or guessed. */
final class MatchFields {

  private final List<Column> schema = new ArrayList<>();
  private final MatchTable table;
  private final Words words;

  private MatchFields(MatchTable table, Words words) {
    this.table = table;
    this.words = words;
  }

  /**
   * @param said {@code column=meaning,…}, or empty to guess from the headers
   * @param others columns that are never compared: the id, the truth
   */
  static List<Column> of(
      MatchTable table, Optional<String> said, List<String> others, Words words) {
    MatchFields fields = new MatchFields(table, words);
    if (said.isPresent()) {
      for (String entry : said.get().split("[,;]")) {
        if (!entry.isBlank()) {
          fields.add(entry.strip());
        }
      }
    } else {
      for (String header : table.headers()) {
        if (!others.contains(header)) {
          Meaning.of(header).ifPresent(m -> fields.schema.add(new Column(header, m)));
        }
      }
    }
    if (fields.schema.isEmpty()) {
      throw fields.wrong("matchNothing", String.join(", ", table.headers()), Meaning.known());
    }
    return fields.schema;
  }

  private void add(String entry) {
    int equals = entry.lastIndexOf('=');
    String left = equals < 0 ? entry : entry.substring(0, equals).strip();
    String right = equals < 0 ? left : entry.substring(equals + 1).strip();
    Optional<Meaning> meaning = Meaning.of(right);
    int column = table.column(left);
    if (column < 0 && table.column(right) >= 0 && Meaning.of(left).isPresent()) {
      column = table.column(right);
      meaning = Meaning.of(left);
    }
    if (column < 0) {
      throw wrong("matchNoColumn", left, String.join(", ", table.headers()));
    }
    if (meaning.isEmpty()) {
      throw wrong("matchNoMeaning", right, Meaning.known());
    }
    schema.add(new Column(table.headers().get(column), meaning.get()));
  }

  private Shell.Refusal wrong(String key, Object... arguments) {
    return new Shell.Refusal(Shell.WRONG_USE, words.say(key, arguments));
  }
}
