/* libexdiag: the diagnosis of exdiag for other programs.

   A log goes in as bytes, a report comes out as JSON ("schema": "exdiag.report/1", described in
   docs/report-schema.json). The library reads no files, writes nothing, opens no connection and keeps
   nothing between calls but the built-in rules. All functions may be called from several threads at
   once. */
#ifndef EXDIAG_EXDIAG_H_
#define EXDIAG_EXDIAG_H_

#include <stddef.h>

#if defined(_WIN32) && defined(EXDIAG_BUILDS_LIBRARY)
#define EXDIAG_API __declspec(dllexport)
#elif defined(__GNUC__)
#define EXDIAG_API __attribute__((visibility("default")))
#else
#define EXDIAG_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* What a call ended with; the numbers are the exit statuses of the program. */
enum exdiag_status {
  EXDIAG_SUCCEEDED = 0,       /* setup succeeded, nothing to do */
  EXDIAG_DIAGNOSED = 1,       /* setup failed and the cause is known */
  EXDIAG_UNKNOWN_CAUSE = 2,   /* setup failed and no rule knows the cause */
  EXDIAG_INCONCLUSIVE = 3,    /* the log does not tell: cut off, or setup still runs */
  EXDIAG_NO_LOG = 65,         /* the bytes hold no setup log; there is no report */
  EXDIAG_INTERNAL_ERROR = 70  /* out of memory or a defect; there is no report */
};

/* Diagnoses the last attempt of a setup log, or of an excerpt of one, or one of its companion logs
   (an MSI log, ldif.err …).

   bytes, size: the log, in any encoding that exdiag knows (UTF-8, UTF-16, Windows code pages).
   name: how the report calls the log, UTF-8; a file name also helps to tell a companion log. May be null.
   json: receives the report, UTF-8 with a closing NUL, to be freed by exdiag_free; null if there is none. */
EXDIAG_API enum exdiag_status exdiag_diagnose(const char* bytes, size_t size, const char* name, char** json);

/* Frees a report. A null pointer is allowed. */
EXDIAG_API void exdiag_free(char* json);

/* The version of the library, such as "1.0.0", and the digest of its rules (16 hex digits). Both stay
   valid as long as the library is loaded. */
EXDIAG_API const char* exdiag_version(void);
EXDIAG_API const char* exdiag_rules_digest(void);

#ifdef __cplusplus
}
#endif

#endif /* EXDIAG_EXDIAG_H_ */
