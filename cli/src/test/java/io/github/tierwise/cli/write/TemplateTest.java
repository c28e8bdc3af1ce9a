package io.github.tierwise.cli.write;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

  private static final String TEMPLATE =
      """
      {"name": {"$data": "name"}, "width": 2.5, "color": {"$color": "ink"},
        "data": {"$each": "bars", "as": {"of": {"$data": "name"}, "value": [{"$data": "value"}, true]}}}
      """;

  @Test
  void dataTakesItsPlaceAndTheRestStaysAsItIs() {
    Object filled =
        Template.parse(TEMPLATE)
            .fill(
                RecordMap.of("name", "all")
                    .and(
                        "bars",
                        List.of(
                            RecordMap.of("value", 1), RecordMap.of("value", 2).and("name", "b"))));
    assertEquals(
        """
        {"name":"all","width":2.5,"color":{"$color":"ink"},\
        "data":[{"of":"all","value":[1,true]},{"of":"b","value":[2,true]}]}""",
        Records.compactJson(filled));
  }

  @Test
  void eachRecordIsAnItemOfTheListAroundThem() {
    Object filled =
        Template.parse("[0, {\"$each\": \"bars\", \"as\": {\"$data\": \"value\"}}, 3]")
            .fill(Map.of("bars", List.of(Map.of("value", 1), Map.of("value", 2))));
    assertEquals("[0,1,2,3]", Records.compactJson(filled));
  }

  @Test
  void aTemplateMustFindItsData() {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> Template.parse("{\"$data\": \"bars\"}").fill(Map.of("name", "all")));
    assertEquals("data must have bars, had [name]", error.getMessage());
  }
}
