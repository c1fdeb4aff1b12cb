package io.leadwell.kernel.scoring;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Leads whose true chance is known, with leaks planted beside honest columns. */
final class InventedLeads {

  private static final List<String> SOURCES =
      List.of("Search", "Direct", "Chat", "Referral", "Select");
  private static final double[] SOURCE_EFFECT = {0, 0.2, -0.8, 1.8, -0.3};

  static final List<String> HEADER =
      List.of(
          "Lead Number",
          "Source",
          "Minutes on site",
          "Engagement",
          "Opted out",
          "Coin",
          "Language",
          "Created",
          "Tags",
          "Close date",
          "Copy",
          "Contract amount",
          "Lost reason",
          "Lead quality",
          "Nothing",
          "Second source",
          "Converted");

  final List<List<String>> rows = new ArrayList<>();
  final boolean[] won;
  final double[] chance;

  /**
   * @param shift of the logit: the more, the more wins
   */
  InventedLeads(int size, long seed, double shift) {
    SplittableRandom random = new SplittableRandom(seed);
    won = new boolean[size];
    chance = new double[size];
    for (int i = 0; i < size; i++) {
      int source = random.nextInt(SOURCES.size());
      double minutes = -10 * Math.log(1 - random.nextDouble());
      double engagement = random.nextGaussian();
      boolean out = random.nextInt(10) == 0;
      double logit =
          shift + SOURCE_EFFECT[source] + Math.log1p(minutes) + 2.2 * engagement - (out ? 1.5 : 0);
      chance[i] = Logistic.chance(logit);
      won[i] = random.nextDouble() < chance[i];
      boolean w = won[i];
      String tag =
          random.nextInt(4) == 0 ? "" : w == random.nextInt(60) > 0 ? "will sign" : "no answer";
      String quality = random.nextInt(5) == 0 ? "not sure" : w == random.nextInt(7) > 0 ? "A" : "B";
      rows.add(
          List.of(
              String.valueOf(70_000 + i * 3),
              SOURCES.get(source),
              String.valueOf(Math.round(minutes * 10) / 10.0),
              String.valueOf(engagement),
              out ? "Yes" : "No",
              random.nextBoolean() ? "heads" : "tails",
              "zh",
              "2025-%02d-%02d".formatted(1 + i * 12 / size, 1 + random.nextInt(28)),
              tag,
              w ? "2026-01-%02d".formatted(1 + random.nextInt(28)) : "",
              w ? "赢单" : "输单",
              w ? String.valueOf(1000 + random.nextInt(9000)) : "0",
              !w && random.nextInt(3) == 0 ? "price" : "",
              quality,
              "",
              SOURCES.get(source),
              w ? "1" : "0"));
    }
  }

  static InventedLeads of(int size, long seed) {
    return new InventedLeads(size, seed, -2.5);
  }

  LeadTable table() {
    LeadTable table = new LeadTable(HEADER);
    rows.forEach(table::add);
    return table;
  }

  /** What nobody can beat but by luck. */
  double ceiling() {
    return Auc.of(chance, won);
  }
}
