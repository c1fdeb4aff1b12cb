package io.leadwell.kernel.companies;

import io.leadwell.kernel.companies.Reading.Piece;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The orders in which a name may be shortened: as it stands, and with its place elsewhere. */
final class Profiles {

  private Profiles() {}

  static Profile[] of(CompanyName name, IntToDoubleFunction rarity) {
    Profile profile = Profile.of(name, rarity);
    if (name.readings().isEmpty()) {
      return new Profile[] {profile};
    }
    List<Piece> pieces = name.readings().getFirst().pieces();
    Units.Cut cut = Units.cut(FlatName.of(name.folded()));
    int position = 0;
    int end = 0;
    int coreEnd = 0;
    int[] place = null;
    for (Piece piece : pieces) {
      int from = unitAt(cut, position);
      position += piece.text().length();
      int to = unitAt(cut, position);
      if (piece.part() == Part.REGION && (place == null || from > 0)) {
        place = new int[] {from, to};
      }
      if (piece.part() == Part.CORE) {
        coreEnd = to;
      }
      end = to;
    }
    if (place == null) {
      return new Profile[] {profile};
    }
    if (place[0] > 0) {
      return new Profile[] {profile, profile.moved(place[0], place[1], 0)};
    }
    return coreEnd > 0 && coreEnd <= end
        ? new Profile[] {profile, profile.moved(0, place[1], coreEnd)}
        : new Profile[] {profile};
  }

  private static int unitAt(Units.Cut cut, int position) {
    int at = java.util.Arrays.binarySearch(cut.starts(), position);
    return at < 0 ? cut.units().length : at;
  }
}
