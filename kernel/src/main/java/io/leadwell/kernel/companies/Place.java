package io.leadwell.kernel.companies;

import org.jspecify.annotations.Nullable;

/**
 * A place of China that firms carry in their names.
 *
 * @param name without 省, 市, 区 or 县
 * @param within the next larger place; null for provinces and for the country
 */
record Place(String name, Level level, @Nullable Place within) {

  /** How large a place is; the larger, the likelier it is that a name means the place. */
  enum Level {
    COUNTRY,
    PROVINCE,
    CITY,
    COUNTY
  }

  /** Whether one of the two lies in the other or is the other. The country holds every place. */
  boolean agrees(Place other) {
    return holds(other) || other.holds(this);
  }

  private boolean holds(Place other) {
    if (level == Level.COUNTRY) {
      return true;
    }
    for (Place place = other; place != null; place = place.within) {
      if (place.name.equals(name)) {
        return true;
      }
    }
    return false;
  }
}
