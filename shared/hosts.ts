/**
 * The portals' hosts: the real ones and the names of their imitations in training.
 * Source: reference on the portals §1.1 (read 2026-11-23). Pro Santé Connect's hosts are absent on purpose:
 * the extension has no permission there and never acts there.
 *
 * The imitations live under `.localhost`, which browsers resolve to loopback themselves (RFC 6761 §6.3), so
 * the extension can be allowed there, and only there, on any port.
 */
export type PortalId = "mes" | "webps" | "dmp"

export const portalHosts: Record<PortalId, { real: string; imitation: string }> = {
  /** Mon espace santé, activation by the patient. */
  mes: { real: "www.monespacesante.fr", imitation: "mes.compagnon-dmp.localhost" },
  /** Web DMP for professionals (Web PS), signed in with Pro Santé Connect. */
  webps: { real: "wps-psc.dmp.monespacesante.fr", imitation: "webps.compagnon-dmp.localhost" },
  /** dmp.fr, the shop window that leads to the Web PS. */
  dmp: { real: "www.dmp.fr", imitation: "dmp.compagnon-dmp.localhost" },
}

/** Which portal a host is, and whether it is the imitation; null for any other host. */
export function portalOfHost(host: string): { portal: PortalId; imitation: boolean } | null {
  for (const portal of Object.keys(portalHosts) as PortalId[]) {
    if (host === portalHosts[portal].real) return { portal, imitation: false }
    if (host === portalHosts[portal].imitation) return { portal, imitation: true }
  }
  return null
}
