package org.image2ai.privacy.export;

/**
 * A file in a copy.
 *
 * @param name path in the ZIP
 * @param crc CRC-32
 * @param packed bytes that it takes in the ZIP
 * @param bytes its length
 * @param offset where it begins in its part
 * @param sha256 of the file, lower-case hexadecimal
 */
record Entry(String name, long crc, long packed, long bytes, long offset, String sha256) {}
