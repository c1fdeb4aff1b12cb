package io.leadwell.pool.fields;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field as somebody wants it. Of a change, what is null stays.
 *
 * @param options all of them in their order; one without a value is new
 */
public record FieldDraft(
    @Nullable FieldText label,
    @Nullable FieldText help,
    @Nullable Boolean required,
    @Nullable Boolean archived,
    @Nullable List<OptionDraft> options) {

  /** An option as somebody wants it. */
  public record OptionDraft(
      @Nullable String value, @Nullable FieldText label, @Nullable Boolean archived) {}
}
