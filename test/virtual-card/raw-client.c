/*
 * Another program that uses the same card, as PC/SC wants it done: shared, each piece of work in a transaction, the
 * card left as it is. It selects something, reads something, and compares it with what it read the first time.
 * raw-client READER SECONDS SELECT READ (both in hex): prints "<rounds> <failures> <last result or status word, hex>",
 * never a byte of the card.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <winscard.h>

static DWORD bytesOf(const char *hex, unsigned char *bytes)
{
  DWORD length = 0;
  unsigned int byte;
  for (; length < 258 && sscanf(hex + 2 * length, "%2x", &byte) == 1; length++) bytes[length] = byte;
  return length;
}

static unsigned long last = 0;

static LONG exchange(SCARDHANDLE card, DWORD protocol, const unsigned char *command, DWORD length, unsigned char *answer,
                     DWORD *answered)
{
  const SCARD_IO_REQUEST *pci = protocol == SCARD_PROTOCOL_T1 ? SCARD_PCI_T1 : SCARD_PCI_T0;
  *answered = 258;
  return SCardTransmit(card, pci, command, length, NULL, answer, answered);
}

int main(int count, char **words)
{
  if (count != 5) return 2;
  const time_t end = time(NULL) + atoi(words[2]);
  SCARDCONTEXT context;
  SCARDHANDLE card;
  DWORD protocol;
  if (SCardEstablishContext(SCARD_SCOPE_SYSTEM, NULL, NULL, &context) != SCARD_S_SUCCESS) return 2;
  if (SCardConnect(context, words[1], SCARD_SHARE_SHARED, SCARD_PROTOCOL_T0 | SCARD_PROTOCOL_T1, &card, &protocol) !=
      SCARD_S_SUCCESS)
    return 2;
  unsigned char first[258], answer[258], selecting[258], reading[258];
  const DWORD selectLength = bytesOf(words[3], selecting), readLength = bytesOf(words[4], reading);
  DWORD firstLength = 0, length = 0;
  unsigned long rounds = 0, failures = 0;
  while (time(NULL) < end) {
    LONG result = SCardBeginTransaction(card);
    if (result == SCARD_S_SUCCESS) result = exchange(card, protocol, selecting, selectLength, answer, &length);
    if (result == SCARD_S_SUCCESS) result = exchange(card, protocol, reading, readLength, answer, &length);
    SCardEndTransaction(card, SCARD_LEAVE_CARD);
    if (rounds++ == 0) {
      memcpy(first, answer, length);
      firstLength = length;
    }
    const int ok = result == SCARD_S_SUCCESS && length > 2 && answer[length - 2] == 0x90 && length == firstLength &&
                   memcmp(first, answer, length) == 0;
    if (!ok) {
      failures++;
      last = result == SCARD_S_SUCCESS && length >= 2 ? answer[length - 2] * 256ul + answer[length - 1] : (unsigned long)result;
    }
    usleep(1000 * (5 + rand() % 20));
  }
  SCardDisconnect(card, SCARD_LEAVE_CARD);
  SCardReleaseContext(context);
  printf("%lu %lu %lx\n", rounds, failures, last);
  return 0;
}
