/** Tables for people, CSV and JSON for programs, and files that are written whole or not at all. */
package io.github.tierwise.cli.output;
