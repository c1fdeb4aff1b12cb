package io.leadwell.pool.leads;

import java.util.List;
import java.util.UUID;

/**
 * What becomes of talks on site that a list tells of. The pool announces them and knows nothing of
 * tasks; who makes something of them implements this, and takes it back with the list.
 */
public interface SiteTalkFollowUp {

  /** What an import led to: still open, and done already. */
  record FollowedUp(long open, long done) {}

  /** Within the transaction that brings the rows in. A talk told again changes what is open. */
  void told(List<SiteTalk> talks);

  FollowedUp of(UUID importId);

  /** Takes back what is open, within the transaction of the undo; what is done was done. */
  FollowedUp takeBack(UUID importId);
}
