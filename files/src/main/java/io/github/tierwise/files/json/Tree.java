package io.github.tierwise.files.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tierwise.files.cells.Quote;
import java.io.IOException;

/**
 * A value as a tree, the same by every mapper: none of its settings tells how a number is read, or
 * whether a key may be there twice.
 */
final class Tree {

  /** Far deeper than any explanation, and far from the end of a stack. */
  static final int MOST_DEPTH = 400;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Tree() {}

  /**
   * Reads the value at which the parser stands, to its end.
   *
   * @param name what errors call it
   * @throws RefusedException if it is nested too deep or has a key twice
   */
  static JsonNode read(JsonParser json, String name) throws IOException {
    return value(json, name, 0);
  }

  private static JsonNode value(JsonParser json, String name, int depth) throws IOException {
    if (depth > MOST_DEPTH) {
      throw new RefusedException(
          "%s must be nested at most %d deep, was deeper".formatted(name, MOST_DEPTH));
    }
    JsonToken token = json.currentToken();
    return switch (token) {
      case START_OBJECT -> object(json, name, depth);
      case START_ARRAY -> list(json, name, depth);
      case VALUE_STRING -> NODES.textNode(json.getText());
      case VALUE_NUMBER_INT -> whole(json);
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(json.getDoubleValue());
      case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(token == JsonToken.VALUE_TRUE);
      case VALUE_NULL -> NODES.nullNode();
      default ->
          throw new RefusedException("%s must be a value of JSON, was %s".formatted(name, token));
    };
  }

  private static JsonNode whole(JsonParser json) throws IOException {
    JsonParser.NumberType type = json.getNumberType();
    if (type == JsonParser.NumberType.BIG_INTEGER) {
      return NODES.numberNode(json.getDoubleValue());
    }
    long number = json.getLongValue();
    // Whole numbers have no zero below zero.
    return number == 0 && json.getText().startsWith("-")
        ? NODES.numberNode(-0.0)
        : NODES.numberNode(number);
  }

  private static JsonNode object(JsonParser json, String name, int depth) throws IOException {
    ObjectNode object = NODES.objectNode();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String key = json.currentName();
      json.nextToken();
      if (object.has(key)) {
        throw new RefusedException(
            "key %s of %s must be there once, was there twice".formatted(Quote.of(key), name));
      }
      object.set(key, value(json, name, depth + 1));
    }
    return object;
  }

  private static JsonNode list(JsonParser json, String name, int depth) throws IOException {
    ArrayNode list = NODES.arrayNode();
    while (json.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(json, name, depth + 1));
    }
    return list;
  }
}
