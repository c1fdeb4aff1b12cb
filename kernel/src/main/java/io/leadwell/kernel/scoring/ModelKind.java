package io.leadwell.kernel.scoring;

/** What gives the score. */
public enum ModelKind {
  /** Weights of evidence and a ridge logistic regression. */
  SCORECARD,
  /** Gradient boosted trees. */
  TREES,
  /** The mean of both logits. */
  BLEND
}
