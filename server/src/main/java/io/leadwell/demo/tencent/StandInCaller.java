package io.leadwell.demo.tencent;

import io.leadwell.connect.wecom.MessageSeal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Calls a callback address back as Tencent does: signed and encrypted. */
public final class StandInCaller {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI callback;
  private final String receiver;
  private final MessageSeal seal;

  /**
   * @param receiver the corp id or app id that the message names
   */
  public StandInCaller(URI callback, String receiver, String token, String aesKey) {
    this.callback = callback;
    this.receiver = receiver;
    this.seal = new MessageSeal(token, aesKey);
  }

  /** A message on its way, ready to be sent once, twice, or altered. */
  public record Letter(String timestamp, String nonce, String signature, String body) {

    public Letter signed(String other) {
      return new Letter(timestamp, nonce, other, body);
    }
  }

  public Letter letter(String xml, Instant sent) {
    String timestamp = String.valueOf(sent.getEpochSecond());
    String nonce = UUID.randomUUID().toString().substring(0, 8);
    String encrypted = seal.encrypt(xml, receiver);
    String body =
        "<xml><ToUserName><![CDATA[%s]]></ToUserName><Encrypt><![CDATA[%s]]></Encrypt></xml>"
            .formatted(receiver, encrypted);
    return new Letter(timestamp, nonce, seal.sign(timestamp, nonce, encrypted), body);
  }

  /** The status that it was answered with. */
  public int send(Letter letter) {
    return post(letter).statusCode();
  }

  public HttpResponse<String> post(Letter letter) {
    URI place =
        URI.create(
            callback
                + "?msg_signature="
                + letter.signature()
                + "&timestamp="
                + letter.timestamp()
                + "&nonce="
                + letter.nonce());
    return ask(
        HttpRequest.newBuilder(place)
            .header("Content-Type", "text/xml")
            .POST(BodyPublishers.ofString(letter.body()))
            .build());
  }

  public int tell(String xml) {
    return send(letter(xml, Instant.now()));
  }

  /** As when the address is entered in the console: the echo must come back opened. */
  public HttpResponse<String> greet(String echo) {
    Letter letter = letter("", Instant.now());
    String encrypted = seal.encrypt(echo, receiver);
    String signature = seal.sign(letter.timestamp(), letter.nonce(), encrypted);
    return ask(
        HttpRequest.newBuilder(
                URI.create(
                    callback
                        + "?msg_signature="
                        + signature
                        + "&timestamp="
                        + letter.timestamp()
                        + "&nonce="
                        + letter.nonce()
                        + "&echostr="
                        + URLEncoder.encode(encrypted, StandardCharsets.UTF_8)))
            .GET()
            .build());
  }

  /** An official account greets with a plain echo. */
  public HttpResponse<String> greetPlainly(String echo) {
    String timestamp = String.valueOf(Instant.now().getEpochSecond());
    String nonce = UUID.randomUUID().toString().substring(0, 8);
    return ask(
        HttpRequest.newBuilder(
                URI.create(
                    callback
                        + "?signature="
                        + seal.sign(timestamp, nonce)
                        + "&timestamp="
                        + timestamp
                        + "&nonce="
                        + nonce
                        + "&echostr="
                        + echo))
            .GET()
            .build());
  }

  private static HttpResponse<String> ask(HttpRequest request) {
    try {
      return CLIENT.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
