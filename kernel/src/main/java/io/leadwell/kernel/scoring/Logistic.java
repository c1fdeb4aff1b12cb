package io.leadwell.kernel.scoring;

import java.util.Arrays;

/**
 * Ridge logistic regression by Newton's method (iteratively reweighted least squares): minimises −Σ
 * log likelihood + penalty/2 · Σ β², the intercept free.
 */
final class Logistic {

  private static final int ROUNDS = 25;
  private static final double STILL = 1e-8;

  private Logistic() {}

  /**
   * @param columns one array per feature, all as long as {@code won}
   * @param start coefficients to begin with, the intercept first
   * @return the coefficients, the intercept first
   */
  static double[] fit(double[][] columns, boolean[] won, double penalty, double[] start) {
    int size = columns.length + 1;
    double[] beta = start.clone();
    double before = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      double[] gradient = new double[size];
      double[][] hessian = new double[size][size];
      double loss = derive(columns, won, beta, penalty, gradient, hessian);
      if (before - loss < STILL * Math.abs(loss) && round > 1) {
        break;
      }
      before = loss;
      double[] step = solve(hessian, gradient);
      double longest = Arrays.stream(step).map(Math::abs).max().orElse(0);
      double scale = longest > 5 ? 5 / longest : 1; // far from the top a full step may overshoot
      for (int j = 0; j < size; j++) {
        beta[j] += scale * step[j];
      }
    }
    return beta;
  }

  private static double derive(
      double[][] columns,
      boolean[] won,
      double[] beta,
      double penalty,
      double[] gradient,
      double[][] hessian) {
    int rows = won.length;
    int size = beta.length;
    double[] weight = new double[rows];
    double[] rest = new double[rows];
    double loss = 0;
    double[] linear = linear(columns, beta, rows);
    for (int i = 0; i < rows; i++) {
      double p = chance(linear[i]);
      weight[i] = Math.max(p * (1 - p), 1e-9);
      rest[i] = (won[i] ? 1 : 0) - p;
      loss += Math.log1p(Math.exp(-Math.abs(linear[i])));
      loss += won[i] == linear[i] > 0 ? 0 : Math.abs(linear[i]);
    }
    double[] weighted = new double[rows];
    for (int j = 0; j < size; j++) {
      double sum = 0;
      for (int i = 0; i < rows; i++) {
        double x = j == 0 ? 1 : columns[j - 1][i];
        weighted[i] = x * weight[i];
        sum += x * rest[i];
      }
      gradient[j] = sum - (j == 0 ? 0 : penalty * beta[j]);
      for (int k = 0; k <= j; k++) {
        double product = 0;
        double[] other = k == 0 ? new double[0] : columns[k - 1];
        for (int i = 0; i < rows; i++) {
          product += k == 0 ? weighted[i] : weighted[i] * other[i];
        }
        hessian[j][k] = product + (j == k && j > 0 ? penalty : 0);
        hessian[k][j] = hessian[j][k];
      }
      loss += j == 0 ? 0 : penalty / 2 * beta[j] * beta[j];
    }
    return loss;
  }

  static double[] linear(double[][] columns, double[] beta, int rows) {
    double[] linear = new double[rows];
    Arrays.fill(linear, beta[0]);
    for (int j = 0; j < columns.length; j++) {
      for (int i = 0; i < rows; i++) {
        linear[i] += beta[j + 1] * columns[j][i];
      }
    }
    return linear;
  }

  static double chance(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** Cholesky; a pivot that vanishes belongs to a column that others already say. */
  private static double[] solve(double[][] matrix, double[] right) {
    int size = right.length;
    double[][] lower = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i][j];
        for (int k = 0; k < j; k++) {
          sum -= lower[i][k] * lower[j][k];
        }
        lower[i][j] = i == j ? Math.sqrt(Math.max(sum, 1e-10)) : sum / lower[j][j];
      }
    }
    double[] x = new double[size];
    for (int i = 0; i < size; i++) {
      double sum = right[i];
      for (int k = 0; k < i; k++) {
        sum -= lower[i][k] * x[k];
      }
      x[i] = sum / lower[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      double sum = x[i];
      for (int k = i + 1; k < size; k++) {
        sum -= lower[k][i] * x[k];
      }
      x[i] = sum / lower[i][i];
    }
    return x;
  }
}
