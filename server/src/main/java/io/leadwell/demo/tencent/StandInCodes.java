package io.leadwell.demo.tencent;

import io.leadwell.demo.tencent.StandIn.Call;
import io.leadwell.demo.tencent.StandIn.Refusal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The contact ways and acquisition links of a corp. */
final class StandInCodes {

  private static final String CONTACTS = "/cgi-bin/externalcontact/";
  private static final String LINKS = CONTACTS + "customer_acquisition/";

  private final URI address;
  private final Map<String, Map<String, Object>> ways = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Object>> links = new ConcurrentHashMap<>();

  StandInCodes(URI address) {
    this.address = address;
  }

  void reset() {
    ways.clear();
    links.clear();
  }

  Map<String, Map<String, Object>> ways() {
    return Map.copyOf(ways);
  }

  Map<String, Map<String, Object>> links() {
    return Map.copyOf(links);
  }

  void keep(String id, boolean link, String state) {
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put("state", state);
    if (link) {
      kept.put("link_id", id);
      kept.put("link_name", state);
      kept.put("url", "https://work.weixin.qq.com/ca/" + id);
      links.put(id, kept);
    } else {
      kept.put("config_id", id);
      kept.put("qr_code", address + "/qr/" + id);
      ways.put(id, kept);
    }
  }

  /**
   * @param known refuses a user who does not work there
   */
  Map<String, Object> answer(Call call, Consumer<String> known) {
    return switch (call.path()) {
      case CONTACTS + "add_contact_way" -> addWay(call, known);
      case CONTACTS + "update_contact_way" -> changeWay(call);
      case CONTACTS + "get_contact_way" -> Map.of("contact_way", way(call.text("config_id")));
      case CONTACTS + "list_contact_way" ->
          Map.of("contact_way", ways.keySet().stream().map(id -> Map.of("config_id", id)).toList());
      case CONTACTS + "del_contact_way" -> {
        way(call.text("config_id"));
        ways.remove(call.text("config_id"));
        yield Map.of();
      }
      case LINKS + "create_link" -> addLink(call);
      case LINKS + "update_link" -> {
        Map<String, Object> link = new LinkedHashMap<>(link(call.text("link_id")));
        link.put("link_name", call.text("link_name"));
        links.put(call.text("link_id"), link);
        yield Map.of();
      }
      case LINKS + "get" -> Map.of("link", link(call.text("link_id")));
      case LINKS + "list_link" -> Map.of("link_id_list", List.copyOf(links.keySet()));
      case LINKS + "delete_link" -> {
        links.remove(call.text("link_id"));
        yield Map.of();
      }
      case LINKS + "statistic" -> Map.of("click_link_customer_cnt", 12, "new_customer_cnt", 5);
      default -> throw new Refusal(40058, "unknown path " + call.path());
    };
  }

  private Map<String, Object> addWay(Call call, Consumer<String> known) {
    if (call.text("state").length() > 30 || call.body().path("user").size() > 100) {
      throw new Refusal(40058, "invalid Request Parameter");
    }
    for (JsonNode user : call.body().path("user")) {
      known.accept(user.asString(""));
    }
    String id = UUID.randomUUID().toString().replace("-", "");
    String picture = address + "/qr/" + id;
    Map<String, Object> way = new LinkedHashMap<>();
    way.put("config_id", id);
    way.put("state", call.text("state"));
    way.put("remark", call.text("remark"));
    way.put("user", texts(call.body().path("user")));
    way.put("skip_verify", call.body().path("skip_verify").asBoolean(false));
    way.put("qr_code", picture);
    ways.put(id, way);
    return Map.of("config_id", id, "qr_code", picture);
  }

  private Map<String, Object> changeWay(Call call) {
    Map<String, Object> way = new LinkedHashMap<>(way(call.text("config_id")));
    way.put("remark", call.text("remark"));
    way.put("user", texts(call.body().path("user")));
    ways.put(call.text("config_id"), way);
    return Map.of();
  }

  private Map<String, Object> addLink(Call call) {
    if (call.text("link_name").length() > 30) {
      throw new Refusal(40058, "invalid Request Parameter");
    }
    String id = "ca" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    Map<String, Object> link = new LinkedHashMap<>();
    link.put("link_id", id);
    link.put("link_name", call.text("link_name"));
    link.put("url", "https://work.weixin.qq.com/ca/" + id);
    link.put("create_time", Instant.now().getEpochSecond());
    links.put(id, link);
    return Map.of("link", link);
  }

  private Map<String, Object> way(String id) {
    Map<String, Object> way = ways.get(id);
    if (way == null) {
      throw new Refusal(41044, "invalid config_id");
    }
    return way;
  }

  private Map<String, Object> link(String id) {
    Map<String, Object> link = links.get(id);
    if (link == null) {
      throw new Refusal(40058, "invalid link_id");
    }
    return link;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.asString("")));
    return texts;
  }
}
