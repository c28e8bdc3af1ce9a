package io.github.tierwise.files.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.github.tierwise.files.FileException;
import io.github.tierwise.files.cells.SchemaVersion;
import java.io.IOException;
import java.util.function.Function;

/**
 * A type as an object of JSON that says in which version of the schema it is.
 *
 * @param name what errors call it
 * @param type what is written
 * @param writer writes its keys
 * @param reader reads the whole object
 */
record Form<T>(String name, Class<T> type, Out.EachWriter<T> writer, Reader<T> reader) {

  /** Makes a value of the object at which a parser stands. */
  interface Reader<T> {
    T read(JsonParser json, String name) throws IOException;
  }

  /** A form whose object is read key by key. */
  static <T> Form<T> of(
      String name, Class<T> type, Out.EachWriter<T> writer, Function<Fields, T> maker) {
    return new Form<>(
        name,
        type,
        writer,
        (json, called) -> Fields.readVersioned(called, Tree.read(json, called), maker));
  }

  void addTo(SimpleModule module) {
    module.addSerializer(type, new Serializer());
    module.addDeserializer(type, new Deserializer<>(name, type, reader));
  }

  private final class Serializer extends StdSerializer<T> {

    private static final long serialVersionUID = 1L;

    Serializer() {
      super(type);
    }

    @Override
    public void serialize(T value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      try {
        new Out(json)
            .object(
                out -> {
                  out.count(SchemaVersion.KEY, SchemaVersion.NEWEST);
                  writer.write(value, out);
                });
      } catch (RefusedException e) {
        throw JsonMappingException.from(json, String.valueOf(e.getMessage()), e);
      }
    }
  }

  private static final class Deserializer<T> extends StdDeserializer<T> {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final transient Reader<T> reader;

    Deserializer(String name, Class<T> type, Reader<T> reader) {
      super(type);
      this.name = name;
      this.reader = reader;
    }

    @Override
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      try {
        return reader.read(json, name);
      } catch (RefusedException | FileException e) {
        throw JsonMappingException.from(json, String.valueOf(e.getMessage()), e);
      }
    }
  }
}
