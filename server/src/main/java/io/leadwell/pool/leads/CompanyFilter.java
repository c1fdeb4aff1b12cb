package io.leadwell.pool.leads;

import org.jspecify.annotations.Nullable;

/**
 * Which companies a list shows.
 *
 * @param customer true for those with a won lead, false for those without
 */
public record CompanyFilter(
    @Nullable String search,
    @Nullable String province,
    @Nullable String industry,
    @Nullable Boolean customer) {

  static CompanyFilter named(String part) {
    return new CompanyFilter(part, null, null, null);
  }
}
