package io.leadwell.connect.wecom;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls Tencent's interfaces: JSON over HTTPS with an access token in the address, so an address is
 * never logged. A token that Tencent has ended early is fetched anew, once; everything else that
 * goes wrong is a {@link TencentFailure}.
 */
@Component
class Tencent {

  /** A file on its way to Tencent. */
  record Upload(String fileName, String type, byte[] content) {}

  private static final Duration CONNECTING = Duration.ofSeconds(5);
  private static final Duration ANSWERING = Duration.ofSeconds(8);
  private static final int LARGEST_ANSWER = 8 << 20;

  /** Official accounts say 40001 also of a token; WeCom only of a secret. */
  private static final Set<Integer> TOKEN_ENDED = Set.of(40014, 42001, 41001);

  private static final int TOKEN_WRONG = 40001;
  private static final Pattern PICTURE_HOSTS =
      Pattern.compile("([a-z0-9-]+\\.)+(qpic\\.cn|qq\\.com)");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECTING)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final TencentAddress address;
  private final Tokens tokens;
  private final JsonMapper json;

  Tencent(
      ObjectProvider<TencentAddress> standIn,
      @Value("${leadwell.tencent.wecom}") URI wecom,
      @Value("${leadwell.tencent.weixin}") URI weixin,
      Tokens tokens,
      JsonMapper json) {
    this.address = standIn.getIfAvailable(() -> new TencentAddress(wecom, weixin));
    this.tokens = tokens;
    this.json = json;
  }

  JsonNode get(Credentials as, String path, Map<String, String> query) {
    return call(as, path, query, HttpRequest.newBuilder().GET());
  }

  JsonNode post(Credentials as, String path, Object body) {
    return call(
        as,
        path,
        Map.of(),
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body))));
  }

  JsonNode upload(Credentials as, String path, Map<String, String> query, Upload file) {
    String boundary = "leadwell" + UUID.randomUUID();
    String name = file.fileName().replaceAll("[\"\\r\\n\\\\]", "_");
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofString(
                "--%s\r\nContent-Disposition: form-data; name=\"media\"; filename=\"%s\"\r\nContent-Type: %s\r\n\r\n"
                    .formatted(boundary, name, file.type())),
            BodyPublishers.ofByteArray(file.content()),
            BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
    return call(
        as,
        path,
        query,
        HttpRequest.newBuilder()
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(body));
  }

  /** A picture that Tencent has just named in an answer of its own, from a host of its own. */
  Upload picture(Credentials as, URI place, int largest) {
    String host = place.getHost() == null ? "" : place.getHost();
    if (!PICTURE_HOSTS.matcher(host).matches()
        && !String.valueOf(place.getAuthority()).equals(address.of(as.kind()).getAuthority())) {
      throw TencentFailure.unanswered(WecomProblem.TENCENT_ODD_ANSWER, host);
    }
    HttpResponse<byte[]> response = send(HttpRequest.newBuilder(place).GET().build(), largest);
    String type = response.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
    if (response.statusCode() != 200 || !type.startsWith("image/")) {
      throw TencentFailure.unanswered(
          WecomProblem.TENCENT_ODD_ANSWER, "HTTP " + response.statusCode());
    }
    return new Upload("picture", type, response.body());
  }

  /** Fetches a token and nothing else; for the test of a connection. */
  void signIn(Credentials as) {
    tokens.of(as, this::fetchToken);
  }

  private JsonNode call(
      Credentials as, String path, Map<String, String> query, HttpRequest.Builder request) {
    String token = tokens.of(as, this::fetchToken);
    try {
      return ask(as, path, with(query, token), request);
    } catch (TencentFailure failure) {
      if (!tokenEnded(as, failure.number())) {
        throw failure;
      }
      tokens.spent(as, token);
      return ask(as, path, with(query, tokens.of(as, this::fetchToken)), request);
    }
  }

  private static boolean tokenEnded(Credentials as, int number) {
    return TOKEN_ENDED.contains(number)
        || as.kind() != ConnectionKind.WECOM && number == TOKEN_WRONG;
  }

  private Tokens.Fetched fetchToken(Credentials as) {
    JsonNode answer;
    if (as.kind() == ConnectionKind.WECOM) {
      Map<String, String> query = new LinkedHashMap<>();
      query.put("corpid", as.appId());
      query.put("corpsecret", as.secret());
      answer = ask(as, "/cgi-bin/gettoken", query, HttpRequest.newBuilder().GET());
    } else {
      // The stable one: asking for it does not end the token that another system of the firm uses.
      byte[] body =
          json.writeValueAsBytes(
              Map.of(
                  "grant_type",
                  "client_credential",
                  "appid",
                  as.appId(),
                  "secret",
                  as.secret(),
                  "force_refresh",
                  false));
      answer =
          ask(
              as,
              "/cgi-bin/stable_token",
              Map.of(),
              HttpRequest.newBuilder()
                  .header("Content-Type", "application/json; charset=utf-8")
                  .POST(BodyPublishers.ofByteArray(body)));
    }
    String token = answer.path("access_token").asString("");
    if (token.isEmpty()) {
      throw TencentFailure.unanswered(WecomProblem.TENCENT_ODD_ANSWER, "access_token");
    }
    return new Tokens.Fetched(token, Duration.ofSeconds(answer.path("expires_in").asInt(7200)));
  }

  private JsonNode ask(
      Credentials as, String path, Map<String, String> query, HttpRequest.Builder request) {
    String parameters =
        query.entrySet().stream()
            .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    URI place =
        URI.create(address.of(as.kind()) + path + (parameters.isEmpty() ? "" : "?") + parameters);
    HttpResponse<byte[]> response = send(request.copy().uri(place).build(), LARGEST_ANSWER);
    if (response.statusCode() >= 500) {
      throw TencentFailure.unanswered(WecomProblem.TENCENT_BUSY, "HTTP " + response.statusCode());
    }
    try {
      JsonNode answer = json.readTree(response.body());
      if (!answer.isObject()) {
        throw TencentFailure.unanswered(
            WecomProblem.TENCENT_ODD_ANSWER, "HTTP " + response.statusCode());
      }
      int number = answer.path("errcode").asInt(0);
      if (number != 0) {
        throw TencentFailure.refused(as.kind(), number, answer.path("errmsg").asString(""));
      }
      return answer;
    } catch (JacksonException e) {
      throw TencentFailure.unanswered(
          WecomProblem.TENCENT_ODD_ANSWER, "HTTP " + response.statusCode());
    }
  }

  /** The whole answer within the time: one that drips in is as useless as none. */
  private HttpResponse<byte[]> send(HttpRequest request, int largest) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), largest));
    try {
      return answer.get(ANSWERING.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw TencentFailure.unanswered(WecomProblem.TENCENT_TIMED_OUT, host(request));
    } catch (ExecutionException e) {
      boolean late = e.getCause() instanceof HttpTimeoutException;
      throw TencentFailure.unanswered(
          late ? WecomProblem.TENCENT_TIMED_OUT : WecomProblem.TENCENT_UNREACHABLE, host(request));
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw TencentFailure.unanswered(WecomProblem.TENCENT_UNREACHABLE, host(request));
    }
  }

  private static String host(HttpRequest request) {
    return request.uri().getAuthority();
  }

  private static Map<String, String> with(Map<String, String> query, String token) {
    Map<String, String> all = new LinkedHashMap<>(query);
    all.put("access_token", token);
    return all;
  }
}
