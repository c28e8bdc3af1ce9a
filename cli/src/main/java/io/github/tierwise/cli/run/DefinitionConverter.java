package io.github.tierwise.cli.run;

import io.github.tierwise.files.DefinitionId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Checks that a published tier definition has the id, in any case. */
public final class DefinitionConverter implements ITypeConverter<String> {

  @Override
  public String convert(String id) {
    return DefinitionId.find(id)
        .orElseThrow(() -> new TypeConversionException(DefinitionId.error(id)));
  }
}
