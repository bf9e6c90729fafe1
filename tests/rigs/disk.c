/* Stands between a program and its files: writes down what it does to a folder, or lets a call fail.

   Loaded with LD_PRELOAD by tests/rigs/disk.py; idle until disk_begin. One record an operation:
   op, inode, number, two lengths, then a path or data, and a second path. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { FILES = 4096 };
static char root[PATH_MAX];
static size_t root_len;
static int log_fd = -1;
static char inside[FILES]; /* 1 = a file of the folder, 2 = a folder of it */
static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;

static char fault_op;
static int fault_errno, fault_for_good;
static long fault_when, calls, failed;

void disk_begin(const char *folder, const char *log)
{
    strncpy(root, folder, sizeof root - 1);
    root_len = strlen(root);
    if (log && *log)
        log_fd = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0600);
}

void disk_fail(int op, int error, long when, int for_good)
{
    fault_op = op, fault_errno = error, fault_when = when, fault_for_good = for_good;
    calls = failed = 0;
}

long disk_calls(void) { return calls; }
long disk_failed(void) { return failed; }

static void put(char op, uint64_t inode, int64_t number, const void *a, uint32_t a_len,
                const void *b, uint32_t b_len)
{
    if (log_fd < 0)
        return;
    struct { char op[8]; uint64_t inode; int64_t number; uint32_t a, b; } head =
        {{op}, inode, number, a_len, b_len};
    struct iovec parts[3] = {{&head, sizeof head}, {(void *)a, a_len}, {(void *)b, b_len}};
    pthread_mutex_lock(&one);
    if (writev(log_fd, parts, 3) < 0)
        abort();
    pthread_mutex_unlock(&one);
}

void disk_ack(const char *text, unsigned len) { put('A', 0, 0, text, len, 0, 0); }

static int fails(char op)
{
    if (op != fault_op)
        return 0;
    calls++;
    if (calls != fault_when && !(fault_for_good && calls > fault_when))
        return 0;
    failed++;
    errno = fault_errno;
    return 1;
}

static int whole(int at, const char *path, char *out)
{
    if (!root_len)
        return 0;
    if (path[0] == '/' || at == AT_FDCWD) {
        strncpy(out, path, PATH_MAX - 1);
    } else {
        char link[64];
        snprintf(link, sizeof link, "/proc/self/fd/%d", at);
        ssize_t n = readlink(link, out, PATH_MAX - 1);
        if (n < 0)
            return 0;
        snprintf(out + n, PATH_MAX - n, "/%s", path);
    }
    return !strncmp(out, root, root_len) && (out[root_len] == '/' || !out[root_len]);
}

static uint64_t inode_of(int fd)
{
    struct stat status;
    return fstat(fd, &status) ? 0 : status.st_ino;
}

static int opened(int at, const char *path, int flags, mode_t mode)
{
    char full[PATH_MAX] = {0};
    if (!whole(at, path, full))
        return syscall(SYS_openat, at, path, flags, mode);
    if (fails('o'))
        return -1;
    int there = !syscall(SYS_faccessat, AT_FDCWD, full, F_OK);
    int fd = syscall(SYS_openat, at, path, flags, mode);
    if (fd < 0 || fd >= FILES)
        return fd;
    struct stat status;
    fstat(fd, &status);
    inside[fd] = S_ISDIR(status.st_mode) ? 2 : 1;
    if (inside[fd] == 1)
        put('O', status.st_ino, (!there) | ((flags & O_TRUNC) ? 2 : 0), full, strlen(full), 0, 0);
    return fd;
}

#define MODE va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more);
int open(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return opened(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE return opened(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE return opened(at, path, flags, mode); }

static int is_file(int fd) { return fd >= 0 && fd < FILES && inside[fd] == 1; }

int close(int fd)
{
    if (fd >= 0 && fd < FILES)
        inside[fd] = 0;
    return syscall(SYS_close, fd);
}

static ssize_t written(int fd, off_t at, ssize_t n, const void *data)
{
    if (n > 0)
        put('W', inode_of(fd), at, data, n, 0, 0);
    return n;
}

ssize_t write(int fd, const void *data, size_t n)
{
    if (!is_file(fd))
        return syscall(SYS_write, fd, data, n);
    if (fails('w'))
        return -1;
    struct stat status;
    fstat(fd, &status);
    off_t at = (fcntl(fd, F_GETFL) & O_APPEND) ? status.st_size : lseek(fd, 0, SEEK_CUR);
    return written(fd, at, syscall(SYS_write, fd, data, n), data);
}

ssize_t pwrite(int fd, const void *data, size_t n, off_t at)
{
    if (!is_file(fd))
        return syscall(SYS_pwrite64, fd, data, n, at);
    return fails('w') ? -1 : written(fd, at, syscall(SYS_pwrite64, fd, data, n, at), data);
}
ssize_t pwrite64(int fd, const void *data, size_t n, off64_t at) { return pwrite(fd, data, n, at); }

ssize_t sendfile(int out, int in, off_t *from, size_t n)
{
    if (!is_file(out))
        return syscall(SYS_sendfile, out, in, from, n);
    if (fails('w'))
        return -1;
    off_t at = lseek(out, 0, SEEK_CUR);
    if (n > (1 << 20))
        n = 1 << 20;
    ssize_t done = syscall(SYS_sendfile, out, in, from, n);
    if (done > 0 && log_fd >= 0) {
        char *data = malloc(done), link[64];
        snprintf(link, sizeof link, "/proc/self/fd/%d", out);
        int again = syscall(SYS_openat, AT_FDCWD, link, O_RDONLY, 0);
        if (syscall(SYS_pread64, again, data, done, at) != done)
            abort();
        syscall(SYS_close, again);
        written(out, at, done, data);
        free(data);
    }
    return done;
}
ssize_t sendfile64(int out, int in, off64_t *from, size_t n) { return sendfile(out, in, from, n); }

int ftruncate(int fd, off_t size)
{
    if (!is_file(fd))
        return syscall(SYS_ftruncate, fd, size);
    if (fails('t'))
        return -1;
    int done = syscall(SYS_ftruncate, fd, size);
    if (!done)
        put('T', inode_of(fd), size, 0, 0, 0, 0);
    return done;
}
int ftruncate64(int fd, off64_t size) { return ftruncate(fd, size); }

static int synced(int fd, int call, char op)
{
    if (fd < 0 || fd >= FILES || !inside[fd])
        return syscall(call, fd);
    if (fails(op))
        return -1;
    int done = syscall(call, fd);
    if (done)
        return done;
    if (inside[fd] == 1) {
        put('S', inode_of(fd), 0, 0, 0, 0, 0);
    } else {
        char link[64], path[PATH_MAX];
        snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
        ssize_t n = readlink(link, path, sizeof path);
        put('S', 0, 1, path, n < 0 ? 0 : n, 0, 0);
    }
    return 0;
}
int fsync(int fd) { return synced(fd, SYS_fsync, 's'); }
int fdatasync(int fd) { return synced(fd, SYS_fdatasync, 'd'); }

static int gone(int at, const char *path, int flags)
{
    char full[PATH_MAX] = {0};
    int ours = whole(at, path, full);
    if (ours && fails('u'))
        return -1;
    int done = syscall(SYS_unlinkat, at, path, flags);
    if (ours && !done)
        put('U', 0, 0, full, strlen(full), 0, 0);
    return done;
}
int unlink(const char *path) { return gone(AT_FDCWD, path, 0); }
int unlinkat(int at, const char *path, int flags) { return gone(at, path, flags); }
int rmdir(const char *path) { return gone(AT_FDCWD, path, AT_REMOVEDIR); }

int renameat(int at, const char *old, int to, const char *new)
{
    char a[PATH_MAX] = {0}, b[PATH_MAX] = {0};
    int ours = whole(at, old, a) && whole(to, new, b);
    if (ours && fails('r'))
        return -1;
    int done = syscall(SYS_renameat, at, old, to, new);
    if (ours && !done)
        put('R', 0, 0, a, strlen(a), b, strlen(b));
    return done;
}
int rename(const char *old, const char *new) { return renameat(AT_FDCWD, old, AT_FDCWD, new); }

int mkdirat(int at, const char *path, mode_t mode)
{
    char full[PATH_MAX] = {0};
    int ours = whole(at, path, full);
    if (ours && fails('m'))
        return -1;
    int done = syscall(SYS_mkdirat, at, path, mode);
    if (ours && !done)
        put('M', 0, 0, full, strlen(full), 0, 0);
    return done;
}
int mkdir(const char *path, mode_t mode) { return mkdirat(AT_FDCWD, path, mode); }
