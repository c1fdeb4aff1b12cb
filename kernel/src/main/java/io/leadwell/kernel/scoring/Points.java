package io.leadwell.kernel.scoring;

import io.leadwell.kernel.scoring.TrainedScore.Card;
import io.leadwell.kernel.scoring.TrainedScore.CardLine;
import java.util.ArrayList;
import java.util.List;

/** Log-odds as points: 600 at even odds, and 20 more double them. */
final class Points {

  static final int BASE = 600;

  /** Points to double the odds (PDO). */
  static final int DOUBLING = 20;

  static final double FACTOR = DOUBLING / Math.log(2);

  private Points() {}

  /** On a scorecard the sum of its whole points, so that it can be added up by hand. */
  static int of(Model model, int row) {
    if (model instanceof Scorecard card) {
      int sum = base(card);
      for (Scorecard.Entry entry : card.entries()) {
        sum += points(entry, entry.binning().bin(row));
      }
      return sum;
    }
    return (int) Math.round(BASE + FACTOR * model.logit(row));
  }

  private static int base(Scorecard card) {
    return (int) Math.round(BASE + FACTOR * card.intercept());
  }

  private static int points(Scorecard.Entry entry, int bin) {
    return (int) Math.round(FACTOR * entry.coefficient() * entry.binning().woeOfBin(bin));
  }

  static Card card(Scorecard card) {
    List<CardLine> lines = new ArrayList<>();
    for (Scorecard.Entry entry : card.entries()) {
      Binning binning = entry.binning();
      for (int bin = 0; bin < binning.bins(); bin++) {
        long rows = binning.rows(bin);
        if (rows > 0) {
          lines.add(
              new CardLine(
                  binning.feature().title(),
                  Levels.name(binning, bin),
                  points(entry, bin),
                  rows,
                  (double) binning.wins(bin) / rows));
        }
      }
    }
    return new Card(base(card), lines);
  }
}
