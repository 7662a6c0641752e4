/* The floor of reading: what a file costs if nothing but its arrays is looked at.
 *
 * Prints the seconds of: reading the file; inflating it, where it is gzip; decoding all base64 text by a table; inflating
 * what is zlib with libdeflate. One thread. Text between <binary> and </binary>, or of <peaks>, counts as base64.
 */
#define _GNU_SOURCE
#include <libdeflate.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static uint32_t table[4][256];

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec + now.tv_nsec * 1e-9;
}

static void fill_table(void) {
    const char *digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (int value = 0; value < 64; value++)
        for (int place = 0; place < 4; place++)
            table[place][(unsigned char)digits[value]] = (uint32_t)value << (18 - 6 * place);
}

static size_t decode(const unsigned char *text, size_t count, unsigned char *bytes) {
    size_t written = 0;
    for (size_t at = 0; at + 4 <= count; at += 4) {
        uint32_t word = table[0][text[at]] | table[1][text[at + 1]] | table[2][text[at + 2]] | table[3][text[at + 3]];
        bytes[written] = word >> 16;
        bytes[written + 1] = word >> 8;
        bytes[written + 2] = word;
        written += 3;
    }
    while (count > 0 && text[count - 1] == '=') {
        written--;
        count--;
    }
    return written;
}

/* Reads the file piece by piece into the same memory, as a reader does; the time of this is the floor's. Then once more as
 * a whole, for the steps that follow. */
static unsigned char *read_file(const char *path, size_t *count, double *reading) {
    static unsigned char piece[512 << 10];
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    setvbuf(file, NULL, _IONBF, 0);
    double start = seconds();
    *count = 0;
    for (size_t got; (got = fread(piece, 1, sizeof piece, file)) > 0;) *count += got;
    *reading = seconds() - start;
    rewind(file);
    unsigned char *bytes = malloc(*count + 1);
    if (!bytes || fread(bytes, 1, *count, file) != *count) return NULL;
    fclose(file);
    return bytes;
}

/* Whether a piece of text holds some words. The terms of an array stand before it, behind the array before. */
static int says(const unsigned char *from, const unsigned char *to, const char *words) {
    return memmem(from, to - from, words, strlen(words)) != NULL;
}

static int fail(const char *reason) {
    fprintf(stderr, "%s\n", reason);
    return 1;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    fill_table();
    size_t count;
    double start, reading;
    unsigned char *text = read_file(argv[1], &count, &reading);
    if (!text) return fail("the file cannot be read");

    struct libdeflate_decompressor *inflater = libdeflate_alloc_decompressor();
    if (!inflater) return fail("there is not memory enough");
    double unpacking = 0;
    if (count > 18 && text[0] == 0x1f && text[1] == 0x8b) {
        uint32_t size;
        memcpy(&size, text + count - 4, 4);
        unsigned char *unpacked = malloc(size + 1);
        if (!unpacked) return fail("there is not memory enough");
        /* So that no page is new to the system in the time that is taken. */
        memset(unpacked, 1, size);
        start = seconds();
        if (libdeflate_gzip_decompress(inflater, text, count, unpacked, size, NULL)) return fail("the gzip data are damaged");
        free(text);
        text = unpacked;
        count = size;
        unpacking = seconds() - start;
    }

    /* One of the two names is in the file; looking for the other behind every array would take for ever. */
    const char *name = memmem(text, count, "<binary>", 8) ? "<binary>" : "<peaks";
    double decoding = 0, inflating = 0;
    unsigned char *bytes = malloc(count), *values = malloc(64 << 20);
    if (!bytes || !values) return fail("there is not memory enough");
    const unsigned char *at = text, *end = text + count;
    while (at < end) {
        const unsigned char *tag = memmem(at, end - at, name, strlen(name));
        if (!tag) break;
        const unsigned char *from = memchr(tag, '>', end - tag);
        const unsigned char *to = from ? memchr(from, '<', end - from) : NULL;
        if (!to) return fail("an array has no end");
        from++;
        int is_zlib = says(at, from, "accession=\"MS:1000574\"") || says(at, from, "compressionType=\"zlib\"");
        start = seconds();
        size_t decoded = decode(from, to - from, bytes);
        double middle = seconds();
        decoding += middle - start;
        size_t produced;
        if (decoded > 0 && is_zlib) {
            if (libdeflate_zlib_decompress(inflater, bytes, decoded, values, 64 << 20, &produced))
                return fail("an array cannot be inflated");
            inflating += seconds() - middle;
        }
        at = to;
    }
    printf("%.4f %.4f %.4f %.4f\n", reading, unpacking, decoding, inflating);
    return 0;
}
