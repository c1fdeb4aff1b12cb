package io.leadwell.pool.leads;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.dictionary.py.Pinyin;

/** Spellings that need a dictionary: simplified characters, and how a Chinese name sounds. */
public final class NameSound {

  private NameSound() {}

  /** Traditional characters as simplified ones; other text as it is. */
  public static String simplified(String text) {
    return isChinese(text) ? HanLP.convertToSimplifiedChinese(text) : text;
  }

  /** Surname, blank, given name in pinyin without tones, as people write it; Latin names as is. */
  public static String pinyin(String name) {
    if (!isChinese(name)) {
      return name;
    }
    StringBuilder sound = new StringBuilder();
    int n = 0;
    for (Pinyin syllable : HanLP.convertToPinyinList(name)) {
      if (!syllable.equals(Pinyin.none5)) {
        sound.append(n == 1 ? " " : "").append(syllable.getPinyinWithoutTone());
        n++;
      }
    }
    return sound.toString();
  }

  private static boolean isChinese(String text) {
    return text.chars().anyMatch(c -> c >= 0x2E80);
  }
}
