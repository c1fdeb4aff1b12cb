package io.leadwell.kernel.companies;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Legal forms of China and the world, each under one canonical spelling.
 *
 * <p>有限责任公司 and 有限公司 are one form spelt twice; 股份有限公司 is another, and a firm that turns from one
 * into the other is told so on purpose.
 */
final class LegalForms {

  static final int LONGEST = 12;

  /** Most words of a form in Latin letters. */
  private static final int MOST_WORDS = 6;

  private static final Map<String, String> CHINESE = read("forms.txt");
  private static final Map<String, String> LATIN = read("latin-forms.txt");

  private LegalForms() {}

  private static Map<String, String> read(String list) {
    Map<String, String> forms = new HashMap<>();
    for (String line : WordList.lines(list)) {
      int bar = line.indexOf('|');
      for (String spelling : WordList.words(line.substring(bar + 1))) {
        forms.putIfAbsent(spelling.replace('_', ' '), line.substring(0, bar));
      }
    }
    return forms;
  }

  static @Nullable String chinese(String word) {
    return CHINESE.get(word);
  }

  /**
   * A name in Latin letters, parted.
   *
   * @param words without the forms
   * @param forms canonical, as they came
   */
  record Parted(List<String> words, List<String> forms) {}

  /**
   * Forms stand at the end, or at the beginning in some countries; the longest spelling wins. A
   * name of forms alone keeps its words. A place may follow: Acme Limited (UK).
   */
  static Parted part(List<String> words) {
    int places = 0;
    while (places < words.size() && LatinWords.is("place", words.get(words.size() - 1 - places))) {
      places++;
    }
    if (places > 0 && places < words.size() - 1) {
      int cut = words.size() - places;
      Parted before = partAtEnd(words.subList(0, cut));
      if (!before.forms().isEmpty()) {
        List<String> rest = new ArrayList<>(before.words());
        rest.addAll(words.subList(cut, words.size()));
        return new Parted(List.copyOf(rest), before.forms());
      }
    }
    return partAtEnd(words);
  }

  private static Parted partAtEnd(List<String> words) {
    List<String> rest = new ArrayList<>(words);
    List<String> forms = new ArrayList<>();
    boolean found = true;
    while (found && rest.size() > 1) {
      found = false;
      for (int n = Math.min(MOST_WORDS, rest.size() - 1); n >= 1 && !found; n--) {
        String form = LATIN.get(String.join(" ", rest.subList(rest.size() - n, rest.size())));
        if (form != null) {
          forms.addFirst(form);
          rest = new ArrayList<>(rest.subList(0, rest.size() - n));
          found = true;
        }
      }
    }
    if (forms.isEmpty() && rest.size() > 1) {
      String form = LATIN.get(rest.getFirst());
      // Only what is no word of its own: OOO Romashka, PT Semen, but not Company Store.
      if (form != null && rest.getFirst().length() <= 4 && !form.equals("co")) {
        forms.add(form);
        rest.removeFirst();
      }
    }
    return new Parted(List.copyOf(rest), List.copyOf(forms));
  }
}
