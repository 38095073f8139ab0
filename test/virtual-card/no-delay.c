/*
 * Loaded into the test's own pcscd (LD_PRELOAD). The virtual reader writes a command to its card in two small pieces on
 * one TCP connection, and waits up to 40 ms in between for the kernel's delayed acknowledgement, at every exchange: real
 * readers have nothing like it. TCP_NODELAY on what it accepts takes the wait away and changes nothing else.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

int accept(int listener, struct sockaddr *address, socklen_t *length)
{
  int (*real)(int, struct sockaddr *, socklen_t *) = dlsym(RTLD_NEXT, "accept");
  int connection = real(listener, address, length);
  int on = 1;
  if (connection >= 0) setsockopt(connection, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return connection;
}
