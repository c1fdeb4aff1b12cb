package io.leadwell.acquire.campaigns;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An address to show to people: what says where from stays, the values of other parameters are left
 * out, as they may be anybody's phone number.
 */
final class LandingSample {

  private static final int LONGEST_PLACE = 300;
  private static final int LONGEST = 1_000;

  private static final Set<String> TELLING =
      Arrays.stream(LandingField.values())
          .flatMap(field -> field.names().stream())
          .collect(Collectors.toUnmodifiableSet());

  private LandingSample() {}

  static String of(String address) {
    String place = address.strip().split("[?#]", 2)[0];
    place = place.replaceFirst("//[^/]*@", "//");
    String parameters =
        LandingText.of(address).parameters().entrySet().stream()
            .map(p -> p.getKey() + "=" + (tells(p.getKey()) ? p.getValue() : "…"))
            .collect(Collectors.joining("&"));
    String sample = cut(place, LONGEST_PLACE) + (parameters.isEmpty() ? "" : "?" + parameters);
    return cut(ParameterText.clean(sample, LONGEST), LONGEST);
  }

  private static boolean tells(String name) {
    return name.startsWith("utm_") || TELLING.contains(name);
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length);
  }
}
