package consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.tierwise.files.BrandFile;
import io.github.tierwise.files.json.TierwiseJackson;
import io.github.tierwise.profile.Influencer;
import io.github.tierwise.score.Scorer;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@SpringBootApplication
@RestController
class ScoreService {
  private final ObjectMapper mapper =
      JsonMapper.builder().addModule(new TierwiseJackson()).build();
  private final Scorer scorer;

  ScoreService(@Value("${brand}") String brand) {
    scorer = BrandFile.read(Path.of(brand)).scorer();
  }

  @PostMapping(path = "/score", produces = "application/json")
  String score(@RequestBody String account) throws JsonProcessingException {
    return mapper.writeValueAsString(scorer.score(mapper.readValue(account, Influencer.class)));
  }

  @ExceptionHandler
  @ResponseStatus(HttpStatus.BAD_REQUEST)
  String refused(JsonProcessingException wrong) {
    return wrong.getOriginalMessage();
  }
}
