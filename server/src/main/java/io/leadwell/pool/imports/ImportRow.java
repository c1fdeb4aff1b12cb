package io.leadwell.pool.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row on its way in: its typed values and what is wrong with it.
 *
 * <p>Not thread-safe; lives as long as its chunk.
 */
public final class ImportRow {

  /**
   * What is wrong: the text {@code code} of the bundle with its arguments, at a field or the row. A
   * {@code remark} keeps no row from coming in.
   */
  public record Fault(
      @Nullable String field,
      @Nullable String value,
      String code,
      List<Object> arguments,
      boolean remark) {}

  private final long number;
  private final Map<String, Object> values;
  private final Map<String, String> raw;
  private final List<Fault> faults = new ArrayList<>(0);
  private boolean refused;

  /**
   * @param number the row as spreadsheet programs count: the header is 1
   * @param values typed by {@link ImportFieldType}; a blank cell has no entry
   * @param raw every cell of the row by its column name, mapped or not
   */
  public ImportRow(long number, Map<String, Object> values, Map<String, String> raw) {
    this.number = number;
    this.values = values;
    this.raw = raw;
  }

  public long number() {
    return number;
  }

  public Map<String, String> raw() {
    return raw;
  }

  public boolean has(String field) {
    return values.containsKey(field);
  }

  public @Nullable String text(String field) {
    return (String) values.get(field);
  }

  public <T> @Nullable T value(String field, Class<T> type) {
    return type.cast(values.get(field));
  }

  public Map<String, Object> values() {
    return values;
  }

  /** Refuses the row; the sentence names the row, the column and the remedy. */
  public void refuse(@Nullable String field, String code, Object... arguments) {
    Object value = field == null ? null : values.get(field);
    refused = true;
    add(field, value == null ? null : value.toString(), code, false, arguments);
  }

  /** As {@link #refuse}, with the cell as it stands in the file. */
  public void refuseValue(String field, String value, String code, Object... arguments) {
    refused = true;
    add(field, value, code, false, arguments);
  }

  /** The row comes in, but the reader should know of this; the sentence names the remedy. */
  public void remark(String field, String code, Object... arguments) {
    Object value = values.get(field);
    add(field, value == null ? null : value.toString(), code, true, arguments);
  }

  private void add(
      @Nullable String field,
      @Nullable String value,
      String code,
      boolean remark,
      Object... arguments) {
    faults.add(new Fault(field, value, code, List.of(arguments), remark));
  }

  public boolean refused() {
    return refused;
  }

  public List<Fault> faults() {
    return faults;
  }
}
