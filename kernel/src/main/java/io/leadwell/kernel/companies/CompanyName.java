package io.leadwell.kernel.companies;

import io.leadwell.kernel.companies.LegalForms.Parted;
import io.leadwell.kernel.companies.Reading.Piece;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The name of a company, read. Chinese names are read in several ways with probabilities; names in
 * Latin letters in one.
 */
public final class CompanyName {

  private final String written;
  private final String folded;
  private final @Nullable BranchMark mark;
  private final List<Reading> readings;

  private CompanyName(
      String written, String folded, @Nullable BranchMark mark, List<Reading> readings) {
    this.written = written;
    this.folded = folded;
    this.mark = mark;
    this.readings = List.copyOf(readings);
  }

  public static CompanyName of(String written) {
    String folded = Spelling.fold(written);
    BranchMark mark = BranchMark.find(folded);
    String head = mark == null ? folded : mark.head();
    List<Reading> readings =
        Spelling.hasIdeographs(folded) ? ChineseReader.read(FlatName.of(head)) : latin(head);
    return new CompanyName(written, folded, mark, readings);
  }

  /** The firm that a part belongs to, as far as the name of the part tells. */
  static CompanyName headOf(BranchMark mark) {
    return of(mark.head());
  }

  private static List<Reading> latin(String head) {
    Parted parted = LegalForms.part(LatinWords.of(head));
    List<Piece> pieces = new ArrayList<>();
    for (String word : LatinWords.telling(parted.words())) {
      boolean place = !pieces.isEmpty() && LatinWords.is("place", word);
      boolean trade = !pieces.isEmpty() && LatinWords.weight(word) < 0.9;
      pieces.add(new Piece(place ? Part.REGION : trade ? Part.TRADE : Part.CORE, word));
    }
    parted.forms().forEach(form -> pieces.add(new Piece(Part.FORM, form)));
    return pieces.isEmpty() ? List.of() : List.of(new Reading(pieces, 1));
  }

  public String written() {
    return written;
  }

  String folded() {
    return folded;
  }

  @Nullable BranchMark mark() {
    return mark;
  }

  boolean isLatin() {
    return !Spelling.hasIdeographs(folded);
  }

  /** The likeliest first; probabilities sum to 1. None of a name without letters. */
  public List<Reading> readings() {
    return readings;
  }

  /** Such a part of the likeliest reading; empty where it has none. */
  public String text(Part part) {
    if (part == Part.BRANCH) {
      return mark == null ? "" : mark.name();
    }
    return readings.isEmpty() ? "" : readings.getFirst().text(part);
  }

  /** Whether the name is that of a part of a firm: a branch, an office, a shop. */
  public boolean isBranch() {
    return mark != null;
  }

  /**
   * Equal for two spellings of one full name: width, case, blanks, brackets, signs, traditional
   * characters, accents and the spellings of one legal form. Letters, digits and ideographs only.
   * Empty for a name of signs alone.
   */
  public String key() {
    return folded.isEmpty() ? "" : keyOfFolded(folded);
  }

  /** The {@link #key()} of a name that need not be read for anything else. */
  public static String keyOf(String written) {
    return keyOfFolded(Spelling.fold(written));
  }

  private static String keyOfFolded(String folded) {
    if (Spelling.hasIdeographs(folded)) {
      return chineseKey(folded);
    }
    BranchMark mark = BranchMark.find(folded);
    if (mark != null) {
      return keyOfFolded(mark.head()) + Spelling.fold(mark.name()).replace(" ", "");
    }
    Parted parted = LegalForms.part(LatinWords.of(folded));
    StringBuilder key = new StringBuilder();
    LatinWords.telling(parted.words()).forEach(key::append);
    parted.forms().forEach(key::append);
    return key.toString();
  }

  static String chineseKey(String folded) {
    return FlatName.of(folded).text().replace("责任有限公司", "有限公司").replace("有限责任公司", "有限公司");
  }

  /**
   * The core of the likeliest reading, for finding candidates. Equal cores are no proof: ask for a
   * domain, a phone or a city besides.
   */
  public String brandKey() {
    return text(Part.CORE);
  }
}
