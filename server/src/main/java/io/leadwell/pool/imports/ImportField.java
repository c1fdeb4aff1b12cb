package io.leadwell.pool.imports;

import java.util.List;

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
 */
public record ImportField(
    String name,
    String group,
    ImportFieldType type,
    boolean required,
    boolean key,
    boolean repeatable,
    List<Choice> choices,
    List<String> aliases) {

  /** An accepted value and the words that stand for it in files. */
  public record Choice(String value, List<String> words) {}

  public static ImportField text(String name, String group, String... aliases) {
    return of(name, group, ImportFieldType.TEXT, aliases);
  }

  public static ImportField of(String name, String group, ImportFieldType type, String... aliases) {
    return new ImportField(name, group, type, false, false, false, List.of(), List.of(aliases));
  }

  public ImportField asKey() {
    return new ImportField(name, group, type, required, true, repeatable, choices, aliases);
  }

  public ImportField asRequired() {
    return new ImportField(name, group, type, true, key, repeatable, choices, aliases);
  }

  public ImportField asRepeatable() {
    return new ImportField(name, group, type, required, key, true, choices, aliases);
  }

  public ImportField withChoices(List<Choice> accepted) {
    return new ImportField(name, group, type, required, key, repeatable, accepted, aliases);
  }
}
