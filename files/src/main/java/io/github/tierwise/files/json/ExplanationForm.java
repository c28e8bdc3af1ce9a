package io.github.tierwise.files.json;

import io.github.tierwise.explain.Explanation;
import io.github.tierwise.explain.Explanation.Operation;
import java.io.IOException;
import java.util.List;

/** A tree of reasons. Values that follow from their parts are computed again when it is read. */
final class ExplanationForm {

  static final Form<Explanation> FORM =
      Form.of("explanation", Explanation.class, ExplanationForm::write, ExplanationForm::read);

  private ExplanationForm() {}

  private static void write(Explanation node, Out out) throws IOException {
    out.text("label", node.label());
    out.number("value", node.value());
    out.word("operation", node.operation());
    out.text("note", node.note());
    out.objects("parts", node.parts(), ExplanationForm::write);
  }

  private static Explanation read(Fields fields) {
    String label = fields.text("label");
    double value = fields.unboundedNumber("value");
    Operation operation = fields.constant("operation", Operation.values());
    String note = fields.text("note");
    List<Explanation> parts = fields.objects("parts", ExplanationForm::read);
    if (operation == Operation.FUNCTION) {
      return Explanation.function(label, value, note, parts);
    }
    if (operation == Operation.GIVEN) {
      if (!parts.isEmpty()) {
        throw fields.error("parts", "none for what is given", parts.size());
      }
      return Explanation.given(label, value, note);
    }
    Explanation made = Explanation.of(label, operation, note, parts);
    if (Double.compare(made.value(), value) != 0) {
      throw fields.error(
          "value", Out.text(made.value()) + ", which follows from its parts", Out.text(value));
    }
    return made;
  }
}
