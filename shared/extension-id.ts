/**
 * Who our extension is in each browser. The bridge's gate compares the Origin with it, and the manifests
 * carry it.
 *
 * Chromium derives the id from the manifest's `key` (the public half of an RSA-2048 key, base64 of its DER
 * SubjectPublicKeyInfo): SHA-256 of the DER, the first 16 bytes, hexadecimal digits written a to p. The
 * private half was thrown away when the key was made: it would only sign a .crx file, and a store signs with
 * its own. A release through a store that gives another id changes both constants here.
 */
export const chromiumExtensionKey =
  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA1VznqfFB+nwXF57sXyGKJO5a2GyMlU8Hghy5H6k8dOycuU6Ll8gCyTrR5lyZdmrqA7ZGLr1CBZo0EkvD4n4abDceufKa7tY2rirgYIYKSfb9sKNyqePnjBj+ZqmGFp0ZLLmOgkieFsXgqC5y50YPZ2Bdsx6WTywdgd5qWiJw4Nl0fu8ezaiZ32GaTpBrCNL12VyOhmSZOwZTuloS8vxlXfT2Xe7mhCWirEj6GhAOSdb6W5oav3rXQozzyviTtosXt/11CYyT4jjyofZ68K/RbfSMLuTA/xy9RxDCRrE/b/EfuEtXi+KzGWIgDvyCOzAEw5c0iqKErcKcvC7C+thdewIDAQAB"

export const chromiumExtensionId = "bfiajjakkfjgggahjdpibcgjgpklcidn"

/** Firefox: the id in the manifest. The Origin holds another, random one, new in each profile. */
export const geckoExtensionId = "extension@compagnon-dmp.example"
