package io.leadwell.base.privacy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What one module keeps about people. Each module that keeps any has one of these, and touches its
 * own tables only.
 */
public interface PersonalData {

  /** The module, as its schema is called. */
  String area();

  /** Everything that is kept about somebody, for the person to read. */
  List<Kept> kept(Subject person);

  /** Ids of what is about somebody here, as the audit log names it. */
  default Set<UUID> things(Subject person) {
    return Set.of();
  }

  /**
   * Takes away what says who it was, within the caller's transaction. What is counted stays.
   *
   * @return how many rows were changed or went, by what they are
   */
  Map<String, Integer> erase(Subject person);
}
