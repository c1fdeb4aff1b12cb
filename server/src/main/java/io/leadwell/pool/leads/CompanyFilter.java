package io.leadwell.pool.leads;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which companies a list shows.
 *
 * @param customer true for those with a won lead, false for those without
 * @param custom what is asked of a house's own fields
 */
public record CompanyFilter(
    @Nullable String search,
    @Nullable String province,
    @Nullable String industry,
    @Nullable Boolean customer,
    List<FieldCondition> custom) {

  /** Asks nothing of a house's own fields. */
  public CompanyFilter(
      @Nullable String search,
      @Nullable String province,
      @Nullable String industry,
      @Nullable Boolean customer) {
    this(search, province, industry, customer, List.of());
  }

  static CompanyFilter named(String part) {
    return new CompanyFilter(part, null, null, null);
  }
}
