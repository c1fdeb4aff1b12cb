package io.leadwell.kernel.companies.invented;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * Invents full names as registers hold them, and short forms as people say them. The same seed
 * invents the same. About a sixth of the firms have a neighbour with the same core in another trade
 * or place, about an eighth have no core at all (place and trade only).
 */
public final class InventedCompanies {

  /** A short form and the full name it was made from. */
  public record Pair(String brief, String full) {}

  private static final Map<String, String[]> WORDS = words();

  private final Random random;

  public InventedCompanies(long seed) {
    this.random = new Random(seed);
  }

  private static Map<String, String[]> words() {
    InputStream in =
        Objects.requireNonNull(InventedCompanies.class.getResourceAsStream("words.txt"));
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> line.contains("|"))
          .collect(
              Collectors.toMap(
                  line -> line.substring(0, line.indexOf('|')),
                  line -> line.substring(line.indexOf('|') + 1).split(" ")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** So many full names, each once. */
  public List<String> fullNames(int count) {
    return firms(count).stream().map(InventedFirm::full).toList();
  }

  /**
   * Full names with a short form each. A short form that could be said of two of the firms alike is
   * said of neither, as nobody could tell.
   */
  public List<Pair> pairs(int count) {
    List<InventedFirm> firms = firms(count);
    Map<String, Integer> saidOf = new HashMap<>();
    List<String> briefs = new ArrayList<>();
    Shorteners shorteners = new Shorteners(random);
    Map<String, Integer> cores = new HashMap<>();
    firms.forEach(firm -> cores.merge(firm.core(), 1, Integer::sum));
    for (InventedFirm firm : firms) {
      String brief = shorteners.shorten(firm, cores.getOrDefault(firm.core(), 0) > 1);
      briefs.add(brief);
      saidOf.merge(brief, 1, Integer::sum);
    }
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < firms.size(); i++) {
      String brief = briefs.get(i);
      if (Objects.equals(saidOf.get(brief), 1)) {
        pairs.add(new Pair(brief, firms.get(i).full()));
      }
    }
    return pairs;
  }

  private List<InventedFirm> firms(int count) {
    Map<String, InventedFirm> firms = new LinkedHashMap<>();
    while (firms.size() < count) {
      InventedFirm firm = random.nextInt(8) == 0 ? ofPlaceAndTrade() : ofCore(core());
      firms.putIfAbsent(firm.told(), firm);
      if (!firm.core().isEmpty() && random.nextInt(6) == 0 && firms.size() < count) {
        InventedFirm neighbour = ofCore(firm.core());
        firms.putIfAbsent(neighbour.told(), neighbour);
      }
    }
    return List.copyOf(firms.values());
  }

  private InventedFirm ofPlaceAndTrade() {
    String place = random.nextInt(3) == 0 ? "中国" : draw("places");
    String industry = draw("industries");
    String form = random.nextInt(3) == 0 ? "集团有限公司" : form();
    return new InventedFirm(place, "", split(industry), form, place + industry + form);
  }

  private InventedFirm ofCore(String core) {
    List<String> trades = new ArrayList<>(split(draw("trades")));
    if (random.nextInt(6) == 0) {
      trades.addFirst(split(draw("trades")).getFirst());
    }
    String trade = String.join("", trades);
    String form = form();
    int order = random.nextInt(20);
    String place = order < 13 ? draw("places") : order < 15 ? draw("places") : "";
    String suffix = place.length() == 2 && random.nextInt(5) == 0 && !isProvince(place) ? "市" : "";
    String full =
        order < 13
            ? place + suffix + core + trade + form
            : order < 15 ? core + bracketed(place) + trade + form : core + trade + form;
    if (random.nextInt(12) == 0) {
      full = full.replace("集团", "(集团)").replace("集团)股份", "集团)股份");
    }
    return new InventedFirm(place, core, trades, form, full);
  }

  private String bracketed(String place) {
    return random.nextBoolean() ? "（" + place + "）" : "(" + place + ")";
  }

  private static boolean isProvince(String place) {
    return "江苏浙江广东山东福建四川湖北湖南河南河北安徽贵州云南江西辽宁广西海南陕西甘肃新疆宁夏吉林山西上海北京天津重庆".contains(place);
  }

  private String core() {
    int kind = random.nextInt(20);
    if (kind == 0) {
      return draw("own");
    }
    int length = kind < 13 ? 2 : kind < 17 ? 3 : 4;
    StringBuilder core = new StringBuilder();
    while (core.length() < length) {
      String c = draw("brand");
      if (core.indexOf(c) < 0) {
        core.append(c);
      }
    }
    return core.toString();
  }

  private String form() {
    int kind = random.nextInt(20);
    return kind < 9
        ? "有限公司"
        : kind < 15 ? "股份有限公司" : kind < 17 ? "有限责任公司" : kind < 19 ? "集团股份有限公司" : "(集团)有限公司";
  }

  /** Words of two characters, the last of three where the length is odd. */
  private static List<String> split(String trade) {
    List<String> words = new ArrayList<>();
    int at = 0;
    while (trade.length() - at > 3) {
      words.add(trade.substring(at, at + 2));
      at += 2;
    }
    words.add(trade.substring(at));
    return words;
  }

  /** The first words of a list come more often than the last, about as 4 to 1. */
  private String draw(String list) {
    String[] words = Objects.requireNonNull(WORDS.get(list));
    double x = random.nextDouble();
    return words[(int) (words.length * (0.4 * x + 0.6 * x * x))];
  }
}
