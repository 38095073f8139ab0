import { readdirSync, readFileSync } from "node:fs"

/**
 * Stops a process and all that it started, as a machine that falls asleep does; gives the way to let them go on.
 * Nothing of it runs meanwhile: its timers are late afterwards, and its sockets stay open.
 */
export function freeze(root: number): () => void {
  const frozen = treeOf(root)
  for (const pid of frozen) signal(pid, "SIGSTOP")
  return () => {
    for (const pid of frozen) signal(pid, "SIGCONT")
  }
}

function treeOf(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync("/proc")) {
    const parent = /^\d+$/.test(name) ? parentOf(name) : undefined
    if (parent !== undefined) parents.set(Number(name), parent)
  }
  const tree = [root]
  for (const member of tree) for (const [pid, parent] of parents) if (parent === member) tree.push(pid)
  return tree
}

/** Undefined for a process that ended meanwhile. The name of a program may hold anything, a parenthesis too. */
function parentOf(pid: string): number | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1")
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1])
  } catch {
    return undefined
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended meanwhile.
  }
}
