package io.leadwell.kernel.companies;

import io.leadwell.kernel.companies.Reading.Piece;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * What it costs to leave out each unit of a full name, as people do who shorten it.
 *
 * <p>Costs are like −ln of a probability, and reasoned: a legal form is left out nearly always, a
 * place often, a trade every other time, a core hardly ever, and the less so the rarer its
 * characters are. Where readings differ, their costs are averaged by probability. Breaking a word
 * costs more inside than at its ends: people keep the first character of a word (中石化) or its last
 * (工行).
 *
 * @param units of the full name
 * @param drop cost of leaving one out
 * @param enter cost of going on with this one after leaving out the one before
 * @param leave cost of leaving out the next one after keeping this
 * @param keep cost of keeping one
 * @param prior what speaks against the whole name: a branch, an uncommon form
 * @param places where a place stands that a single character can stand for
 */
record Profile(
    int[] units,
    float[] drop,
    float[] enter,
    float[] leave,
    float[] keep,
    float prior,
    PlaceAt[] places) {

  /** A place from one unit to another, and the characters that stand for it. */
  record PlaceAt(int from, int to, String shorts) {}

  private static final PlaceAt[] NOWHERE = {};

  static Profile of(CompanyName name, IntToDoubleFunction rarity) {
    FlatName flat = FlatName.of(name.folded());
    Units.Cut cut = Units.cut(flat);
    int n = cut.units().length;
    double branch = name.isBranch() ? 1.5 : 0;
    Profile profile =
        new Profile(
            cut.units(),
            new float[n],
            new float[n],
            new float[n],
            new float[n],
            (float) (branch + form(name)),
            places(name, cut));
    for (Reading reading : name.readings()) {
      profile.blend(reading, cut, rarity);
    }
    return profile;
  }

  /** Listed firms are the ones people shorten most. */
  private static double form(CompanyName name) {
    String form = name.text(Part.FORM);
    return form.contains("股份") ? 0 : form.contains("集团") ? 0.1 : form.isEmpty() ? 0.1 : 0.2;
  }

  private static PlaceAt[] places(CompanyName name, Units.Cut cut) {
    if (name.readings().isEmpty()) {
      return NOWHERE;
    }
    Piece first = name.readings().getFirst().pieces().getFirst();
    Place place = first.part() == Part.REGION ? Gazetteer.find(first.text()) : null;
    String shorts = place == null ? "" : Gazetteer.shortsOf(place);
    return shorts.isEmpty()
        ? NOWHERE
        : new PlaceAt[] {new PlaceAt(0, unitAt(cut, first.text().length()) - 1, shorts)};
  }

  private static int unitAt(Units.Cut cut, int position) {
    int at = Arrays.binarySearch(cut.starts(), position);
    return at < 0 ? cut.units().length : at;
  }

  private void blend(Reading reading, Units.Cut cut, IntToDoubleFunction rarity) {
    float share = (float) reading.probability();
    int position = 0;
    int from = 0;
    boolean tradeSeen = false;
    for (Piece piece : reading.pieces()) {
      position += piece.text().length();
      int to = unitAt(cut, position);
      for (int i = from; i < to; i++) {
        drop[i] += share * drop(piece.part(), i - from, tradeSeen, rarity, i);
        keep[i] += share * keep(piece.part());
        enter[i] += share * (i == from ? 0.15f : i == to - 1 ? 0.8f : 1.5f);
        leave[i] += share * (i == to - 1 ? 0.05f : 0.7f);
      }
      tradeSeen |= piece.part() == Part.TRADE;
      from = to;
    }
    for (int i = from; i < units.length; i++) {
      drop[i] += share * (i == from ? 3 : 0.3f);
      enter[i] += share * (i == from ? 0.15f : 1);
      leave[i] += share * 0.3f;
    }
  }

  private float drop(Part part, int at, boolean tradeSeen, IntToDoubleFunction rarity, int unit) {
    boolean first = at == 0;
    return switch (part) {
      case REGION -> first ? 0.4f : 0.1f;
      case TRADE -> first ? tradeSeen ? 0.45f : 0.7f : 0.15f;
      case FORM -> first ? 0.05f : 0.01f;
      case BRANCH -> 1;
      case CORE -> {
        double telling = 0.3 + 0.4 * rarity.applyAsDouble(units[unit]);
        // A long core loses its end, 贵州茅台酒, and may hold a trade that no list knows.
        double late = at >= 4 ? 0.2 : at >= 2 ? 0.5 : 1;
        yield (float) (telling * late + (first ? 1 : 0));
      }
    };
  }

  private static float keep(Part part) {
    return switch (part) {
      case CORE, BRANCH -> 0;
      case TRADE -> 0.05f;
      case REGION -> 0.1f;
      case FORM -> 0.15f;
    };
  }

  /** The same name with units moved, as where the place stands behind and is said before. */
  Profile moved(int from, int to, int before) {
    int n = units.length;
    int[] order = new int[n];
    int k = 0;
    for (int i = 0; i <= n; i++) {
      if (i == before) {
        for (int j = from; j < to; j++) {
          order[k++] = j;
        }
      }
      if (i < n && (i < from || i >= to)) {
        order[k++] = i;
      }
    }
    int[] movedUnits = new int[n];
    float[][] costs = new float[4][n];
    for (int i = 0; i < n; i++) {
      movedUnits[i] = units[order[i]];
      costs[0][i] = drop[order[i]];
      costs[1][i] = enter[order[i]];
      costs[2][i] = leave[order[i]];
      costs[3][i] = keep[order[i]];
    }
    return new Profile(movedUnits, costs[0], costs[1], costs[2], costs[3], prior + 0.5f, NOWHERE);
  }
}
