import { portalHosts } from "../../shared/hosts"

/** Where the extension may act: the portals over HTTPS, and their imitations, on any port of loopback. */
export const hostPatterns: readonly string[] = Object.values(portalHosts).flatMap(({ real, imitation }) => [
  `https://${real}/*`,
  `http://${imitation}/*`,
])
