/* Loaded before the C library of a house that is watched: writes down, in one journal and in one
   order, what is done to the files of its folders and when an answer leaves for a browser.

   POWER_FOLDERS: folders, with a colon between them; only files directly in them are watched.
   POWER_JOURNAL: where to write. Each note is a header, a path, and bytes; notes.py reads them. */

#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define LONGEST 4096

struct header {
    uint32_t kind, path;
    uint64_t file, at, bytes;
};

static int journal = -1;
static const char *folders;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("POWER_JOURNAL");
    folders = getenv("POWER_FOLDERS");
    if (path && folders)
        journal = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

static void note(char kind, const char *path, uint64_t file, uint64_t at, const void *bytes, size_t many) {
    struct header header = {kind, strlen(path), file, at, many};
    struct iovec parts[] = {
        {&header, sizeof header}, {(void *)path, header.path}, {(void *)bytes, many}};
    if (syscall(SYS_writev, journal, parts, 3) != (long)(sizeof header + header.path + many))
        abort();
}

static int is_folder(const char *path, size_t length) {
    for (const char *one = folders; one;) {
        const char *end = strchrnul(one, ':');
        if ((size_t)(end - one) == length && !memcmp(one, path, length))
            return 1;
        one = *end ? end + 1 : NULL;
    }
    return 0;
}

/* A file directly in one of the folders, or such a folder itself. */
static int is_watched(const char *path) {
    const char *last = strrchr(path, '/');
    return last && (is_folder(path, last - path) || is_folder(path, strlen(path)));
}

static int path_of(int fd, char *path) {
    char link[32];
    if (journal < 0)
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    long length = syscall(SYS_readlinkat, AT_FDCWD, link, path, LONGEST - 1);
    path[length < 0 ? 0 : length] = 0;
    return is_watched(path);
}

static void note_open(char kind, int fd, const char *path, uint64_t at, const void *bytes, size_t many) {
    struct stat seen;
    if (!fstat(fd, &seen))
        note(kind, path, seen.st_ino, at, bytes, many);
}

/* What is done and its note are one step: nobody else's note comes between them. */
static void take_turn(void) { pthread_mutex_lock(&turn); }

static long give_turn(long answer) {
    int said = errno;
    pthread_mutex_unlock(&turn);
    errno = said;
    return answer;
}

static int opened(int from, const char *path, int flags, mode_t mode) {
    char whole[LONGEST];
    if (journal < 0 || !(flags & (O_CREAT | O_TRUNC)))
        return syscall(SYS_openat, from, path, flags, mode);
    take_turn();
    int there = !syscall(SYS_faccessat, from, path, F_OK);
    int fd = syscall(SYS_openat, from, path, flags, mode);
    if (fd >= 0 && path_of(fd, whole) && (!there || flags & O_TRUNC))
        note_open(there ? 'T' : 'C', fd, whole, 0, NULL, 0);
    return give_turn(fd);
}

#define OPENING(name, ...)                                                                         \
    va_list rest;                                                                                  \
    va_start(rest, flags);                                                                         \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;                        \
    va_end(rest);                                                                                  \
    return opened(__VA_ARGS__, path, flags, mode)

int open(const char *path, int flags, ...) { OPENING(open, AT_FDCWD); }
int open64(const char *path, int flags, ...) { OPENING(open64, AT_FDCWD); }
int openat(int from, const char *path, int flags, ...) { OPENING(openat, from); }
int openat64(int from, const char *path, int flags, ...) { OPENING(openat64, from); }
int creat(const char *path, mode_t mode) {
    return opened(AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, mode);
}

static ssize_t written_at(int fd, const void *bytes, size_t many, off_t at) {
    char path[LONGEST];
    if (!path_of(fd, path))
        return syscall(SYS_pwrite64, fd, bytes, many, at);
    take_turn();
    ssize_t done = syscall(SYS_pwrite64, fd, bytes, many, at);
    if (done > 0)
        note_open('W', fd, path, at, bytes, done);
    return give_turn(done);
}

ssize_t pwrite(int fd, const void *bytes, size_t many, off_t at) {
    return written_at(fd, bytes, many, at);
}
ssize_t pwrite64(int fd, const void *bytes, size_t many, off64_t at) {
    return written_at(fd, bytes, many, at);
}

ssize_t write(int fd, const void *bytes, size_t many) {
    char path[LONGEST];
    if (!path_of(fd, path))
        return syscall(SYS_write, fd, bytes, many);
    take_turn();
    ssize_t done = syscall(SYS_write, fd, bytes, many);
    if (done > 0)
        note_open('W', fd, path, syscall(SYS_lseek, fd, 0, SEEK_CUR) - done, bytes, done);
    return give_turn(done);
}

ssize_t writev(int fd, const struct iovec *parts, int many) {
    char path[LONGEST];
    ssize_t done = 0;
    if (!path_of(fd, path))
        return syscall(SYS_writev, fd, parts, many);
    for (int part = 0; part < many; part++) {
        ssize_t more = write(fd, parts[part].iov_base, parts[part].iov_len);
        if (more < 0)
            return done ? done : more;
        done += more;
    }
    return done;
}

static int cut_to(int fd, off_t length) {
    char path[LONGEST];
    if (!path_of(fd, path))
        return syscall(SYS_ftruncate, fd, length);
    take_turn();
    int done = syscall(SYS_ftruncate, fd, length);
    if (!done)
        note_open('T', fd, path, length, NULL, 0);
    return give_turn(done);
}

int ftruncate(int fd, off_t length) { return cut_to(fd, length); }
int ftruncate64(int fd, off64_t length) { return cut_to(fd, length); }

static int synced(long call, int fd) {
    char path[LONGEST];
    if (!path_of(fd, path))
        return syscall(call, fd);
    take_turn();
    int done = syscall(call, fd);
    if (!done)
        note_open('S', fd, path, 0, NULL, 0);
    return give_turn(done);
}

int fsync(int fd) { return synced(SYS_fsync, fd); }
int fdatasync(int fd) { return synced(SYS_fdatasync, fd); }

int unlink(const char *path) {
    if (journal < 0 || !is_watched(path))
        return syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    take_turn();
    int done = syscall(SYS_unlinkat, AT_FDCWD, path, 0);
    if (!done)
        note('U', path, 0, 0, NULL, 0);
    return give_turn(done);
}

int rename(const char *path, const char *other) {
    if (journal < 0 || !(is_watched(path) || is_watched(other)))
        return syscall(SYS_renameat2, AT_FDCWD, path, AT_FDCWD, other, 0);
    take_turn();
    int done = syscall(SYS_renameat2, AT_FDCWD, path, AT_FDCWD, other, 0);
    if (!done)
        note('R', path, 0, 0, other, strlen(other));
    return give_turn(done);
}

/* A form was answered: from here on the person at that port has been told. */
ssize_t send(int fd, const void *bytes, size_t many, int flags) {
    struct sockaddr_in peer;
    socklen_t length = sizeof peer;
    if (journal < 0 || many < 12 || memcmp(bytes, "HTTP/1.1 30", 11) ||
        getpeername(fd, (struct sockaddr *)&peer, &length))
        return syscall(SYS_sendto, fd, bytes, many, flags, NULL, 0);
    take_turn();
    note('A', "", 0, ntohs(peer.sin_port), NULL, 0);
    return give_turn(syscall(SYS_sendto, fd, bytes, many, flags, NULL, 0));
}
