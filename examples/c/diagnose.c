/* Diagnoses a setup log with libexdiag and prints the report as JSON:
 *
 *   diagnose ExchangeSetup.log
 */
#include <exdiag/exdiag.h>
#include <stdio.h>
#include <stdlib.h>

/* The whole file, to be freed by free(); null if it cannot be read. */
static char* read_file(const char* path, size_t* size) {
  FILE* file = fopen(path, "rb");
  char* bytes = NULL;
  size_t capacity = 0;
  size_t got = 1;
  *size = 0;
  while (file != NULL && got > 0) {
    if (*size == capacity) {
      char* larger = realloc(bytes, capacity = capacity * 2 + 65536);
      if (larger == NULL) break;
      bytes = larger;
    }
    got = fread(bytes + *size, 1, capacity - *size, file);
    *size += got;
  }
  if (file != NULL) fclose(file);
  return bytes;
}

int main(int argc, char** argv) {
  size_t size;
  char* bytes;
  char* json;
  enum exdiag_status status;

  if (argc != 2) {
    fprintf(stderr, "usage: diagnose LOG\nlibexdiag %s, rules %s\n", exdiag_version(), exdiag_rules_digest());
    return 64;
  }
  bytes = read_file(argv[1], &size);
  if (bytes == NULL) {
    perror(argv[1]);
    return 66;
  }
  status = exdiag_diagnose(bytes, size, argv[1], &json);
  if (json != NULL) puts(json);
  exdiag_free(json);
  free(bytes);
  return status;
}
