package io.leadwell.kernel.scoring;

/** Something that tells of a row how likely it wins. */
interface Model {

  /** The logarithm of the odds. */
  double logit(int row);

  /** Adds to each feature's place how far it moves the logit of a row away from the average. */
  void explain(int row, double[] moved, double weight);
}
