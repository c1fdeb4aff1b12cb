package io.leadwell.base.workspace;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything an audit entry says, and the hash over all of it. */
record AuditFacts(
    Instant at,
    String actorKind,
    @Nullable UUID actorId,
    String actorName,
    String action,
    @Nullable String objectKind,
    @Nullable String objectId,
    @Nullable String objectLabel,
    String detail,
    @Nullable String ip) {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  byte[] hash(byte @Nullable [] previous) {
    MessageDigest sha = Secrets.sha256();
    if (previous != null) {
      sha.update(previous);
    }
    Object[] parts = {
      at,
      actorKind,
      actorId,
      actorName,
      action,
      objectKind,
      objectId,
      objectLabel,
      canonical(JSON.readTree(detail)),
      ip
    };
    for (@Nullable Object part : parts) {
      // The length before the text: no two different entries read the same.
      byte[] text = part == null ? null : part.toString().getBytes(StandardCharsets.UTF_8);
      sha.update(((text == null ? -1 : text.length) + ":").getBytes(StandardCharsets.US_ASCII));
      if (text != null) {
        sha.update(text);
      }
    }
    return sha.digest();
  }

  /** One spelling for one content: jsonb keeps neither the order of keys nor 1E2 for 100. */
  private static String canonical(JsonNode node) {
    if (node.isNumber()) {
      BigDecimal number = node.decimalValue();
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    StringBuilder text = new StringBuilder();
    if (node.isObject()) {
      Map<String, JsonNode> sorted = new TreeMap<>();
      node.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
      sorted.forEach((key, value) ->
          text.append(JSON.writeValueAsString(key))
              .append(':')
              .append(canonical(value))
              .append(','));
      return "{" + text + "}";
    }
    if (node.isArray()) {
      node.forEach(value -> text.append(canonical(value)).append(','));
      return "[" + text + "]";
    }
    return JSON.writeValueAsString(node);
  }
}
