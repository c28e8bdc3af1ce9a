package consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the service on a free port, asks what docs/how-to/spring-boot.md asks, and ends it. */
final class Main {

  private static final String ANA =
      """
      {"id": "ana", "platform": "instagram", "followers": 48000, "likes": 1080, "comments": 72}""";

  private static final String WRONG =
      """
      {"id": "ben", "platform": "tiktok", "folowers": 9800}""";

  private Main() {}

  public static void main(String[] args) throws Exception {
    try (ConfigurableApplicationContext service =
        new SpringApplicationBuilder(ScoreService.class)
            .bannerMode(Banner.Mode.OFF)
            .run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--logging.level.root=warn",
                "--brand=../brand.toml")) {
      String address =
          "http://127.0.0.1:%s/score"
              .formatted(service.getEnvironment().getRequiredProperty("local.server.port"));
      System.out.println(new ObjectMapper().readTree(ask(address, ANA, 200)).toPrettyString());
      System.out.println(ask(address, WRONG, 400));
    }
  }

  private static String ask(String address, String account, int status)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(account))
            .build();
    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != status) {
      throw new AssertionError(
          "the answer to %s must be %d, was %d: %s"
              .formatted(account, status, answer.statusCode(), answer.body()));
    }
    return answer.body();
  }
}
