/* The least that could serve for reading a JPEG: libjpeg-turbo decodes it to red, green and blue
 * with its defaults, row by row, and nothing is kept. Reads lines as the probe does, "time WORK
 * FILE", and prints the milliseconds of one decoding. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <jpeglib.h>

static unsigned char *read_file(const char *path, unsigned long *length) {
    FILE *file = fopen(path, "rb");
    if (!file) return NULL;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    unsigned char *bytes = size > 0 ? malloc((size_t)size) : NULL;
    if (bytes && fread(bytes, 1, (size_t)size, file) != (size_t)size) {
        free(bytes);
        bytes = NULL;
    }
    fclose(file);
    *length = (unsigned long)size;
    return bytes;
}

static void decode(const unsigned char *bytes, unsigned long length) {
    struct jpeg_decompress_struct decoder;
    struct jpeg_error_mgr errors;
    decoder.err = jpeg_std_error(&errors);
    jpeg_create_decompress(&decoder);
    jpeg_mem_src(&decoder, bytes, length);
    jpeg_read_header(&decoder, TRUE);
    decoder.out_color_space = JCS_RGB;
    jpeg_start_decompress(&decoder);
    JSAMPROW row = malloc((size_t)decoder.output_width * 3);
    while (row && decoder.output_scanline < decoder.output_height) {
        jpeg_read_scanlines(&decoder, &row, 1);
    }
    free(row);
    jpeg_finish_decompress(&decoder);
    jpeg_destroy_decompress(&decoder);
}

int main(void) {
    char line[4096];
    while (fgets(line, sizeof line, stdin)) {
        char *path = strrchr(line, ' ');
        if (!path) return 1;
        path += 1;
        path[strcspn(path, "\n")] = 0;
        unsigned long length = 0;
        unsigned char *bytes = read_file(path, &length);
        if (!bytes) return 1;
        struct timespec before, after;
        clock_gettime(CLOCK_MONOTONIC, &before);
        decode(bytes, length);
        clock_gettime(CLOCK_MONOTONIC, &after);
        free(bytes);
        double ms = (double)(after.tv_sec - before.tv_sec) * 1e3
                  + (double)(after.tv_nsec - before.tv_nsec) / 1e6;
        printf("%.4f\n", ms);
        fflush(stdout);
    }
    return 0;
}
