package io.leadwell.pool.imports;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One target of a mapping. Its label and hint are the texts {@code field.<kind>.<name>} and {@code
 * hint.<kind>.<name>} of the owning module's bundle.
 *
 * @param name the name in mappings, such as {@code lead_at}
 * @param group the wizard's group: the text {@code group.<group>}
 * @param required a row without it is refused
 * @param key identifies the row in its source: twice in one file is refused, twice in two files is
 *     the same row again
 * @param repeatable several columns may feed it (tags, notes); their values are joined by a line
 *     break
 * @param choices the accepted words of a {@link ImportFieldType#CHOICE}: value and its spellings
 * @param aliases column names that mean this field, in Chinese and English; compared after folding
 *     case, blanks, brackets and underscores
 * @param label what it is called where that is nowhere in a bundle: a field of the house's own
 */
public record ImportField(
    String name,
    String group,
    ImportFieldType type,
    boolean required,
    boolean key,
    boolean repeatable,
    List<Choice> choices,
    List<String> aliases,
    @Nullable Function<Locale, String> label) {

  /** An accepted value and the words that stand for it in files. */
  public record Choice(String value, List<String> words) {}

  public static ImportField text(String name, String group, String... aliases) {
    return of(name, group, ImportFieldType.TEXT, aliases);
  }

  public static ImportField of(String name, String group, ImportFieldType type, String... aliases) {
    return new ImportField(
        name, group, type, false, false, false, List.of(), List.of(aliases), null);
  }

  public ImportField asKey() {
    return new ImportField(name, group, type, required, true, repeatable, choices, aliases, label);
  }

  public ImportField asRequired() {
    return new ImportField(name, group, type, true, key, repeatable, choices, aliases, label);
  }

  public ImportField asRepeatable() {
    return new ImportField(name, group, type, required, key, true, choices, aliases, label);
  }

  public ImportField withChoices(List<Choice> accepted) {
    return new ImportField(name, group, type, required, key, repeatable, accepted, aliases, label);
  }

  /** Called by its own words, not by those of a bundle. */
  public ImportField called(Function<Locale, String> words) {
    return new ImportField(name, group, type, required, key, repeatable, choices, aliases, words);
  }
}
