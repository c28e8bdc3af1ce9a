/** A project on the module path. */
module consumer {
  requires io.github.tierwise.core;
}
