package io.leadwell.kernel.scoring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** One column of cells, each distinct text kept once. */
final class TextColumn {

  private final String name;
  private final Map<String, Integer> codeOf = new HashMap<>();
  private final List<String> texts = new ArrayList<>();
  private int[] codes = new int[1024];
  private int size;

  TextColumn(String name) {
    this.name = name;
  }

  void add(String cell) {
    String text = cell.strip();
    Integer code = codeOf.get(text);
    if (code == null) {
      code = texts.size();
      codeOf.put(text, code);
      texts.add(text);
    }
    if (size == codes.length) {
      codes = Arrays.copyOf(codes, size * 2);
    }
    codes[size++] = code;
  }

  String name() {
    return name;
  }

  int size() {
    return size;
  }

  int code(int row) {
    return codes[row];
  }

  String text(int row) {
    return texts.get(codes[row]);
  }

  /** The distinct cells; a code is a place in it. */
  List<String> texts() {
    return texts;
  }

  /** How many rows hold each distinct cell. */
  int[] counts() {
    int[] counts = new int[texts.size()];
    for (int row = 0; row < size; row++) {
      counts[codes[row]]++;
    }
    return counts;
  }

  /** Some rows in another order. The codes follow the texts, so that they tell nothing of it. */
  TextColumn rows(int[] order) {
    Integer[] sorted =
        IntStream.range(0, texts.size())
            .boxed()
            .sorted(Comparator.comparing(texts::get))
            .toArray(Integer[]::new);
    int[] rank = new int[sorted.length];
    TextColumn other = new TextColumn(name);
    for (int i = 0; i < sorted.length; i++) {
      rank[sorted[i]] = i;
      other.texts.add(texts.get(sorted[i]));
    }
    other.codes = new int[order.length];
    other.size = order.length;
    for (int i = 0; i < order.length; i++) {
      other.codes[i] = rank[codes[order[i]]];
    }
    return other;
  }
}
