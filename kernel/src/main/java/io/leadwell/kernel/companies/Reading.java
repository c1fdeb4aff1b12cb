package io.leadwell.kernel.companies;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One way to read a name. Names do not say where one part ends, so a name has several readings.
 *
 * @param pieces in the order of the name, without gaps
 * @param probability of this reading among the readings kept, 0 to 1
 */
public record Reading(List<Piece> pieces, double probability) {

  /**
   * A word of a name.
   *
   * @param text folded
   */
  public record Piece(Part part, String text) {}

  public Reading {
    pieces = List.copyOf(pieces);
  }

  /** The words that are such a part, joined; empty where the name has none. */
  public String text(Part part) {
    return pieces.stream()
        .filter(piece -> piece.part() == part)
        .map(Piece::text)
        .collect(Collectors.joining());
  }

  List<String> words(Part part) {
    return pieces.stream().filter(piece -> piece.part() == part).map(Piece::text).toList();
  }
}
