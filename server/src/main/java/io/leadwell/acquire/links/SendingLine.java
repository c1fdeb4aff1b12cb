package io.leadwell.acquire.links;

import java.util.Map;

/**
 * A sending with what came of it.
 *
 * @param readers to whom it was sent
 * @param opened of them, who opened it
 * @param strangers openings in browsers that are not taken for the reader's
 * @param passedOn readers whose link was opened in such browsers
 * @param leftOut who was chosen and got no link, by reason
 */
public record SendingLine(
    Sending sending,
    long readers,
    long opened,
    long strangers,
    long passedOn,
    Map<String, Long> leftOut) {}
