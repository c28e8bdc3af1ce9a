/** Names no module but the one of files: what its API is made of comes with it. */
module consumer {
  requires io.github.tierwise.files;
}
