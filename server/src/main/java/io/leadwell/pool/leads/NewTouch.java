package io.leadwell.pool.leads;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something a known person did, told by whoever watched: a visit, a read, a click.
 *
 * @param key names the touch for ever; told again it changes and is not doubled
 * @param scene which marketing action touched, by the words of the glossary
 * @param detail what the timeline shows of it: pages, seconds, device …
 */
public record NewTouch(
    UUID personId,
    String key,
    String scene,
    Instant at,
    CameFrom from,
    Map<String, String> utm,
    @Nullable String clickId,
    Map<String, Object> detail) {

  /** The same of who the person is by now. */
  NewTouch of(UUID person) {
    return person.equals(personId)
        ? this
        : new NewTouch(person, key, scene, at, from, utm, clickId, detail);
  }
}
