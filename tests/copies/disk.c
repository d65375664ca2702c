/* Stands between SQLite and the disk (LD_PRELOAD). It writes down, in order, everything that is done to the files of one
   folder, and it can be told to play a full, read-only or broken disk. Nothing is changed on the way otherwise.

   DISK_FOLDER  the folder to watch (its real path, without a slash at the end)
   DISK_RECORD  the file to write the record to, or nothing
   DISK_MOOD    a file whose first letter says how the disk is: f full, r read-only, b broken; absent: sound

   A record is "op path-length offset length\n", then the path, then the bytes. Ops: w write, t truncate, s sync, u unlink,
   d sync of a folder, c created. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FILES 4096
static char *path_of[FILES];
static int record = -1;
static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;
static ssize_t (*real_write)(int, const void *, size_t);
static int (*real_open)(const char *, int, ...);

#define REAL(name) dlsym(RTLD_NEXT, name)

__attribute__((constructor)) static void begin(void) {
  if (real_open) return;
  real_write = REAL("write");
  real_open = REAL("open64");
  const char *to = getenv("DISK_RECORD");
  if (to) record = real_open(to, O_WRONLY | O_CREAT | O_APPEND, 0600);
}

static int watched(const char *path) {
  const char *folder = getenv("DISK_FOLDER");
  size_t length = folder ? strlen(folder) : 0;
  return length && !strncmp(path, folder, length) && (path[length] == '/' || !path[length]);
}

static const char *name(int fd) { return fd >= 0 && fd < FILES ? path_of[fd] : NULL; }

static void put(const void *bytes, size_t length) {
  while (length) {
    ssize_t done = real_write(record, bytes, length);
    if (done <= 0) abort();
    bytes = (const char *)bytes + done, length -= done;
  }
}

static void note(char op, const char *path, long long offset, const void *bytes, long long length) {
  if (record < 0) return;
  char head[80];
  int size = snprintf(head, sizeof head, "%c %zu %lld %lld\n", op, strlen(path), offset, length);
  pthread_mutex_lock(&one);
  put(head, size), put(path, strlen(path));
  if (bytes) put(bytes, length);
  pthread_mutex_unlock(&one);
}

static int refuses(void) {
  const char *mood = getenv("DISK_MOOD");
  char how = 0;
  int fd = mood ? real_open(mood, O_RDONLY) : -1;
  if (fd < 0) return 0;
  ssize_t got = read(fd, &how, 1);
  close(fd);
  errno = how == 'f' ? ENOSPC : how == 'r' ? EROFS : EIO;
  return got == 1;
}

static int opened(int fd, const char *path, int flags, int was_there) {
  if (fd < 0 || fd >= FILES) return fd;
  char full[PATH_MAX];
  if (!realpath(path, full) || !watched(full)) return fd;
  free(path_of[fd]);
  path_of[fd] = strdup(full);
  if ((flags & O_CREAT) && !was_there) note('c', full, 0, NULL, 0);
  else if (flags & O_TRUNC) note('t', full, 0, NULL, 0);
  return fd;
}

#define OPEN(function)                                                                     \
  int function(const char *path, int flags, ...) {                                         \
    va_list more;                                                                          \
    va_start(more, flags);                                                                 \
    mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;                              \
    va_end(more);                                                                          \
    struct stat there;                                                                     \
    if (!real_open) begin();                                                               \
    int was_there = !stat(path, &there), saved = errno;                                    \
    if ((flags & O_CREAT) && !was_there && path[0] == '/' && watched(path) && refuses()) return -1; \
    errno = saved;                                                                         \
    return opened(real_open(path, flags, mode), path, flags, was_there);                   \
  }
OPEN(open)
OPEN(open64)

int close(int fd) {
  static int (*real)(int);
  if (!real) real = REAL("close");
  if (name(fd)) free(path_of[fd]), path_of[fd] = NULL;
  return real(fd);
}

ssize_t write(int fd, const void *bytes, size_t length) {
  if (!real_write) begin();
  if (!name(fd)) return real_write(fd, bytes, length);
  if (refuses()) return -1;
  long long offset = lseek(fd, 0, SEEK_CUR);
  ssize_t done = real_write(fd, bytes, length);
  if (done > 0) note('w', name(fd), offset, bytes, done);
  return done;
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) {
  static ssize_t (*real)(int, const void *, size_t, off64_t);
  if (!real) real = REAL("pwrite64");
  if (name(fd) && refuses()) return -1;
  ssize_t done = real(fd, bytes, length, offset);
  if (name(fd) && done > 0) note('w', name(fd), offset, bytes, done);
  return done;
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) { return pwrite64(fd, bytes, length, offset); }

int ftruncate64(int fd, off64_t length) {
  static int (*real)(int, off64_t);
  if (!real) real = REAL("ftruncate64");
  if (name(fd) && refuses()) return -1;
  int answer = real(fd, length);
  if (name(fd) && !answer) note('t', name(fd), length, NULL, 0);
  return answer;
}
int ftruncate(int fd, off_t length) { return ftruncate64(fd, length); }

static int synced(int fd, const char *how) {
  int (*real)(int) = REAL(how);
  if (name(fd) && refuses()) return -1;
  int answer = real(fd);
  struct stat what;
  if (name(fd) && !answer) note(!fstat(fd, &what) && S_ISDIR(what.st_mode) ? 'd' : 's', name(fd), 0, NULL, 0);
  return answer;
}
int fsync(int fd) { return synced(fd, "fsync"); }
int fdatasync(int fd) { return synced(fd, "fdatasync"); }

int unlink(const char *path) {
  static int (*real)(const char *);
  if (!real) real = REAL("unlink");
  char full[PATH_MAX];
  int ours = realpath(path, full) && watched(full);
  int answer = real(path);
  if (ours && !answer) note('u', full, 0, NULL, 0);
  return answer;
}
