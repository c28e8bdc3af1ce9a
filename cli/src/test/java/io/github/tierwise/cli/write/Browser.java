package io.github.tierwise.cli.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A headless Chromium with one page, spoken to over its debugging protocol on this machine. */
public final class Browser implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final BlockingQueue<JsonNode> answers = new LinkedBlockingQueue<>();
  private final List<JsonNode> events = new ArrayList<>();
  private int sent;

  private Browser(Process process, URI page) {
    this.process = process;
    socket =
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(page, new Listener()).join();
  }

  /** The browser that is installed here; without one the test is skipped, saying so. */
  public static Path program() {
    Optional<Path> program =
        List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").stream()
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    Assumptions.assumeTrue(program.isPresent(), "needs Chromium: the page was not looked at");
    return program.get();
  }

  /** Starts that browser. */
  public static Browser start(Path folder) throws Exception {
    Process process =
        new ProcessBuilder(
                program().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-quic",
                "--disable-sync",
                "--remote-debugging-port=0",
                "--user-data-dir=" + folder.resolve("profile"),
                "about:blank")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("chromium.log").toFile())
            .start();
    try {
      return new Browser(process, page(folder.resolve("profile").resolve("DevToolsActivePort")));
    } catch (Exception e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static URI page(Path portFile) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (System.nanoTime() < end) {
      if (Files.exists(portFile) && Files.readAllLines(portFile).size() > 1) {
        String port = Files.readAllLines(portFile).get(0);
        URI list = URI.create("http://127.0.0.1:" + port + "/json/list");
        JsonNode targets =
            JSON.readTree(
                HttpClient.newHttpClient()
                    .send(
                        HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
                    .body());
        for (JsonNode target : targets) {
          if (target.get("type").asText().equals("page")) {
            return URI.create(target.get("webSocketDebuggerUrl").asText());
          }
        }
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("Chromium must start within a minute, did not");
  }

  /** Asks for something and waits for the answer; what happens meanwhile is kept as events. */
  public JsonNode ask(String method, Map<String, Object> parameters) throws Exception {
    int id = ++sent;
    socket
        .sendText(
            JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters)), true)
        .join();
    while (true) {
      JsonNode answer = answers.poll(SECONDS, TimeUnit.SECONDS);
      if (answer == null) {
        throw new IllegalStateException(method + " must be answered within a minute, was not");
      }
      if (!answer.has("id")) {
        events.add(answer);
      } else if (answer.get("id").asInt() == id) {
        if (answer.has("error")) {
          throw new IllegalStateException(method + ": " + answer.get("error"));
        }
        return answer.get("result");
      }
    }
  }

  /** Opens a file and waits until it is loaded; every request and message from now on is kept. */
  public void open(Path file, int width, boolean dark) throws Exception {
    ask("Network.enable", Map.of());
    ask("Log.enable", Map.of());
    ask("Runtime.enable", Map.of());
    ask("Page.enable", Map.of());
    ask(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    ask(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
    ask("Page.navigate", Map.of("url", file.toUri().toString()));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!evaluate("document.readyState === 'complete' && location.href")
        .asText()
        .startsWith("file:")) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the page must load within a minute, did not");
      }
      Thread.sleep(50);
    }
  }

  /** The value of an expression in the page. */
  public JsonNode evaluate(String expression) throws Exception {
    JsonNode result =
        ask(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (result.has("exceptionDetails")) {
      throw new IllegalStateException(result.get("exceptionDetails").toString());
    }
    JsonNode value = result.get("result").get("value");
    return value == null ? JSON.nullNode() : value;
  }

  /** Presses a key as a person would. */
  public void press(String key, int code) throws Exception {
    String text = key.equals("Enter") ? "\r" : "";
    for (String type : List.of("keyDown", "keyUp")) {
      ask(
          "Input.dispatchKeyEvent",
          Map.of(
              "type",
              type,
              "key",
              key,
              "code",
              key,
              "text",
              type.equals("keyDown") ? text : "",
              "windowsVirtualKeyCode",
              code));
    }
  }

  /** Events of a kind that happened so far. */
  public List<JsonNode> events(String method) {
    return events.stream().filter(event -> event.get("method").asText().equals(method)).toList();
  }

  /**
   * Opens a page in light and dark, wide and narrow, and fails unless each picture is drawn and
   * nothing sticks out, fails or asks the network for anything.
   *
   * @param charts how many pictures there must be
   */
  public void assertDraws(Path file, int charts) throws Exception {
    for (boolean dark : new boolean[] {false, true}) {
      for (int width : new int[] {1200, 390}) {
        open(file, width, dark);
        JsonNode marks =
            evaluate(
                "[...document.querySelectorAll('.chart')].map("
                    + "c => c.querySelectorAll('svg path, svg rect, svg text').length)");
        assertEquals(charts, marks.size());
        marks.forEach(count -> assertTrue(count.asInt() > 10, "drawn: " + marks));
        assertEquals(
            dark ? "rgb(20, 22, 26)" : "rgb(255, 255, 255)",
            evaluate("getComputedStyle(document.documentElement).backgroundColor").asText());
        assertTrue(
            evaluate("document.documentElement.scrollWidth <= " + width).asBoolean(),
            "nothing sticks out at " + width);
      }
    }
    assertEquals(List.of(), events("Runtime.exceptionThrown"));
    assertEquals(List.of(), events("Runtime.consoleAPICalled"));
    assertEquals(List.of(), events("Log.entryAdded"));
    List<String> requests =
        events("Network.requestWillBeSent").stream()
            .map(event -> event.get("params").get("request").get("url").asText())
            .filter(url -> !url.startsWith("data:"))
            .toList();
    assertTrue(requests.stream().allMatch(url -> url.startsWith("file:")), requests.toString());
    assertEquals(4, requests.size(), "the page itself, four times");
  }

  /** A page without the library that draws. */
  public static String withoutScripts(String html) {
    return html.replaceAll("(?s)<script>.*?</script>", "");
  }

  @Override
  public void close() {
    try {
      // Asked, it takes its temporary files with it.
      ask("Browser.close", Map.of());
      socket.abort();
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      process.destroyForcibly();
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        try {
          answers.add(JSON.readTree(text.toString()));
        } catch (IOException e) {
          throw new IllegalStateException(e);
        }
        text.setLength(0);
      }
      return WebSocket.Listener.super.onText(from, data, last);
    }
  }
}
