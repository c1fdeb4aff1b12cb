package io.leadwell.connect.wecom;

import org.jspecify.annotations.Nullable;

/**
 * What came of a code.
 *
 * @param clicks how often it was opened or scanned; null where Tencent does not tell
 * @param added additions or follows, by people
 * @param leads leads that opened with it
 * @param leftSoon of those added, who left within a day by themselves
 * @param left of those added, who have left since
 * @param welcomed first words that were said
 * @param unwelcomed first words that could not be said
 */
public record CodeFigures(
    @Nullable Integer clicks,
    int added,
    int leads,
    int leftSoon,
    int left,
    int welcomed,
    int unwelcomed) {

  static final CodeFigures NONE = new CodeFigures(null, 0, 0, 0, 0, 0, 0);
}
