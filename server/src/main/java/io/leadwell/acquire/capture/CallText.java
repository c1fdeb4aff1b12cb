package io.leadwell.acquire.capture;

import io.leadwell.base.platform.PlatformProblem;
import io.leadwell.base.platform.Problem;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body of a call, before anybody knows what it says. */
final class CallText {

  /** Deeper or longer than any lead; what is beyond never becomes objects. */
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(6)
                          .maxDocumentLength(LeadCalls.LARGEST_BODY)
                          .maxStringLength(LeadCalls.LARGEST_BODY)
                          .maxNameLength(500)
                          .maxNumberLength(40)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private CallText() {}

  static JsonNode read(byte[] content) {
    try {
      return JSON.readTree(content);
    } catch (JacksonException e) {
      throw new Problem(PlatformProblem.UNREADABLE_BODY);
    }
  }

  /** Equal for bodies that say the same, in whatever order and layout. */
  static byte[] hash(JsonNode body) {
    try {
      return MessageDigest.getInstance("SHA-256")
          .digest(canonical(body).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static String canonical(JsonNode node) {
    StringBuilder text = new StringBuilder();
    if (node.isObject()) {
      TreeMap<String, JsonNode> sorted = new TreeMap<>();
      node.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
      sorted.forEach((name, value) ->
          text.append(JSON.writeValueAsString(name))
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
