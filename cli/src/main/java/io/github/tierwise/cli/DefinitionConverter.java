package io.github.tierwise.cli;

import io.github.tierwise.cli.brand.DefinitionId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Checks that a published tier definition has the id, in any case. */
final class DefinitionConverter implements ITypeConverter<String> {

  @Override
  public String convert(String id) {
    return DefinitionId.find(id)
        .orElseThrow(() -> new TypeConversionException(DefinitionId.error(id)));
  }
}
