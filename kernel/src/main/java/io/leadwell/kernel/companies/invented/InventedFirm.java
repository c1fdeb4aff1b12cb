package io.leadwell.kernel.companies.invented;

import java.util.List;

/**
 * A firm as its inventor knows it.
 *
 * @param place in front, behind in brackets, or empty
 * @param core empty where place and trade are all of the name
 * @param trades as words, of which people keep the beginning
 * @param full the name as registered
 */
record InventedFirm(String place, String core, List<String> trades, String form, String full) {

  /** No register lets two firms differ by their legal form alone. */
  String told() {
    return place + '|' + core + '|' + trade();
  }

  String trade() {
    return String.join("", trades);
  }
}
