package io.leadwell.acquire.collect;

import org.jspecify.annotations.Nullable;

/** Where an address is, as far as a table of addresses knows; names are Chinese. */
public record Place(@Nullable String country, @Nullable String province, @Nullable String city) {

  static final Place UNKNOWN = new Place(null, null, null);
}
