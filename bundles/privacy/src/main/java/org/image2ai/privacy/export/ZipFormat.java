package org.image2ai.privacy.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * The records of a ZIP file after PKWARE's APPNOTE.TXT 6.3, Zip64 included. {@code java.util.zip} writes the same, but
 * cannot go on with an archive that another process began.
 */
final class ZipFormat {
    private static final long MAX32 = 0xffff_ffffL;
    private static final int MAX16 = 0xffff;
    private static final int DEFLATED = 8;
    /** Sizes stand behind the data (bit 3), names are UTF-8 (bit 11). */
    private static final int FLAGS = 1 << 3 | 1 << 11;

    private static final int UNIX = 3 << 8;
    private static final int PLAIN_FILE = 0100644 << 16;
    private static final int PLAIN = 20;
    private static final int ZIP64 = 45;

    private ZipFormat() {}

    /** What stands before the data of an entry. */
    static byte[] local(String name, Instant at) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return record(30 + bytes.length)
                .putInt(0x04034b50)
                .putShort((short) PLAIN)
                .putShort((short) FLAGS)
                .putShort((short) DEFLATED)
                .putInt(dosTime(at))
                .putInt(0)
                .putInt(0)
                .putInt(0)
                .putShort((short) bytes.length)
                .putShort((short) 0)
                .put(bytes)
                .array();
    }

    /** What stands behind the data of an entry. */
    static byte[] descriptor(long crc, long packed, long bytes) {
        boolean large = packed >= MAX32 || bytes >= MAX32;
        ByteBuffer record = record(large ? 24 : 16).putInt(0x08074b50).putInt((int) crc);
        return (large
                        ? record.putLong(packed).putLong(bytes)
                        : record.putInt((int) packed).putInt((int) bytes))
                .array();
    }

    /** An entry in the directory at the end; its offset is that from the beginning of the file. */
    static byte[] central(Entry entry, long offset, Instant at) {
        byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
        byte[] extra = zip64(entry, offset);
        return record(46 + name.length + extra.length)
                .putInt(0x02014b50)
                .putShort((short) (UNIX | ZIP64))
                .putShort((short) (extra.length > 0 ? ZIP64 : PLAIN))
                .putShort((short) FLAGS)
                .putShort((short) DEFLATED)
                .putInt(dosTime(at))
                .putInt((int) entry.crc())
                .putInt(capped(entry.packed()))
                .putInt(capped(entry.bytes()))
                .putShort((short) name.length)
                .putShort((short) extra.length)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(PLAIN_FILE)
                .putInt(capped(offset))
                .put(name)
                .put(extra)
                .array();
    }

    /** Those of the three numbers that do not fit, in the order that the format wants. */
    private static byte[] zip64(Entry entry, long offset) {
        long[] numbers = {entry.bytes(), entry.packed(), offset};
        int large = 0;
        for (long number : numbers) {
            large += number >= MAX32 ? 1 : 0;
        }
        if (large == 0) {
            return new byte[0];
        }
        ByteBuffer extra = record(4 + 8 * large).putShort((short) 1).putShort((short) (8 * large));
        for (long number : numbers) {
            if (number >= MAX32) {
                extra.putLong(number);
            }
        }
        return extra.array();
    }

    /** The end of the file, behind a directory of so many entries and bytes that begins at an offset. */
    static byte[] end(long entries, long bytes, long offset) {
        boolean large = entries >= MAX16 || bytes >= MAX32 || offset >= MAX32;
        ByteBuffer record = record(large ? 56 + 20 + 22 : 22);
        if (large) {
            zip64End(record, entries, bytes, offset);
        }
        short count = (short) Math.min(entries, MAX16);
        return record.putInt(0x06054b50)
                .putShort((short) 0)
                .putShort((short) 0)
                .putShort(count)
                .putShort(count)
                .putInt(capped(bytes))
                .putInt(capped(offset))
                .putShort((short) 0)
                .array();
    }

    private static void zip64End(ByteBuffer record, long entries, long bytes, long offset) {
        record.putInt(0x06064b50)
                .putLong(44)
                .putShort((short) (UNIX | ZIP64))
                .putShort((short) ZIP64)
                .putInt(0)
                .putInt(0)
                .putLong(entries)
                .putLong(entries)
                .putLong(bytes)
                .putLong(offset)
                .putInt(0x07064b50)
                .putInt(0)
                .putLong(offset + bytes)
                .putInt(1);
    }

    private static ByteBuffer record(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int capped(long number) {
        return (int) Math.min(number, MAX32);
    }

    /** Time in the lower half, date in the upper, in UTC; the format begins with 1980. */
    private static int dosTime(Instant at) {
        LocalDateTime time = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
        int date = Math.max(0, time.getYear() - 1980) << 9 | time.getMonthValue() << 5 | time.getDayOfMonth();
        return date << 16 | time.getHour() << 11 | time.getMinute() << 5 | time.getSecond() / 2;
    }
}
