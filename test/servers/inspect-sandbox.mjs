// An MCP server whose only tool is named after what it finds out about the place it runs in.
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, userInfo } from 'node:os';
import { createInterface } from 'node:readline';

const [hostFile, hostPort, hostPid] = process.argv.slice(2);

function attempt(action) {
  try {
    return action() ?? 'done';
  } catch (error) {
    return `refused: ${error.code ?? error.message}`;
  }
}

function reach(port, host) {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 2_000 });
    socket.on('connect', () => resolve('reached'));
    socket.on('timeout', () => resolve('refused: timeout'));
    socket.on('error', (error) => resolve(`refused: ${error.code}`));
  });
}

const socket = 'use Socket; socket(my $socket, PF_INET, SOCK_STREAM, 0) or die; $! = 0';

/** What a program says on stderr, or `done`. */
function run(...[command, ...args]) {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? 'done' : stderr.trim();
}

/** The error of a system call, made by perl since Node makes none by its number. */
function callError(call) {
  const script = `use Errno; $! = 0; ${call}; print grep { $!{$_} } keys %!;`;
  return execFileSync('perl', ['-e', script], { encoding: 'utf8' });
}

/** A call by its number in unistd.h of x64 and arm64. */
function callByNumber(x64, arm64, ...args) {
  return callError(`syscall(${[{ x64, arm64 }[process.arch], ...args].join(', ')})`);
}

/** MAP_SHARED and MAP_ANONYMOUS; the mapping of a file in `/tmp`, as named shared memory and locks are. */
const [shared, anonymous] = [0x01, 0x20];
const mapping = `syscall(${{ x64: 9, arm64: 222 }[process.arch]}, 0, 4096, 3, ${shared}, fileno($file), 0)`;
const sharedFile = `open(my $file, "+>", "/dev/shm/x") or die; unlink "/dev/shm/x"; $! = 0; ${mapping}`;

/** CLONE_THREAD and CLONE_FILES; such a thread could not be made without CLONE_SIGHAND. */
const [thread, files] = [0x10000, 0x400];

/** Names the program that the kernel runs as root when one crashes; written back as it is. */
const setting = '/proc/sys/kernel/core_pattern';
const status = readFileSync('/proc/self/status', 'utf8');
const field = (name) => new RegExp(`^${name}:\\s*(.*)$`, 'm').exec(status)?.[1];
const limits = readFileSync('/proc/self/limits', 'utf8');
const limit = (name) => Number(new RegExp(`^${name}\\s+(\\d+)`, 'm').exec(limits)?.[1]);

const found = {
  network: {
    interfaces: Object.keys(networkInterfaces()).filter((name) => name !== 'lo'),
    loopback: await reach(Number(hostPort), '127.0.0.1'),
    elsewhere: await reach(80, '192.0.2.1'),
  },
  files: {
    host: attempt(() => readFileSync(hostFile, 'utf8')),
    root: readdirSync('/').sort(),
    home: readdirSync(process.env.HOME),
    etc: readdirSync('/etc').sort(),
    dev: readdirSync('/dev').sort(),
    privateKeys: attempt(() => readdirSync('/etc/ssl/private')),
    shadow: attempt(() => readFileSync('/etc/shadow', 'utf8')),
    writeSystem: attempt(() => writeFileSync('/usr/bin/x', '')),
    writeRoot: attempt(() => writeFileSync('/x', '')),
    writeDev: attempt(() => writeFileSync('/dev/x', '')),
    writeEtc: attempt(() => writeFileSync('/etc/hosts', '')),
    writeKernel: attempt(() => writeFileSync(setting, readFileSync(setting))),
    writePackage: attempt(() => writeFileSync(`${import.meta.dirname}/x`, '')),
    writeHome: attempt(() => writeFileSync(`${process.env.HOME}/x`, '')),
  },
  processes: {
    pids: readdirSync('/proc').filter((name) => /^\d+$/.test(name)).length,
    environment: attempt(() => readFileSync('/proc/1/environ', 'utf8')),
    signalHost: attempt(() => process.kill(Number(hostPid), 0)),
  },
  environment: Object.keys(process.env).sort(),
  user: { id: process.getuid(), name: userInfo().username },
  rights: {
    effective: field('CapEff'),
    bounding: field('CapBnd'),
    noNewPrivileges: field('NoNewPrivs'),
    mount: attempt(() => execFileSync('mount', ['-t', 'tmpfs', 'x', '/tmp'], { stdio: 'pipe' })),
  },
  calls: {
    userNamespace: run('unshare', '--user', '--map-root-user', 'true'),
    memfd: callError(
      `my $name = "x"; syscall(${{ x64: 319, arm64: 279 }[process.arch]}, $name, 0)`,
    ),
    sharedMemory: callError('shmget(0, 1000000, 01600)'),
    sharedMapping: callByNumber(9, 222, 0, 4096, 3, shared + anonymous, -1, 0),
    privateMapping: callByNumber(9, 222, 0, 4096, 3, anonymous + 2, -1, 0),
    sharedFile: callError(sharedFile),
    pagesIntoPipe: callByNumber(278, 75, 1, 0, 0, 0),
    keyring: callByNumber(250, 219, 0, -3, 1),
    attach: callByNumber(101, 117, 16, 1, 0, 0),
    ownDescriptors: callByNumber(272, 97, files),
    ownDescriptorsOfRange: callByNumber(436, 436, 900, 900, 2),
    threadWithOwnDescriptors: callByNumber(56, 220, thread, 0, 0, 0, 0),
    threadThatSharesThem: callByNumber(56, 220, thread + files, 0, 0, 0, 0),
    vsock: callError('socket(my $socket, 40, 1, 0)'),
    vsockPair: callError('socketpair(my $one, my $other, 40, 1, 0)'),
    unixPair: callError('socketpair(my $one, my $other, 1, 1, 0) or die; $! = 0'),
    sendBuffer: callError(`${socket}; setsockopt($socket, SOL_SOCKET, SO_SNDBUF, 1 << 30)`),
    zeroCopy: callError(`${socket}; setsockopt($socket, SOL_SOCKET, 60, 1)`),
    keepAlive: callError(`${socket}; setsockopt($socket, SOL_SOCKET, SO_KEEPALIVE, 1)`),
  },
  limits: {
    data: limit('Max data size'),
    files: limit('Max open files'),
    processes: limit('Max processes'),
    cpu: limit('Max cpu time'),
    fileSize: limit('Max file size'),
  },
};

createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method } = JSON.parse(line);
  if (id === undefined) return;
  const results = {
    initialize: { protocolVersion: '2025-11-25', capabilities: { tools: {} }, serverInfo: {} },
    'tools/list': { tools: [{ name: 'found', inputSchema: { type: 'object' }, found }] },
  };
  const result = results[method];
  const answer = result ? { result } : { error: { code: -32601, message: 'Method not found' } };
  console.log(JSON.stringify({ jsonrpc: '2.0', id, ...answer }));
});
