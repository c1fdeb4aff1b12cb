package io.leadwell.kernel.scoring;

import java.util.List;

/** Models by their kind. */
final class Models {

  /** Both, at equal shares of their logits. */
  private record Blend(Model card, Model trees) implements Model {

    @Override
    public double logit(int row) {
      return (card.logit(row) + trees.logit(row)) / 2;
    }

    @Override
    public void explain(int row, double[] moved, double weight) {
      card.explain(row, moved, weight / 2);
      trees.explain(row, moved, weight / 2);
    }
  }

  private Models() {}

  static Model fit(
      ModelKind kind, List<Feature> features, int[] rows, boolean[] won, int size, long seed) {
    return switch (kind) {
      case SCORECARD -> Scorecard.fit(features, rows, won);
      case TREES -> Boosting.fit(features, rows, won, size, seed);
      case BLEND ->
          new Blend(
              Scorecard.fit(features, rows, won), Boosting.fit(features, rows, won, size, seed));
    };
  }
}
