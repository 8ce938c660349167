/** What one server may cost us. Every figure can be lowered by the caller; docs/CRAWLER.md lists them. */
export interface Limits {
  /**
   * All targets of one server together, with installations and waits. Below the 600 s for which a
   * store leases a server to whoever crawls it, less what cleaning up may take.
   */
  serverMs: number;
  /** Listing one target, installation excluded. */
  totalMs: number;
  /** Longest silence of the server while an answer is awaited. */
  idleMs: number;
  /** Resolving and installing one package. */
  installMs: number;
  /** Silence after which a server that ignores `server/discover` is sent `initialize` too. */
  probeMs: number;
  /** One JSON-RPC message, also after decompression. */
  messageBytes: number;
  /** Everything one server sends. */
  totalBytes: number;
  /**
   * JSON values in everything one server sends, counted before they are parsed: as objects junk takes
   * twenty times its text. 60 times what the largest list of `data/snapshot` has.
   */
  values: number;
  /** Kept of what a server writes to stderr. */
  stderrBytes: number;
  pages: number;
  tools: number;
  /** One tool definition as JSON. */
  toolBytes: number;
  /** Nesting of one tool definition. */
  toolDepth: number;
  /** Unasked messages (notifications, requests to us, lines that are no JSON). */
  unaskedMessages: number;
  /** Kept characters of `instructions`. */
  instructionsChars: number;
  /** Files and bytes of one installed package with its dependencies. */
  installFiles: number;
  installBytes: number;
  sandbox: SandboxLimits;
}

/** Enforced by the kernel on each process, except where it says that the whole sandbox is counted. */
export interface SandboxLimits {
  /** Memory of the whole sandbox: heap, anonymous and shared memory in use. */
  memoryBytes: number;
  /**
   * Data segment, which counts what is reserved: Node takes about 570 MB at start and 540 MB more
   * for each worker thread, used or not.
   */
  dataBytes: number;
  openFiles: number;
  /** Open files of the whole sandbox: a pipe among them holds 64 KB that are nobody's memory. */
  descriptors: number;
  /**
   * Sockets of the whole sandbox, also those that nobody has open any more: one of TCP holds some 4 MB
   * that are nobody's memory, so that all of them hold as much again as `memoryBytes`.
   */
  sockets: number;
  /** Processes and threads. */
  processes: number;
  cpuSeconds: number;
  /** One written file, and the private home and tmp together. */
  fileBytes: number;
  /** Files in the private home and tmp: each takes memory of the kernel, also an empty one. */
  files: number;
}

const MiB = 1024 * 1024;

export const defaultLimits: Limits = {
  serverMs: 450_000,
  totalMs: 60_000,
  idleMs: 30_000,
  installMs: 120_000,
  probeMs: 3_000,
  messageBytes: 16 * MiB,
  totalBytes: 64 * MiB,
  values: 1_000_000,
  stderrBytes: 64 * 1024,
  pages: 200,
  tools: 5_000,
  toolBytes: MiB,
  toolDepth: 64,
  unaskedMessages: 10_000,
  instructionsChars: 100_000,
  installFiles: 100_000,
  installBytes: 1024 * MiB,
  sandbox: {
    memoryBytes: 1024 * MiB,
    dataBytes: 4096 * MiB,
    openFiles: 1_024,
    descriptors: 4_096,
    sockets: 256,
    processes: 256,
    cpuSeconds: 60,
    fileBytes: 64 * MiB,
    files: 50_000,
  },
};
