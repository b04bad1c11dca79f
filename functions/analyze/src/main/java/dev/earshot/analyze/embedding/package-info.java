/** Texts as numbers: bge-small-en-v1.5 on ONNX Runtime, within this process. */
@NullMarked
package dev.earshot.analyze.embedding;

import org.jspecify.annotations.NullMarked;
