package io.leadwell.shell;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running server, spoken to over HTTP with an API key. */
final class Server {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final String url;
  private final String key;
  private final String language;
  private final Words words;

  private Server(String url, String key, String language, Words words) {
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.key = key;
    this.language = language;
    this.words = words;
  }

  /** By {@code --url} and {@code --key}, or by what the server wrote into its data folder. */
  static Server find(
      Arguments arguments, Map<String, String> environment, Words words, String language) {
    if (arguments.option("url").isPresent()) {
      String key =
          arguments
              .option("key")
              .or(() -> java.util.Optional.ofNullable(environment.get("LEADWELL_KEY")))
              .orElseThrow(() -> new Shell.Refusal(Shell.WRONG_USE, words.say("urlWithoutKey")));
      return new Server(arguments.option("url").get(), key, language, words);
    }
    Path data =
        Path.of(
            arguments
                .option("data")
                .orElseGet(() -> environment.getOrDefault("LEADWELL_DEFAULT_DATA", "data")));
    JsonNode said = readServerFile(data, environment, words);
    String key = arguments.option("key").orElseGet(() -> said.path("key").asString(""));
    return new Server(said.path("url").asString(""), key, language, words);
  }

  private static JsonNode readServerFile(Path data, Map<String, String> environment, Words words) {
    Path file = data.resolve("server.json");
    try {
      JsonNode said = JSON.readTree(Files.readString(file));
      if (said.path("url").asString("").isBlank()) {
        throw Shell.failed(words, "serverFileUnreadable", file);
      }
      return said;
    } catch (NoSuchFileException e) {
      String demo = environment.getOrDefault("LEADWELL_DEMO_DATA", "");
      if (!demo.isEmpty() && Files.exists(Path.of(demo, "server.json"))) {
        throw Shell.failed(words, "onlyDemoRuns", data, demo);
      }
      throw Shell.failed(words, "noServer", data);
    } catch (IOException | JacksonException e) {
      throw Shell.failed(words, "serverFileUnreadable", file);
    }
  }

  JsonNode get(String path) {
    return json(request(path).GET());
  }

  JsonNode post(String path, JsonNode body) {
    return json(request(path).POST(body(body)).header("Content-Type", "application/json"));
  }

  JsonNode post(String path) {
    return json(request(path).POST(BodyPublishers.noBody()));
  }

  JsonNode put(String path, JsonNode body) {
    return json(request(path).PUT(body(body)).header("Content-Type", "application/json"));
  }

  void delete(String path) {
    json(request(path).DELETE());
  }

  /** Sends a file as multipart, read from the disk as it goes out. */
  JsonNode upload(String path, Path file, Map<String, String> fields) {
    String boundary = "leadwell" + UUID.randomUUID();
    StringBuilder head = new StringBuilder();
    fields.forEach((name, value) ->
        head.append(
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(boundary, name, value)));
    String fileName = String.valueOf(file.getFileName()).replaceAll("[\"\\r\\n]", "_");
    head.append(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            .formatted(boundary, fileName));
    try {
      BodyPublisher body =
          BodyPublishers.concat(
              BodyPublishers.ofString(head.toString(), StandardCharsets.UTF_8),
              BodyPublishers.ofFile(file),
              BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
      return json(
          request(path)
              .POST(body)
              .header("Content-Type", "multipart/form-data; boundary=" + boundary));
    } catch (IOException e) {
      throw Shell.failed(words, "fileUnreadable", file);
    }
  }

  void download(String path, Path target) {
    try (InputStream answer = accepted(send(request(path).GET())).body()) {
      Files.copy(answer, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw Shell.failed(words, "fileUnwritable", target, String.valueOf(e.getMessage()));
    }
  }

  private HttpRequest.Builder request(String path) {
    try {
      return HttpRequest.newBuilder(URI.create(url + "/api/v1" + path))
          .header("Authorization", "Bearer " + key)
          .header("Accept-Language", language)
          .timeout(Duration.ofMinutes(10));
    } catch (IllegalArgumentException e) {
      throw Shell.failed(words, "badUrl", url);
    }
  }

  private static BodyPublisher body(JsonNode node) {
    return BodyPublishers.ofString(JSON.writeValueAsString(node));
  }

  private JsonNode json(HttpRequest.Builder request) {
    try (InputStream answer = accepted(send(request)).body()) {
      byte[] bytes = answer.readAllBytes();
      return bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
    } catch (IOException | JacksonException e) {
      throw Shell.failed(words, "answerUnreadable", url);
    }
  }

  private HttpResponse<InputStream> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (ConnectException e) {
      throw Shell.failed(words, "notReachable", url);
    } catch (IOException e) {
      throw Shell.failed(words, "connectionBroke", url, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Shell.failed(words, "interrupted");
    }
  }

  /** The answer, or the sentence of its problem. */
  private HttpResponse<InputStream> accepted(HttpResponse<InputStream> response)
      throws IOException {
    if (response.statusCode() < 400) {
      return response;
    }
    if (response.statusCode() == 401) {
      throw Shell.failed(words, "keyRefused", url);
    }
    try (InputStream body = response.body()) {
      JsonNode problem = JSON.readTree(body.readAllBytes());
      StringBuilder sentence = new StringBuilder(problem.path("detail").asString(""));
      for (JsonNode error : problem.path("errors")) {
        sentence.append("\n  ").append(error.path("field").asString("")).append(": ");
        sentence.append(error.path("message").asString(""));
      }
      if (!sentence.isEmpty()) {
        throw new Shell.Refusal(Shell.FAILED, sentence.toString());
      }
    } catch (JacksonException e) {
      // No problem document: something in front of the server answered.
      throw Shell.failed(words, "status", url, response.statusCode());
    }
    throw Shell.failed(words, "status", url, response.statusCode());
  }
}
