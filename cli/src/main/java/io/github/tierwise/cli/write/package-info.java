/**
 * The forms of an answer: tables of text and pages with pictures for people, CSV and JSON for
 * programs; and files that are written whole or not at all.
 */
package io.github.tierwise.cli.write;
