package io.github.tierwise.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks, for the null check at build time only, what may be null. Never part of the API. */
@Target({ElementType.TYPE_USE})
@Retention(RetentionPolicy.CLASS)
public @interface Nullable {}
