import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { JsonObject } from '../../classifier/definition.ts';
import { asCrawlEnded } from '../at-step.ts';
import { lastWords } from '../last-words.ts';
import { findLoginWall } from '../login-wall.ts';
import type { FailedStep } from '../outcome.ts';
import type { Launch } from '../sandbox/sandbox.ts';
import { startLaunch } from '../sandbox/start-launch.ts';
import { watchUse } from '../sandbox/use-watch.ts';
import { openSession } from '../session.ts';
import { asShortage } from '../shortage.ts';
import { createPeer, type JsonRpcPeer } from './json-rpc.ts';
import { readLines } from './read-lines.ts';
import {
  CrawlEnded,
  RpcError,
  type Session,
  type TransportContext,
  type Wire,
} from './transport.ts';

/** Time for the last output of a process that has ended. */
const pipesMs = 1_000;

/**
 * Starts the command and opens a session over its stdin and stdout. Nothing of it is alive any more
 * when the session is closed or the returned promise is rejected.
 * @throws {CrawlEnded}
 */
export async function connectStdio(launch: Launch, context: TransportContext): Promise<Session> {
  return openSession(await startWire(launch, context), context);
}

async function startWire(launch: Launch, context: TransportContext): Promise<Wire> {
  let child: ChildProcessWithoutNullStreams;
  try {
    child = startLaunch(launch);
  } catch (error) {
    // Arguments too long for the system, or with a NUL in them; or the crawler has no descriptor left.
    await launch.end?.();
    const { code } = error as NodeJS.ErrnoException;
    throw notStarted(code ?? 'its command line is refused', error);
  }
  return openWire(child, launch, context);
}

function openWire(
  child: ChildProcessWithoutNullStreams,
  launch: Launch,
  { limits, signal }: TransportContext,
): Wire {
  const stderr = keepTail(child, limits.stderrBytes);
  const peer = createPeer((message) => send(child, message), limits, kill);
  let answered = false;

  function kill(): void {
    killGroup(child);
  }

  function onAbort(): void {
    end(asInterruption(signal.reason));
  }

  function end(reason: CrawlEnded): void {
    peer.end(reason);
    kill();
  }

  function step(): FailedStep {
    return answered ? 'list' : 'initialize';
  }

  function stop(message: string): void {
    end(new CrawlEnded({ kind: 'failed', step: step(), message }));
  }

  const stopWatching = watchUse(child.pid ?? 0, limits.sandbox, stop, (error) => {
    end(asCrawlEnded(error, step()));
  });
  const exited = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      peer.end(notStarted(error.message, error));
      resolve();
    });
    child.once('close', (code, killedBy) => {
      const end = killedBy ? `was ended by ${killedBy}` : `exited with code ${code}`;
      peer.end(exitReason(end, stderr(), answered));
      resolve();
    });
  });
  // A child that escaped from an unconfined server may hold the pipes open for ever.
  child.once('exit', () => setTimeout(() => closePipes(child), pipesMs).unref());
  child.stdout.on('data', () => peer.heard());
  child.stdin.on('error', () => {});
  readLines(child.stdout, limits, (line) => receiveLine(line, peer), stop);
  if (signal.aborted) onAbort();
  signal.addEventListener('abort', onAbort, { once: true });

  return {
    request: async (method, params) => {
      try {
        const answer = await peer.request(method, params);
        answered = true;
        return answer;
      } catch (error) {
        answered ||= error instanceof RpcError;
        throw error;
      }
    },
    notify: async (method, params) => peer.notify(method, params),
    close: async () => {
      signal.removeEventListener('abort', onAbort);
      stopWatching();
      kill();
      await exited;
      await launch.end?.();
    },
  };
}

/** A line that is no JSON is a log line of a careless server. */
function receiveLine(line: string, peer: JsonRpcPeer): void {
  if (line.trim() !== '') peer.receiveText(line);
}

/** Keeps the last bytes of stderr, reads the rest away so that the server never blocks on it. */
function keepTail(child: ChildProcessWithoutNullStreams, maxBytes: number): () => string {
  let kept = Buffer.alloc(0);
  child.stderr.on('data', (chunk: Buffer) => {
    kept = Buffer.concat([kept, chunk.subarray(-maxBytes)]).subarray(-maxBytes);
  });
  return () => kept.toString('utf8');
}

/**
 * A server that floods us with requests and reads no answers gets none. What is sent in one turn goes
 * in one write, so that the server wakes once for it.
 */
function send({ stdin }: ChildProcessWithoutNullStreams, message: JsonObject): void {
  const maxQueuedBytes = 1024 * 1024;
  if (stdin.writableLength >= maxQueuedBytes) return;
  stdin.cork();
  stdin.write(`${JSON.stringify(message)}\n`);
  process.nextTick(() => stdin.uncork());
}

/**
 * The sandbox ends the tree of processes; the group is all there is without one. It outlives its
 * leader, and its number is nobody else's as long as it has a member.
 */
function killGroup({ pid }: ChildProcessWithoutNullStreams): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody of the group is left.
  }
}

function closePipes(child: ChildProcessWithoutNullStreams): void {
  child.stdout.destroy();
  child.stderr.destroy();
}

function exitReason(end: string, stderr: string, answered: boolean): CrawlEnded {
  const how = answered ? undefined : findLoginWall(stderr);
  if (how) return new CrawlEnded({ kind: 'auth-required', how });
  const said = lastWords(stderr);
  const message = said ? `${end}: ${said}` : end;
  return answered
    ? new CrawlEnded({ kind: 'failed', step: 'list', message })
    : startFailed(message);
}

function notStarted(why: string, cause: unknown): CrawlEnded {
  return asShortage(cause) ?? startFailed(`could not be started: ${why}`, cause);
}

function startFailed(message: string, cause?: unknown): CrawlEnded {
  return new CrawlEnded({ kind: 'failed', step: 'start', message }, { cause });
}

function asInterruption(reason: unknown): CrawlEnded {
  if (reason instanceof CrawlEnded) return reason;
  return new CrawlEnded({ kind: 'skipped', reason: 'interrupted' }, { cause: reason });
}
