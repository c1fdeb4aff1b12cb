package io.leadwell.acquire.collect;

/**
 * How long behaviour is kept.
 *
 * @param hitDays days of the log of hits; visits are made of them within seconds
 * @param visitDays days that visits are kept of browsers whose user never said who they are
 */
public record Retention(int hitDays, int visitDays) {

  static final Retention USUAL = new Retention(90, 400);
}
