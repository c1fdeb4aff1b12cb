package io.leadwell.kernel.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the model says of each row of the table, in the order of the table. */
public final class ScoredLeads {

  /**
   * @param probability that the lead wins; where its outcome was learned from, told by models that
   *     have not seen it
   * @param reasons the columns that move it away from the average, the strongest first
   */
  public record ScoredLead(double probability, int points, List<Reason> reasons) {}

  /** A column and the points by which it moves a lead away from the average. */
  public record Reason(String column, double points) {}

  private final List<Feature> features;
  private final Model model;
  private final Calibration calibration;
  private final int[] placeOf;
  private final int learned;

  /**
   * @param placeOf where a row of the table stands in the order of learning
   * @param learned so many of that order have a label
   */
  ScoredLeads(
      List<Feature> features, Model model, Calibration calibration, int[] placeOf, int learned) {
    this.features = features;
    this.model = model;
    this.calibration = calibration;
    this.placeOf = placeOf;
    this.learned = learned;
  }

  public int rows() {
    return placeOf.length;
  }

  /**
   * @param row from 0
   * @param most so many reasons
   */
  public ScoredLead of(int row, int most) {
    int place = placeOf[row];
    double logit = model.logit(place);
    double chance = place < learned ? calibration.chance(place) : calibration.chanceOf(logit);
    double[] moved = new double[features.size()];
    model.explain(place, moved, 1);
    Map<String, Double> byColumn = new LinkedHashMap<>();
    for (int f = 0; f < moved.length; f++) {
      byColumn.merge(features.get(f).column(), moved[f] * Points.FACTOR, Double::sum);
    }
    List<Reason> reasons = new ArrayList<>();
    byColumn.entrySet().stream()
        .sorted(
            Comparator.comparingDouble((Map.Entry<String, Double> e) -> -Math.abs(e.getValue())))
        .filter(e -> Math.abs(e.getValue()) >= 0.5)
        .limit(most)
        .forEach(e -> reasons.add(new Reason(e.getKey(), e.getValue())));
    return new ScoredLead(chance, Points.of(model, place), reasons);
  }
}
