package io.github.tierwise.files.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.tierwise.files.cells.SchemaVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The schema in the jar says what is written, and refuses what is refused. */
class SchemaTest {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().addModule(new TierwiseJackson()).build();

  /** The schema of one type. */
  private static Schema schema(String type) throws JsonProcessingException {
    ObjectNode whole = (ObjectNode) MAPPER.readTree(TierwiseJackson.schema());
    whole.remove("anyOf");
    whole.put("$ref", "#/$defs/" + type);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(whole);
  }

  private static boolean isValid(Schema schema, JsonNode value) {
    return schema.validate(value).isEmpty();
  }

  private static Stream<DynamicTest> ofEach(String name, Checks checks) {
    return Samples.all().entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    name + " " + each.getKey(),
                    () ->
                        checks.check(
                            schema(each.getKey()),
                            MAPPER.valueToTree(each.getValue()),
                            each.getValue().getClass())));
  }

  private interface Checks {
    void check(Schema schema, ObjectNode written, Class<?> type) throws Exception;
  }

  @Test
  void theSchemaIsOneOfItsOwnDialectAndVersion() throws JsonProcessingException {
    JsonNode whole = MAPPER.readTree(TierwiseJackson.schema());
    Schema meta =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema("{\"$ref\": \"https://json-schema.org/draft/2020-12/schema\"}");
    assertEquals(List.of(), meta.validate(whole));
    assertEquals(
        TierwiseJackson.SCHEMA_VERSION,
        whole.at("/$defs/influencer/properties/schema/const").intValue());
    assertEquals("urn:tierwise:schema:1", whole.get("$id").textValue());
  }

  @TestFactory
  Stream<DynamicTest> whatIsWrittenIsAsTheSchemaSays() {
    return ofEach(
        "valid",
        (schema, written, type) -> {
          assertEquals(List.of(), schema.validate(written));
          Schema any =
              SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                  .getSchema(TierwiseJackson.schema());
          assertEquals(List.of(), any.validate(written));
        });
  }

  /** Every object within, with the name of one kind of it only once. */
  private static List<ObjectNode> objects(JsonNode value, Set<String> seen, String path) {
    List<ObjectNode> found = new ArrayList<>();
    if (value instanceof ObjectNode object && seen.add(path)) {
      found.add(object);
    }
    if (value.isObject()) {
      value
          .properties()
          .forEach(
              each -> found.addAll(objects(each.getValue(), seen, path + "/" + each.getKey())));
    }
    value.forEach(each -> found.addAll(value.isArray() ? objects(each, seen, path) : List.of()));
    return found;
  }

  /** The keys are fixed: names of tiers, topics and reasons are anybody's. */
  private static final Set<String> OPEN =
      Set.of("mix", "shares", "stays", "left_out", "ineligible", "topics", "audience", "labels");

  private static boolean isOpen(String path) {
    return Stream.of(path.split("/")).anyMatch(OPEN::contains);
  }

  @TestFactory
  Stream<DynamicTest> aKeyMoreIsRefusedByBothWhereverItStands() {
    return ofEach(
        "a key more in",
        (schema, written, type) -> {
          List<String> paths = new ArrayList<>();
          Set<String> all = new TreeSet<>();
          objects(written, all, "");
          for (String path : all) {
            if (isOpen(path)) {
              continue;
            }
            ObjectNode copy = written.deepCopy();
            Set<String> others = new TreeSet<>(all);
            others.remove(path);
            ObjectNode at = objects(copy, others, "").get(0);
            at.put("zzzzzzzzzzzzzzz", 1);
            assertFalse(isValid(schema, copy), () -> "the schema takes a key more at " + path);
            JsonMappingException e =
                assertThrows(
                    JsonMappingException.class, () -> MAPPER.treeToValue(copy, type), path);
            assertTrue(
                e.getMessage().matches("(?s).*unknown key \"[a-z.]*zzzzzzzzzzzzzzz\" in .*"),
                () -> path + ": " + e.getMessage());
            paths.add(path);
          }
          assertFalse(paths.isEmpty());
        });
  }

  @TestFactory
  Stream<DynamicTest> aKeyThatTheSchemaAsksForIsAskedForAndNoOther() {
    return ofEach(
        "a key less in",
        (schema, written, type) -> {
          Set<String> all = new TreeSet<>();
          objects(written, all, "");
          for (String path : all) {
            if (isOpen(path)) {
              continue;
            }
            List<String> keys = new ArrayList<>();
            Set<String> others = new TreeSet<>(all);
            others.remove(path);
            objects(written, new TreeSet<>(others), "")
                .get(0)
                .fieldNames()
                .forEachRemaining(keys::add);
            for (String key : keys) {
              ObjectNode copy = written.deepCopy();
              objects(copy, new TreeSet<>(others), "").get(0).remove(key);
              String what = path + "/" + key;
              String message = message(copy, type);
              boolean asked =
                  message.contains(" was missing")
                      || message.contains(" must be given with ")
                      || message.contains("estimate must have");
              assertEquals(isValid(schema, copy), !asked, () -> "without " + what + ": " + message);
            }
          }
        });
  }

  /** What is wrong with it; empty if it can be read. */
  private static String message(ObjectNode value, Class<?> type) {
    try {
      MAPPER.treeToValue(value, type);
      return "";
    } catch (JsonProcessingException e) {
      return e.getOriginalMessage();
    }
  }

  @Test
  void everyTypeHasTheVersion() {
    Samples.all()
        .forEach(
            (type, value) ->
                assertEquals(
                    SchemaVersion.NEWEST,
                    MAPPER.valueToTree(value).get(SchemaVersion.KEY).intValue(),
                    type));
  }
}
